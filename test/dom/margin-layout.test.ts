import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardsToShorten, placeCards, type Column } from '../../src/dom/margin-layout.ts';

const column = (some: Partial<Column> = {}): Column => ({
  gap: 10,
  top: 0,
  bottom: 1000,
  pinned: null,
  ...some,
});
const cards = (...sizes: [line: number, height: number][]) =>
  sizes.map(([line, height]) => ({ line, height }));

describe('notes in the margin', () => {
  it('stand level with their lines where there is room', () => {
    expect(placeCards(cards([0, 50], [200, 50], [500, 50]), column())).toEqual([0, 200, 500]);
  });
  it('share the way where two want one place', () => {
    expect(placeCards(cards([300, 50], [300, 50]), column())).toEqual([270, 330]);
  });
  it('never begin above the column', () => {
    expect(placeCards(cards([10, 100], [20, 100]), column())).toEqual([0, 110]);
  });
  it('never end below the column', () => {
    expect(placeCards(cards([900, 100], [950, 100]), column())).toEqual([790, 900]);
  });
  it('go on below the column only where they do not all fit', () => {
    expect(placeCards(cards([0, 600], [10, 600]), column())).toEqual([0, 610]);
  });
  it('keep the open note level with its line', () => {
    expect(placeCards(cards([300, 50], [300, 50], [300, 50]), column({ pinned: 1 }))).toEqual([
      240, 300, 360,
    ]);
    expect(placeCards(cards([300, 50], [300, 50], [300, 50]), column({ pinned: 0 }))).toEqual([
      300, 360, 420,
    ]);
  });
  it('push the open note down only as far as those above it need', () => {
    expect(placeCards(cards([0, 100], [20, 50]), column({ pinned: 1 }))).toEqual([0, 110]);
  });
  it('are none where there are none', () => {
    expect(placeCards([], column())).toEqual([]);
  });

  it('show their headings only, the farthest first, where the open one would be pushed off its line', () => {
    const some = cards([0, 100], [20, 100], [150, 100], [200, 100]).map((card) => ({ ...card, least: 30 }));
    expect([...cardsToShorten(some, column({ pinned: 3 }))]).toEqual([0, 1]);
    expect([...cardsToShorten(some, column({ pinned: 1 }))]).toEqual([0]);
    expect([...cardsToShorten(some, column({ pinned: 0 }))]).toEqual([]);
    expect([...cardsToShorten(some, column())]).toEqual([]);
  });

  const randomCards = fc
    .array(fc.record({ line: fc.nat(3000), height: fc.integer({ min: 10, max: 200 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((some) => some.toSorted((a, b) => a.line - b.line));

  it('never overlap, and stay in a column that is long enough', () => {
    fc.assert(
      fc.property(randomCards, fc.option(fc.nat(39)), (some, pin) => {
        const bottom = 12_000;
        const tops = placeCards(some, column({ bottom, pinned: pin === null ? null : pin % some.length }));
        for (const [index, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(-1e-6);
          expect(top + some[index]!.height).toBeLessThanOrEqual(bottom + 1e-6);
          if (index > 0)
            expect(top - (tops[index - 1]! + some[index - 1]!.height)).toBeGreaterThanOrEqual(10 - 1e-6);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('are as near to their lines as any arrangement without overlap, by least squares', () => {
    const cost = (some: { line: number }[], tops: readonly number[]): number =>
      some.reduce((sum, { line }, index) => sum + (tops[index]! - line) ** 2, 0);
    fc.assert(
      fc.property(
        randomCards,
        fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 40, maxLength: 40 }),
        (some, moves) => {
          const free = column({ top: -1e9, bottom: 1e9 });
          const tops = placeCards(some, free);
          // Any other arrangement without overlap: moved at random, then pushed apart.
          const other: number[] = [];
          for (const [index, top] of tops.entries()) {
            const least = index === 0 ? -Infinity : other[index - 1]! + some[index - 1]!.height + free.gap;
            other.push(Math.max(top + moves[index]!, least));
          }
          expect(cost(some, tops)).toBeLessThanOrEqual(cost(some, other) + 1e-6);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
