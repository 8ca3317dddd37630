import { createContext, useContext, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/**
 * Which note is open, and which one is only pointed at. Both sides of a note (its words and its card) subscribe to
 * just their own id, so opening one draws two small components again and never the article.
 */
export interface ActiveNote {
  readonly get: () => { readonly open: string | null; readonly pointed: string | null };
  readonly open: (id: string | null) => void;
  readonly point: (id: string | null) => void;
  /** Calls back after every change; the result stops it. */
  readonly watch: (changed: () => void) => () => void;
}

export function createActiveNote(): ActiveNote {
  let state: { open: string | null; pointed: string | null } = { open: null, pointed: null };
  const watchers = new Set<() => void>();
  const set = (next: typeof state): void => {
    if (next.open === state.open && next.pointed === state.pointed) return;
    state = next;
    for (const changed of watchers) changed();
  };
  return {
    get: () => state,
    open: (id) => set({ open: id, pointed: null }),
    point: (id) => set({ ...state, pointed: id }),
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

export const ActiveNoteContext = createContext<ActiveNote | null>(null);

export function useActiveNote(): ActiveNote {
  const active = useContext(ActiveNoteContext);
  if (!active) throw new Error('useActiveNote is used outside of a reader');
  return active;
}

/** How a note stands: `open`, `pointed` at, or neither. */
export function useNoteState(ids: readonly string[]): 'open' | 'pointed' | undefined {
  const active = useActiveNote();
  return useSyncExternalStore(
    active.watch,
    () => stateOf(active, ids),
    () => undefined,
  );
}

function stateOf(active: ActiveNote, ids: readonly string[]): 'open' | 'pointed' | undefined {
  const { open, pointed } = active.get();
  if (open !== null && ids.includes(open)) return 'open';
  return pointed !== null && ids.includes(pointed) ? 'pointed' : undefined;
}

/** The id of the open note, or null. */
export function useOpenNote(): string | null {
  const active = useActiveNote();
  return useSyncExternalStore(
    active.watch,
    () => active.get().open,
    () => null,
  );
}

/** The element ids of a note's two sides: its card, and the link behind its words. */
export const cardId = (id: string): string => `note-${id}`;
export const linkId = (id: string): string => `ref-${id}`;

/** Opens a note and moves the focus to its card, as following a link does. */
export function openFromLink(active: ActiveNote, id: string): void {
  // Where notes open as a sheet or popover, the card can take focus only once it is drawn.
  flushSync(() => active.open(id));
  document.getElementById(cardId(id))?.focus({ preventScroll: true });
}

/** Brings the focus from a card back to its words. */
export function returnToText(id: string): void {
  document.getElementById(linkId(id))?.focus();
}
