import { useCallback, useMemo } from 'react';
import { formatLedgerQuery, parseLedgerQuery, type LedgerQuery } from '../../core/claims/ledger-query.ts';
import { replaceFragment, useFragment } from '../use-fragment.ts';

/** What the ledger is asked for, which stands in the address, and the way to ask for something else. */
export function useLedgerQuery(): readonly [LedgerQuery, (query: LedgerQuery) => void] {
  const fragment = useFragment();
  const query = useMemo(() => parseLedgerQuery(fragment), [fragment]);
  const ask = useCallback((next: LedgerQuery): void => replaceFragment(formatLedgerQuery(next)), []);
  return [query, ask];
}
