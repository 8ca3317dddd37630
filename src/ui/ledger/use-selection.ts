import { useCallback, useMemo, useState } from 'react';

/** Which rows are selected, by key. */
export interface Selection {
  /** Those of the rows given that are selected. */
  readonly selected: ReadonlySet<string>;
  /** Selects a row or lets it go; with `range`, selects all from the last one that was pressed up to it. */
  readonly toggle: (key: string, range?: boolean) => void;
  /** Selects all rows from where a selection with Shift began up to this one. */
  readonly extend: (from: string, to: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** A selection of rows; `order` is the keys of those that are shown. What a filter takes away is not selected. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const [anchor, setAnchor] = useState<string | null>(null);
  const selected = useMemo(() => new Set(order.filter((key) => chosen.has(key))), [chosen, order]);
  const between = useCallback(
    (from: string, to: string): readonly string[] => {
      const [a, b] = [order.indexOf(from), order.indexOf(to)].toSorted((x, y) => x - y);
      return a === undefined || b === undefined || a < 0 ? [to] : order.slice(a, b + 1);
    },
    [order],
  );
  const toggle = useCallback(
    (key: string, range = false): void => {
      setChosen((before) => {
        if (range && anchor !== null) return new Set([...before, ...between(anchor, key)]);
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      });
      if (!range) setAnchor(key);
    },
    [anchor, between],
  );
  const extend = useCallback(
    (from: string, to: string): void => {
      const start = anchor ?? from;
      setAnchor(start);
      setChosen(new Set(between(start, to)));
    },
    [anchor, between],
  );
  const all = useCallback(() => setChosen(new Set(order)), [order]);
  const clear = useCallback(() => {
    setChosen(NONE);
    setAnchor(null);
  }, []);
  return useMemo(() => ({ selected, toggle, extend, all, clear }), [all, clear, extend, selected, toggle]);
}

const NONE: ReadonlySet<string> = new Set();
