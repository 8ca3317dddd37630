import type { ReaderNote } from '../core/notes/note.ts';
import type { Change } from './note-store.ts';

/** A change before it is known who hears of it. */
export type Untold =
  | { readonly kind: 'saved'; readonly notes: readonly ReaderNote[] }
  | { readonly kind: 'removed'; readonly ids: readonly string[] }
  | { readonly kind: 'corrected'; readonly article: string }
  | { readonly kind: 'article-saved' | 'article-removed'; readonly ids: readonly string[] }
  | { readonly kind: 'all' };

/** What tabs tell each other through. */
export interface Channel {
  /** Sends a message to all the others. Never throws: whoever misses one finds out by counting. */
  post: (message: unknown) => void;
  /** Calls back with what the others have sent. */
  listen: (heard: (message: unknown) => void) => void;
  close: () => void;
}

/** Calls back when the page is seen again after it may have slept; the result stops it. */
export type OnWake = (woke: () => void) => () => void;

/** Tells changes to those who watch, in this tab and in the others. */
export interface ChangeFeed {
  /** Says which change the database stands at, when it has been opened. */
  standsAt: (number: number) => void;
  /**
   * Tells a change that this tab has made. `number` is its number in the database, where changes are counted; null
   * where there was no room to count it.
   */
  tell: (change: Untold, number: number | null) => void;
  watch: (changed: (change: Change) => void) => () => void;
  close: () => void;
}

export interface FeedOptions {
  /** The way to the other tabs; null where there is none. */
  readonly channel: Channel | null;
  readonly onWake: OnWake;
  /** Which change the database stands at now. */
  readonly latest: () => Promise<number>;
}

/** What is told in detail; of more notes than this, others read again what they need. */
const MOST_NOTES = 200;

/**
 * Changes are counted in the database, in the transaction that makes them, so everyone can tell whether they have
 * heard of all. What comes in order is told in detail. At a gap, watchers are told to read everything again, which
 * covers whatever is still on its way; and a page that may have slept through messages asks the database.
 */
export function changeFeed({ channel, onWake, latest }: FeedOptions): ChangeFeed {
  const watchers = new Set<(change: Change) => void>();
  let last = 0;
  const emit = (change: Change): void => {
    // In a microtask of its own, so that a watcher that throws can't make a save look failed.
    for (const watcher of watchers) queueMicrotask(() => watchers.has(watcher) && watcher(change));
  };
  const heard = (number: number | null, change: Untold): void => {
    if (number === null) return emit({ kind: 'all', elsewhere: true });
    if (number <= last) return;
    emit(number === last + 1 ? { ...change, elsewhere: true } : { kind: 'all', elsewhere: true });
    last = number;
  };
  const woke = async (): Promise<void> => {
    // A database that does not answer is told to the reader by the reading that 'all' brings about.
    const number = await latest().catch(() => Infinity);
    if (number <= last) return;
    if (number !== Infinity) last = number;
    emit({ kind: 'all', elsewhere: true });
  };
  channel?.listen((data) => {
    const message = readMessage(data);
    if (message) heard(message.number, message.change);
    else void woke();
  });
  const stopWaking = onWake(() => void woke());

  return {
    standsAt: (number) => {
      last = Math.max(last, number);
    },
    tell: (change, number) => {
      channel?.post({ number, change: inBrief(change) });
      if (number === null || number <= last) return emit({ kind: 'all', elsewhere: false });
      emit({ ...change, elsewhere: false });
      if (number > last + 1) emit({ kind: 'all', elsewhere: true });
      last = number;
    },
    watch: (changed) => {
      // A function of its own for every call, so that stopping one watch leaves another of the same callback alone.
      const watcher = (change: Change): void => changed(change);
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    close: () => {
      stopWaking();
      watchers.clear();
      channel?.close();
    },
  };
}

/** The channel between the tabs that have one database open; null where the browser has none. */
export function channelOf(database: string): Channel | null {
  try {
    const channel = new BroadcastChannel(`sidegloss.changes.${database}`);
    return {
      post: (message) => {
        try {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays in its origin
          channel.postMessage(message);
        } catch {
          // It is closed: a save that came to its end after that must not look failed.
        }
      },
      listen: (heard) =>
        channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard(data)),
      close: () => channel.close(),
    };
  } catch {
    return null;
  }
}

/** A page that is shown again, from another tab's shadow or from the cache of pages gone back to. */
export const onPageShown: OnWake = (woke) => {
  if (typeof document === 'undefined') return () => {};
  const seen = (): void => {
    if (document.visibilityState === 'visible') woke();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', seen);
  };
};

function inBrief(change: Untold): Untold {
  const many = change.kind === 'saved' ? change.notes : change.kind === 'removed' ? change.ids : [];
  return many.length > MOST_NOTES ? { kind: 'all' } : change;
}

/** Tells of own articles what a feed tells of everything. */
export function toldOfArticles(told: (ids: readonly string[] | null) => void): (change: Change) => void {
  return (change) => {
    if (change.kind === 'article-saved' || change.kind === 'article-removed') told(change.ids);
    else if (change.kind === 'all') told(null);
  };
}

const WITH_IDS = ['removed', 'article-saved', 'article-removed'] as const;

/** What another tab said; null where it is not what this version says, because the other is of another version. */
function readMessage(data: unknown): { number: number | null; change: Untold } | null {
  if (typeof data !== 'object' || data === null || !('number' in data) || !('change' in data)) return null;
  const { number, change } = data;
  if ((typeof number !== 'number' && number !== null) || typeof change !== 'object' || change === null)
    return null;
  const known =
    'kind' in change &&
    (change.kind === 'all' ||
      (change.kind === 'saved' && 'notes' in change && Array.isArray(change.notes)) ||
      (WITH_IDS.some((kind) => kind === change.kind) && 'ids' in change && Array.isArray(change.ids)) ||
      (change.kind === 'corrected' && 'article' in change && typeof change.article === 'string'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as far as this door checks: it is our own tab
  return known ? { number, change: change as Untold } : null;
}
