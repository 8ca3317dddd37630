import { passageOf, weightBetween, type Passage } from './passage.ts';
import type { TextQuoteSelector } from './selectors.ts';
import { cutWords, isSpelt } from './words.ts';

/** Described words, ready to be looked for: prefix, words and suffix as one text, of which `passage` is the words. */
export interface Query {
  readonly quote: TextQuoteSelector;
  readonly passage: Passage;
  /** The words of the context that are whole, on both sides of the passage's: `from` to `to`. */
  readonly from: number;
  readonly to: number;
  /** What the words weigh, and the context before and after them; 0 where none was described. */
  readonly weight: number;
  readonly before: number;
  readonly after: number;
}

/** Reads a quote selector as a query; null where it holds no word to look for. */
export function queryOf(quote: TextQuoteSelector): Query | null {
  const { exact, prefix = '', suffix = '' } = quote;
  const words = cutWords(prefix + exact + suffix);
  const passage = passageOf(words, { start: prefix.length, end: prefix.length + exact.length });
  if (!passage) return null;
  const { first, last } = passage;
  // Context is cut by length: its outermost words may be halves.
  const from = first > 1 && isSpelt(words, 0) ? 1 : 0;
  const to = words.count - last > 1 && isSpelt(words, words.count - 1) ? words.count - 1 : words.count;
  return {
    quote,
    passage,
    from,
    to,
    weight: weightBetween(words, first, last),
    before: weightBetween(words, from, first),
    after: weightBetween(words, last, to),
  };
}
