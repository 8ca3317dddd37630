import { createContext, useContext } from 'react';
import type { BackupDue, Held } from '../storage/keeping.ts';
import type { LibraryStore } from '../storage/library-store.ts';
import type { FailureReason, NoteStore } from '../storage/note-store.ts';
import { createLiveValue, useLiveValue, type LiveValue } from './live-value.ts';

/**
 * How a reader's notes are kept on this page. `state` is `kept` where they are on disk; any other reason means that
 * they stay only as long as the page is open, which the page says; where the part that keeps them is `missing`, there is
 * no store at all.
 */
export interface Keeping {
  /** Null while it is being opened. */
  readonly store: NoteStore | null;
  /** The reader's own articles, kept where the notes are; null as `store`. */
  readonly library: LibraryStore | null;
  readonly state: 'opening' | 'kept' | 'missing' | FailureReason;
  /** What should be there and is not: the browser has emptied its storage. Null where nothing is amiss. */
  readonly lost: Held | null;
  /** Where there are notes of a week that no backup holds; else null. */
  readonly backupDue: BackupDue | null;
  /** Opens the store again; what was written meanwhile goes into it. Where it is missing, the page is loaded again. */
  readonly retry: () => void;
  /** The reader knows of the loss. */
  readonly acceptLoss: () => void;
  readonly putOffBackup: () => void;
  /** To be called after a backup was made. */
  readonly backedUp: () => void;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** An id that was never used. */
  readonly newId: () => string;
}

const nothing = (): void => undefined;

/** How notes are kept before their store is there. */
export const OPENING: Keeping = {
  store: null,
  library: null,
  state: 'opening',
  lost: null,
  backupDue: null,
  retry: nothing,
  acceptLoss: nothing,
  putOffBackup: nothing,
  backedUp: nothing,
  now: () => '',
  newId: () => '',
};

export const KeepingContext = createContext<LiveValue<Keeping>>(createLiveValue(OPENING));

export function useKeeping(): Keeping {
  return useLiveValue(useContext(KeepingContext));
}
