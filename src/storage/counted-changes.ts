import type { IDBPTransaction, StoreNames } from 'idb';
import type { Untold } from './changes.ts';
import type { Database } from './database.ts';
import type { Schema, Tally } from './migrations.ts';
import type { NoteRecords } from './note-records.ts';
import { StoreFailure } from './note-store.ts';

/** What a database says that it holds, and what is found in it. */
export interface Stock {
  readonly said: Tally;
  readonly found: Omit<Tally, 'database' | 'changes'>;
}

/** What a change may touch; all of it at once, so that changes follow each other and are counted in their order. */
const COUNTED = ['notes', 'removed', 'corrections', 'texts', 'drafts', 'listings', 'meta'] as const;
/** The transaction of a change. It has those stores, and those that the change has asked for. */
export type Counted = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Makes a change in one transaction, and tells it once that is complete; nothing is told where nothing was done. */
type Make = <Result>(
  work: (transaction: Counted, records: NoteRecords) => Promise<{ result: Result; change: Untold | null }>,
  /** Stores of whole texts that it touches as well. */
  also?: readonly ('articles' | 'originals')[],
) => Promise<Result>;

/** The two ways of making a change. */
export interface Changing {
  readonly make: Make;
  /** The same for work that only deletes: it is done even where there is no room left to count it. */
  readonly unmake: Make;
}

/**
 * How changes are made in a database: counted in the transaction that makes them, together with what there is after
 * them, and told with their number; null where they could not be counted.
 */
export function changesOf(
  database: Database,
  tell: (tally: Tally, change: Untold, number: number | null) => void,
): Changing {
  const make: Make = async (work, also = []) => {
    const stores = [...COUNTED, ...also];
    const { result, tally, change } = await database.tx(stores, 'readwrite', async (transaction) => {
      const done = await work(transaction, recordsOf(transaction));
      return { ...done, tally: done.change ? await count(transaction) : null };
    });
    if (tally && change) tell(tally, change, tally.changes);
    return result;
  };
  const makeUncounted: Make = async (work, also = []) => {
    const stores = [...COUNTED, ...also];
    const { result, tally, change } = await database.tx(stores, 'readwrite', async (transaction) => {
      const done = await work(transaction, { ...recordsOf(transaction), keepLastRevision: async () => {} });
      const { said, found } = await stockIn(transaction);
      return { ...done, tally: { ...said, ...found } };
    });
    if (change) tell(tally, change, null);
    return result;
  };
  return {
    make,
    unmake: async (work, also) => {
      try {
        return await make(work, also);
      } catch (error) {
        // A full disk has no room for how far a note had counted; but there the reader has to be able to delete.
        if (error instanceof StoreFailure && error.reason === 'full') return makeUncounted(work, also);
        throw error;
      }
    },
  };
}

/** Counts a change, and what there is after it. */
async function count(transaction: Counted): Promise<Tally> {
  const { said, found } = await stockIn(transaction);
  const tally = { database: said.database, changes: said.changes + 1, ...found };
  await transaction.objectStore('meta').put(tally, 'tally');
  return tally;
}

/** What a database says of itself, and what is found in it. Rejects with StoreFailure. */
export async function stockOf(database: Database): Promise<Stock> {
  return database.tx(['notes', 'corrections', 'listings', 'meta'], 'readonly', stockIn);
}

async function stockIn<Mode extends 'readonly' | 'readwrite'>(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], Mode>,
): Promise<Stock> {
  const countOf = async (store: 'notes' | 'corrections' | 'listings'): Promise<number> =>
    transaction.objectStore(store).count();
  const [said, notes, corrections, articles] = await Promise.all([
    transaction.objectStore('meta').get('tally'),
    countOf('notes'),
    countOf('corrections'),
    countOf('listings'),
  ]);
  const found = { notes, corrections, articles };
  return { said: said ?? { database: '', changes: 0, ...found }, found };
}

// Here and above all is async, so that what a database throws on the spot comes as a rejection too, which is awaited.
function recordsOf(transaction: Counted): NoteRecords {
  const notes = transaction.objectStore('notes');
  const removed = transaction.objectStore('removed');
  return {
    get: async (id) => notes.get(id),
    put: async (note) => notes.put(note),
    delete: async (id) => notes.delete(id),
    lastRevision: async (id) => (await removed.get(id))?.revision ?? 0,
    keepLastRevision: async (id, revision) => removed.put({ id, revision }),
  };
}
