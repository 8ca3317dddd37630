import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { ReaderNote } from '../core/notes/note.ts';
import type { Correction } from '../core/voices/read-article.ts';
import type { StoredArticle, StoredListing, StoredOriginal } from './library-store.ts';
import type { Draft } from './note-store.ts';

/** What the database says of itself; written in every transaction that changes any of what it counts. */
export interface Tally {
  /** The database's own name, given by chance when it was made: another name is another database. */
  readonly database: string;
  /** How many changes there have been. */
  readonly changes: number;
  /** How many notes there are, on how many articles there are corrections, and how many own articles. */
  readonly notes: number;
  readonly corrections: number;
  readonly articles: number;
}

/** The database as the newest version has it. */
export interface Schema extends DBSchema {
  notes: { key: string; value: ReaderNote; indexes: { article: string } };
  /** How far a deleted note had counted: see `saveNote`. Nothing of what it said is kept. */
  removed: { key: string; value: { readonly id: string; readonly revision: number } };
  corrections: {
    key: string;
    value: { readonly article: string; readonly corrections: readonly Correction[] };
  };
  texts: { key: string; value: { readonly hash: string; readonly text: string } };
  drafts: { key: [article: string, key: string]; value: Draft };
  /** Own articles: what lists show of them apart from their texts, and these apart from what they were made of. */
  listings: { key: string; value: StoredListing };
  articles: { key: string; value: StoredArticle };
  originals: { key: string; value: StoredOriginal };
  /** One record, under `tally`. */
  meta: { key: string; value: Tally };
}

/** The open database of a migration, which knows no schema: it is on its way from one to the next. */
export interface Migrating {
  readonly database: IDBPDatabase;
  readonly transaction: IDBPTransaction<unknown, string[], 'versionchange'>;
}

/** One step from a version to the next. It may wait for requests of its transaction, and for nothing else. */
export type Migration = (migrating: Migrating) => Promise<void>;

/**
 * The steps from an empty database to the newest version; the step at index 0 makes version 1. A step that has been
 * released is never changed, because databases exist that it has made.
 */
export const MIGRATIONS: readonly Migration[] = [
  async ({ database, transaction }) => {
    database.createObjectStore('notes', { keyPath: 'id' }).createIndex('article', 'article');
    database.createObjectStore('removed', { keyPath: 'id' });
    database.createObjectStore('corrections', { keyPath: 'article' });
    database.createObjectStore('texts', { keyPath: 'hash' });
    database.createObjectStore('drafts', { keyPath: ['article', 'key'] });
    database.createObjectStore('meta');
    const tally: Omit<Tally, 'articles'> = { database: nameByChance(), changes: 0, notes: 0, corrections: 0 };
    await transaction.objectStore('meta').put(tally, 'tally');
  },
  async ({ database, transaction }) => {
    for (const name of ['listings', 'articles', 'originals'])
      database.createObjectStore(name, { keyPath: 'id' });
    const meta = transaction.objectStore('meta');
    const tally: unknown = await meta.get('tally');
    if (typeof tally === 'object') await meta.put({ ...tally, articles: 0 }, 'tally');
  },
];

/** Runs the steps that a database of version `from` lacks, 0 for a new one. */
export async function migrate(
  migrating: Migrating,
  from: number,
  migrations: readonly Migration[],
): Promise<void> {
  for (const step of migrations.slice(from)) {
    // Each builds on the one before.
    // oxlint-disable-next-line no-await-in-loop
    await step(migrating);
  }
}

/** Not `randomUUID`, which is there only in a secure context. */
function nameByChance(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join('');
}
