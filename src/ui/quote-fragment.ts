import { formatQuoteLink } from '../core/link/quote-link.ts';
import type { Span } from '../core/text/span.ts';
import type { Article } from '../core/voices/read-article.ts';
import { madeFragments } from './made-fragments.ts';

/**
 * The link to words of an article, behind its address, made once: lists and pictures of them are drawn again and again,
 * and a published page brings its own along.
 */
export function quoteFragment(article: Article, span: Span): string {
  const made = madeFragments(article);
  const key = `${span.start} ${span.end}`;
  const fragment = made.get(key) ?? formatQuoteLink(article, span);
  made.set(key, fragment);
  return fragment;
}
