import { NOTE_LINK_LENGTH } from '../limits.ts';
import { DIRECTIVE } from './locator.ts';

/** What stands before the note, behind the locator: to a reader of locators it is one of the things to ignore. */
const MARK = '&note=';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Puts a packed note (its text in UTF-8, `deflate-raw`) into a link, as base64url (RFC 4648) behind the locator, where a
 * page can read it. `link` is a whole address or its fragment. Null where the link would be longer than 2,000 characters.
 */
export function carryNote(link: string, packed: Uint8Array): string | null {
  const [ours = '', directive] = link.split(DIRECTIVE);
  const carried = `${ours}${MARK}${encode(packed)}${directive === undefined ? '' : DIRECTIVE + directive}`;
  return carried.length <= NOTE_LINK_LENGTH ? carried : null;
}

/** The packed note in a fragment; null where there is none, or what is there is broken or too long. */
export function carriedNote(fragment: string): Uint8Array | null {
  if (fragment.length > NOTE_LINK_LENGTH) return null;
  const ours = fragment.split(DIRECTIVE, 1)[0]!;
  // Bounded by 2,000: NOTE_LINK_LENGTH.
  const digits = /&note=([A-Za-z0-9_-]+)(?:[&?#].*)?$/.exec(ours)?.[1];
  return digits === undefined ? null : decode(digits);
}

function encode(bytes: Uint8Array): string {
  let digits = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(4, bytes.length - at + 1);
    for (let digit = 0; digit < count; digit += 1) digits += DIGITS[(group >> (18 - 6 * digit)) & 63]!;
  }
  return digits;
}

function decode(digits: string): Uint8Array | null {
  // One digit alone holds less than a byte.
  if (digits.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const digit of digits) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
