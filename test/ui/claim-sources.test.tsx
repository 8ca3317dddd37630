// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/core/notes/claim.ts';
import { ClaimPage } from '../../src/ui/claims/claim-page.tsx';
import { ClaimSources } from '../../src/ui/claim-sources.tsx';
import { prepareReading } from '../../src/ui/reading.ts';
import { publishAll } from '../../tools/articles.ts';

afterEach(cleanup);

const CLAIM: Claim = {
  kind: 'quantity',
  checkable: 'yes',
  status: 'contradicted',
  voice: { speaker: 'mayor' },
  sources: [
    {
      title: 'A',
      url: 'https://example.org/a',
      words: 'It <b>rose</b>.',
      seen: '2025-05-03',
      bears: 'against',
    },
    { title: 'B', url: 'javascript:alert(1)' },
  ],
  history: [{ status: 'open', until: '2025-05-03T23:30:00.000Z' }],
};

describe('the sources of a claim', () => {
  it('say which way they speak, when they were seen and their words, as text; an address of something else is no link', () => {
    render(<ClaimSources claim={CLAIM} />);
    const [first, second] = within(screen.getByRole('list', { name: 'Sources' })).getAllByRole('listitem');
    expect(first!.textContent).toBe('A (example.org) · against the claim · seen 3 May 2025It <b>rose</b>.');
    expect(first!.querySelector('a')!.getAttribute('href')).toBe('https://example.org/a');
    expect(second!.textContent).toBe('B');
    expect(second!.querySelector('a')!.hasAttribute('href')).toBe(false);
    expect(screen.getByText('Status before').closest('details')!.textContent).toContain(
      'open until 3 May 2025',
    );
  });

  it('are nothing where there are none', () => {
    const { container } = render(<ClaimSources claim={{ ...CLAIM, sources: [], history: [] }} />);
    expect(container.innerHTML).toBe('');
  });

  it('are on the page of a published claim', () => {
    const [published] = publishAll();
    const notes = published!.notes.map((note) =>
      note.id === 'c5' ? { ...note, claim: { ...CLAIM, voice: note.claim!.voice } } : note,
    );
    const reading = prepareReading({ ...published!, notes }, published!.article);
    const note = reading.notes.find(({ id }) => id === 'c5')!;
    render(<ClaimPage home="/x/" note={note} reading={reading} />);
    expect(screen.getByRole('list', { name: 'Sources' }).textContent).toContain('against the claim');
    expect(screen.getByText('quantity · can be checked · contradicted')).toBeTruthy();
  });
});
