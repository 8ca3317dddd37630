import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { likeness, pairWords, type Pairing } from '../../../src/core/anchor/pair-words.ts';
import { cutWords, isSpelt, type Words } from '../../../src/core/anchor/words.ts';

const whole = (words: Words) => ({ words, from: 0, to: words.count });
function pair(a: string, b: string, some: Partial<Pairing> = {}): number[] {
  const [one, other] = [cutWords(a), cutWords(b)];
  const mates = new Int32Array(one.count).fill(-1);
  pairWords(whole(one), whole(other), { mates, base: 0, ...some });
  return [...mates];
}

/** What a pairing costs, by the rules as they are told: 8 to leave a word out or put one in, 4 for a slip, 12 or 20 for another word. */
function costOf(a: Words, b: Words, mates: readonly number[]): number {
  let cost = 8 * (b.count - mates.filter((mate) => mate >= 0).length);
  for (const [at, mate] of mates.entries()) cost += mate < 0 ? 8 : changeOf(a, at, { words: b, at: mate });
  return cost;
}
function changeOf(a: Words, at: number, other: { words: Words; at: number }): number {
  if (a.keys[at] === other.words.keys[other.at]) return 0;
  const lengths = [a.ends[at]! - a.starts[at]!, other.words.ends[other.at]! - other.words.starts[other.at]!];
  if (Math.min(...lengths) === 1) return isSpelt(a, at) === isSpelt(other.words, other.at) ? 12 : 20;
  return Math.abs(lengths[0]! - lengths[1]!) <= 2 && likeness(a, at, other) >= 0.6 ? 4 : 12;
}
/** The least cost of all pairings, cell by cell. */
function leastCost(a: Words, b: Words): number {
  const rows = Array.from({ length: a.count + 1 }, () => Array.from({ length: b.count + 1 }, () => 0));
  for (let i = 0; i <= a.count; i += 1) {
    for (let j = 0; j <= b.count; j += 1) {
      if (i === 0 || j === 0) rows[i]![j] = 8 * (i + j);
      else
        rows[i]![j] = Math.min(
          rows[i - 1]![j]! + 8,
          rows[i]![j - 1]! + 8,
          rows[i - 1]![j - 1]! + changeOf(a, i - 1, { words: b, at: j - 1 }),
        );
    }
  }
  return rows[a.count]![b.count]!;
}

describe('pairing words', () => {
  const text = fc
    .array(
      fc.constantFrom('harbour', 'harbuor', 'Harbours', 'a', 'b', 'the', 'them', '.', ',', '12', 'ship'),
      { maxLength: 12 },
    )
    .map((words) => words.join(' '));
  it('costs as little as any pairing can, and keeps the order', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [cutWords(one), cutWords(other)];
        const mates = pair(one, other);
        const paired = mates.filter((mate) => mate >= 0);
        expect(paired).toEqual([...new Set(paired)].toSorted((x, y) => x - y));
        expect(costOf(a, b, mates)).toBe(leastCost(a, b));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  test.each([
    ['a misspelling is a mate', 'one harbuor here', 'one harbour here', [0, 1, 2]],
    ['another word is one, too', 'one ship here', 'one plane here', [0, 1, 2]],
    ['a mark is no mate of a word', 'one . here', 'one ship here', [0, -1, 2]],
    ['a mark is one of another', 'one . here', 'one ; here', [0, 1, 2]],
    ['an equal word is nearer than a misspelling', 'the harbour', 'ship harbuor the', [2, -1]],
    ['a misspelling is nearer than another word', 'harbour', 'ship harbuor plan', [1]],
    ['nothing has no mates', '', 'one', []],
    ['nothing is no mate', 'one', '', [-1]],
  ])('%s', (_, a, b, mates) => {
    expect(pair(a, b)).toEqual(mates);
  });

  it('takes parts of texts, and writes where it is told', () => {
    const [a, b] = [cutWords('x one two y'), cutWords('z z one two')];
    const mates = new Int32Array(4).fill(-7);
    pairWords({ words: a, from: 1, to: 3 }, { words: b, from: 2, to: 4 }, { mates, base: 0 });
    expect([...mates]).toEqual([-7, 2, 3, -7]);
    const apart = new Int32Array(2).fill(-7);
    pairWords({ words: a, from: 1, to: 3 }, { words: b, from: 2, to: 4 }, { mates: apart, base: 1 });
    expect([...apart]).toEqual([2, 3]);
  });

  it('finds the words of one inside the other where it may begin and end anywhere in it', () => {
    expect(pair('one two', 'x x x one two x', { within: [0, 6] })).toEqual([3, 4]);
    expect(pair('one ship', 'x x x one x ship', { within: [0, 6] })).toEqual([-1, 5]);
    expect(pair('one two', 'one two x one two', { within: [2, 4] })).toEqual([3, 4]);
    expect(pair('one two', 'one two x one two', { within: [0, 1] })).toEqual([0, 1]);
    expect(pair('one two three', 'one two three', { within: [1, 2] })).not.toContain(0);
  });
  it('of equal ways takes the one that pairs more of the words that are dear', () => {
    // Either `b` is left out or `c`: they have changed places.
    const swapped = (dear: Pairing['dear']) =>
      pair('aa bb cc dd', 'aa cc bb dd', { within: [-2, 2], ...(dear && { dear }) });
    expect(swapped({ first: 1, last: 2 })[1]).toBe(2);
    expect(swapped({ first: 2, last: 3 })[2]).toBe(1);
  });
  it('is the same after longer texts', () => {
    const long = Array.from({ length: 120 }, (_, at) => `w${at}`);
    const cut = [...long.slice(0, 40), ...long.slice(50)];
    const mates = pair(long.join(' '), cut.join(' '));
    expect(mates).toEqual(long.map((_, at) => (at < 40 ? at : at < 50 ? -1 : at - 10)));
    expect(pair('one two', 'two')).toEqual([-1, 0]);
  });
});

describe('how alike two words are', () => {
  test.each([
    ['harbour', 'harbour', 1],
    ['harbour', 'HARBOUR', 1],
    ['harbour', 'harbor', 6 / 7],
    ['harbor', 'harbour', 6 / 7],
    ['ship', 'shop', 0.75],
    ['ship', 'plan', 0],
    ['anna', 'annanna', 4 / 7],
    ['aa', 'aaaa', 0.5],
    ['regoin', 'region', 4 / 6],
    ['[]'.slice(0, 1), '{', 0],
  ])('%s, %s', (a, b, share) => {
    expect(likeness(cutWords(a), 0, { words: cutWords(b), at: 0 })).toBeCloseTo(share);
  });
});
