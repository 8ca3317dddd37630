import { runInNewContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { instrument } from '../../tools/mutants/instrument.ts';

const changes = (source: string): string[] =>
  instrument('a.ts', source).mutants.map(({ was, is }) => `${was} → ${is}`);

/** Runs an instrumented expression of `a` and `b` with one of its mutants on; with -1 none is. */
function run(expression: string, on: number, [a, b]: [unknown, unknown]): unknown {
  const { code } = instrument('a.js', `result = ${expression};`);
  return runInNewContext(`let result; ${code} result;`, { __mutant: (id: number) => id === on, a, b });
}

describe('the mutants of a source', () => {
  test.each([
    ['f(a < b);', ['a < b → a <= b', 'a < b → a >= b', 'f(a < b) → undefined']],
    ['const x: 1 | -1 = y!;', []],
    ['import x from "./x.ts";', []],
    ['type A = "a"; const k = { a: y };', []],
    ['for (const x of y) continue;', ['continue; → ']],
    ['const x = n % 8;', ['8 → 9', '8 → 7', 'n % 8 → n * 8']],
    ['const x = 0.5;', ['0.5 → 1', '0.5 → 0.25']],
    ['const x = 400;', ['400 → 800', '400 → 200']],
    ['const x = y.toString(z);', []],
    ['const x = y.some(z);', ['y.some(z) → y.every(z)']],
    ['const x = String.raw`a`;', []],
  ])('%s', (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });
  it('are all off at first, and on one at a time', () => {
    const expression = 'a + b > 3 && !(a === b)';
    const { mutants } = instrument('a.ts', `result = ${expression};`);
    expect(run(expression, -1, [2, 3])).toBe(true);
    const results = mutants.map(({ id, is }) => [is, run(expression, id, [2, 3])]);
    expect(results).toContainEqual(['a - b', false]);
    expect(results).toContainEqual(['a + b <= 3', false]);
    expect(results).toContainEqual(['(a === b)', false]);
    expect(results).toContainEqual(['a !== b', false]);
  });
  it('leave every line where it is', () => {
    const source = 'if (a) {\n  f(a + 1,\n    b);\n}\nconst x = a\n  ? 1\n  : 2;\n';
    expect(instrument('a.ts', source).code.split('\n')).toHaveLength(source.split('\n').length);
  });
  it('refuses what is no source', () => {
    expect(() => instrument('a.ts', 'const = ;')).toThrow('a.ts can’t be read'.replace('’', "'"));
  });
});
