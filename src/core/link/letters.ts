import { countBefore } from '../text/bisect.ts';
import { foldingOf } from '../text/find.ts';
import { fold, type Folding } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';

/**
 * A text reduced to what a locator speaks of: its letters and digits, folded (NFKD without combining marks, lower
 * case). `at[i]` is where letter `i` stands in the text, in UTF-16 units, and `at[letters.length]` is the text's
 * length; `breaks[i]` is 1 where a word begins at letter `i`, and at the end. Words split at white space; a character
 * of a script that is written without spaces is a word by itself.
 */
export interface Letters {
  readonly text: string;
  readonly letters: string;
  readonly at: Uint32Array;
  readonly breaks: Uint8Array;
}

const LETTER = /[\p{L}\p{N}]/u;
const SPACELESS = new RegExp(
  `[${['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'].map((script) => `\\p{scx=${script}}`).join('')}]`,
  'u',
);

const remembered = new WeakMap<Article, Letters>();

/** The letters of an article, made once and kept as long as the article. */
export function lettersOf(article: Article): Letters {
  let letters = remembered.get(article);
  if (!letters) {
    letters = reduce(article.text, foldingOf(article));
    remembered.set(article, letters);
  }
  return letters;
}

/** The words of any text, folded, in order; see `Letters` for what a word is. */
export function wordsIn(text: string): string[] {
  const all = reduce(text, fold(text));
  return wordsBetween(all, { start: 0, end: all.letters.length });
}

/** The words between two letters (indices into `letters`); at the ends, the parts of words that lie between them. */
export function wordsBetween({ letters, breaks }: Letters, { start, end }: Span): string[] {
  const words: string[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && breaks[at] === 0) continue;
    words.push(letters.slice(from, at));
    from = at;
  }
  return words;
}

/** The letters that stand in a span of the text, as indices into `letters`; empty where it has none. */
export function lettersIn({ at }: Letters, { start, end }: Span): Span {
  return { start: firstFrom(at, start), end: firstFrom(at, end) };
}

/** The span of the text that some letters stand in, with the marks that combine with the last of them. */
export function spanOfLetters({ text, at }: Letters, { start, end }: Span): Span {
  const last = at[end - 1]!;
  const marks = /\p{M}*/uy;
  marks.lastIndex = last + (text.codePointAt(last)! > 0xffff ? 2 : 1);
  marks.exec(text);
  return { start: at[start]!, end: marks.lastIndex };
}

/** True where both letters come from one character of the text, which is never cut ("ﬁ" is two letters). */
export function isInsideCharacter({ at }: Letters, index: number): boolean {
  return index > 0 && at[index] === at[index - 1];
}

function reduce(text: string, folding: Folding): Letters {
  const { text: folded, starts } = folding;
  const pieces: string[] = [];
  const at = new Uint32Array(folded.length + 1);
  const breaks = new Uint8Array(folded.length + 1);
  let count = 0;
  let begins = true;
  for (let index = 0; index < folded.length;) {
    const code = folded.codePointAt(index)!;
    const width = code > 0xffff ? 2 : 1;
    const kind = kindOf(code);
    if (kind === 'space') begins = true;
    else if (kind !== 'other') {
      if (begins || kind === 'spaceless') breaks[count] = 1;
      begins = kind === 'spaceless';
      pieces.push(folded.slice(index, index + width));
      for (let unit = 0; unit < width; unit += 1) at[count + unit] = starts[index]!;
      count += width;
    }
    index += width;
  }
  at[count] = text.length;
  breaks[count] = 1;
  return {
    text,
    letters: pieces.join(''),
    at: at.subarray(0, count + 1),
    breaks: breaks.subarray(0, count + 1),
  };
}

type Kind = 'letter' | 'spaceless' | 'space' | 'other';
const kinds = new Map<number, Kind>();

function kindOf(code: number): Kind {
  if (code < 0x80) {
    if (code === 0x20) return 'space';
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? 'letter' : 'other';
  }
  let kind = kinds.get(code);
  if (kind === undefined) {
    const character = String.fromCodePoint(code);
    kind = !LETTER.test(character) ? 'other' : SPACELESS.test(character) ? 'spaceless' : 'letter';
    kinds.set(code, kind);
  }
  return kind;
}

/** The index of the first value that is at least `least`; the last one where none is. */
function firstFrom(ascending: Uint32Array, least: number): number {
  return countBefore(ascending.length - 1, (index) => ascending[index]! < least);
}
