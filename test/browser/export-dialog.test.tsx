import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parsePage } from '../../src/core/page/page-data.ts';
import type { OwnArticle } from '../../src/storage/own-article.ts';
import type { PublishedArticle } from '../../src/storage/published-article.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import ExportDialog from '../../src/ui/export-dialog.tsx';
import { KeepingContext, type Keeping } from '../../src/ui/keeping.ts';
import { createLiveValue } from '../../src/ui/live-value.ts';
import { samplePage, TALK } from '../core/page/sample-page.ts';

const page = samplePage(TALK, { noted: ['By spring', 'less than last year'] });
const own: OwnArticle = { format: 1, opened: null, ...page.content };
const keeping = { now: () => page.written } as Keeping;

let saved: { name: string; file: Blob }[];
beforeEach(() => {
  saved = [];
  let file = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob as Blob;
    return '#';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (
  article: OwnArticle | PublishedArticle,
  notes = page.notes,
  onClose = vi.fn<() => void>(),
): typeof onClose => {
  render(
    <KeepingContext value={createLiveValue(keeping)}>
      <ExportDialog article={article} notes={notes} onClose={onClose} />
    </KeepingContext>,
  );
  return onClose;
};
const press = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Export' }));

describe('exporting an article', () => {
  it('saves one page that is read again as it was, with the notes', async () => {
    open(own);
    expect(screen.getByRole('checkbox', { name: /^With my 2 notes/ })).toBeTruthy();
    press();
    expect(screen.getByRole('status').textContent).toBe('Saved as the-harbour.html.');
    const reading = parsePage(await saved[0]!.file.text());
    expect(reading?.ok && reading.page).toEqual(page);
  });

  it('leaves the notes at home where that is asked for', async () => {
    open(own);
    fireEvent.click(screen.getByRole('checkbox'));
    press();
    const reading = parsePage(await saved[0]!.file.text());
    expect(reading?.ok && reading.page.notes).toEqual([]);
  });

  it('saves the files to publish as one archive, and says what is left out', async () => {
    open(own);
    fireEvent.click(screen.getByRole('radio', { name: /^Files to publish/ }));
    expect(screen.getByRole('checkbox', { name: /^With 0 claims of my 2 notes/ })).toBeTruthy();
    press();
    expect(saved[0]!.name).toBe('the-harbour.zip');
    expect(await saved[0]!.file.text()).toContain('the-harbour/claims.jsonld');
    const told = screen.getByRole('status').textContent;
    expect(told).toContain('Saved as the-harbour.zip.');
    expect(told).toContain('2 notes that are no claims');
    fireEvent.click(screen.getByRole('radio', { name: /^One web page/ }));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('of the site offers a page only, and says that there are no notes', () => {
    const { formatting: _, hints: __, isPlain: ___, about, ...rest } = page.content;
    const none = { slug: 'talk', translator: null, provenance: [], notes: [], relations: [] };
    open({ format: 1, ...rest, ...about, ...none }, []);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.queryByRole('checkbox')).toBeNull();
    press();
    expect(saved[0]!.name).toBe('the-harbour.html');
  });

  it('says so where it fails, and closes', () => {
    const onClose = open({ ...own, article: { ...own.article, turns: null as never } });
    press();
    expect(screen.getByRole('status').textContent).toMatch(/could not be written.*Nothing was changed/);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    return vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('has no fault that axe finds', async () => {
    open(own);
    const { violations } = await axe.run('dialog');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
