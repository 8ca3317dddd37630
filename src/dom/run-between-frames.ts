import type { Slices } from '../core/text/slices.ts';

/** How long the page may be held up at a time, ms: what is left of a frame after its own work. */
const SPELL = 8;

/**
 * Does long work in spells of a few milliseconds, so that scrolling and typing go on meanwhile. `work` comes in slices
 * (see `core/text/slices`). Resolves with its result, or with null once `isWanted` says no.
 */
export async function runBetweenFrames<Result>(
  work: Slices<Result>,
  isWanted: () => boolean,
): Promise<Result | null> {
  let begun = performance.now();
  while (isWanted()) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SPELL) continue;
    // Each spell waits until what happened meanwhile has been answered.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    begun = performance.now();
  }
  return null;
}

/** A task of its own, without the 4 ms that a timer waits at least. */
async function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(null);
  });
}
