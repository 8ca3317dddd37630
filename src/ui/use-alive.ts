import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;
const yes = (): boolean => true;
const no = (): boolean => false;

/** Whether a script has taken the page over; what is served says no, so that all of it works without one. */
export function useAlive(): boolean {
  return useSyncExternalStore(never, yes, no);
}
