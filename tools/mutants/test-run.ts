import { expect } from 'vitest';

/** A test as its file declares it. */
export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...values: unknown[]) => unknown;
type Declare = (name: string, body: Body) => void;

/**
 * As much of Vitest's interface as the tests of the core use, with Vitest's own `expect`: a file that is imported adds
 * its tests to `tests`, so that they can be run again and again in one process.
 */
export function collector(): { readonly module: Record<string, unknown>; readonly tests: Test[] } {
  const tests: Test[] = [];
  const path: string[] = [];
  const it = withTables((name, body) => {
    tests.push({ name: [...path, name].join(' > '), run: () => body() });
  });
  const describe = withTables((name, body) => {
    path.push(name);
    body();
    path.pop();
  });
  return { module: { describe, it, test: it, expect }, tests };
}

/** Adds `each` (a table of rows) and `skipIf`. */
function withTables(declare: Declare): Declare {
  const each =
    (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const [index, row] of rows.entries()) {
        const values: unknown[] = Array.isArray(row) ? row : [row];
        declare(`${name} (${index + 1})`, () => body(...values));
      }
    };
  const skipIf = (isSkipped: boolean): Declare => (isSkipped ? () => {} : withTables(declare));
  return Object.assign((name: string, body: Body) => declare(name, () => body()), { each, skipIf });
}
