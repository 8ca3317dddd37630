import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../src/core/text/base64.ts';

describe('base64', () => {
  it.each([0, 1, 2, 3, 4, 255, 256, 1000])(
    'of %i bytes is what everybody writes, and comes back',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 167 + 13) & 255);
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(bytes);
    },
  );

  it.each(['a', 'ab=', '=abc', 'ab=c', 'a===', 'ab c', 'ab-_'])('is not “%s”', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
