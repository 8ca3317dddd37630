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
