import { contains, type Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { changedQuote } from './changed-quote.ts';
import { lowerBlock } from './block-order.ts';
import { lettersIn, spanOfLetters } from './letters.ts';
import type { Locator } from './locator.ts';
import { countPairs, firstEnd, pairAt, pairsOf, placesOf, shortestPair, type Pairs } from './matches.ts';
import { searchFor, type Search } from './search.ts';

/**
 * What a link led to.
 * - `found`: the words, or the block where the link names no words;
 * - `reworded`: their place, where the wording has changed since the link was made;
 * - `passage`: not the words, or not surely; the span is that of their block;
 * - `gone`: neither; no span.
 */
export interface FoundQuote {
  readonly outcome: 'found' | 'reworded' | 'passage' | 'gone';
  readonly span?: Span;
}

/** From so many words on, or so many letters, a quote is known again in another block; one word at an end must be long. */
const ENOUGH = { words: 4, letters: 16, word: 8 };
/** From so many letters on first and last words are taken for a quote's own in any block. */
const ENOUGH_ENDS = 20;
/** How many blocks further than the first words the last may stand, in a quote from one block and from several. */
const REACH = { within: 1, across: 3 };

/**
 * Finds what a link points to: exactly the words in their block; else nearly, or what is left of them, in their block;
 * else exactly once elsewhere; else the block. Never a guess: where two places are equally good, it is the block.
 */
export function findQuote(article: Article, locator: Locator): FoundQuote {
  const { words } = locator;
  const block = article.blocks.find(({ id }) => id === locator.block);
  const passage: FoundQuote = block
    ? { outcome: 'passage', span: { start: block.start, end: block.end } }
    : { outcome: 'gone' };
  if (words === undefined) return block ? { ...passage, outcome: 'found' } : passage;
  const search = searchFor(article, locator, words);
  const { all } = search;
  const exact = exactQuote(search);
  if (exact === 'doubtful') return passage;
  if (exact) return { outcome: 'found', span: spanOfLetters(all, exact) };
  const changed = changedQuote(search);
  if (changed) return { outcome: 'reworded', span: spanOfLetters(all, changed) };
  const moved = movedQuote(search);
  if (moved) return { outcome: 'found', span: spanOfLetters(all, moved) };
  return passage;
}

/**
 * The words where the link says; null where they are not there. `doubtful`: they stand there more or less often than
 * when the link was made, so that it can't be told which it meant.
 */
function exactQuote({ all, first, last, locator, ...named }: Search): Span | 'doubtful' | null {
  const home = named.home.letters;
  const lastHome = named.lastHome.letters;
  if (!home || !lastHome) return null;
  const { nth } = locator;
  if (last) {
    const pairs = pairsOf(all, first, last, { first: home, last: lastHome });
    // The quote was the only pair: what was put before or behind it makes longer ones.
    if (nth === undefined) return shortestPair(pairs);
    return pairAt(pairs, nth) ?? (countPairs(pairs) > 0 ? 'doubtful' : null);
  }
  const places = placesOf(all, first, home);
  const start = nth === undefined && places.length > 1 ? undefined : places[(nth ?? 1) - 1];
  if (start !== undefined) return { start, end: start + first.letters.length };
  return places.length > 0 ? 'doubtful' : null;
}

/** The quote in another block, where it is the only one; of a few words, only where a paragraph was split or joined. */
function movedQuote(search: Search): Span | null {
  const { all, first, last } = search;
  const words = first.words + (last?.words ?? 0);
  const letters = first.letters.length + (last?.letters.length ?? 0);
  const everywhere = { start: 0, end: all.letters.length };
  const nextDoor = besides(search);
  if (words < ENOUGH.words && letters < ENOUGH.letters) {
    const only = onlyPlace(search, everywhere);
    return only && contains(nextDoor, only) ? only : null;
  }
  if (last && [first, last].some((end) => end.words < 2 && end.letters.length < ENOUGH.word)) return null;
  const near = onlyPlace(search, nextDoor);
  return near ?? (last && letters < ENOUGH_ENDS ? null : onlyPlace(search, everywhere));
}

/** The letters of a block and of those before and behind it; of one that is gone, of those with the next numbers. */
function besides({ article: { blocks }, all, locator: { block } }: Search): Span {
  const index = blocks.findIndex(({ id }) => id === block);
  const from = index < 0 ? lowerBlock(blocks, block) : index - 1;
  const to = from + 2;
  const first = blocks[Math.max(from, 0)];
  const last = blocks[Math.min(to, blocks.length - 1)];
  return first && last ? lettersIn(all, { start: first.start, end: last.end }) : { start: 0, end: 0 };
}

/** The quote in a part of the text; null where it is not there or more than once. */
function onlyPlace(search: Search, within: Span): Span | null {
  const { all, first, last, locator } = search;
  if (!last) {
    const [start, other] = placesOf(all, first, within);
    return start === undefined || other !== undefined ? null : { start, end: start + first.letters.length };
  }
  const pairs = pairsOf(all, first, last, { first: within, last: within });
  const further = locator.to?.block === locator.block ? REACH.within : REACH.across;
  return onlyPair(search, pairs, further);
}

/** The one pair whose last words follow the first within so many blocks; null where there are more. */
function onlyPair({ article: { blocks }, all }: Search, pairs: Pairs, further: number): Span | null {
  let only: Span | null = null;
  for (const start of pairs.starts) {
    const end = firstEnd(pairs, start);
    const offset = all.at[start]!;
    const index = blocks.findIndex((block) => block.end > offset);
    const last = blocks[Math.min(index + further, blocks.length - 1)];
    if (end === null || !last || all.at[end - 1]! >= last.end) continue;
    if (only) return null;
    only = { start, end };
  }
  return only;
}
