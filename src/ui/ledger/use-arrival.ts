import { useEffect, useRef } from 'react';
import { isNarrowed, type LedgerQuery } from '../../core/claims/ledger-query.ts';
import { useSay } from '../status-line.tsx';
import { labelOf, rowAnchor, type OpenLedger } from './open-ledger.ts';
import type { RowFocus } from './use-row-focus.ts';

/** Where a reader was in the ledger when they left it, as the entry of the browser's history keeps it. */
interface Left {
  readonly key: string;
  /** How far the page was scrolled, px. */
  readonly y: number;
}

/** Remembers, before a link to a row's words is followed, where the way back is to lead. */
export function rememberPlace(key: string): void {
  const left: Left = { key, y: scrollY };
  history.replaceState({ ...historyState(), ledger: left }, '');
}

/**
 * Goes where the address says (`#row-c5`), filters or not, when the page opens and when the address changes. Where a
 * reader comes back to the page by the browser's history, it is to the place that they left.
 */
export function useArrival(given: {
  ledger: OpenLedger;
  /** Whether all rows are there; a row may be one of those that come later. */
  isRead: boolean;
  isLibrary: boolean;
  /** The keys of the rows that are shown. */
  order: readonly string[];
  query: LedgerQuery;
  focus: RowFocus;
}): void {
  const say = useSay();
  /** What the address names and is not reached yet. */
  const wanted = useRef<string | null>(null);
  /** Whether the address, which has room for one thing, had filters until it named a row. */
  const cleared = useRef(false);
  const latest = useRef(given);
  const came = useRef(false);

  const settle = (): void => {
    const { ledger, isRead, isLibrary, order, focus } = latest.current;
    const left = takeLeft();
    if (left) {
      wanted.current = null;
      focus.resume(left.key);
      scrollTo({ top: left.y, behavior: 'instant' });
      return;
    }
    const name = wanted.current;
    if (name === null) return;
    const row = ledger.rows.find((each) => rowAnchor(each, isLibrary) === name) ?? findCopy(ledger, name);
    if (!row) {
      if (isRead) wanted.current = null;
      return;
    }
    if (!order.includes(row.key)) return;
    wanted.current = null;
    focus.arrive(row.key);
    if (!cleared.current) return;
    cleared.current = false;
    say({
      text: `The filters are cleared, to show ${row.label === '' ? labelOf(row) : `claim ${row.label}`}.`,
    });
  };
  const settleNow = useRef(settle);
  useEffect(() => {
    const isCleared = isNarrowed(latest.current.query) && !isNarrowed(given.query);
    if (isCleared && location.hash.startsWith('#row-')) cleared.current = true;
    latest.current = given;
    settleNow.current = settle;
  });

  // Synchronises with the address.
  useEffect(() => {
    const read = (): void => {
      const { hash } = location;
      wanted.current = hash.startsWith('#row-') ? decoded(hash.slice(1)) : null;
      settleNow.current();
    };
    if (!came.current) read();
    came.current = true;
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  // Synchronises with rows that come later: the reader's own, and those that a filter had left out.
  const { isRead, order } = given;
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what these rows are is read when they are there
  useEffect(() => settleNow.current(), [isRead, order]);
}

/** A reader's copy by its own id, whose row is named after the published claim. */
function findCopy(ledger: OpenLedger, name: string) {
  return ledger.rows.find(({ id }) => name === `row-${id}`) ?? null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function historyState(): Record<string, unknown> {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? { ...state } : {};
}

/** Where the reader left, once: from then on the place is where they go. */
function takeLeft(): Left | null {
  const { ledger, ...rest } = historyState();
  if (typeof ledger !== 'object' || ledger === null || !('key' in ledger) || !('y' in ledger)) return null;
  history.replaceState(rest, '');
  const { key, y } = ledger;
  return typeof key === 'string' && typeof y === 'number' ? { key, y } : null;
}
