import { describe, expect, it } from 'vitest';
import { bucketOf, indexing } from '../../../src/core/anchor/word-index.ts';
import { cutWords } from '../../../src/core/anchor/words.ts';
import { runSlices } from '../../../src/core/text/slices.ts';

const TEXT = 'the ship and the ship, and the boat and the ship';

describe('the index of a text', () => {
  const owner = { text: TEXT };
  const index = runSlices(indexing(owner));
  const placesOf = (pair: string): number[] => {
    const wanted = cutWords(pair);
    const bucket = bucketOf(wanted, 0, index.heads.length - 1);
    return [...index.places.subarray(index.heads[bucket], index.heads[bucket + 1])].filter(
      (at) => index.words.keys[at] === wanted.keys[0] && index.words.keys[at + 1] === wanted.keys[1],
    );
  };
  it('has every pair of neighbours where it stands, in reading order', () => {
    expect(placesOf('the ship')).toEqual([0, 3, 10]);
    expect(placesOf('THE SHIP')).toEqual([0, 3, 10]);
    expect(placesOf('and the')).toEqual([2, 6, 9]);
    expect(placesOf('ship the')).toEqual([]);
    expect(index.places.toSorted()).toEqual(Int32Array.from({ length: 11 }, (_, at) => at));
  });
  it('is made once for each owner', () => {
    expect(runSlices(indexing(owner))).toBe(index);
    expect(runSlices(indexing({ text: TEXT }))).not.toBe(index);
  });
  it('is empty where there are no two words', () => {
    for (const text of ['', 'one']) expect(runSlices(indexing({ text })).places).toHaveLength(0);
  });
});
