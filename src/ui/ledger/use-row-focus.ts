import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Scroller } from './table-body.tsx';

/** How long the line around a row stays that a link has led to, ms. */
const ARRIVED = 2000;

/** Which row of a table is the one that Tab comes to, and the ways to bring the focus to another. */
export interface RowFocus {
  readonly current: string | null;
  /** The row that a link has led to, for a moment. */
  readonly arrived: string | null;
  /** The focus has come to a row by itself. */
  readonly enter: (key: string) => void;
  /** Brings the focus to a row, and the row into view. */
  readonly focus: (key: string) => void;
  /** The same as following a link does: with a line around the row. */
  readonly arrive: (key: string) => void;
  /** Brings the focus to a row and leaves the page where it is. */
  readonly resume: (key: string) => void;
}

/** `order` is the keys of the rows that are shown. */
export function useRowFocus(
  grid: RefObject<HTMLElement | null>,
  scroller: RefObject<Scroller | null>,
  order: readonly string[],
): RowFocus {
  const [entered, setEntered] = useState<string | null>(null);
  const [arrived, setArrived] = useState<string | null>(null);
  /** Where the focus is to go as soon as that row is drawn. */
  const wanted = useRef<{ key: string; block: ScrollLogicalPosition | null } | null>(null);

  const settle = useCallback((): void => {
    if (!wanted.current) return;
    const { key, block } = wanted.current;
    const row = grid.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    if (block) row.scrollIntoView({ block, behavior: 'instant' });
  }, [grid]);
  // Synchronises the focus with rows that are drawn only now.
  useLayoutEffect(settle);

  const go = useCallback(
    (key: string, block: ScrollLogicalPosition | null): void => {
      wanted.current = { key, block };
      setEntered(key);
      if (block === 'center') scroller.current?.scrollTo(key);
      settle();
    },
    [scroller, settle],
  );
  const focus = useCallback((key: string) => go(key, 'nearest'), [go]);
  const resume = useCallback((key: string) => go(key, null), [go]);
  const arrive = useCallback(
    (key: string) => {
      setArrived(key);
      go(key, 'center');
    },
    [go],
  );
  useEffect(() => {
    if (arrived === null) return undefined;
    const timer = setTimeout(() => setArrived(null), ARRIVED);
    return () => clearTimeout(timer);
  }, [arrived]);

  const current = entered !== null && order.includes(entered) ? entered : (order[0] ?? null);
  return { current, arrived, enter: setEntered, focus, arrive, resume };
}
