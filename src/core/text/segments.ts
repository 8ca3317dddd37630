import type { Span } from './span.ts';

/** A stretch in which the same items hold from end to end. `active` is in the order in which the items were given. */
export interface Segment<T extends Span> extends Span {
  readonly active: readonly T[];
}

/**
 * Cuts `within` at every boundary of `items` and says what holds on each stretch: the one operation behind every
 * layer over the text. The segments follow each other without gap or overlap and cover `within` exactly; items
 * outside it are ignored, items that reach over its ends are clipped, empty items cut nothing. An empty `within`
 * gives no segments.
 *
 * @example segments({start: 0, end: 6}, [{start: 1, end: 4}, {start: 3, end: 6}]) // 0-1, 1-3 a, 3-4 ab, 4-6 b
 */
export function segments<T extends Span>(within: Span, items: readonly T[]): Segment<T>[] {
  const inside = items.filter(
    (item) => item.start < item.end && item.start < within.end && item.end > within.start,
  );
  const cuts = new Set([within.start, within.end]);
  for (const item of inside) {
    cuts.add(Math.max(item.start, within.start));
    cuts.add(Math.min(item.end, within.end));
  }
  const bounds = [...cuts].toSorted((a, b) => a - b);
  const order = new Map(inside.map((item, index) => [item, index]));
  const arriving = inside.toSorted((a, b) => a.start - b.start);
  const result: Segment<T>[] = [];
  let active: T[] = [];
  let next = 0;
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const start = bounds[index]!;
    const end = bounds[index + 1]!;
    active = active.filter((item) => item.end > start);
    const before = active.length;
    while (next < arriving.length && arriving[next]!.start <= start) {
      if (arriving[next]!.end > start) active.push(arriving[next]!);
      next += 1;
    }
    if (active.length !== before) active.sort((a, b) => order.get(a)! - order.get(b)!);
    result.push({ start, end, active: [...active] });
  }
  return result;
}
