import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatLedgerQuery, parseLedgerQuery, type LedgerQuery } from '../../core/claims/ledger-query.ts';

/** What the ledger is asked for, which stands in the address, and the way to ask for something else. */
export function useLedgerQuery(): readonly [LedgerQuery, (query: LedgerQuery) => void] {
  // The page that is served was drawn without a query: React takes it over as it is, and then reads the address.
  const search = useSyncExternalStore(
    watchAddress,
    () => location.search,
    () => '',
  );
  const query = useMemo(() => parseLedgerQuery(search), [search]);
  const ask = useCallback((next: LedgerQuery): void => {
    const { pathname, search: before, hash } = location;
    history.replaceState(history.state, '', pathname + formatLedgerQuery(next, before) + hash);
  }, []);
  return [query, ask];
}

/** The router makes events of what it does to the address; the others are the browser's. */
const EVENTS = ['popstate', 'hashchange', 'pushState', 'replaceState'];

function watchAddress(changed: () => void): () => void {
  for (const event of EVENTS) addEventListener(event, changed);
  return () => {
    for (const event of EVENTS) removeEventListener(event, changed);
  };
}

const never = (): (() => void) => () => undefined;

/** Whether a script has taken the page over; what is served says no, so that all of it works without one. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
