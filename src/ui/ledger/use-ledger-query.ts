import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { formatLedgerQuery, parseLedgerQuery, type LedgerQuery } from '../../core/claims/ledger-query.ts';
import { replaceFragment, useFragment } from '../use-fragment.ts';

/** What the ledger is asked for, which stands in the address, and the way to ask for something else. */
export function useLedgerQuery(): readonly [LedgerQuery, (query: LedgerQuery) => void] {
  const fragment = useFragment();
  const query = useMemo(() => parseLedgerQuery(fragment), [fragment]);
  const ask = useCallback((next: LedgerQuery): void => replaceFragment(formatLedgerQuery(next)), []);
  return [query, ask];
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
