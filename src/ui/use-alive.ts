import { useDeferredValue, useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;
const yes = (): boolean => true;
const no = (): boolean => false;

/**
 * Whether a script has taken the page over; what is served says no, so that all of it works without one. What changes
 * with it is drawn when there is time.
 */
export function useAlive(): boolean {
  return useDeferredValue(useSyncExternalStore(never, yes, no));
}
