import { countBefore } from '../text/bisect.ts';
import type { Span } from '../text/span.ts';
import { isInsideCharacter, type Letters } from './letters.ts';
import { splitWords } from './locator.ts';

/** Words to look for: their letters, how many words they are, and whether they begin or end inside a word of the text. */
export interface Wanted {
  readonly letters: string;
  readonly words: number;
  readonly opensInside: boolean;
  readonly closesInside: boolean;
}

/** Words of a locator as they are looked for. */
export function wantedOf(words: string): Wanted {
  const split = splitWords(words);
  return {
    letters: split.join(''),
    words: split.length,
    opensInside: words.startsWith('-'),
    closesInside: words.endsWith('-'),
  };
}

/**
 * Where words stand among the letters of `within`: the index of the first letter of every place, in order. Whole
 * words only, and parts of words only where that is said. How the letters between are split into words does not
 * matter: `anti-war` and `anti war` are alike.
 */
export function placesOf(all: Letters, wanted: Wanted, within: Span): number[] {
  const places: number[] = [];
  const { letters } = wanted;
  if (letters === '') return places;
  for (let at = all.letters.indexOf(letters, within.start); at >= 0 && at + letters.length <= within.end;) {
    if (fits(all, wanted, { start: at, end: at + letters.length })) places.push(at);
    let next = at + 1;
    // A word of a million letters alike has a place at each of them, and none of those inside is looked at.
    if (!wanted.opensInside) while (next < within.end && all.breaks[next] === 0) next += 1;
    at = all.letters.indexOf(letters, next);
  }
  return places;
}

function fits(all: Letters, wanted: Wanted, { start, end }: Span): boolean {
  return (
    (all.breaks[start] === 0) === wanted.opensInside &&
    (all.breaks[end] === 0) === wanted.closesInside &&
    !isInsideCharacter(all, start) &&
    !isInsideCharacter(all, end)
  );
}

/** The places of a quote's first and last words; every last one that follows a first one makes a pair with it. */
export interface Pairs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many letters the first and the last words have. */
  readonly startLength: number;
  readonly endLength: number;
}

/** How many pairs there are, without listing them. */
export function countPairs(pairs: Pairs): number {
  return pairs.starts.reduce((sum, start) => sum + endsAfter(pairs, start), 0);
}

/** The letters of the nth pair, counted from 1 by start and then by end; null where there are fewer. */
export function pairAt(pairs: Pairs, nth: number): Span | null {
  let left = nth;
  for (const start of pairs.starts) {
    const following = endsAfter(pairs, start);
    if (left <= following) {
      const end = pairs.ends[pairs.ends.length - following + left - 1]!;
      return { start, end: end + pairs.endLength };
    }
    left -= following;
  }
  return null;
}

/** Where the first pair that begins at a place ends; null where no last words follow it. */
export function firstEnd(pairs: Pairs, start: number): number | null {
  const following = endsAfter(pairs, start);
  return following === 0 ? null : pairs.ends[pairs.ends.length - following]! + pairs.endLength;
}

/** The letters of the pair with the least between; null where there is none. */
export function shortestPair(pairs: Pairs): Span | null {
  let shortest: Span | null = null;
  for (const start of pairs.starts) {
    const end = firstEnd(pairs, start);
    if (end === null) break;
    if (!shortest || end - start < shortest.end - shortest.start) shortest = { start, end };
  }
  return shortest;
}

/** Which pair a quote is: the number that `pairAt` finds it by. */
export function rankOf(pairs: Pairs, quote: Span): number {
  let rank = 1;
  for (const start of pairs.starts) {
    if (start === quote.start) break;
    rank += endsAfter(pairs, start);
  }
  const first = pairs.ends.length - endsAfter(pairs, quote.start);
  return rank + pairs.ends.indexOf(quote.end - pairs.endLength) - first;
}

function endsAfter({ ends, startLength }: Pairs, start: number): number {
  return ends.length - countBefore(ends.length, (index) => ends[index]! < start + startLength);
}

/** The pairs of a locator's words, the first in one part of the text, the last in another or the same. */
export function pairsOf(
  all: Letters,
  first: Wanted,
  last: Wanted,
  parts: { first: Span; last: Span },
): Pairs {
  return {
    starts: placesOf(all, first, parts.first),
    ends: placesOf(all, last, parts.last),
    startLength: first.letters.length,
    endLength: last.letters.length,
  };
}
