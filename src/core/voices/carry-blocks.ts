import type { Block } from './blocks.ts';

/** Paragraphs are the same, reworded, if they share at least this much of their words. */
const ALIKE = 0.5;
/** How many candidates a reworded paragraph is compared with, between two that are the same in both versions. */
const WINDOW = 12;

interface Version {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * The blocks of a new version with the ids that their paragraphs had in the old one. Equal paragraphs keep theirs, also
 * where they moved if there is only one of them; between these, paragraphs in order keep theirs if most words are the
 * same; the others get numbers that the old version never used.
 */
export function carryIds(previous: Version, next: Version): Block[] {
  const ids = new Map<number, string>();
  const used = new Set<number>();
  matchEqual(previous, next, (old, now) => {
    ids.set(now, previous.blocks[old]!.id);
    used.add(old);
  });
  matchAlike(previous, next, { ids, used });
  let number = firstFree(previous.blocks);
  return next.blocks.map((block, index): Block => {
    const { start, end, kind } = block;
    return { id: ids.get(index) ?? `p${number++}`, start, end, kind };
  });
}

/** A number above all that stand in the old ids. */
function firstFree(blocks: readonly Block[]): number {
  const numbers = blocks.map(({ id }) => Number(/^p(\d{1,9})$/.exec(id)?.[1] ?? -1));
  return numbers.reduce((highest, number) => Math.max(highest, number), -1) + 1;
}

/** Pairs paragraphs of equal words: the first with the first, the second with the second. */
function matchEqual(previous: Version, next: Version, pair: (old: number, now: number) => void): void {
  const waiting = new Map<string, { places: number[]; taken: number }>();
  for (const [index, block] of previous.blocks.entries()) {
    const words = wordsOf(previous.text, block);
    const same = waiting.get(words);
    if (same === undefined) waiting.set(words, { places: [index], taken: 0 });
    else same.places.push(index);
  }
  for (const [index, block] of next.blocks.entries()) {
    const same = waiting.get(wordsOf(next.text, block));
    const old = same?.places[same.taken];
    if (same === undefined || old === undefined) continue;
    same.taken++;
    pair(old, index);
  }
}

function wordsOf(text: string, block: Block): string {
  return text.slice(block.start, block.end).replace(/\s+/g, ' ');
}

/** Pairs what is left, in order, between the neighbours that are already paired. */
function matchAlike(
  previous: Version,
  next: Version,
  matched: { ids: Map<number, string>; used: Set<number> },
): void {
  const places = new Map(previous.blocks.map(({ id }, index) => [id, index]));
  let from = 0;
  for (const index of next.blocks.keys()) {
    const known = places.get(matched.ids.get(index) ?? '');
    if (known !== undefined) {
      if (known >= from) from = known + 1;
      continue;
    }
    const old = mostAlike({ previous, next }, index, { from, used: matched.used });
    if (old === null) continue;
    matched.ids.set(index, previous.blocks[old]!.id);
    matched.used.add(old);
    from = old + 1;
  }
}

/** The old paragraph most like a new one, from a place on and up to the next that is already paired. */
function mostAlike(
  versions: { previous: Version; next: Version },
  index: number,
  old: { from: number; used: ReadonlySet<number> },
): number | null {
  const { previous, next } = versions;
  const block = next.blocks[index];
  if (block === undefined) return null;
  const words = new Set(wordsOf(next.text, block).toLowerCase().split(' '));
  let best: { at: number; share: number } | null = null;
  for (let at = old.from; at < previous.blocks.length && at < old.from + WINDOW; at++) {
    const candidate = previous.blocks[at];
    if (candidate === undefined || old.used.has(at)) break;
    const share = shared(words, wordsOf(previous.text, candidate));
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { at, share };
  }
  return best?.at ?? null;
}

/** How much of their words two paragraphs share, 0 to 1 (Dice). */
function shared(words: ReadonlySet<string>, other: string): number {
  const others = new Set(other.toLowerCase().split(' '));
  let common = 0;
  for (const word of others) if (words.has(word)) common++;
  return (2 * common) / (words.size + others.size);
}
