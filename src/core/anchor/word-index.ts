import type { Slices } from '../text/slices.ts';
import { cuttingWords, type Words } from './words.ts';

/**
 * Where every pair of neighbouring words stands in a text. `heads[bucket]` to `heads[bucket + 1]` is the part of
 * `places` for a bucket of pairs; a pair has its own bucket but for chance, so a bucket is a hint to be checked.
 */
export interface WordIndex {
  readonly words: Words;
  readonly heads: Int32Array;
  readonly places: Int32Array;
}

/** Words that are counted or placed in one slice. */
const SLICE = 50_000;

const made = new WeakMap<object, WordIndex>();

/** The index of a text, made once for each owner (an article), in slices. */
export function* indexing(owner: { readonly text: string }): Slices<WordIndex> {
  const known = made.get(owner);
  if (known) return known;
  const words = yield* cuttingWords(owner.text);
  const pairs = Math.max(0, words.count - 1);
  const buckets = 1 << (32 - Math.clz32(pairs * 2 + 1));
  const heads = new Int32Array(buckets + 1);
  const places = new Int32Array(pairs);
  for (let at = 0; at < pairs; at += 1) {
    heads[bucketOf(words, at, buckets)]! += 1;
    if (at % SLICE === SLICE - 1) yield at / pairs;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1) heads[bucket]! += heads[bucket - 1]!;
  yield 0;
  // Filled from the back, so that each bucket is in reading order and each head ends at its start.
  for (let at = pairs - 1; at >= 0; at -= 1) {
    places[(heads[bucketOf(words, at, buckets)]! -= 1)] = at;
    if (at % SLICE === SLICE - 1) yield 1 - at / pairs;
  }
  const index = { words, heads, places };
  made.set(owner, index);
  return index;
}

/** Which bucket the pair of a word and its next falls into. */
export function bucketOf(words: Words, at: number, buckets: number): number {
  const mixed = Math.imul(Math.imul(words.keys[at]!, 0x9e3779b1) ^ words.keys[at + 1]!, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (buckets - 1);
}
