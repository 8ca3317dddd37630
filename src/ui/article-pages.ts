import { searchFor, type View } from '../core/link/view.ts';
import { ownId } from '../storage/own-article.ts';

/** The pages about an article: the text itself, its claims, its questions. */
export type ArticlePage = 'text' | 'claims' | 'questions';

/** What the files made of an article are called by: its slug, of which file systems take every letter. */
export function fileStem(slug: string): string {
  return slug.replace(/^own:/, '').replace(/[^\p{L}\p{N}-]+/gu, '-');
}

/**
 * The path of a page about an article, without the site's base, for a published slug and for an own article's. `view`
 * is for the text; `more` is further query, as `voice=jane`.
 */
export function pathOf(
  slug: string,
  page: ArticlePage,
  { view = 'full', more = '' }: { view?: View; more?: string } = {},
): string {
  const own = ownId(slug);
  const search = searchFor(view, [own === null ? '' : `a=${own}`, more].filter(Boolean).join('&'));
  const folder = page === 'text' ? '' : `${page}/`;
  return `${own === null ? `/${slug}/` : '/own/'}${folder}${search}`;
}
