import { useSyncExternalStore } from 'react';

/**
 * The words that are searched for, and the way to change them. They stand in the address behind `#` (`#q=…`), so that
 * they survive a reload and the way back, and no server ever gets them.
 */
export function useSearchedWords(): [words: string, change: (words: string) => void] {
  return [useSyncExternalStore(watch, read, () => ''), write];
}

const CHANGED = 'sidegloss:searched';

const read = (): string => new URLSearchParams(location.hash.slice(1)).get('q') ?? '';

function write(words: string): void {
  const hash = words === '' ? '' : `#${new URLSearchParams({ q: words }).toString()}`;
  // The router hears of what is done to the history, and must find its own state in it.
  history.replaceState(history.state, '', location.pathname + location.search + hash);
  dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void): () => void {
  const events = ['hashchange', 'popstate', CHANGED];
  for (const event of events) addEventListener(event, changed);
  return () => {
    for (const event of events) removeEventListener(event, changed);
  };
}
