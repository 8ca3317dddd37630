/** Where each file of tests writes how many requests it has looked at; `site.ts` tells their sum. */
export const REQUESTS = 'node_modules/.cache/sidegloss-e2e-requests';

/** A query that says more than which view or which of the reader's things a page is for: several words, or a long one. */
const WORDS_IN_QUERY = /[?&][^=&]*=[^&]*(?:%20|\+|\s|[^&]{41})/;

/** What a request tells that it should not: anything to another origin; a fragment; words of a text. */
export function tellsTooMuch(url: string, origin: string): string[] {
  const { protocol, hash, search } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:') return [];
  if (!url.startsWith(`${origin}/`)) return [`foreign request: ${url}`];
  return hash !== '' || WORDS_IN_QUERY.test(search) ? [`a request that says too much: ${url}`] : [];
}
