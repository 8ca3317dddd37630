import { StoreFailure, type NoteStore } from './note-store.ts';

/** Keeps one editor's text while it is typed, so that at most a second of typing is lost whatever happens. */
export interface DraftKeeper {
  /** Takes what the editor holds now. It is written at once, or as soon as the last writing is half a second ago. */
  typed: (fields: string) => void;
  /** Writes what is not written yet, before this returns as far as the store can; resolves when that is done. */
  flush: () => Promise<void>;
  /** Forgets the draft, because its note has been saved or it is not wanted. Typing on begins a new one. */
  drop: () => Promise<void>;
  /** Flushes and lets go of the page; for when the editor closes. */
  stop: () => void;
}

export interface DraftOptions {
  readonly article: string;
  /** See `Draft.key`. */
  readonly key: string;
  /** The least time between two writings, in ms. */
  readonly wait?: number;
  readonly now?: () => Date;
  /** Told when the store could not keep the draft: it is on the screen only. What is typed next tries again. */
  readonly failed?: (failure: StoreFailure) => void;
  /** Calls back when the page may be about to end; the result stops it. */
  readonly onHide?: (hidden: () => void) => () => void;
}

/** Begins to keep a draft. Nothing is written until something is typed. */
export function keepDraft(
  store: Pick<NoteStore, 'saveDraft' | 'removeDraft'>,
  { article, key, wait = 500, now = () => new Date(), failed, onHide = onPageHidden }: DraftOptions,
): DraftKeeper {
  let unwritten: string | null = null;
  let clock: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  /** Counts the drafts that there have been, to tell which one a late failure is about. */
  let draft = 0;

  const stopClock = (): void => {
    if (clock !== null) clearTimeout(clock);
    clock = null;
  };
  const guard = async (work: Promise<void>, otherwise: () => void): Promise<void> => {
    try {
      await work;
    } catch (error) {
      otherwise();
      if (!(error instanceof StoreFailure)) throw error;
      failed?.(error);
    }
  };
  const write = (): void => {
    if (unwritten === null) return;
    const fields = unwritten;
    const of = draft;
    unwritten = null;
    writing = guard(store.saveDraft({ article, key, fields, modified: now().toISOString() }), () => {
      if (of !== draft) return;
      // Not again by itself twice a second, but with what is typed next, or when the page ends.
      stopClock();
      unwritten ??= fields;
    });
  };
  const tick = (): void => {
    clock = null;
    if (unwritten === null) return;
    clock = setTimeout(tick, wait);
    write();
  };
  const flush = async (): Promise<void> => {
    stopClock();
    write();
    await writing;
  };
  const stopHiding = onHide(() => void flush());

  return {
    typed: (fields) => {
      unwritten = fields;
      if (clock === null) tick();
    },
    flush,
    drop: async () => {
      unwritten = null;
      draft += 1;
      // At once: a store does things in the order in which they are asked for, and typing may go on meanwhile.
      await guard(store.removeDraft(article, key), () => {});
    },
    stop: () => {
      stopHiding();
      void flush();
    },
  };
}

/** A page that is hidden may never be seen again: on a phone this is the last that it hears. */
function onPageHidden(hidden: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'hidden') hidden();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pagehide', hidden);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pagehide', hidden);
  };
}
