/**
 * Long work, cut into short slices: each `next()` does a few milliseconds of it and yields how much is done, from 0
 * to 1; the last returns the result. The core has no clock, so slices are cut by count. Who runs them decides when the
 * next one comes: a worker at once, a page between its frames.
 */
export type Slices<Result> = Generator<number, Result, void>;

/** Characters of notes in a slice, with a thousand for each note: about 5 ms on a laptop. */
export const SLICE_LOAD = 100_000;

/** Does all of the work at once, for texts that are known to be short, for tools and for tests. */
export function runSlices<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
