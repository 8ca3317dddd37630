import { describe, expect, test } from 'vitest';
import { searchFor, viewOf } from '../../../src/core/link/view.ts';

describe('the view that an address asks for', () => {
  test.each([
    ['', 'full'],
    ['?view=interview', 'interview'],
    ['view=interview', 'interview'],
    ['?a=1&view=interview&b=2', 'interview'],
    ['?view=interviews', 'full'],
    ['?preview=interview', 'full'],
    ['?view=full', 'full'],
  ])('“%s” asks for %s', (search, view) => {
    expect(viewOf(search)).toBe(view);
  });
});

describe('the query that shows a view', () => {
  test.each([
    ['full', undefined, ''],
    ['interview', undefined, '?view=interview'],
    ['interview', '?a=1', '?a=1&view=interview'],
    ['interview', '?view=interview&a=1', '?a=1&view=interview'],
    ['full', '?view=interview&a=1', '?a=1'],
    ['full', '?view=interview', ''],
    ['full', 'a=1&&b=2', '?a=1&b=2'],
    ['interview', '?', '?view=interview'],
  ] as const)('%s, from “%s”, keeps what else is asked for', (view, search, expected) => {
    expect(searchFor(view, search)).toBe(expected);
  });
});
