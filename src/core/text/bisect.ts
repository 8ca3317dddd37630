/**
 * Binary search: how many of the indices from 0 up to `count` hold, where all that hold come first. That is also the
 * index of the first that does not hold, or `count`.
 */
export function countBefore(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
