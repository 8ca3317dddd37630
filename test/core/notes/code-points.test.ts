import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf } from '../../../src/core/notes/code-points.ts';

/** Counted the slow way, one code point after the other. */
const slowToUtf16 = (text: string, codePoints: number): number => {
  let offset = 0;
  for (let passed = 0; passed < codePoints; passed += 1) {
    if (offset >= text.length) return -1;
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  }
  return offset;
};

describe('code points', () => {
  it.each<[string, string, number[]]>([
    ['plain letters', 'abc', [0, 1, 2, 3]],
    ['pairs of surrogates', 'a😀b😀', [0, 1, 3, 4, 6]],
    ['combining marks, which count', 'e\u0301a', [0, 1, 2, 3]],
    ['a family, which is seven', '👩‍👩‍👧‍👦', [0, 2, 3, 5, 6, 8, 9, 11]],
    ['halves of pairs, each for one', '\ud83d\ud83d\ude00\ude00', [0, 1, 3, 4]],
    ['no text', '', [0]],
  ])('stand at their UTF-16 offsets: %s', (_, text, offsets) => {
    const { toUtf16, toCodePoints } = codePointsOf(text);
    expect(offsets.map((_offset, count) => toUtf16(count))).toEqual(offsets);
    expect(offsets.map((offset) => toCodePoints(offset))).toEqual(offsets.map((_offset, count) => count));
    expect(toUtf16(offsets.length)).toBe(-1);
  });

  it('know no place outside the text, between whole numbers or inside a pair', () => {
    const { toUtf16, toCodePoints } = codePointsOf('a😀b');
    for (const number of [-1, 0.5, 9, Number.NaN, Infinity, 2 ** 53]) {
      expect(toUtf16(number)).toBe(-1);
      expect(toCodePoints(number)).toBe(-1);
    }
    expect(toCodePoints(2)).toBe(-1);
  });

  it('agree with counting one by one, there and back, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(70), (text, count) => {
        const { toUtf16, toCodePoints } = codePointsOf(text);
        const offset = slowToUtf16(text, count);
        expect(toUtf16(count)).toBe(offset);
        if (offset >= 0) expect(toCodePoints(offset)).toBe(count);
      }),
      { seed: 20251122, numRuns: 200 },
    );
  });

  const cases = '../shared/data/external/unicode/offset-cases.json';
  it.skipIf(!existsSync(cases))(`agree with the table of ${cases}, where that is at hand`, () => {
    const table = JSON.parse(readFileSync(cases, 'utf8')) as {
      utf16: string;
      lengths: { codePoints: number };
    }[];
    expect(table.length).toBeGreaterThan(50);
    for (const { utf16, lengths } of table) {
      const text = String.fromCharCode(...utf16.split(' ').map((unit) => Number.parseInt(unit, 16)));
      expect(codePointsOf(text).toCodePoints(text.length), utf16).toBe(lengths.codePoints);
    }
  });
});
