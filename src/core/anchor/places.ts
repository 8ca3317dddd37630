import { runSlices } from '../text/slices.ts';
import { aligning } from './align.ts';
import { pairWords } from './pair-words.ts';
import { carry, isSameWording, passageOf, type Carried, type Passage } from './passage.ts';
import type { Span } from '../text/span.ts';
import type { Query } from './query.ts';
import { bucketOf, type WordIndex } from './word-index.ts';
import { weightOf, type Words } from './words.ts';

/** A place where described words may be, with what speaks for it. */
export interface Place extends Carried {
  /** How much of the described context stands next to the words, 0 to 1 on each side; null where none was described. */
  readonly before: number | null;
  readonly after: number | null;
  /** The description stands here letter for letter, context and all. */
  readonly verbatim: boolean;
}

/** Pairs of words with more places than this say nothing about where a passage is. */
const COMMON = 24;
/** Pairs of a query that are looked up; those of a longer one are taken at even distances. */
const LOOKED_UP = 128;
const MOST_PLACES = 8;
/** Places that so many times fewer pairs speak for are chance. */
const RARER = 4;
const MOST_COPIES = 64;
/** Queries of at most so many words are aligned word by word. */
const SHORT = 200;

/** Every place that is worth considering, by the pairs of words that a text shares with a query. */
export function placesOf(index: WordIndex, query: Query): Place[] {
  const places: Place[] = [];
  const add = (mates: Int32Array): void => {
    const place = weighed(query, index.words, mates);
    if (place && !places.some(({ start, end }) => start === place.start && end === place.end))
      places.push(place);
  };
  const ways = diagonalsOf(index, query).map((diagonal) => matesAt(index.words, query, diagonal));
  for (const mates of ways) add(mates);
  // Something long was put in between the words: their beginning is one place, their end another, further on.
  if (!places.some(({ same }) => same)) {
    for (const head of ways) {
      for (const tail of ways) {
        const joined = join(index.words, query, [head, tail]);
        if (joined) add(joined);
      }
    }
  }
  return places;
}

/** As many words as may have been put in between, in one place. */
const MOST_BETWEEN = 400;

/** The mates of a query's first words by one way and of the others by another, if nearly all words are there then. */
function join(
  words: Words,
  { passage, from }: Query,
  [head, tail]: [Int32Array, Int32Array],
): Int32Array | null {
  const first = head[passage.first - from]!;
  const last = tail[passage.last - 1 - from]!;
  if (first < 0 || last - first > passage.last - passage.first + MOST_BETWEEN) return null;
  const isThere = (mates: Int32Array, at: number): boolean =>
    mates[at - from]! >= 0 && words.keys[mates[at - from]!] === passage.words.keys[at];
  let there = 0;
  for (let at = passage.first; at < passage.last; at += 1) there += isThere(tail, at) ? 1 : 0;
  let [most, cut] = [0, passage.first];
  for (let at = passage.first; at < passage.last; at += 1) {
    there += (isThere(head, at) ? 1 : 0) - (isThere(tail, at) ? 1 : 0);
    if (there > most) [most, cut] = [there, at + 1];
  }
  if (most < 0.9 * (passage.last - passage.first) || cut === passage.last) return null;
  if (tail[cut - from]! <= head[cut - 1 - from]!) return null;
  const joined = head.slice();
  joined.set(tail.subarray(cut - from), cut - from);
  return joined;
}

/** Where pairs of a query's words stand, one after the other; made once, for it is filled for every query. */
const found = new Int32Array(2 * LOOKED_UP * COMMON + COMMON * 32);

/**
 * Where a query's words would begin if they stood in the text as described: as ranges of word indices, for words put in
 * or left out move them. Those that most pairs speak for come first.
 */
function diagonalsOf({ words, heads, places }: WordIndex, query: Query): [number, number][] {
  const { from, to, passage } = query;
  const { keys } = words;
  const wanted = passage.words.keys;
  const stride = Math.max(1, Math.floor((to - from) / LOOKED_UP));
  const buckets = heads.length - 1;
  let count = 0;
  let rarest = -1;
  let fewest = Number.POSITIVE_INFINITY;
  const collect = (at: number, bucket: number): void => {
    for (let k = heads[bucket]!; k < heads[bucket + 1]!; k += 1) {
      const place = places[k]!;
      if (keys[place] === wanted[at] && keys[place + 1] === wanted[at + 1]) found[count++] = place - at;
    }
  };
  for (let at = from; at + 1 < to; at += stride) {
    const bucket = bucketOf(passage.words, at, buckets);
    const size = heads[bucket + 1]! - heads[bucket]!;
    const inside = at >= passage.first && at + 1 < passage.last;
    if (inside && size > 0 && size < fewest) [rarest, fewest] = [at, size];
    if (size <= COMMON) collect(at, bucket);
  }
  if (fewest > COMMON && fewest <= COMMON * 32) collect(rarest, bucketOf(passage.words, rarest, buckets));
  const diagonals = found.subarray(0, count);
  diagonals.sort();
  return grouped(diagonals, 2 + ((to - from) >> 3));
}

/** Diagonals, in order, as ranges without a gap wider than `gap`; those that few speak for are left out. */
function grouped(diagonals: Int32Array, gap: number): [number, number][] {
  const groups: { first: number; end: number }[] = [];
  let most = 0;
  for (let first = 0, end = 1; end <= diagonals.length; end += 1) {
    if (end < diagonals.length && diagonals[end]! - diagonals[end - 1]! <= gap) continue;
    const votes = end - first;
    // What is chance beside those before need not be kept.
    if (votes * RARER >= most) groups.push({ first, end });
    most = Math.max(most, votes);
    first = end;
  }
  return groups
    .filter(({ first, end }) => (end - first) * RARER >= most)
    .toSorted((a, b) => b.end - b.first - (a.end - a.first))
    .slice(0, MOST_PLACES)
    .map(({ first, end }) => [diagonals[first]!, diagonals[end - 1]!]);
}

function matesAt(words: Words, query: Query, [low, high]: [number, number]): Int32Array {
  const { passage, from, to } = query;
  const slack = 2 + ((to - from) >> 3);
  const a = { words: passage.words, from, to };
  const b = {
    words,
    from: Math.max(0, low + from - slack),
    to: Math.min(words.count, high + to + slack),
  };
  const direct = low === high ? straight(a, words, low) : null;
  if (direct) return direct;
  if (to - from > SHORT) return runSlices(aligning(a, b));
  const mates = new Int32Array(to - from).fill(-1);
  pairWords(a, b, { mates, base: from, within: [low - slack, high + slack], dear: passage });
  return mates;
}

/** The mates where a query stands word for word. */
function straight(
  a: { words: Words; from: number; to: number },
  words: Words,
  diagonal: number,
): Int32Array | null {
  if (a.from + diagonal < 0 || a.to + diagonal > words.count) return null;
  for (let at = a.from; at < a.to; at += 1) {
    if (a.words.keys[at] !== words.keys[at + diagonal]) return null;
  }
  return Int32Array.from({ length: a.to - a.from }, (_, k) => a.from + k + diagonal);
}

function weighed(query: Query, words: Words, mates: Int32Array): Place | null {
  const carried = carry(query.passage, words, { mates, base: query.from });
  return carried && withContext(query, carried, mates);
}

function withContext(query: Query, carried: Carried, mates: Int32Array | null): Place {
  const { quote, passage } = query;
  const { prefix = '', suffix = '' } = quote;
  const { text } = carried.words;
  let head = 0;
  while (head < prefix.length && prefix[prefix.length - 1 - head] === text[carried.start - 1 - head])
    head += 1;
  let tail = 0;
  while (tail < suffix.length && suffix[tail] === text[carried.end + tail]) tail += 1;
  const side = (letters: number, of: number, aligned: () => number): number | null =>
    of === 0 ? null : letters === of || !mates ? letters / of : Math.max(letters / of, aligned());
  const agreed = (step: 1 | -1): number => (mates ? agreement(query, carried, { mates, step }) : 0);
  return {
    ...carried,
    before: side(head, prefix.length, () => agreed(-1)),
    after: side(tail, suffix.length, () => agreed(1)),
    verbatim:
      head === prefix.length &&
      tail === suffix.length &&
      text.slice(carried.start, carried.end) === passage.words.text.slice(passage.start, passage.end),
  };
}

/** How much of the context on one side stands next to the words; what was put in between counts against it. */
function agreement(
  { passage, from, to, before, after }: Query,
  carried: Passage,
  { mates, step }: { mates: Int32Array; step: 1 | -1 },
): number {
  const of = step < 0 ? before : after;
  if (of === 0) return 0;
  let common = 0;
  let put = 0;
  let waiting = 0;
  let next = step < 0 ? carried.first - 1 : carried.last;
  for (let at = step < 0 ? passage.first - 1 : passage.last; at >= from && at < to; at += step) {
    const mate = mates[at - from]!;
    if (mate < 0) continue;
    for (; next !== mate && next >= 0 && next < carried.words.count; next += step) {
      waiting += weightOf(carried.words, next);
    }
    next = mate + step;
    if (passage.words.keys[at] !== carried.words.keys[mate]) {
      waiting += weightOf(carried.words, mate);
      continue;
    }
    put += waiting;
    waiting = 0;
    common += weightOf(passage.words, at);
  }
  return common / (of + put);
}

/**
 * The places where the words stand letter for letter, also inside longer words and too common or too short to be
 * found by pairs; the first 64 in reading order.
 */
export function copiesOf(index: WordIndex, query: Query): Place[] {
  const { exact } = query.quote;
  const { words } = index;
  const places: Place[] = [];
  const add = (start: number, end: number): void => {
    const passage = passageOf(words, { start, end });
    if (!passage) return;
    const same = isSameWording(exact, words.text.slice(start, end));
    places.push(withContext(query, { ...passage, likeness: 1, kept: 1, same, spelling: true }, null));
  };
  for (const start of copyStarts(index, query)) {
    add(start, start + exact.length);
    if (places.length === MOST_COPIES) break;
  }
  if (places.length === 0) for (const span of foldedCopies(index, query)) add(span.start, span.end);
  return places;
}

/**
 * Where a query's words stand letter for letter, in reading order. Of three words or more the second is whole even where
 * the others are parts of longer words, and it is sooner found than the letters.
 */
function* copyStarts({ words }: WordIndex, { quote, passage }: Query): Generator<number> {
  const { text, keys, starts } = words;
  const { exact } = quote;
  const { first, last } = passage;
  if (last - first < 3) {
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) yield at;
    return;
  }
  const second = first + 1;
  const key = passage.words.keys[second]!;
  const offset = passage.words.starts[second]! - passage.start;
  for (let at = keys.indexOf(key); at >= 0; at = keys.indexOf(key, at + 1)) {
    const start = starts[at]! - offset;
    if (start >= 0 && text.startsWith(exact, start)) yield start;
  }
}

/** Where a query's whole words stand in another case or typography. */
function foldedCopies(index: WordIndex, { passage }: Query): Span[] {
  const { first, last } = passage;
  const { words } = index;
  const { keys } = passage.words;
  const spans: Span[] = [];
  for (const at of wordPlaces(index, passage)) {
    let length = 1;
    while (first + length < last && words.keys[at + length] === keys[first + length]) length += 1;
    if (first + length === last) spans.push({ start: words.starts[at]!, end: words.ends[at + length - 1]! });
    if (spans.length === MOST_COPIES) break;
  }
  return spans;
}

/** Where a passage's first word may stand, in reading order: by its first pair, where it has more words than one. */
function* wordPlaces({ words, heads, places }: WordIndex, passage: Passage): Generator<number> {
  const { first, last } = passage;
  if (last - first > 1) {
    const bucket = bucketOf(passage.words, first, heads.length - 1);
    for (let k = heads[bucket]!; k < heads[bucket + 1]!; k += 1) {
      if (words.keys[places[k]!] === passage.words.keys[first]) yield places[k]!;
    }
    return;
  }
  const key = passage.words.keys[first]!;
  for (let at = words.keys.indexOf(key); at >= 0; at = words.keys.indexOf(key, at + 1)) yield at;
}

/**
 * Whether what stood before and after the words now stands side by side: they were taken out here. More than half of
 * the context on each side must be there, so that a chance meeting of two common words is none.
 */
export function isClosed({ words, heads, places }: WordIndex, query: Query): boolean {
  const { passage, from, to, before, after } = query;
  const { first, last } = passage;
  if (first === from || last === to) return false;
  const pair = { keys: Int32Array.of(passage.words.keys[first - 1]!, passage.words.keys[last]!) };
  const bucket = bucketOf({ ...passage.words, ...pair }, 0, heads.length - 1);
  for (let k = heads[bucket]!; k < heads[bucket + 1]!; k += 1) {
    const place = places[k]!;
    let head = 0;
    for (let at = first - 1, other = place; at >= from; at -= 1, other -= 1) {
      if (passage.words.keys[at] !== words.keys[other]) break;
      head += weightOf(passage.words, at);
    }
    let tail = 0;
    for (let at = last, other = place + 1; at < to; at += 1, other += 1) {
      if (passage.words.keys[at] !== words.keys[other]) break;
      tail += weightOf(passage.words, at);
    }
    if (head > before / 2 && tail > after / 2) return true;
  }
  return false;
}
