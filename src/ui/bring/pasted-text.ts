import { readItem, writeItem } from '../../storage/item.ts';

const KEY = 'sidegloss.pasted';

/** What was typed or pasted on this tab's page for bringing a text in, and not yet kept; empty where nothing was. */
export function readPasted(): string {
  return readItem(KEY, 'visit') ?? '';
}

/** Remembers it through a reload of this tab. A text that is too long for it stays as long as the page is open. */
export function writePasted(text: string): void {
  writeItem(KEY, text === '' ? null : text, 'visit');
}
