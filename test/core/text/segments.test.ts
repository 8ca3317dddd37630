import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '../../../src/core/text/segments.ts';
import { byPosition, contains, overlaps } from '../../../src/core/text/span.ts';

/** Written as "start-end names", one stretch after the other, so that a person can check it. */
function shown(within: [number, number], items: Record<string, [number, number]>): string {
  const named = Object.entries(items).map(([name, [start, end]]) => ({ name, start, end }));
  return segments({ start: within[0], end: within[1] }, named)
    .map(
      ({ start, end, active }) =>
        `${start}-${end}${active.length ? ` ${active.map((i) => i.name).join('')}` : ''}`,
    )
    .join(', ');
}

test.each<[string, [number, number], Record<string, [number, number]>, string]>([
  ['nothing holds', [0, 6], {}, '0-6'],
  ['overlapping items', [0, 6], { a: [1, 4], b: [3, 6] }, '0-1, 1-3 a, 3-4 ab, 4-6 b'],
  ['an item inside another', [0, 9], { a: [0, 9], b: [3, 5] }, '0-3 a, 3-5 ab, 5-9 a'],
  ['equal items keep the order given', [0, 4], { b: [1, 3], a: [1, 3] }, '0-1, 1-3 ba, 3-4'],
  [
    'an item that begins earlier is listed by order, not by start',
    [0, 9],
    { b: [4, 9], a: [0, 6] },
    '0-4 a, 4-6 ba, 6-9 b',
  ],
  ['items over the ends are clipped', [2, 6], { a: [0, 3], b: [5, 9] }, '2-3 a, 3-5, 5-6 b'],
  ['items outside are ignored', [2, 4], { a: [0, 2], b: [4, 9] }, '2-4'],
  ['an empty item cuts nothing', [0, 4], { a: [2, 2] }, '0-4'],
  ['touching items do not overlap', [0, 4], { a: [0, 2], b: [2, 4] }, '0-2 a, 2-4 b'],
  ['an empty stretch has no segments', [3, 3], { a: [0, 9] }, ''],
])('%s', (_, within, items, expected) => {
  expect(shown(within, items)).toBe(expected);
});

const span = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

test('the segments cover the stretch without gap or overlap, and each says exactly what covers it', () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 12 }), (within, items) => {
      const cut = segments(within, items);
      expect(cut.map(({ start }) => start)).toEqual(
        cut.length ? [within.start, ...cut.slice(0, -1).map(({ end }) => end)] : [],
      );
      expect(cut.at(-1)?.end ?? within.start).toBe(within.end);
      for (const segment of cut) {
        expect(segment.active).toEqual(items.filter((item) => overlaps(item, segment)));
        for (const item of segment.active) expect(contains(item, segment)).toBe(true);
      }
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('parents come before their children', () => {
  const spans = [
    { start: 3, end: 5 },
    { start: 0, end: 2 },
    { start: 0, end: 9 },
  ];
  expect(spans.toSorted(byPosition)).toEqual([spans[2], spans[1], spans[0]]);
});
