import { isSpelt, type Words } from './words.ts';

/** A stretch of words, half-open, counted in words. */
export interface Run {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
}

const DROP = 8;
const ALIKE = 4;
const OTHER = 12;
/** Dearer than to leave out one and put in the other. */
const NEVER = 20;

/** No way leads here. */
const AWAY = 0x3fffffff;

let costs = new Int32Array(256);
let steps = new Uint8Array(4096);

/** Where pairs are looked for, and what for. */
export interface Pairing {
  /** The mate of word `i` of `a` is written to `mates[i - base]`; what has none is left. */
  readonly mates: Int32Array;
  readonly base: number;
  /**
   * Only pairs whose index in `b` is so much higher than in `a`, from the first to the second number; and what `b` has
   * before and after the words of `a` costs nothing: they are looked for inside it.
   */
  readonly within?: readonly [number, number];
  /** Of equal ways, the one that pairs most of these words of `a` is taken. */
  readonly dear?: { readonly first: number; readonly last: number };
}

/**
 * Pairs the words of two stretches with the least cost (Wagner and Fischer's edit distance over words, 1974): equal
 * words cost nothing, a misspelling little, another word less than leaving one out and putting one in. Time and memory
 * grow with the product of the lengths, or of one and the width of `within`.
 */
export function pairWords(a: Run, b: Run, { mates, base, within, dear }: Pairing): void {
  const n = a.to - a.from;
  const m = b.to - b.from;
  if (n <= 0 || m <= 0) return;
  const width = m + 1;
  if (costs.length < width) costs = new Int32Array(width * 2);
  if (steps.length < (n + 1) * width) steps = new Uint8Array((n + 1) * width);
  for (let j = 0; j <= m; j += 1) costs[j] = within ? 0 : j * DROP;
  steps.fill(2, 0, width);
  let from = 1;
  let to = m;
  for (let i = 1; i <= n; i += 1) {
    const word = a.from + i - 1;
    if (within) {
      from = Math.max(1, word + within[0] - b.from + 1);
      to = Math.min(m, word + within[1] - b.from + 1);
    }
    const isDear = dear !== undefined && word >= dear.first && word < dear.last;
    fillRow(a, b, { i, drop: isDear ? DROP + 1 : DROP, from, to });
  }
  let j = to;
  if (within) for (let end = to - 1; end >= from - 1; end -= 1) if (costs[end]! < costs[j]!) j = end;
  for (let i = n; i > 0;) {
    const step = steps[i * width + j]!;
    if (step === 0) mates[a.from + i - 1 - base] = b.from + j - 1;
    if (step !== 2) i -= 1;
    if (step !== 1) j -= 1;
  }
}

/** Step 0 pairs, 1 leaves out a word of `a`, 2 one of `b`. Only the cells `from` to `to` of the row are filled. */
function fillRow(
  a: Run,
  b: Run,
  { i, drop, from, to }: { i: number; drop: number; from: number; to: number },
): void {
  const m = b.to - b.from;
  const row = i * (m + 1);
  const word = a.from + i - 1;
  const key = a.words.keys[word]!;
  const keys = b.words.keys;
  let diagonal = costs[from - 1]!;
  let left = from === 1 ? costs[0]! + drop : AWAY;
  costs[from - 1] = left;
  steps[row + from - 1] = 1;
  for (let j = from; j <= to; j += 1) {
    const above = costs[j]!;
    const other = b.from + j - 1;
    let cost = diagonal;
    let step = 0;
    if (keys[other] !== key) {
      cost += changeCost(a.words, word, { words: b.words, at: other });
      if (above + drop < cost) {
        cost = above + drop;
        step = 1;
      }
      if (left + DROP < cost) {
        cost = left + DROP;
        step = 2;
      }
    }
    steps[row + j] = step;
    costs[j] = cost;
    diagonal = above;
    left = cost;
  }
  if (to < m) costs[to + 1] = AWAY;
}

function changeCost(words: Words, at: number, other: { words: Words; at: number }): number {
  const start = words.starts[at]!;
  const otherStart = other.words.starts[other.at]!;
  const length = words.ends[at]! - start;
  const otherLength = other.words.ends[other.at]! - otherStart;
  if (length === 1 || otherLength === 1) {
    return isSpelt(words, at) === isSpelt(other.words, other.at) ? OTHER : NEVER;
  }
  if (Math.abs(length - otherLength) > 2) return OTHER;
  // Most words differ at both ends: nothing is counted then.
  const mayBeAlike =
    lower(words.text, start) === lower(other.words.text, otherStart) ||
    lower(words.text, start + length - 1) === lower(other.words.text, otherStart + otherLength - 1);
  return mayBeAlike && likeness(words, at, other) >= MISSPELT ? ALIKE : OTHER;
}

/** From here on two words are one, spelt differently. */
export const MISSPELT = 0.6;

/** How much of two different words is the same at their start and end, 0 to 1: one slip leaves most of a word. */
export function likeness(words: Words, at: number, other: { words: Words; at: number }): number {
  const a = words.text;
  const b = other.words.text;
  const [aStart, aEnd] = [words.starts[at]!, words.ends[at]!];
  const [bStart, bEnd] = [other.words.starts[other.at]!, other.words.ends[other.at]!];
  const most = Math.min(aEnd - aStart, bEnd - bStart);
  let head = 0;
  while (head < most && lower(a, aStart + head) === lower(b, bStart + head)) head += 1;
  let tail = 0;
  while (tail < most - head && lower(a, aEnd - 1 - tail) === lower(b, bEnd - 1 - tail)) tail += 1;
  return (head + tail) / Math.max(aEnd - aStart, bEnd - bStart);
}

function lower(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
