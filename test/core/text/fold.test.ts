import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findWords } from '../../../src/core/text/find.ts';
import { fold, unfold } from '../../../src/core/text/fold.ts';

test.each([
  ['case', 'Kyiv AND Moscow', 'kyiv and moscow'],
  ['curly and low quotation marks', '“a” „b“ ‘c’ ‚d‘', '"a" "b" \'c\' \'d\''],
  ['angle and corner marks', '«a» 「b」', '"a" "b"'],
  ['dashes', 'a–b—c‑d−e', 'a-b-c-d-e'],
  ['runs of white space', 'a \t\n b\u00a0c\u2009d', 'a b c d'],
  ['soft hyphens and joiners', 'co\u00adoper\u200bate', 'cooperate'],
  ['accents, composed', 'Désirée Ñandú', 'desiree nandu'],
  ['accents, decomposed', 'De\u0301sire\u0301e', 'desiree'],
  ['ligatures and widths', 'ﬁne Ｏｋ', 'fine ok'],
  ['Cyrillic', 'СВО Ёлка', 'сво елка'],
  ['a capital with a dot keeps its letter', 'İstanbul', 'istanbul'],
  ['letters beyond the basic plane', '𝐁old 😀', 'bold 😀'],
])('folds %s', (_, text, folded) => {
  expect(fold(text).text).toBe(folded);
});

describe('the way back from folded to real text', () => {
  const back = (text: string, words: string): string => {
    const folding = fold(text);
    const start = folding.text.indexOf(words);
    const span = unfold(folding, { start, end: start + words.length });
    return text.slice(span.start, span.end);
  };
  test.each([
    ['an accent belongs to its letter', 'cafe\u0301 noir', 'cafe', 'cafe\u0301'],
    ['a soft hyphen inside is taken along', 'co\u00adoperate now', 'cooperate', 'co\u00adoperate'],
    ['a run of spaces is one space', 'a  \n b', 'a b', 'a  \n b'],
    ['a ligature is taken whole', 'a ﬁne day', 'f', 'ﬁ'],
    ['the end of a ligature too', 'a ﬁne day', 'ine', 'ﬁne'],
    ['pairs of surrogates stay whole', 'x 😀 y', '😀', '😀'],
  ])('%s', (_, text, words, expected) => {
    expect(back(text, words)).toBe(expected);
  });

  it('ends never before it begins, and stays inside, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
        const folding = fold(text);
        const start = Math.min(a, b) % (folding.text.length + 1);
        const end = Math.min(start + (Math.max(a, b) % 8), folding.text.length);
        const span = unfold(folding, { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        if (end > start)
          expect(fold(text.slice(span.start, span.end)).text).toContain(folding.text.slice(start, end));
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});

describe('finding words', () => {
  const text = 'He said “wait”. She said "Wait" — and he waited.';
  const found = (words: string): string[] =>
    findWords({ text }, words).map(({ start, end }) => text.slice(start, end));
  it('finds every place, whatever the case and the marks', () => {
    expect(found('"wait"')).toEqual(['“wait”', '"Wait"']);
    expect(found('said')).toHaveLength(2);
  });
  it('finds words across a dash, and ignores spaces around what is asked for', () => {
    expect(found('  wait" - and ')).toEqual(['Wait" — and']);
  });
  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('  \u00ad ')).toEqual([]);
  });
  it('gives hits that do not overlap', () => {
    expect(findWords({ text: 'aaaa' }, 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
  });
});
