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
   * note. Where the stored note has another revision by now, nothing is overwritten: the note given is saved beside it
   * under `otherId`, as split from it, and both come back. A note that was deleted meanwhile is saved again.
   */
  save: (note: ReaderNote, basedOn: number, otherId: string) => Promise<Saved>;

  /** Saves many notes at once, all or none, as they are: for imports and for undoing a deletion. */
  saveAll: (notes: readonly ReaderNote[]) => Promise<void>;

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

  /** Keeps what is being typed; `key` names where (a note's id, or `new` on an article). */
  saveDraft: (draft: Draft) => Promise<void>;
  drafts: (article: string) => Promise<Draft[]>;
  removeDraft: (article: string, key: string) => Promise<void>;

  /** Everything there is, for a backup. */
  everything: () => Promise<Everything>;
  /** Empties the store. */
  clear: () => Promise<void>;

  /** Calls back after changes made by this page and by others, within a second; the result stops it. */
  watch: (changed: (change: Change) => void) => () => void;
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
  readonly key: string;
  readonly fields: string;
  /** ISO 8601 in UTC. */
  readonly modified: string;
}

export interface Everything {
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly { readonly article: string; readonly corrections: readonly Correction[] }[];
  readonly texts: readonly { readonly hash: string; readonly text: string }[];
  readonly drafts: readonly Draft[];
}

/** What changed; `elsewhere` where another tab did it. `all` where it can't be said in detail: read everything again. */
export type Change =
  | { readonly kind: 'saved'; readonly notes: readonly ReaderNote[]; readonly elsewhere: boolean }
  | { readonly kind: 'removed'; readonly ids: readonly string[]; readonly elsewhere: boolean }
  | { readonly kind: 'corrected'; readonly article: string; readonly elsewhere: boolean }
  | { readonly kind: 'all'; readonly elsewhere: boolean };

/**
 * Why a store could not do what was asked.
 * - `full`: the disk or the browser's quota; delete something or export.
 * - `blocked`: the browser refuses storage here (a private window, a setting).
 * - `broken`: the database can't be read; what was exported can be restored.
 * - `newer`: another tab runs a newer version, and this one has stepped back: reload.
 */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly reason: 'full' | 'blocked' | 'broken' | 'newer';
  constructor(reason: 'full' | 'blocked' | 'broken' | 'newer', cause?: unknown) {
    super(`the note store is ${reason}`, { cause });
    this.reason = reason;
  }
}
