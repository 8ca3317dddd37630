import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lettersOf } from '../../../src/core/link/letters.ts';
import { wantedOf } from '../../../src/core/link/matches.ts';
import { nearPlaces } from '../../../src/core/link/near.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

/** The letters that are nearly the words, each with what it costs. */
function near(text: string, words: string, [from, to]: [number, number] = [0, Infinity]): [string, number][] {
  const all = lettersOf(readArticle(text));
  const within = { start: from, end: Math.min(to, all.letters.length) };
  return nearPlaces(all, wantedOf(words), within).map(({ start, end, cost }) => [
    all.letters.slice(start, end),
    cost,
  ]);
}

describe('words that are nearly there', () => {
  test.each<[string, string, string, [string, number][]]>([
    ['as they are', 'we meet on Monday', 'monday', [['monday', 0]]],
    ['one letter another', 'we meet on Munday', 'monday', [['munday', 1]]],
    ['one letter left out', 'we meet on Mnday', 'monday', [['mnday', 1]]],
    ['one letter put in', 'we meet on Moonday', 'monday', [['moonday', 1]]],
    ['two neighbours that changed places, which is one slip', 'we meet on Mnoday', 'monday', [['mnoday', 1]]],
    ['two neighbours at the beginning', 'we meet on Omnday', 'monday', [['omnday', 1]]],
    ['two neighbours at the end', 'we meet on Mondya', 'monday', [['mondya', 1]]],
    ['at most a third of the letters', 'we meet on Munxay', 'monday', [['munxay', 2]]],
    ['not more than that', 'we meet on Muxxay', 'monday', []],
    ['whole words only at their beginning', 'onMonday', 'monday', []],
    ['whole words only at their end', 'Mondayish', 'monday', []],
    ['several words, with a word put in', 'we will not go home', 'we-will-go-home', [['wewillnotgohome', 3]]],
    ['the first and the last word of a text', 'Mxnday', 'monday', [['mxnday', 1]]],
    ['without their first letters, where the text begins', 'nday we meet', 'monday', [['nday', 2]]],
    ['nothing for no words', 'we meet', '-', []],
  ])('%s', (_, text, words, found) => {
    expect(near(text, words)).toEqual(found);
  });

  test.each<[string, string, string, [string, number][]]>([
    ['begin inside a word where that is said', 'the antiwxr party', '-iwar', [['iwxr', 1]]],
    [
      'end inside a word where that is said',
      'the wxrlike party',
      'war-',
      [
        ['wxr', 1],
        ['par', 1],
      ],
    ],
    ['end inside a longer word where that is said', 'the wxrlike party', 'warli-', [['wxrli', 1]]],
    ['never begin in half of a character', 'a oﬁrst', '-irst', [['rst', 1]]],
  ])('%s', (_, text, words, found) => {
    expect(near(text, words)).toEqual(found);
  });

  it('come best first, and do not overlap', () => {
    expect(near('Mxnday, Monday, Mxnxay and Mondxay', 'monday')).toEqual([
      ['monday', 0],
      ['mxnday', 1],
      ['mondxay', 1],
      ['mxnxay', 2],
    ]);
  });
  it('of equally near ones that overlap, the one that is as long as they are is taken', () => {
    expect(near('ab abcde', 'abcdx')).toEqual([['abcde', 1]]);
    expect(near('a bcdef', 'bcdef-')[0]).toEqual(['bcdef', 0]);
  });
  it('lie in the part that is looked at', () => {
    expect(near('Monday Monday Monday', 'monday', [6, 12])).toEqual([['monday', 0]]);
    expect(near('Monday Monday Monday', 'monday', [6, 11])).toEqual([['monda', 1]].slice(1));
    expect(near('Monday Monday Monday', 'monday', [7, 18])).toEqual([['monday', 0]]);
    expect(near('Monday onday', 'monday', [6, 11])).toEqual([['onday', 1]]);
    expect(near('Monday nday', 'monday', [6, 10])).toEqual([['nday', 2]]);
  });
  it('cost what the shortest way from one to the other costs, and are missed nowhere', () => {
    const letter = fc.constantFrom('a', 'b', 'c', ' ');
    const wanted = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 24 }), wanted, (drawn, letters) => {
        const words = drawn.join('').trim();
        fc.pre(words !== '');
        const want = letters.join('');
        const places = spansOfWords(words).map((place) => distance(place, want));
        const least = Math.min(...places);
        const found = near(words, want);
        for (const [place, cost] of found) expect(distance(place, want)).toBe(cost);
        expect(found[0]?.[1]).toBe(least <= Math.floor(want.length * 0.34) ? least : undefined);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
  it('are at most 64', () => {
    expect(near('Monday '.repeat(100), 'monday')).toHaveLength(64);
  });
  it('are not looked for where it would take long', () => {
    const all = lettersOf(readArticle('word '.repeat(6_000)));
    const within = { start: 0, end: all.letters.length };
    expect(nearPlaces(all, wantedOf(`${'word-'.repeat(250)}word`), within)).toEqual([]);
    expect(nearPlaces(all, wantedOf('word-word'), within).length).toBeGreaterThan(0);
  });
});

/** The letters of every run of whole words. */
function spansOfWords(text: string): string[] {
  const words = text.split(/ +/);
  return words.flatMap((_, from) =>
    words.slice(from).map((__, more) => words.slice(from, from + more + 1).join('')),
  );
}

/** The edit distance with neighbours that change places (optimal string alignment), by its definition. */
function distance(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = [
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      ways.push(between(i - 2, j - 2) + 1);
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
