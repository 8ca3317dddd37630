import type { Brought } from '../core/text/brought.ts';

/** What comes to the page for bringing texts in from elsewhere, as its address says; null where nothing does. */
export function arriving(search: URLSearchParams): Promise<Brought> | null {
  if (search.has('none')) return null;
  return null;
}
