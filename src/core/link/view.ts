/** The two ways of showing an article. What is served is `full`; only the address selects `interview`. */
export type View = 'full' | 'interview';

/** The view that an address asks for; `search` is its query, with or without the question mark. */
export function viewOf(search: string): View {
  return /(^|[?&])view=interview(&|$)/.test(search) ? 'interview' : 'full';
}

/**
 * The query of the address that shows an article in a view: with the question mark, or empty. What else is asked for in
 * `search`, the query as it is, stays.
 */
export function searchFor(view: View, search = ''): string {
  const parts = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('view='));
  if (view === 'interview') parts.push('view=interview');
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
