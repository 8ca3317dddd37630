import { describe, expect, it } from 'vitest';
import { expressionsIn, everyExpression } from '../../tools/regexes/collect.ts';
import { measure } from '../../tools/regexes/measure.ts';

const measured = (
  { source, flags }: RegExp,
  { bound = null, isRepeated = false }: { bound?: number | null; isRepeated?: boolean } = {},
) => measure({ at: 'a.ts:1', source, flags, isRepeated, bound }, { witness: null, isQuick: true });

describe('the regular expressions of the code', () => {
  it('are all known, also those that are made of texts', async () => {
    const { expressions, missed } = await everyExpression(new URL('../../src', import.meta.url).pathname);
    expect(missed).toEqual([]);
    expect(expressions.length).toBeGreaterThan(500);
    expect(expressions.filter(({ at }) => at.startsWith('src/core/questions/question-rules.ts'))).not.toEqual(
      [],
    );
  }, 60_000);

  it('are found wherever they stand, with the bound that is said beside them', () => {
    const code = [
      'const a = /x+/g;',
      "const parted = 'x y'.split(/ +/);",
      '// Bounded by 1,200: the line',
      '// is cut before.',
      'const b = /y+$/;',
      "const made = new RegExp('z');",
      "const other = RegExp('z');",
    ].join('\n');
    const { literals, sites } = expressionsIn('a.ts', code);
    expect(
      literals.map(({ at, source, isRepeated, bound }) => `${at} ${source} ${isRepeated} ${bound}`),
    ).toEqual(['a.ts:1 x+ true null', 'a.ts:2  + true null', 'a.ts:5 y+$ false 1200']);
    expect(sites.map(({ at }) => at)).toEqual(['a.ts:6', 'a.ts:7']);
  });
});

describe('an expression on texts made to be hard for it', () => {
  it.each([
    ['blanks before an end that does not come', /\s+x$/],
    ['two ways to read the same', /^(?:a|[a-z])+$/],
    ['words that overlap', /^<([a-z][a-z0-9-]*)[^>]*>$/],
  ])(
    'is not fit if it takes the square or more: %s',
    (_, pattern) => {
      expect(measured(pattern).isFit).toBe(false);
    },
    30_000,
  );

  it.each([
    ['blanks that begin once', /(?<!\s)\s+x$/],
    ['a class', /^[a-z]+$/],
    ['no quantifier', /x|yz$/],
  ])(
    'is fit if it is linear: %s',
    (_, pattern) => {
      expect(measured(pattern).isFit).toBe(true);
    },
    30_000,
  );

  it('is fit with a bound where its longest text is short', () => {
    expect(measured(/\s+x$/, { bound: 100 }).isFit).toBe(true);
    expect(measured(/\s+x$/, { bound: 100_000 }).isFit).toBe(false);
  }, 30_000);
});
