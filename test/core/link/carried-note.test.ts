import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedNote, carryNote } from '../../../src/core/link/carried-note.ts';
import { parseQuoteLink } from '../../../src/core/link/quote-link.ts';
import { packNote, unpackNote } from '../../../src/dom/pack-note.ts';

const LINK = 'https://example.org/a/#p1.we-cut..isnt-it:~:text=we%20cut,it';

describe('a note in a link', () => {
  it('comes out as it went in, and the link still leads to its quote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (note) => {
        const link = carryNote(LINK, await packNote(note))!;
        expect(await unpackNote(carriedNote(new URL(link).hash)!)).toBe(note);
        expect(parseQuoteLink(new URL(link).hash)).toEqual(parseQuoteLink(new URL(LINK).hash));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
  it('is refused where the link would have more than 2,000 characters', () => {
    const room = 2000 - LINK.length - '&note='.length;
    expect(carryNote(LINK, new Uint8Array(Math.floor((room * 3) / 4)))).toHaveLength(2000);
    expect(carryNote(LINK, new Uint8Array(Math.floor((room * 3) / 4) + 1))).toBeNull();
  });
  it.each([
    '#p1',
    '#p1&note=',
    '#p1&note=A',
    '#p1&note=%00',
    `#p1&note=${'A'.repeat(2000)}`,
    '#p1:~:text=&note=AAAA',
  ])('is none where there is none or a broken one: %s', (fragment) => {
    expect(carriedNote(fragment)).toBeNull();
  });
  it.each([
    ['random bytes', Uint8Array.from([255, 1, 2, 3])],
    ['bytes that are not UTF-8', deflateRawSync(Uint8Array.from([0xff, 0xfe]))],
    ['a small packet that unpacks to a megabyte', deflateRawSync(Buffer.alloc(1_000_000, 'a'))],
  ])('%s are no note', async (_, packed) => {
    expect(await unpackNote(packed)).toBeNull();
  });
});

describe('the bytes of a note', () => {
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 89 + 251) % 256);
  it.each([0, 1, 2, 3, 4, 5, 6, 255])('stand in a link as base64url has them: %d of them', (length) => {
    const packed = bytes(length);
    const link = carryNote('#p1.we:~:text=we', packed)!;
    expect(link).toBe(`#p1.we&note=${Buffer.from(packed).toString('base64url')}:~:text=we`);
    if (length > 0) expect(carriedNote(link)).toEqual(packed);
  });
  it('stand at the end of a link that has no directive', () => {
    expect(carryNote('#p1', bytes(3))).toBe(`#p1&note=${Buffer.from(bytes(3)).toString('base64url')}`);
  });
  it.each([
    ['#p1&note=-_-_&utm=1', 'fbff bf'],
    ['#p1&note=AAAA?x', '0000 00'],
    ['#p1&note=AAAA#x', '0000 00'],
    ['#p1&note=AAA', '0000'],
    ['#p1&note=AA', '00'],
  ])('are read from %s, whatever stands behind them', (fragment, hex) => {
    expect(Buffer.from(carriedNote(fragment)!).toString('hex')).toBe(hex.replace(' ', ''));
  });
  it('are read from a link of 2,000 characters, and from none longer', () => {
    const link = (length: number) => `#p1&note=${'A'.repeat(length - '#p1&note='.length)}`;
    expect(carriedNote(link(2000))).not.toBeNull();
    expect(carriedNote(link(2001))).toBeNull();
  });
  it.each(['#p1&note=AAAAA', '#p1&note=AA+A', '#p1note=AAAA'])('are none in %s', (fragment) => {
    expect(carriedNote(fragment)).toBeNull();
  });
});
