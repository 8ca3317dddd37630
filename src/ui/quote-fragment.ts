import { formatQuoteLink } from '../core/link/quote-link.ts';
import type { Span } from '../core/text/span.ts';
import type { Article } from '../core/voices/read-article.ts';

const made = new WeakMap<Article, Map<string, string>>();

/** The link to words of an article, behind its address, made once: lists and pictures of them are drawn again and again. */
export function quoteFragment(article: Article, span: Span): string {
  const links = made.get(article) ?? new Map<string, string>();
  made.set(article, links);
  const key = `${span.start} ${span.end}`;
  const link = links.get(key) ?? formatQuoteLink(article, span);
  links.set(key, link);
  return link;
}
