import fc from 'fast-check';
import { describe as group, expect, it, test } from 'vitest';
import { aligning } from '../../../src/core/anchor/align.ts';
import {
  cuttingWords,
  cutWords,
  isSpelt,
  weightOf,
  wordAfter,
  type Words,
} from '../../../src/core/anchor/words.ts';
import { runSlices } from '../../../src/core/text/slices.ts';

const SEED = { seed: 20_250_101, numRuns: 300 };
const shown = (words: Words): string[] =>
  Array.from({ length: words.count }, (_, at) => words.text.slice(words.starts[at], words.ends[at]));

group('cutting a text into words', () => {
  test.each([
    ['Sales fell, by 12 %.', ['Sales', 'fell', ',', 'by', '12', '%', '.']],
    ["isn't – so...", ['isn', "'", 't', '–', 'so', '...']],
    ['ad\u00admin  x\u200b', ['ad\u00admin', 'x']],
    ['cafe\u0301 au lait', ['cafe\u0301', 'au', 'lait']],
    ['三月です', ['三', '月', 'で', 'す']],
    ['a😀️b', ['a', '😀️', 'b']],
    ['𝒜𝒷c d', ['𝒜𝒷c', 'd']],
    ['. . .. ... --- - –—', ['.', '.', '..', '...', '---', '-', '–', '—']],
    ['!!?', ['!', '!', '?']],
    ['x.-.y', ['x', '.', '-', '.', 'y']],
    ['\u0301a', ['a']],
    ['a \u0301b', ['a', 'b']],
    ['a\u200b\u200bb\u200b c', ['a\u200b\u200bb', 'c']],
    ['', []],
  ])('%s', (text, words) => {
    expect(shown(cutWords(text))).toEqual(words);
  });
  test.each([
    ['“Ab”', '"aB"'],
    ['Zoo', 'zOO'],
    ['é', 'e\u0301'],
    ['x — y', 'x - y'],
    ['a-b', 'a–b'],
    ['...', '…'],
    ['straße\u00ad', 'STRAße'],
  ])('%s and %s have the same keys', (one, other) => {
    expect([...cutWords(one).keys]).toEqual([...cutWords(other).keys]);
  });
  test.each([
    ['cat', 'act'],
    ['.', '…'],
    ['..', '.'],
    ['-', '.'],
    ['a', '𝒶b'],
    ['三', '月'],
    ['!', '?'],
    ['1', '2'],
    ['A', '['],
    ['Z', 'z{'],
  ])('%s and %s have different keys', (one, other) => {
    expect([...cutWords(one).keys]).not.toEqual([...cutWords(other).keys]);
  });
  it('has room for as many words as there are characters', () => {
    const many = cutWords('a!'.repeat(500));
    expect(many.count).toBe(1000);
    expect(many.keys).toHaveLength(1000);
    expect(new Set(many.keys).size).toBe(2);
    expect([many.starts.at(-1), many.ends.at(-1)]).toEqual([999, 1000]);
  });
  it('says how far it is, and ends at the end', () => {
    const cutting = cuttingWords('Words and words. '.repeat(8_000));
    const told: number[] = [];
    for (let step = cutting.next(); ; step = cutting.next()) {
      if (step.done === true) {
        expect(step.value.count).toBe(32_000);
        break;
      }
      told.push(step.value);
    }
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share > 0 && share < 1)).toBe(true);
  });
  it('weighs words by their letters, and characters of Chinese and Japanese as three', () => {
    const words = cutWords('To “be” 三 ⺀ 国 é!');
    const weights = Array.from({ length: words.count }, (_, at) => weightOf(words, at));
    expect(weights).toEqual([2, 1, 2, 1, 3, 3, 3, 1, 1]);
    const spelt = Array.from({ length: words.count }, (_, at) => isSpelt(words, at));
    expect(spelt).toEqual([true, false, true, false, true, false, true, true, false]);
  });
  test.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [5, 2],
    [99, 2],
  ])('the first word that ends after %i is number %i', (offset, index) => {
    expect(wordAfter(cutWords('To be.'.slice(0, 5)), offset)).toBe(index);
  });
  it('leaves nothing out but white space and what is invisible, in order, at any length of slice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const words = cutWords(text);
        let end = 0;
        for (let at = 0; at < words.count; at += 1) {
          expect(text.slice(end, words.starts[at])).toMatch(/^[\s\p{M}\p{C}]*$/u);
          expect(words.ends[at]).toBeGreaterThan(words.starts[at]!);
          end = words.ends[at]!;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{M}\p{C}]*$/u);
      }),
      SEED,
    );
    const long = 'Words and words — and é, 三月. '.repeat(8_000);
    expect(shown(runSlices(cuttingWords(long)))).toEqual(shown(cutWords(long)));
  });
});

/** Which words of `b` stand for those of `a`. */
function align(a: string, b: string): { a: Words; b: Words; mates: number[] } {
  const [one, other] = [cutWords(a), cutWords(b)];
  const whole = (words: Words) => ({ words, from: 0, to: words.count });
  return { a: one, b: other, mates: [...runSlices(aligning(whole(one), whole(other)))] };
}

group('pairing the words of two texts', () => {
  test.each([
    ['a b c', 'a b c', [0, 1, 2]],
    ['a b c', 'a c', [0, -1, 1]],
    ['a c', 'a b c', [0, 2]],
    ['one regoin here', 'one region here', [0, 1, 2]],
    ['one two three', 'one four three', [0, 1, 2]],
    ['one two', 'three', [-1, 0]],
    ['', 'a', []],
    ['a', '', [-1]],
  ])('%s / %s', (a, b, mates) => {
    expect(align(a, b).mates).toEqual(mates);
  });

  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'ee', 'ff', '.'), { maxLength: 150 });
  it('keeps their order, and pairs each word once', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const { b, mates } = align(one.join(' '), other.join(' '));
        const paired = mates.filter((mate) => mate >= 0);
        expect(paired.every((mate, at) => mate < b.count && (at === 0 || mate > paired[at - 1]!))).toBe(true);
      }),
      SEED,
    );
  });
  it('pairs all that is not touched by one edit, however long the texts', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(40), fc.nat(40), (place, taken, added) => {
        const words = Array.from({ length: 2_100 }, (_, at) => `w${(at * 7_919) % 1_201}`);
        const edited = [
          ...words.slice(0, place),
          ...Array.from({ length: added }, (_, at) => `n${at}`),
          ...words.slice(place + taken),
        ];
        const { mates } = align(words.join(' '), edited.join(' '));
        for (let at = 0; at < place; at += 1) expect(mates[at]).toBe(at);
        for (let at = place + taken; at < words.length; at += 1) expect(mates[at]).toBe(at + added - taken);
      }),
      { ...SEED, numRuns: 20 },
    );
  });
  it('pairs the heavier part of what changed places', () => {
    const part = (name: string, length: number) =>
      Array.from({ length }, (_, at) => `${name}${at}`).join(' ');
    const { mates } = align(`${part('x', 60)} ${part('y', 200)}`, `${part('y', 200)} ${part('x', 60)}`);
    expect(mates.slice(60)).toEqual(Array.from({ length: 200 }, (_, at) => at));
  });
});
