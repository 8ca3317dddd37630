import { fold, unfold, type Folding } from './fold.ts';
import type { Span } from './span.ts';

const foldings = new WeakMap<object, Folding>();

/** The folding of a text, made once for each owner (an article) and kept as long as the owner lives. */
export function foldingOf(owner: { readonly text: string }): Folding {
  let folding = foldings.get(owner);
  if (!folding) {
    folding = fold(owner.text);
    foldings.set(owner, folding);
  }
  return folding;
}

/**
 * Every place where the words stand in the text, in reading order, without overlap; case, accents, quotes, dashes
 * and white space are folded. Words that fold to nothing are found nowhere.
 */
export function findWords(owner: { readonly text: string }, words: string): Span[] {
  const wanted = fold(words.trim()).text;
  if (wanted.trim() === '') return [];
  const folding = foldingOf(owner);
  const hits: Span[] = [];
  let at = folding.text.indexOf(wanted);
  while (at >= 0) {
    hits.push(unfold(folding, { start: at, end: at + wanted.length }));
    at = folding.text.indexOf(wanted, at + wanted.length);
  }
  return hits;
}
