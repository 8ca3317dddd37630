import { describe, expect, it, test } from 'vitest';
import {
  lettersIn,
  lettersOf,
  spanOfLetters,
  wordsBetween,
  wordsIn,
} from '../../../src/core/link/letters.ts';
import {
  countPairs,
  firstEnd,
  pairAt,
  pairsOf,
  placesOf,
  rankOf,
  shortestPair,
  wantedOf,
} from '../../../src/core/link/matches.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

const lettersOfText = (text: string) => lettersOf(readArticle(text));
const whole = ({ letters }: { letters: string }) => ({ start: 0, end: letters.length });

describe('the letters of a text', () => {
  test.each([
    ['words split at white space alone', 'Anti-war, isn’t it?', ['antiwar', 'isnt', 'it']],
    ['accents and case are folded', 'Née ÉTÉ', ['nee', 'ete']],
    ['digits are letters', 'In 2025: 3.5 %', ['in', '2025', '35']],
    [
      'characters of a script without spaces are words by themselves',
      'a三月b c',
      ['a', '三', '月', 'b', 'c'],
    ],
    ['letters beyond the basic plane are whole', '𐐷𐐷 𐐷', ['𐐷𐐷', '𐐷']],
    ['signs alone are no word', '— “ ” …', []],
    ['all of the alphabet and the digits count', 'azAZ09 `{@[/:', ['azaz09']],
  ])('%s', (_, text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('lead back to the text, with the marks that combine with the last of them', () => {
    const all = lettersOfText('A cafe\u0301\u0323 x, and 𐐷\u0301.');
    const at = (words: string) => {
      const start = all.letters.indexOf(words);
      const span = spanOfLetters(all, { start, end: start + words.length });
      return all.text.slice(span.start, span.end);
    };
    expect([at('cafe'), at('caf'), at('x'), at('𐐷')]).toEqual(['cafe\u0301\u0323', 'caf', 'x', '𐐷\u0301']);
  });
  it('of a span are those that stand in it, and none between words', () => {
    const all = lettersOfText('One, two.');
    expect(lettersIn(all, { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
    expect(lettersIn(all, { start: 3, end: 5 })).toEqual({ start: 3, end: 3 });
    expect(lettersIn(all, { start: 4, end: 9 })).toEqual({ start: 3, end: 6 });
  });
  it('are cut into parts of words at the ends of what is asked for', () => {
    const all = lettersOfText('One two three');
    expect(wordsBetween(all, { start: 1, end: 8 })).toEqual(['ne', 'two', 'th']);
    expect(wordsBetween(all, { start: 3, end: 3 })).toEqual([]);
  });
});

describe('places of words', () => {
  const all = lettersOfText('War and anti-war, wars and a war. The ﬁrst war');
  const at = (words: string, within = whole(all)) => placesOf(all, wantedOf(words), within);
  const start = (words: string) =>
    lettersIn(all, { start: all.text.indexOf(words), end: all.text.length }).start;

  test.each([
    ['whole words only', 'war', [0, start('war. The'), all.letters.length - 3]],
    ['words however they are joined', 'anti-war', [start('anti')]],
    ['words however they are split', 'antiwar', [start('anti')]],
    ['the end of a word, where that is said', '-war', [start('anti') + 4]],
    ['the beginning of a word, where that is said', 'war-', [start('wars')]],
    ['nothing for no words', '-', []],
    ['never half of a character', 'rst-', []],
    ['never after half of a character', '-irst', []],
  ])('%s: %s', (_, words, places) => {
    expect(at(words)).toEqual(places);
  });
  it('are in order, overlap, and lie wholly in the part that is looked at', () => {
    const la = lettersOfText('la la la');
    const within = (from: number, to: number) => placesOf(la, wantedOf('la-la'), { start: from, end: to });
    expect(within(0, 6)).toEqual([0, 2]);
    expect(within(0, 4)).toEqual([0]);
    expect(within(0, 5)).toEqual([0]);
    expect(within(1, 6)).toEqual([2]);
    expect(within(3, 6)).toEqual([]);
  });
});

describe('pairs of first and last words', () => {
  // Letters: a at 0, 2, 4; b at 1, 3, 5.
  const all = lettersOfText('a b a b a b');
  const part = whole(all);
  const pairs = pairsOf(all, wantedOf('a'), wantedOf('b'), { first: part, last: part });
  const none = pairsOf(all, wantedOf('b'), wantedOf('a'), { first: { start: 5, end: 6 }, last: part });

  it('are all in which the last words follow the first', () => {
    expect(countPairs(pairs)).toBe(6);
    expect([1, 2, 3, 4, 5, 6, 7].map((nth) => pairAt(pairs, nth))).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 4 },
      { start: 0, end: 6 },
      { start: 2, end: 4 },
      { start: 2, end: 6 },
      { start: 4, end: 6 },
      null,
    ]);
    expect(countPairs(none)).toBe(0);
    expect(pairAt(none, 1)).toBeNull();
  });
  it('have a number, by which they are found again', () => {
    for (let nth = 1; nth <= 6; nth += 1) expect(rankOf(pairs, pairAt(pairs, nth)!)).toBe(nth);
  });
  it('end first where the last words come first', () => {
    expect([0, 2, 4].map((start) => firstEnd(pairs, start))).toEqual([2, 4, 6]);
    expect(firstEnd(pairs, 5)).toBeNull();
  });
  it('do not share letters, and may touch', () => {
    const la = lettersOfText('la la');
    const both = { first: whole(la), last: whole(la) };
    expect(countPairs(pairsOf(la, wantedOf('la'), wantedOf('la'), both))).toBe(1);
    expect(countPairs(pairsOf(la, wantedOf('la-la'), wantedOf('la'), both))).toBe(0);
  });
  it('are shortest where least stands between; the first of equal ones', () => {
    const long = lettersOfText('a x b a b a b');
    const of = { first: whole(long), last: whole(long) };
    expect(shortestPair(pairsOf(long, wantedOf('a'), wantedOf('b'), of))).toEqual({ start: 3, end: 5 });
    expect(shortestPair(none)).toBeNull();
    // A first word with no last word after it ends the search.
    const late = lettersOfText('a x b a');
    expect(
      shortestPair(pairsOf(late, wantedOf('a'), wantedOf('b'), { first: whole(late), last: whole(late) })),
    ).toEqual({ start: 0, end: 3 });
  });
});
