import { foldStyle } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { likeness, MISSPELT } from './pair-words.ts';
import { isSpelt, weightOf, wordAfter, type Words } from './words.ts';

/** A span of a text and the words that it touches, `first` to `last` (not included). */
export interface Passage extends Span {
  readonly words: Words;
  readonly first: number;
  readonly last: number;
}

/** A span as a passage, or null where it holds no word. */
export function passageOf(words: Words, { start, end }: Span): Passage | null {
  const first = wordAfter(words, start);
  let last = wordAfter(words, end);
  if (last < words.count && words.starts[last]! < end) last += 1;
  return first < last ? { words, start, end, first, last } : null;
}

/** Where a passage went, and what became of its words. */
export interface Carried extends Passage {
  /** How much of both wordings is the same, 0 to 1 (Dice, by letters). */
  readonly likeness: number;
  /** How much of the old wording is still there, 0 to 1, whatever was put in between. */
  readonly kept: number;
  /** The words read the same; only their typography may differ. */
  readonly same: boolean;
  /** Nothing but slips of spelling was changed: no word put in, left out or replaced, no number touched. */
  readonly spelling: boolean;
}

/**
 * Carries a passage over to another text by the mates of its words (those of word `i` at `mates[i - base]`): from the
 * mate of the first to that of the last, with what stands between. Null where no word has one.
 */
export function carry(
  from: Passage,
  to: Words,
  { mates, base }: { mates: Int32Array; base: number },
): Carried | null {
  let { first, last } = from;
  while (first < last && mates[first - base]! < 0) first += 1;
  while (first < last && mates[last - 1 - base]! < 0) last -= 1;
  if (first === last) return null;
  let [head, tail] = [mates[first - base]!, mates[last - 1 - base]!];
  // A full stop at the end may have been paired with another one: what stands right beside the others is theirs.
  const [second, beforeLast] = [mates[first + 1 - base], mates[last - 2 - base]];
  if (last - first > 1 && second! > 0 && from.words.keys[first] === to.keys[second! - 1]) head = second! - 1;
  if (last - first > 1 && beforeLast! >= 0 && from.words.keys[last - 1] === to.keys[beforeLast! + 1])
    tail = beforeLast! + 1;
  while (first > from.first && head > 0 && from.words.keys[first - 1] === to.keys[head - 1]) {
    first -= 1;
    head -= 1;
  }
  while (last < from.last && tail + 1 < to.count && from.words.keys[last] === to.keys[tail + 1]) {
    last += 1;
    tail += 1;
  }
  const carried = between(from, to, { mates, base, first, last, head, tail });
  return carried.kept > 0 ? carried : (replaced(from, to, { mates, base }) ?? carried);
}

/** The passage from the mate of a word, `head`, to that of another, `tail`, and what became of its words there. */
function between(
  from: Passage,
  to: Words,
  given: { mates: Int32Array; base: number; first: number; last: number; head: number; tail: number },
): Carried {
  const { mates, base, first, last, head, tail } = given;
  const start = first === from.first ? carriedStart(from, to, head) : to.starts[head]!;
  const end = last === from.last ? carriedEnd(from, to, tail) : to.ends[tail]!;
  const passage = { words: to, start, end: Math.max(end, start), first: head, last: tail + 1 };
  const was = from.words.text.slice(from.start, from.end);
  const is = to.text.slice(start, end);
  const same = isSameWording(was, is);
  return {
    ...passage,
    same,
    ...(same ? { likeness: 1, kept: 1, spelling: true } : compare(from, passage, { mates, base })),
  };
}

/**
 * Where nothing is left of a wording, what stands in its place is all that is between the words beside it, if that is
 * not much more. Null where these are gone, too.
 */
function replaced(
  from: Passage,
  to: Words,
  { mates, base }: { mates: Int32Array; base: number },
): Carried | null {
  const mateOf = (at: number): number => mates[at - base] ?? -1;
  const [before, after] = [mateOf(from.first - 1), mateOf(from.last)];
  const count = after - before - 1;
  if (before < 0 || count < 1 || count > from.last - from.first + 1) return null;
  const [first, last] = [before + 1, after];
  const passage = { words: to, start: to.starts[first]!, end: to.ends[last - 1]!, first, last };
  return { ...passage, same: false, likeness: 0, kept: 0, spelling: false };
}

/** Whether two wordings read the same, however they are set; see `foldStyle`. */
export function isSameWording(was: string, is: string): boolean {
  return was === is || (mayBeSame(was, is) && foldStyle(was) === foldStyle(is));
}

/** False where the first plain letters or digits differ: folding a style changes them in nothing but their case. */
function mayBeSame(was: string, is: string): boolean {
  for (let at = 0, other = 0; ; at += 1, other += 1) {
    at = afterMarks(was, at);
    other = afterMarks(is, other);
    const [one, two] = [plainAt(was, at), plainAt(is, other)];
    if (one > 0 && two > 0) {
      if (one !== two) return false;
    } else return !((one > 0 && other >= is.length) || (two > 0 && at >= was.length));
  }
}

function afterMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) < 0x80 && plainAt(text, at) === 0) at += 1;
  return at;
}

/** A letter of the alphabet, in lower case, or a digit, as its code; 0 for all else, and where there is nothing. */
function plainAt(text: string, at: number): number {
  const code = at < text.length ? text.charCodeAt(at) : 0;
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) ? lower : 0;
}

function compare(
  from: Passage,
  to: Passage,
  { mates, base }: { mates: Int32Array; base: number },
): { likeness: number; kept: number; spelling: boolean } {
  let common = 0;
  let kept = 0;
  let was = 0;
  let paired = 0;
  let spelling = true;
  for (let at = from.first; at < from.last; at += 1) {
    const weight = weightOf(from.words, at);
    was += weight;
    const mate = mates[at - base]!;
    if (mate < 0) {
      spelling &&= !isSpelt(from.words, at);
      continue;
    }
    paired += 1;
    const other = { words: to.words, at: mate };
    const share = from.words.keys[at] === to.words.keys[mate] ? 1 : shareOf(from.words, at, other);
    kept += share * weight;
    common += share * (weight + weightOf(to.words, mate));
    spelling &&= share === 1 || (share >= MISSPELT && weight > 4 && !isNumber(from.words, at));
  }
  const of = was + weightBetween(to.words, to.first, to.last);
  return { likeness: common / of, kept: kept / was, spelling: spelling && paired === to.last - to.first };
}

/** What two different words have in common; a number stands for a number, half. */
function shareOf(words: Words, at: number, other: { words: Words; at: number }): number {
  if (isNumber(words, at) && isNumber(other.words, other.at)) return 0.5;
  const share = likeness(words, at, other);
  return share < 0.5 ? 0 : share;
}

function isNumber(words: Words, at: number): boolean {
  return /\d/.test(words.text.slice(words.starts[at], words.ends[at]));
}

/** A passage may begin inside a word, or with white space before one. */
function carriedStart(from: Passage, to: Words, mate: number): number {
  const lead = from.start - from.words.starts[from.first]!;
  let start = to.starts[mate]!;
  if (lead > 0) return start + inWord(from, to, { at: from.first, mate, offset: lead });
  for (let space = lead; space < 0 && /\s/.test(to.text[start - 1] ?? ''); space += 1) start -= 1;
  return start;
}

function carriedEnd(from: Passage, to: Words, mate: number): number {
  const trail = from.end - from.words.ends[from.last - 1]!;
  let end = to.ends[mate]!;
  if (trail < 0) {
    const offset = from.end - from.words.starts[from.last - 1]!;
    return to.starts[mate]! + inWord(from, to, { at: from.last - 1, mate, offset });
  }
  for (let space = trail; space > 0 && /\s/.test(to.text[end] ?? ''); space -= 1) end += 1;
  return end;
}

/** The offset in a word's mate for one inside the word: as far from the start where that is equal, else from the end. */
function inWord(
  from: Passage,
  to: Words,
  { at, mate, offset }: { at: number; mate: number; offset: number },
): number {
  const was = from.words.text.slice(from.words.starts[at], from.words.ends[at]);
  const is = to.text.slice(to.starts[mate], to.ends[mate]);
  if (was.slice(0, offset) === is.slice(0, offset)) return offset;
  const fromEnd = is.length - (was.length - offset);
  return Math.min(is.length, Math.max(0, fromEnd));
}

/** How much a stretch of words weighs. */
export function weightBetween(words: Words, from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at += 1) weight += weightOf(words, at);
  return weight;
}
