import type { Slices } from '../text/slices.ts';
import { countBefore } from '../text/bisect.ts';
import { foldCharacter } from '../text/fold.ts';

/**
 * A text cut into words, for comparing: runs of letters and digits, and every other visible character by itself. Scripts
 * that write no spaces are cut into characters. White space and soft hyphens are between words or inside them, never
 * words. Word `i` stands at `starts[i]` to `ends[i]`, in UTF-16 units; `keys[i]` is a 32-bit hash of it folded (see
 * `fold`), so equal keys mean, but for chance, the same word in another case or typography.
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly keys: Int32Array;
}

const SPACE = 1;
const NOTHING = 2;
const MARK = 3;
const LETTER = 4;
const SINGLE = 5;

/** Kinds by code unit, as they are met; 0 where none was met yet. */
const kinds = new Uint8Array(0x10000);
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function kindOf(code: number): number {
  if (code > 0xffff) return kindOfCharacter(code);
  return kinds[code] || (kinds[code] = kindOfCharacter(code));
}

function kindOfCharacter(code: number): number {
  const character = String.fromCodePoint(code);
  if (/\s/.test(character)) return SPACE;
  if (WORD_CHARACTER.test(character)) return SPACELESS.test(character) ? SINGLE : LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  return foldCharacter(code) === '' ? NOTHING : SINGLE;
}

/** Characters that are cut before it is said how far the work is. */
const SLICE = 60_000;
const SEED = 0x811c9dc5;
const DASH = 0x2d;
const DOT = 0x2e;
const ELLIPSIS = keyOfCharacter(SEED, 0x2026);

/** Cuts a text into words, a slice for every 60,000 characters. */
export function* cuttingWords(text: string): Slices<Words> {
  const cutter = new Cutter(text);
  while (cutter.at < text.length) {
    cutter.cut(cutter.at + SLICE);
    if (cutter.at < text.length) yield cutter.at / text.length;
  }
  return cutter.words();
}

/** Cuts a text into words at once. */
export function cutWords(text: string): Words {
  const cutter = new Cutter(text);
  cutter.cut(text.length);
  return cutter.words();
}

class Cutter {
  at = 0;
  private readonly text: string;
  private count = 0;
  private starts: Int32Array;
  private ends: Int32Array;
  private keys: Int32Array;

  constructor(text: string) {
    this.text = text;
    const room = 8 + (text.length >> 2);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.keys = new Int32Array(room);
  }

  /** Cuts up to `until`, and to the end of the word that reaches over it. */
  cut(until: number): void {
    const { text } = this;
    let { at } = this;
    while (at < text.length && at < until) {
      const code = text.codePointAt(at)!;
      const kind = kindOf(code);
      if (kind === LETTER) at = this.cutRun(at);
      else {
        const end = at + (code > 0xffff ? 2 : 1);
        if (kind === SINGLE) this.addSingle(at, end, code);
        else if (kind === MARK && this.count > 0 && this.ends[this.count - 1] === at) {
          this.ends[this.count - 1] = end;
        }
        at = end;
      }
    }
    this.at = at;
  }

  words(): Words {
    const { text, count } = this;
    return {
      text,
      count,
      starts: this.starts.subarray(0, count),
      ends: this.ends.subarray(0, count),
      keys: this.keys.subarray(0, count),
    };
  }

  private cutRun(start: number): number {
    const { text } = this;
    let key = SEED;
    let end = start;
    for (let at = start; at < text.length;) {
      let code = text.charCodeAt(at);
      let width = 1;
      if (code < 0x80) {
        if (kindOf(code) !== LETTER) break;
        if (code >= 0x41 && code <= 0x5a) code += 0x20;
        key = Math.imul(key ^ code, 0x01000193);
      } else {
        code = text.codePointAt(at)!;
        width = code > 0xffff ? 2 : 1;
        const kind = kindOf(code);
        if (kind === SPACE || kind === SINGLE) break;
        if (kind === LETTER) key = keyOfCharacter(key, code);
        if (kind === NOTHING) {
          at += width;
          continue;
        }
      }
      at += width;
      end = at;
    }
    this.add(start, end, key);
    return end;
  }

  /** A run of dots is one ellipsis and a run of dashes one dash, however they are typed. */
  private addSingle(start: number, end: number, code: number): void {
    const last = this.count - 1;
    const repeats =
      last >= 0 &&
      this.ends[last] === start &&
      (code === DOT || code === DASH) &&
      this.text.charCodeAt(start - 1) === code;
    if (!repeats) this.add(start, end, keyOfCharacter(SEED, code));
    else {
      this.ends[last] = end;
      if (code === DOT) this.keys[last] = ELLIPSIS;
    }
  }

  private add(start: number, end: number, key: number): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
      this.keys = grown(this.keys);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.keys[this.count] = key;
    this.count += 1;
  }
}

function keyOfCharacter(key: number, code: number): number {
  // An ellipsis folds to three dots, which as words of their own would be one.
  const folded = code === 0x2026 ? '\u2026' : foldCharacter(code);
  let result = key;
  for (let at = 0; at < folded.length; at += 1) {
    result = Math.imul(result ^ folded.charCodeAt(at), 0x01000193);
  }
  return result | 0;
}

function grown(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

/** Whether a word is made of letters or digits, as opposed to a mark of punctuation. */
export function isSpelt(words: Words, index: number): boolean {
  return WORD_CHARACTER.test(String.fromCodePoint(words.text.codePointAt(words.starts[index]!)!));
}

/** What a word weighs as evidence: its length; a character of Chinese or Japanese as much as three letters. */
export function weightOf(words: Words, index: number): number {
  const start = words.starts[index]!;
  const length = words.ends[index]! - start;
  return length === 1 && words.text.charCodeAt(start) >= 0x2e80 ? 3 : length;
}

/** The index of the first word that ends after an offset; `count` after the last. */
export function wordAfter(words: Words, offset: number): number {
  return countBefore(words.count, (index) => words.ends[index]! <= offset);
}
