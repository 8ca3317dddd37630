import { useSyncExternalStore } from 'react';

/*
 * What a reader looks for stands in the address behind `#`: so it survives a reload and the way back, and no server ever
 * gets it.
 */

/** The address's fragment with its `#`, or empty, as it is in the page that is served. */
export function useFragment(): string {
  return useSyncExternalStore(
    watchAddress,
    () => location.hash,
    () => '',
  );
}

/** Puts another fragment, with its `#` or empty, in the place of the address's, without an entry in the history. */
export function replaceFragment(fragment: string): void {
  // The router hears of what is done to the history, and must find its own state in it.
  history.replaceState(history.state, '', location.pathname + location.search + fragment);
}

/** The router makes events of what is done to the history; the others are the browser's. */
const EVENTS = ['popstate', 'hashchange', 'pushState', 'replaceState'];

function watchAddress(changed: () => void): () => void {
  for (const event of EVENTS) addEventListener(event, changed);
  return () => {
    for (const event of EVENTS) removeEventListener(event, changed);
  };
}
