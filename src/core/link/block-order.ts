import type { Span } from '../text/span.ts';
import type { Block } from '../voices/blocks.ts';
import { lettersIn, type Letters } from './letters.ts';

/** The number that a block's id ends with: blocks had them in order when they were first read. -1 where there is none. */
export const numberOf = (id: string): number => Number(/(?<!\d)\d+$/.exec(id)?.[0] ?? -1);

/** The index of the block behind which one stood that is gone: that with the next lower number; -1 where there is none. */
export function lowerBlock(blocks: readonly Block[], id: string): number {
  const number = numberOf(id);
  let lower = -1;
  for (const [index, other] of blocks.entries()) {
    const candidate = numberOf(other.id);
    if (candidate < number && candidate >= numberOf(blocks[lower]?.id ?? '')) lower = index;
  }
  return lower;
}

/** The letters of what stands now where a block stood that is gone: new blocks, which may be its own words rewritten. */
export function lettersInPlaceOf(blocks: readonly Block[], all: Letters, id: string): Span | null {
  const number = numberOf(id);
  const next = Math.min(...blocks.map((block) => numberOf(block.id)).filter((other) => other > number));
  const from = lowerBlock(blocks, id) + 1;
  let to = from;
  while (to < blocks.length && numberOf(blocks[to]!.id) > next) to += 1;
  return to > from ? lettersIn(all, { start: blocks[from]!.start, end: blocks[to - 1]!.end }) : null;
}
