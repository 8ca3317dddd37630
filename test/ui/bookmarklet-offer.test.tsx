// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { BookmarkletOffer } from '../../src/ui/bookmarklet-offer.tsx';
import { bookmarkletAddress } from '../../src/ui/bookmarklet.ts';

const SITE = 'https://example.org/';
afterEach(cleanup);

it('the offered link has the bookmark’s address to be dragged, and does nothing when it is pressed', () => {
  render(<BookmarkletOffer site={SITE} />);
  const link = screen.getByText('Read in Sidegloss', { selector: 'a' });
  expect(link.getAttribute('href')).toBe(bookmarkletAddress(SITE));
  expect(fireEvent.click(link)).toBe(false);
  expect(screen.getByRole('status').textContent).toContain('drag it to your bookmarks');
});

it('where the browser has no clipboard, the address is shown to be copied by hand', async () => {
  render(<BookmarkletOffer site={SITE} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the bookmark’s address' }));
  const shown = await screen.findByRole('textbox');
  expect((shown as HTMLTextAreaElement).value).toBe(bookmarkletAddress(SITE));
});
