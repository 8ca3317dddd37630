import type { Slices } from '../text/slices.ts';
import { countBefore } from '../text/bisect.ts';
import { pairWords, type Run } from './pair-words.ts';
import type { Words } from './words.ts';

/** Gaps of at most so many pairs of words are compared word by word. */
const SMALL = 2_048;
/** Gaps of which nothing stands only once, up to so many pairs, as well; larger ones have nothing in common. */
const LARGE = 1_000_000;
/** Words looked at between two slices. */
const SLICE = 30_000;
/** Blocks chained between two slices. */
const CHAINED = 2_000;

interface Gap {
  readonly a: Run;
  readonly b: Run;
  /** How many words in a row must stand only once to hold the two sides together. */
  readonly gram: number;
}

/**
 * Pairs the words of two texts, in order: the mate of word `i` of `a` (from `a.from` on), or -1. After Bram Cohen's
 * patience diff: runs of words that stand only once on both sides hold the texts together, heaviest chain first; what
 * lies between is treated the same with shorter runs, and in the end word by word, so that changed words are paired
 * too. Near-linear for texts that have most of their words in common. Comes in slices.
 */
export function* aligning(a: Run, b: Run): Slices<Int32Array> {
  const base = a.from;
  const mates = new Int32Array(a.to - a.from).fill(-1);
  const gaps: Gap[] = [{ a, b, gram: 4 }];
  let load = 0;
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const rest = trim(gap, mates, base);
    const n = rest.a.to - rest.a.from;
    const m = rest.b.to - rest.b.from;
    load += gap.a.to - gap.a.from - n + (n * m <= SMALL ? (n * m) / 8 : 0);
    if (n === 0 || m === 0) continue;
    if (n * m <= SMALL || (rest.gram === 0 && n * m <= LARGE)) {
      pairWords(rest.a, rest.b, { mates, base });
    } else if (rest.gram > 0) {
      const blocks = yield* heaviestChain(yield* commonBlocks(rest));
      yield* between(rest, blocks, (block) => {
        if ('gram' in block) gaps.push(block);
        else for (let k = 0; k < block.length; k += 1) mates[block.a + k - base] = block.b + k;
      });
    }
    if (load > SLICE) {
      load = 0;
      yield 0;
    }
  }
  return mates;
}

/** Pairs what is equal at both ends of a gap; gives what is left. */
function trim({ a, b, gram }: Gap, mates: Int32Array, base: number): Gap {
  let { from, to } = a;
  let other = b.from;
  let end = b.to;
  while (from < to && other < end && a.words.keys[from] === b.words.keys[other]) {
    mates[from++ - base] = other++;
  }
  while (from < to && other < end && a.words.keys[to - 1] === b.words.keys[end - 1]) {
    mates[--to - base] = --end;
  }
  return { a: { words: a.words, from, to }, b: { words: b.words, from: other, to: end }, gram };
}

interface Block {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

function* between(
  { a, b, gram }: Gap,
  blocks: readonly Block[],
  each: (part: Gap | Block) => void,
): Slices<void> {
  // Grams get shorter where nothing was found, and inside what was.
  const shorter = gram === 4 ? 2 : gram === 2 ? 1 : 0;
  let [from, other] = [a.from, b.from];
  let load = 0;
  for (const block of [...blocks, { a: a.to, b: b.to, length: 0 }]) {
    each({
      a: { words: a.words, from, to: block.a },
      b: { words: b.words, from: other, to: block.b },
      gram: shorter,
    });
    if (block.length > 0) each(block);
    [from, other] = [block.a + block.length, block.b + block.length];
    if ((load += block.length) > SLICE * 4) {
      load = 0;
      yield 0;
    }
  }
}

/** Stretches of equal words that hold a run of `gram` words that stands only once on both sides. */
function* commonBlocks({ a, b, gram }: Gap): Slices<Block[]> {
  const size = 1 << (32 - Math.clz32((a.to - a.from) * 2 + 1));
  const slots = new Int32Array(size);
  const others = new Int32Array(size);
  for (let at = a.from; at + gram <= a.to; at += 1) {
    const slot = slotOf({ slots, gram, words: a.words }, a.words, at);
    slots[slot] = slots[slot] === 0 ? at + 1 : -Math.abs(slots[slot]!);
    if (at % SLICE === SLICE - 1) yield 0;
  }
  for (let at = b.from; at + gram <= b.to; at += 1) {
    const slot = slotOf({ slots, gram, words: a.words }, b.words, at);
    if (slots[slot]! > 0) others[slot] = others[slot] === 0 ? at + 1 : -1;
    if (at % SLICE === SLICE - 1) yield 0;
  }
  const blocks: Block[] = [];
  for (let at = a.from; at + gram <= a.to; at += 1) {
    const slot = slotOf({ slots, gram, words: a.words }, a.words, at);
    if (at % SLICE === SLICE - 1) yield 0;
    const other = others[slot]! - 1;
    if (slots[slot]! <= 0 || other < 0) continue;
    const last = blocks.at(-1);
    const block = extended({ a, b }, [at, other], last ? last.a + last.length : a.from);
    blocks.push(block);
    at = block.a + block.length - 1;
  }
  return blocks;
}

/** Open addressing: the slot of the words at `at`, or the free one where they would go. */
function slotOf(table: { slots: Int32Array; gram: number; words: Words }, words: Words, at: number): number {
  const { slots, gram } = table;
  let hash = 0;
  for (let k = 0; k < gram; k += 1) hash = Math.imul(hash ^ words.keys[at + k]!, 0x9e3779b1) ^ (hash >>> 13);
  let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
  while (slots[slot] !== 0 && !sameWords(table.words, Math.abs(slots[slot]!) - 1, { words, at, gram })) {
    slot = (slot + 1) & (slots.length - 1);
  }
  return slot;
}

function sameWords(a: Words, at: number, b: { words: Words; at: number; gram: number }): boolean {
  for (let k = 0; k < b.gram; k += 1) if (a.keys[at + k] !== b.words.keys[b.at + k]) return false;
  return true;
}

/** The whole stretch of equal words around two, in `a` from `floor` on: what is before belongs to another block. */
function extended({ a, b }: { a: Run; b: Run }, [at, other]: [number, number], floor: number): Block {
  let back = 0;
  while (
    at - back > floor &&
    other - back > b.from &&
    a.words.keys[at - back - 1] === b.words.keys[other - back - 1]
  ) {
    back += 1;
  }
  let length = back;
  while (
    at - back + length < a.to &&
    other - back + length < b.to &&
    a.words.keys[at - back + length] === b.words.keys[other - back + length]
  ) {
    length += 1;
  }
  return { a: at - back, b: other - back, length };
}

/**
 * The blocks, in order on both sides, that hold the most words together: the heaviest increasing subsequence, by a
 * Fenwick tree of prefix maxima. Blocks may touch but not overlap.
 */
function* heaviestChain(blocks: readonly Block[]): Slices<Block[]> {
  const ends = new Int32Array(blocks.length);
  for (let index = 0; index < ends.length; index += 1) ends[index] = blocks[index]!.b + blocks[index]!.length;
  ends.sort();
  yield 0;
  const tree = new Int32Array(ends.length + 1).fill(-1);
  const weights = new Float64Array(blocks.length);
  const before = new Int32Array(blocks.length).fill(-1);
  const rankOf = (end: number): number => countBefore(ends.length, (index) => ends[index]! <= end);
  let best = -1;
  for (const [index, block] of blocks.entries()) {
    for (let rank = rankOf(block.b); rank > 0; rank -= rank & -rank) {
      const candidate = tree[rank]!;
      if (candidate >= 0 && weights[candidate]! > weights[index]!) {
        weights[index] = weights[candidate]!;
        before[index] = candidate;
      }
    }
    weights[index]! += block.length;
    if (index % CHAINED === CHAINED - 1) yield 0;
    for (let rank = rankOf(block.b + block.length); rank <= ends.length; rank += rank & -rank) {
      if (tree[rank]! < 0 || weights[tree[rank]!]! < weights[index]!) tree[rank] = index;
    }
    if (best < 0 || weights[index]! > weights[best]!) best = index;
  }
  const chain: Block[] = [];
  for (let index = best; index >= 0; index = before[index]!) chain.push(blocks[index]!);
  return chain.toReversed();
}
