import { useSyncExternalStore } from 'react';

/**
 * A value that is shared by a whole page and changes now and then. A context holds the live value, which is always the
 * same object, and never the value itself: a context that changes while React takes over a long page makes it do all
 * of the rest at once.
 */
export interface LiveValue<Value> {
  readonly get: () => Value;
  /** What the served page shows. */
  readonly first: Value;
  readonly set: (value: Value) => void;
  /** Calls back after every change; the result stops it. */
  readonly watch: (changed: () => void) => () => void;
}

export function createLiveValue<Value>(first: Value): LiveValue<Value> {
  let current = first;
  const watchers = new Set<() => void>();
  return {
    get: () => current,
    first,
    set: (value) => {
      if (value === current) return;
      current = value;
      for (const changed of watchers) changed();
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

/** The value now and whenever it changes. */
export function useLiveValue<Value>({ watch, get, first }: LiveValue<Value>): Value {
  return useSyncExternalStore(watch, get, () => first);
}
