const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 (RFC 4648, section 4), with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    pieces.push(
      DIGITS[bits >> 18]! +
        DIGITS[(bits >> 12) & 63]! +
        (left > 1 ? DIGITS[(bits >> 6) & 63]! : '=') +
        (left > 2 ? DIGITS[bits & 63]! : '='),
    );
  }
  return pieces.join('');
}

const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value] as const));

/** The bytes that a base64 text stands for; null for one that is none. */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    let bits = 0;
    for (let digit = 0; digit < 4; digit += 1) bits = (bits << 6) | (VALUES.get(text[at + digit]!) ?? 0);
    bytes[to] = bits >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = (bits >> 8) & 255;
    if (to + 2 < bytes.length) bytes[to + 2] = bits & 255;
  }
  return bytes;
}
