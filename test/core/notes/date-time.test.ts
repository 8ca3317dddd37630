import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utcOf } from '../../../src/core/notes/date-time.ts';

describe('a date and time', () => {
  it.each<[string, string | null]>([
    ['2015-01-28T12:00:00Z', '2015-01-28T12:00:00.000Z'],
    ['2016-12-16T11:24:14.673557+00:00', '2016-12-16T11:24:14.673Z'],
    ['2024-03-01T00:30:00+01:00', '2024-02-29T23:30:00.000Z'],
    ['2023-12-31T23:30:00.5-01:00', '2024-01-01T00:30:00.500Z'],
    ['2024-05-31t22:00:00-04:30', '2024-06-01T02:30:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999Z'],
    ['2023-02-29T12:00:00Z', null],
    ['1900-02-29T12:00:00Z', null],
    ['2024-13-01T12:00:00Z', null],
    ['2024-04-31T12:00:00Z', null],
    ['2024-01-01T24:00:00Z', null],
    ['2024-01-01T12:00:00', null],
    ['2024-01-01', null],
    ['0000-01-01T00:00:00+01:00', null],
    ['9999-12-31T23:30:00-01:00', null],
    ['yesterday', null],
    ['', null],
    ['2'.repeat(100_000), null],
    [`2024-01-01T12:00:00.${'0'.repeat(100_000)}Z`, null],
  ])('%.40s', (text, utc) => {
    expect(utcOf(text)).toBe(utc);
  });

  it('is the moment that the platform reads it as', () => {
    const offset = fc.integer({ min: -23 * 60, max: 23 * 60 });
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), noInvalidDate: true, max: new Date('9000-01-01') }),
        offset,
        (date, ahead) => {
          const local = new Date(date.getTime() + ahead * 60_000).toISOString().slice(0, -1);
          const two = (n: number): string => String(n).padStart(2, '0');
          const sign = ahead < 0 ? '-' : '+';
          const zone = `${sign}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
          expect(utcOf(local + zone)).toBe(date.toISOString());
        },
      ),
      { seed: 20251122, numRuns: 500 },
    );
  });
});
