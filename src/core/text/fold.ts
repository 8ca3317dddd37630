import type { Span } from './span.ts';

/**
 * A text made comparable, and the way back. `starts[i]` is the offset in the original of the code unit that the
 * folded unit `i` came from; `starts[text.length]` is the original's length.
 */
export interface Folding {
  readonly text: string;
  readonly starts: Uint32Array;
}

const QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u0060\u00b4\uff07]/;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02]/;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/;
const MARK = /\p{M}/u;
const SPACE = /\s/;

/**
 * Folds what readers don't mean to tell apart: case, accents (NFKD without combining marks, so composed and
 * decomposed forms meet), straight, curly, low and angle quotes, dashes, runs of white space (one space), soft
 * hyphens and other invisible characters (nothing). Linear in the text.
 */
export function fold(text: string): Folding {
  const pieces: string[] = [];
  const starts: number[] = [];
  let spaceLast = false;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    const folded = foldCharacter(code);
    const isSpace = folded === ' ';
    if (folded !== '' && !(isSpace && spaceLast)) {
      pieces.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) starts.push(at);
    }
    if (folded !== '') spaceLast = isSpace;
    at += width;
  }
  starts.push(text.length);
  return { text: pieces.join(''), starts: Uint32Array.from(starts) };
}

const remembered = new Map<number, string>();

/** What a character becomes when it is folded, by its code point: mostly one unit, sometimes several or none. */
export function foldCharacter(code: number): string {
  if (code < 0x80) {
    if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return ' ';
    return code === 0x60 ? "'" : String.fromCharCode(code);
  }
  let folded = remembered.get(code);
  if (folded === undefined) {
    folded = foldUncommon(String.fromCodePoint(code));
    remembered.set(code, folded);
  }
  return folded;
}

function foldUncommon(character: string): string {
  if (QUOTES.test(character)) return "'";
  if (DOUBLE_QUOTES.test(character)) return '"';
  if (DASHES.test(character)) return '-';
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  let result = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (!MARK.test(part)) result += part;
  }
  return result;
}

const EVERY = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'gu');
const STYLES: readonly (readonly [RegExp, string])[] = [
  [EVERY(INVISIBLE), ''],
  [EVERY(QUOTES), "'"],
  [EVERY(DOUBLE_QUOTES), '"'],
  [/\s+/gu, ' '],
  [/ ?(?:[\u2012-\u2015]|--+) ?| [\u2010\u2011\u2212-] /gu, ' - '],
  [EVERY(DASHES), '-'],
  [/\u2026/gu, '...'],
  [/\s+/gu, ' '],
];

/**
 * Folds only how words are set, not what they are: quotes, dashes and the spaces around them, white space, soft hyphens,
 * an ellipsis, NFC and NFD, and the case of the first letter, which changes when a sentence is joined to another. Two
 * texts that are equal then read the same; case elsewhere, accents and digits still tell them apart.
 */
export function foldStyle(text: string): string {
  let plain = text.normalize('NFC');
  for (const [pattern, by] of STYLES) plain = plain.replace(pattern, by);
  return plain.trim().replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toLowerCase());
}

/**
 * The original's span for a span of the folded text. What folding took away (accents, soft hyphens, further spaces)
 * belongs to the character before it; a character that became several is taken whole.
 */
export function unfold(folding: Folding, span: Span): Span {
  const { starts } = folding;
  const start = starts[span.start]!;
  if (span.end <= span.start) return { start, end: start };
  let after = span.end;
  while (after < starts.length - 1 && starts[after] === starts[span.end - 1]) after += 1;
  return { start, end: starts[after]! };
}
