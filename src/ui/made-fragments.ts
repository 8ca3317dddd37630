import type { Article } from '../core/voices/read-article.ts';

const made = new WeakMap<Article, Map<string, string>>();

/** The links to words of an article that were made already, behind its address, by the words' place: `start end`. */
export function madeFragments(article: Article): Map<string, string> {
  const fragments = made.get(article) ?? new Map<string, string>();
  made.set(article, fragments);
  return fragments;
}
