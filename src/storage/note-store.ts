import type { Contents } from '../core/notes/merge.ts';
import type { ReaderNote } from '../core/notes/note.ts';
import type { Correction } from '../core/voices/read-article.ts';

/**
 * The promise that a store of a reader's notes keeps. Every function may reject with a StoreFailure; what had been
 * acknowledged before is then still there. `indexeddb.ts` and `memory.ts` keep it, under one contract suite.
 */
export interface NoteStore {
  /** All notes on an article, in no order. An article without notes has none. */
  notes: (article: string) => Promise<ReaderNote[]>;

  /**
   * Saves a note and resolves when it is on disk. `basedOn` is the revision that the change was made to, 0 for a new
   * note; the note's own `revision` is not looked at, the store counts on. Where the stored note has another revision
   * by now, nothing is overwritten: the note given is saved beside it under `otherId`, as split from it, and both come
   * back. Where it says the same, it is left as it is and comes back alone. A note that was deleted meanwhile is saved
   * again. Rejects with an Error where `otherId` is needed and another note has it.
   */
  save: (note: ReaderNote, basedOn: number, otherId: string) => Promise<Saved>;

  /**
   * Saves many notes at once, all or none: for imports and for undoing a deletion. They keep their revision, unless a
   * note of that id has been deleted here: then they count on from there, so that no revision ever stands for two
   * texts. Nothing is overwritten: a note whose id has other content here is saved under an id from `newId`, as split.
   * Resolves with the notes as they now stand, in the order given.
   *
   * `replacing` names notes that may be overwritten, each by its id and the revision that the change was made to: a
   * note whose stored state has that revision takes its place and counts on, as with `save`.
   */
  saveAll: (
    notes: readonly ReaderNote[],
    newId: () => string,
    replacing?: ReadonlyMap<string, number>,
  ) => Promise<ReaderNote[]>;

  /** Deletes notes; ids that are not there are passed over. Resolves with what was deleted, so that it can be undone. */
  remove: (ids: readonly string[]) => Promise<ReaderNote[]>;

  /** The reader's corrections of who said what in an article, in the order in which they were made. */
  corrections: (article: string) => Promise<Correction[]>;
  /** Puts these corrections in the place of all earlier ones. */
  saveCorrections: (article: string, corrections: readonly Correction[]) => Promise<void>;

  /** Keeps a text that a note was made on, once, by its hash, so that a later version can be compared with it. */
  keepText: (hash: string, text: string) => Promise<void>;
  /** A kept text, or null. */
  text: (hash: string) => Promise<string | null>;

  /** Keeps what is being typed, in the place of what the draft's `key` held before. */
  saveDraft: (draft: Draft) => Promise<void>;
  /** The drafts on an article, by key. */
  drafts: (article: string) => Promise<Draft[]>;
  /** Forgets a draft; one that is not there is passed over. */
  removeDraft: (article: string, key: string) => Promise<void>;

  /** Everything there is, for a backup. */
  everything: () => Promise<Everything>;
  /** Empties the store, and the library with it. */
  clear: () => Promise<void>;

  /**
   * Calls back after changes made by this page and by others, within a second; the result stops it. Changes that came
   * in another order than they were made are told as `all`. Drafts and kept texts are not told.
   */
  watch: (changed: (change: Change) => void) => () => void;
  /** Lets go of the database. What was asked for before is still done; whatever is asked for afterwards rejects. */
  close: () => void;
}

/** What a save did. `other` is the note that stood there with another revision: both texts are kept. */
export interface Saved {
  readonly note: ReaderNote;
  readonly other?: ReaderNote;
}

/** What is typed and not saved yet. `fields` is the editor's own, kept as it is. */
export interface Draft {
  readonly article: string;
  /**
   * Names the editor on its article. Two tabs that write under one key replace each other's draft, so it is a note's
   * id, or `new`, together with something of the tab's own.
   */
  readonly key: string;
  readonly fields: string;
  /** ISO 8601 in UTC. */
  readonly modified: string;
}

/** All that a reader has made: what a backup holds. */
export type Everything = Contents;

/** What changed; `elsewhere` where another tab did it. `all` where it can't be said in detail: read everything again. */
export type Change =
  | { readonly kind: 'saved'; readonly notes: readonly ReaderNote[]; readonly elsewhere: boolean }
  | { readonly kind: 'removed'; readonly ids: readonly string[]; readonly elsewhere: boolean }
  | { readonly kind: 'corrected'; readonly article: string; readonly elsewhere: boolean }
  | {
      /** Own articles were put, renamed or restored; or removed. What lay on them came or went with them. */
      readonly kind: 'article-saved' | 'article-removed';
      readonly ids: readonly string[];
      readonly elsewhere: boolean;
    }
  | { readonly kind: 'all'; readonly elsewhere: boolean };

/**
 * Why a store could not do what was asked.
 * - `full`: the disk or the browser's quota; delete something or export.
 * - `blocked`: the browser refuses storage here (a private window, a setting).
 * - `busy`: the database does not answer, most likely because another tab holds it; close the others and try again.
 * - `broken`: the database can't be read; what was exported can be restored.
 * - `deleted`: the reader has it all deleted, in this or another tab or by the browser: nothing is kept until a reload.
 * - `newer`: another tab runs a newer version, and this one has stepped back: reload.
 */
export type FailureReason = 'full' | 'blocked' | 'busy' | 'broken' | 'deleted' | 'newer';

/** What every function of a store rejects with; `cause` is the browser's own error, where there is one. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: FailureReason;
  constructor(reason: FailureReason, cause?: unknown) {
    super(`the note store is ${reason}`, { cause });
    this.reason = reason;
  }
}
