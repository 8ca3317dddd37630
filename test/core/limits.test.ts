import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as limits from '../../src/core/limits.ts';

/** The rows of the page's tables: what, limit, name, beyond it, why. */
const rows = readFileSync('docs/limits.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && line.includes('`'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the page on limits', () => {
  it('names every limit once, and none that there is not', () => {
    const named = rows.map(([, , name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(limits).map((name) => `\`${name}\``)));
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(rows)('%s: says the limit that holds, what happens and why', (_, limit, name, beyond, why) => {
    const [number, unit] = limit.split(' ');
    const known: Readonly<Record<string, number>> = limits;
    expect(Number(number!.replaceAll(',', ''))).toBe(known[name.replaceAll('`', '')]);
    expect(unit).toMatch(/^[a-z]+$/);
    expect(beyond).not.toBe('');
    expect(why).not.toBe('');
  });
});
