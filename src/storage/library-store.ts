import type { ReaderNote } from '../core/notes/note.ts';
import type { Original } from '../core/text/brought.ts';
import type { Correction } from '../core/voices/read-article.ts';
import type { Draft } from './note-store.ts';
import type { OwnArticle } from './own-article.ts';

/**
 * The promise that a store of a reader's own articles keeps. It lies in one database with the notes, and every function
 * may reject with a StoreFailure, as there. `database-library.ts` and `memory-library.ts` keep it, under one contract
 * suite.
 */
export interface LibraryStore {
  /** What there is, in no order. No text is read for it. */
  listings: () => Promise<OwnListing[]>;
  /** An article with its title and times as they are now; null where there is none. */
  article: (id: string) => Promise<OwnArticle | null>;
  /**
   * The same as the JSON that it is kept as, title and `opened` as they were when it was put: a string is handed to a
   * worker in no time, where an article of a million words keeps the page from its reader. Null where there is none.
   */
  packed: (id: string) => Promise<string | null>;
  /** What it was made of; null where nothing was kept. */
  original: (id: string) => Promise<Original | null>;

  /**
   * Adds an article, or puts a new version in the place of the one with that id, its original included; resolves when
   * all of it is on disk. Where it rejects, the version before is still there whole.
   */
  put: (article: OwnArticle, original: Original | null) => Promise<void>;
  /** Gives an article another title; one that is not there is passed over. */
  rename: (id: string, title: string) => Promise<void>;
  /** Remembers when an article was last opened (ISO 8601, UTC). Nobody is told, and nothing counts as changed. */
  opened: (id: string, time: string) => Promise<void>;

  /**
   * Deletes articles with all that lies on them: originals, notes, corrections, drafts, and the texts kept for them that
   * nothing else refers to. All or none; ids that are not there are passed over. Resolves with what `restore` needs.
   */
  remove: (ids: readonly string[]) => Promise<Removed>;
  /**
   * Undoes a removal wholly; all or none. What was put, written or typed under those ids since then stays: an article is
   * left as it is, notes are saved as by `NoteStore.saveAll` (hence `newId`), corrections come before those made since.
   */
  restore: (removed: Removed, newId: () => string) => Promise<void>;

  /**
   * Calls back after changes made by this page and by others, with the ids of the articles that were put, renamed,
   * removed or restored; null where it can't be said which. The result stops it.
   */
  watch: (told: (ids: readonly string[] | null) => void) => () => void;
}

/** What a list shows of an own article without reading it. */
export interface OwnListing {
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag of its text; `und` where it can't be told. */
  readonly lang: string;
  /** Who speaks in it, by name, who says most first. */
  readonly voices: readonly string[];
  readonly words: number;
  /** How many notes lie on it. */
  readonly notes: number;
  /** ISO 8601 times, UTC; null until it has been opened. */
  readonly created: string;
  readonly opened: string | null;
}

/** Articles that were deleted, whole, for as long as the deletion can be undone. */
export interface Removed {
  readonly entries: readonly RemovedEntry[];
  readonly texts: readonly { readonly hash: string; readonly text: string }[];
}

/** One of them, as it was kept, and what lay on it. */
export interface RemovedEntry {
  readonly listing: StoredListing;
  readonly article: StoredArticle;
  readonly original: StoredOriginal | null;
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly Correction[];
  readonly drafts: readonly Draft[];
}

/** A small record beside the text. Its title and `opened` are what holds: they change without the text. */
export interface StoredListing extends Omit<OwnListing, 'notes'> {
  /** The text's hash, under which it may also be kept as a text that notes were made on. */
  readonly text: string;
}

/** An OwnArticle as JSON. */
export interface StoredArticle {
  readonly id: string;
  readonly packed: string;
}

export interface StoredOriginal {
  readonly id: string;
  readonly original: Original;
}
