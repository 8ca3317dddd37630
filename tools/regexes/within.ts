import { Script } from 'node:vm';

const HELD = new Script('heldRun()');

/**
 * Runs something that may hold the machine for ever, as a regular expression can, and ends it after so many ms: null
 * then, and where it throws. What it gives must not be null.
 */
export function within<T>(deadline: number, run: () => T): T | null {
  Object.assign(globalThis, { heldRun: run });
  try {
    return HELD.runInThisContext({ timeout: deadline }) as T;
  } catch {
    // Ended, or out of the room in which an expression keeps where it could go on: both are failures.
    return null;
  }
}

/** How much of the processor's time something takes, ms, so that what else the machine does counts little; Infinity where it is ended. */
export function timeWithin(deadline: number, run: () => void): number {
  const took = within(deadline, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return took ?? Infinity;
}
