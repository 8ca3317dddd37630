import { fold, unfold } from './fold.ts';
import type { Span } from './span.ts';

const HAN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const LETTERS = String.raw`(?:(?![${HAN}])[\p{L}\p{N}])+`;
const TERM = new RegExp(`[${HAN}]|${LETTERS}(?:'${LETTERS})*`, 'gu');

/** A word of a text as it is searched for, folded, and where it stands. */
export interface Term extends Span {
  readonly term: string;
}

/**
 * The words of a text as they are searched for: folded runs of letters and digits with their inner apostrophes; a Han,
 * Hiragana or Katakana character by itself.
 */
export function termsOf(text: string): string[] {
  return fold(text).text.match(TERM) ?? [];
}

/** The same with the span of each in the text. */
export function termsIn(text: string): Term[] {
  const folding = fold(text);
  return [...folding.text.matchAll(TERM)].map(({ 0: term, index }) => ({
    term,
    ...unfold(folding, { start: index, end: index + term.length }),
  }));
}
