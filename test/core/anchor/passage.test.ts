import { describe, expect, it, test } from 'vitest';
import { carry, isSameWording, passageOf, weightBetween } from '../../../src/core/anchor/passage.ts';
import { cutWords, isSpelt, weightOf, wordAfter } from '../../../src/core/anchor/words.ts';

/** In the samples a passage is marked with `[` and `]`. */
function marked(sample: string) {
  const start = sample.indexOf('[');
  return { text: sample.replace(/[[\]]/g, ''), span: { start, end: sample.indexOf(']') - 1 } };
}
function passage(sample: string) {
  const { text, span } = marked(sample);
  return passageOf(cutWords(text), span);
}
/** Carries a marked passage over by the mates of its text's words, counted from `base` on. */
function carried(sample: string, to: string, mates: readonly number[], base = 0) {
  const from = passage(sample)!;
  const result = carry(from, cutWords(to), { mates: Int32Array.from(mates), base });
  return result && { ...result, words: to.slice(result.start, result.end) };
}
const inOrder = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

describe('the words of a passage', () => {
  test.each([
    ['[one two] three', 0, 2],
    ['one [two] three', 1, 2],
    ['one[ two ]three', 1, 2],
    ['o[ne tw]o three', 0, 2],
    ['one t[w]o three', 1, 2],
    ['one [two three]', 1, 3],
  ])('are all that it touches: %s', (sample, first, last) => {
    expect(passage(sample)).toMatchObject({ first, last });
  });
  it('are none between words and outside of them', () => {
    expect(passage('one[ ]two')).toBeNull();
    expect(passage('one[ \u00ad]')).toBeNull();
  });
  it('weigh what they have letters, and three for a character of Chinese', () => {
    const words = cutWords('Costs fell, 三 x 😀');
    expect(inOrder(words.count).map((at) => weightOf(words, at))).toEqual([5, 4, 1, 3, 1, 2]);
    expect([weightBetween(words, 0, 3), weightBetween(words, 1, 2), weightBetween(words, 2, 2)]).toEqual([
      10, 4, 0,
    ]);
    expect(inOrder(words.count).map((at) => isSpelt(words, at))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([0, 4, 5, 6, 10, 11, 99].map((offset) => wordAfter(words, offset))).toEqual([0, 0, 1, 1, 2, 3, 6]);
  });
});

describe('wordings that read the same', () => {
  test.each([
    ['so be it', 'so be it'],
    ['“so” be it', '"so" be it'],
    ['So be it', 'so be it'],
    ['so – be – it', 'so—be—it'],
    ['so... be it', 'so… be it'],
    ['caf\u00e9', 'cafe\u0301'],
    ['so  be\nit', 'so be it'],
    ['12 men', '12\u00a0men'],
    ['co\u00adop', 'coop'],
    ['', ' '],
  ])('%j and %j do', (was, is) => {
    expect(isSameWording(was, is)).toBe(true);
    expect(isSameWording(is, was)).toBe(true);
  });
  test.each([
    ['so be it', 'so be'],
    ['so be it', 'so be if'],
    ['so be it', 'so be It'],
    ['sobe', 'so be'],
    ['12', '13'],
    ['12', '1'],
    ['é', 'e'],
    ['a', ''],
    ['a', '.'],
    ['so be it', 'so be it.'],
    ['三', '二'],
    ['a三', 'a二'],
    ['z9', 'z0'],
    ['[', '{'],
  ])('%j and %j do not', (was, is) => {
    expect(isSameWording(was, is)).toBe(false);
    expect(isSameWording(is, was)).toBe(false);
  });
});

describe('a passage carried over', () => {
  test.each<[string, string, string, readonly number[], string]>([
    ['its words', 'one [two three] four', 'x one two three four', [1, 2, 3, 4], 'two three'],
    ['what was put in between', 'one [two three] four', 'one two x three four', [0, 1, 3, 4], 'two x three'],
    ['what is left of it, without its first word', '[one two] three', 'two three', [-1, 0, 1], 'two'],
    ['what is left of it, without its last word', 'one [two three]', 'one two', [0, 1, -1], 'two'],
    [
      'the stop that stands beside its words, not the one it was paired with',
      '[one two.] x.',
      'one two. x.',
      [0, 1, -1, 3, 4],
      'one two.',
    ],
    ['the first word that stands beside the others', '[one two] x', 'one two x', [-1, 1, 2], 'one two'],
    ['part of a word at its beginning', 'a tax[payer grew]', 'a taxpayer grew', [0, 1, 2], 'payer grew'],
    ['part of a word at its end', '[the tax]payer', 'the taxpayer', [0, 1], 'the tax'],
    ['part of a word that was changed before it', 'a tax[payer]', 'a ratepayer', [0, 1], 'payer'],
    ['part of a word that was changed behind it', 'a [tax]payer', 'a taxman', [0, 1], 'tax'],
    ['nothing of a word that is now shorter than the part', 'a [taxpay]er', 'a x', [0, 1], ''],
    ['white space before it', 'a[ two] b', 'x a two b', [1, 2, 3], ' two'],
    ['white space behind it', 'a [two ]b', 'x a two b', [1, 2, 3], 'two '],
    ['only as much white space as it had', 'a [two ]b', 'a two   b', [0, 1, 2], 'two '],
    ['no white space where none is', 'a [two ]b', 'a two-b', [0, 1, 3], 'two'],
    ['no white space before the text', 'a[ two] b', 'two b', [-1, 0, 1], 'two'],
  ])('takes %s', (_, sample, to, mates, words) => {
    expect(carried(sample, to, mates)?.words).toBe(words);
  });

  // Words: w o a b c . x — the marked ones are the third to the sixth.
  test.each<[string, string, readonly number[], string]>([
    ['its last word was paired with a later one', 'w o a b c . y . x', [0, 1, 2, 3, 4, 7, 8], 'a b c .'],
    ['its first word was paired with an earlier one', 'w o a y a b c . x', [0, 1, 2, 5, 6, 7, 8], 'a b c .'],
    ['its last word stands only further on', 'w o a b c y . x', [0, 1, 2, 3, 4, 6, 7], 'a b c y .'],
    ['its first word stands only further back', 'w o a y b c . x', [0, 1, 2, 4, 5, 6, 7], 'a y b c .'],
    ['it comes first of all', 'a b c . x', [-1, -1, 0, 1, 2, 3, 4], 'a b c .'],
    ['its first word is missing at the beginning', 'b c . x', [-1, -1, -1, 0, 1, 2, 3], 'b c .'],
    ['it comes last of all', 'w o a b c .', [0, 1, 2, 3, 4, 5, -1], 'a b c .'],
    ['its words before the last were left out', 'w o a . x', [0, 1, 2, -1, -1, 3, 4], 'a .'],
    ['its words after the first were left out', 'w a . x', [0, -1, 1, -1, -1, 2, 3], 'a .'],
  ])('is whole and no longer where %s', (_, to, mates, words) => {
    expect(carried('w o [a b c .] x', to, mates)).toMatchObject({ words });
  });

  it('ends where it ends where it is one word, whatever follows', () => {
    expect(carried('w [a] x a', 'w a x a', [0, 1, 2, 3])).toMatchObject({ words: 'a', same: true });
    expect(carried('a w [b] x', 'a w b x', [0, 1, 2, 3])).toMatchObject({ words: 'b', same: true });
  });

  // Words: w a b x — the marked ones are the second and the third.
  test.each<[string, string, readonly number[], number, string]>([
    ['as many', 'w c d x', [0, 1, 2, 3], 0, 'c d'],
    ['fewer', 'w c x', [0, 1, -1, 2], 0, 'c'],
    ['one more, before', 'w n c d x', [0, 2, 3, 4], 0, 'n c d'],
    ['one more, after', 'w c d n x', [0, 1, 2, 4], 0, 'c d n'],
    ['two more: no longer surely in its place', 'w n m c d x', [0, 3, 4, 5], 0, 'c d'],
    ['one more, and what was before is gone', 'n c d x', [-1, 1, 2, 3], 0, 'c d'],
    ['one more, and what was before is known of no more', 'w n c d x', [2, 3, 4], 1, 'c d'],
    ['one more, and what was after is known of no more', 'w c d n x', [0, 1, 2], 0, 'c d'],
    ['one more, and a word is left', 'w n a d x', [0, 2, 3, 4], 0, 'a d'],
  ])('of which no word is left is all that stands in its place: %s', (_, to, mates, base, words) => {
    expect(carried('w [a b] x', to, mates, base)).toMatchObject({ words, same: false, spelling: false });
  });

  it('is nowhere where none of its words has a mate', () => {
    expect(carried('one [two three]', 'one', [0, -1, -1])).toBeNull();
  });
  it('counts the mates from the word that it is told', () => {
    expect(carried('x y [two three] z', 'a two three', [1, 2, -1], 2)?.words).toBe('two three');
    expect(carried('x y [two three] z', 'three', [-1, 0, -1], 2)?.words).toBe('three');
    expect(carried('x y [two three] z', 'two four', [0, 1, -1], 2)).toMatchObject({
      likeness: expect.closeTo(6 / 15),
    });
  });

  test.each<[string, string, string, readonly number[], object]>([
    [
      'the same words',
      '[two three]',
      'two three',
      [0, 1],
      { same: true, likeness: 1, kept: 1, spelling: true },
    ],
    ['other typography', '[“two”]', '"two"', [0, 1, 2], { same: true, likeness: 1, kept: 1, spelling: true }],
    [
      'a slip',
      '[harbour two]',
      'harbuor two',
      [0, 1],
      { same: false, likeness: ((5 / 7) * 14 + 6) / 20, kept: (5 + 3) / 10, spelling: true },
    ],
    [
      'a slip in a short word',
      '[ship two]',
      'shop two',
      [0, 1],
      { likeness: (0.75 * 8 + 6) / 14, spelling: false },
    ],
    [
      'a slip in five letters',
      '[ships two]',
      'shipz two',
      [0, 1],
      { likeness: (0.8 * 10 + 6) / 16, spelling: true },
    ],
    [
      'another word',
      '[harbour two]',
      'airport two',
      [0, 1],
      { likeness: 6 / 20, kept: 3 / 10, spelling: false },
    ],
    ['a word put in', '[one two]', 'one big two', [0, 2], { likeness: 12 / 15, kept: 1, spelling: false }],
    [
      'a word left out',
      '[one big two]',
      'one two',
      [0, -1, 1],
      { likeness: 12 / 15, kept: 6 / 9, spelling: false },
    ],
    [
      'a mark left out',
      '[one, two]',
      'one two',
      [0, -1, 1],
      { likeness: 12 / 13, kept: 6 / 7, spelling: true },
    ],
    [
      'another number',
      '[12 ships]',
      '21 ships',
      [0, 1],
      { likeness: (0.5 * 4 + 10) / 14, kept: 6 / 7, spelling: false },
    ],
    [
      'another long number',
      '[123456 ships]',
      '123457 ships',
      [0, 1],
      { likeness: (0.5 * 12 + 10) / 22, spelling: false },
    ],
    ['a word for a number', '[ab12x ships]', 'ab12y ships', [0, 1], { likeness: 0.75, spelling: false }],
    [
      'another case',
      '[one US two]',
      'one us two',
      [0, 1, 2],
      { same: false, likeness: 1, kept: 1, spelling: true },
    ],
    [
      'no more than half of a word',
      '[abcd two]',
      'abxy two',
      [0, 1],
      { likeness: (0.5 * 8 + 6) / 14, spelling: false },
    ],
    ['less than half of a word', '[abcde two]', 'abxyz two', [0, 1], { likeness: 6 / 16, spelling: false }],
  ])('is compared with what it was: %s', (_, sample, to, mates, expected) => {
    const close = Object.fromEntries(
      Object.entries(expected).map(([name, value]) => [
        name,
        typeof value === 'number' ? expect.closeTo(value) : value,
      ]),
    );
    expect(carried(sample, to, mates)).toMatchObject(close);
  });
});
