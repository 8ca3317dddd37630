import type { IDBPTransaction, StoreNames } from 'idb';
import { changeFeed, channelOf, onPageShown, type Channel, type OnWake, type Untold } from './changes.ts';
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import type { Schema, Tally } from './migrations.ts';
import type { Draft, NoteStore } from './note-store.ts';
import { removeNotes, saveNote, saveNotes, type NoteRecords } from './note-records.ts';

/** A note store over IndexedDB, which can be asked whether it holds what it should. */
export interface DatabaseStore extends NoteStore {
  readonly stock: () => Promise<Stock>;
}

/** What a database says that it holds, and what is found in it. */
export interface Stock {
  readonly said: Tally;
  readonly found: Pick<Tally, 'notes' | 'corrections'>;
}

export interface StoreOptions extends Partial<DatabaseOptions> {
  /** Told after every change of a note or a correction that this tab has made, once it is on disk. */
  readonly acknowledged?: (tally: Tally, change: Untold) => void;
  readonly channel?: Channel | null;
  readonly onWake?: OnWake;
}

/** Opens the note store in IndexedDB. Rejects with StoreFailure; see `openDatabase` for what it waits for. */
export async function openNoteStore({
  name = 'sidegloss',
  acknowledged,
  channel,
  onWake = onPageShown,
  ...options
}: StoreOptions = {}): Promise<DatabaseStore> {
  const database = await openDatabase({ ...options, name });
  const feed = changeFeed({
    channel: channel === undefined ? channelOf(name) : channel,
    onWake,
    latest: async () => (await stockOf(database)).said.changes,
  });
  const make: Make = async (work) => {
    const { result, tally, change } = await database.tx(COUNTED, 'readwrite', async (transaction) => {
      const done = await work(transaction);
      return { ...done, tally: done.change ? await count(transaction) : null };
    });
    if (tally && change) {
      acknowledged?.(tally, change);
      feed.tell(change, tally.changes);
    }
    return result;
  };
  const close = (): void => {
    feed.close();
    database.close();
  };
  try {
    feed.standsAt((await stockOf(database)).said.changes);
  } catch (error) {
    close();
    throw error;
  }

  return {
    ...notesIn(database, make),
    ...correctionsIn(database, make),
    ...textsIn(database),
    ...draftsIn(database),
    ...wholeIn(database, make),
    watch: feed.watch,
    close,
    stock: () => stockOf(database),
  };
}

/** What a change may touch; all of it at once, so that changes follow each other and are counted in their order. */
const COUNTED = ['notes', 'removed', 'corrections', 'texts', 'drafts', 'meta'] as const;
type Counted = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** Makes a change in one transaction and tells everyone once it is on disk; no change, where nothing was written. */
type Make = <Result>(
  work: (transaction: Counted) => Promise<{ result: Result; change: Untold | null }>,
) => Promise<Result>;

/** Counts a change, and what there is after it. */
async function count(transaction: Counted): Promise<Tally> {
  const meta = transaction.objectStore('meta');
  const [before, found] = await Promise.all([meta.get('tally'), inventory(transaction)]);
  const tally = { database: before?.database ?? '', changes: (before?.changes ?? 0) + 1, ...found };
  await meta.put(tally, 'tally');
  return tally;
}

async function inventory<Mode extends 'readonly' | 'readwrite'>(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], Mode>,
): Promise<Stock['found']> {
  const [notes, corrections] = await Promise.all([
    transaction.objectStore('notes').count(),
    transaction.objectStore('corrections').count(),
  ]);
  return { notes, corrections };
}

async function stockOf(database: Database): Promise<Stock> {
  return database.tx(['notes', 'corrections', 'meta'], 'readonly', async (transaction) => {
    const [said, found] = await Promise.all([
      transaction.objectStore('meta').get('tally'),
      inventory(transaction),
    ]);
    return { said: said ?? { database: '', changes: 0, ...found }, found };
  });
}

function recordsOf(transaction: Counted): NoteRecords {
  const notes = transaction.objectStore('notes');
  const removed = transaction.objectStore('removed');
  return {
    get: (id) => notes.get(id),
    put: (note) => notes.put(note),
    delete: (id) => notes.delete(id),
    lastRevision: async (id) => (await removed.get(id))?.revision ?? 0,
    keepLastRevision: (id, revision) => removed.put({ id, revision }),
  };
}

function notesIn(database: Database, make: Make): Pick<NoteStore, 'notes' | 'save' | 'saveAll' | 'remove'> {
  return {
    notes: (article) =>
      database.tx(['notes'], 'readonly', (transaction) =>
        transaction.objectStore('notes').index('article').getAll(article),
      ),
    save: (note, basedOn, otherId) =>
      make(async (transaction) => {
        const { saved, written } = await saveNote(recordsOf(transaction), { note, basedOn, otherId });
        return { result: saved, change: written.length > 0 ? { kind: 'saved', notes: written } : null };
      }),
    saveAll: (notes, newId) =>
      make(async (transaction) => {
        const { standing, written } = await saveNotes(recordsOf(transaction), notes, newId);
        return { result: standing, change: written.length > 0 ? { kind: 'saved', notes: written } : null };
      }),
    remove: (ids) =>
      make(async (transaction) => {
        const removed = await removeNotes(recordsOf(transaction), ids);
        const gone = removed.map((note) => note.id);
        return { result: removed, change: gone.length > 0 ? { kind: 'removed', ids: gone } : null };
      }),
  };
}

function correctionsIn(database: Database, make: Make): Pick<NoteStore, 'corrections' | 'saveCorrections'> {
  return {
    corrections: (article) =>
      database.tx(['corrections'], 'readonly', async (transaction) => {
        const stored = await transaction.objectStore('corrections').get(article);
        return [...(stored?.corrections ?? [])];
      }),
    saveCorrections: (article, corrections) =>
      make(async (transaction) => {
        const store = transaction.objectStore('corrections');
        await (corrections.length > 0 ? store.put({ article, corrections }) : store.delete(article));
        return { result: undefined, change: { kind: 'corrected', article } };
      }),
  };
}

function textsIn(database: Database): Pick<NoteStore, 'keepText' | 'text'> {
  return {
    keepText: (hash, text) =>
      database.tx(['texts'], 'readwrite', async (transaction) => {
        const store = transaction.objectStore('texts');
        if ((await store.getKey(hash)) === undefined) await store.put({ hash, text });
      }),
    text: (hash) =>
      database.tx(
        ['texts'],
        'readonly',
        async (transaction) => (await transaction.objectStore('texts').get(hash))?.text ?? null,
      ),
  };
}

function draftsIn(database: Database): Pick<NoteStore, 'saveDraft' | 'drafts' | 'removeDraft'> {
  /** Every key that begins with the article: an array sorts after all that is not one. */
  const onArticle = (article: string): IDBKeyRange => IDBKeyRange.bound([article], [article, []]);
  return {
    saveDraft: (draft: Draft) =>
      database.tx(['drafts'], 'readwrite', async (transaction) => {
        await transaction.objectStore('drafts').put(draft);
      }),
    drafts: (article) =>
      database.tx(['drafts'], 'readonly', (transaction) =>
        transaction.objectStore('drafts').getAll(onArticle(article)),
      ),
    removeDraft: (article, key) =>
      database.tx(['drafts'], 'readwrite', (transaction) =>
        transaction.objectStore('drafts').delete([article, key]),
      ),
  };
}

function wholeIn(database: Database, make: Make): Pick<NoteStore, 'everything' | 'clear'> {
  return {
    everything: () =>
      database.tx(['notes', 'corrections', 'texts', 'drafts'], 'readonly', async (transaction) => {
        const [notes, corrections, texts, drafts] = await Promise.all([
          transaction.objectStore('notes').getAll(),
          transaction.objectStore('corrections').getAll(),
          transaction.objectStore('texts').getAll(),
          transaction.objectStore('drafts').getAll(),
        ]);
        return { notes, corrections, texts, drafts };
      }),
    clear: () =>
      make(async (transaction) => {
        const notes = await transaction.objectStore('notes').getAllKeys();
        await removeNotes(recordsOf(transaction), notes);
        for (const store of ['corrections', 'texts', 'drafts'] as const)
          void transaction.objectStore(store).clear();
        return { result: undefined, change: { kind: 'all' } };
      }),
  };
}
