import { changeFeed, channelOf, onPageShown, type Channel, type OnWake, type Untold } from './changes.ts';
import { changesOf, stockOf, type Changing, type Stock } from './counted-changes.ts';
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import { libraryIn } from './database-library.ts';
import type { ReaderNote } from '../core/notes/note.ts';
import type { LibraryStore } from './library-store.ts';
import type { Tally } from './migrations.ts';
import { keptFrom } from './library-records.ts';
import { draftsOn, eachNote } from './note-pages.ts';
import { removeNotes, saveNote, saveNotes } from './note-records.ts';
import type { Draft, NoteStore } from './note-store.ts';

/** A note store over IndexedDB with the library beside it, which can be asked whether it holds what it should. */
export interface DatabaseStore extends NoteStore {
  readonly library: LibraryStore;
  readonly stock: () => Promise<Stock>;
}

export interface StoreOptions extends Partial<DatabaseOptions> {
  /** Told after every change of a note, a correction or an own article that this tab has made, once it is on disk. */
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
  const changing = changesOf(database, (tally, change, number) => {
    acknowledged?.(tally, change);
    feed.tell(change, number);
  });
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
    ...notesIn(database, changing),
    ...correctionsIn(database, changing),
    ...textsIn(database),
    ...draftsIn(database),
    ...wholeIn(database, changing),
    library: libraryIn(database, changing, feed.watch),
    watch: feed.watch,
    close,
    stock: () => stockOf(database),
  };
}

function notesIn(
  database: Database,
  { make, unmake }: Changing,
): Pick<NoteStore, 'notes' | 'save' | 'saveAll' | 'remove'> {
  return {
    notes: (article) =>
      database.tx(['notes'], 'readonly', (transaction) =>
        transaction.objectStore('notes').index('article').getAll(article),
      ),
    save: (note, basedOn, otherId) =>
      make(async (_, records) => {
        const { saved, written } = await saveNote(records, { note, basedOn, otherId });
        return { result: saved, change: written.length > 0 ? { kind: 'saved', notes: written } : null };
      }),
    saveAll: (notes, newId, replacing) =>
      make(async (_, records) => {
        const { standing, written } = await saveNotes(records, { notes, newId, replacing });
        return { result: standing, change: written.length > 0 ? { kind: 'saved', notes: written } : null };
      }),
    remove: (ids) =>
      unmake(async (_, records) => {
        const removed = await removeNotes(records, ids);
        const gone = removed.map((note) => note.id);
        return { result: removed, change: gone.length > 0 ? { kind: 'removed', ids: gone } : null };
      }),
  };
}

function correctionsIn(
  database: Database,
  { make, unmake }: Changing,
): Pick<NoteStore, 'corrections' | 'saveCorrections'> {
  return {
    corrections: (article) =>
      database.tx(['corrections'], 'readonly', async (transaction) => {
        const stored = await transaction.objectStore('corrections').get(article);
        return [...(stored?.corrections ?? [])];
      }),
    saveCorrections: (article, corrections) =>
      (corrections.length > 0 ? make : unmake)(async (transaction) => {
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
  return {
    saveDraft: (draft: Draft) =>
      database.tx(['drafts'], 'readwrite', async (transaction) => {
        await transaction.objectStore('drafts').put(draft);
      }),
    drafts: (article) =>
      database.tx(['drafts'], 'readonly', (transaction) =>
        transaction.objectStore('drafts').getAll(draftsOn(article)),
      ),
    removeDraft: (article, key) =>
      database.tx(['drafts'], 'readwrite', (transaction) =>
        transaction.objectStore('drafts').delete([article, key]),
      ),
  };
}

function wholeIn(database: Database, { unmake }: Changing): Pick<NoteStore, 'everything' | 'clear'> {
  return {
    everything: () =>
      database.tx(WHOLE, 'readonly', async (transaction) => {
        const [notes, corrections, texts, drafts, listings, packed, originals] = await Promise.all([
          everyNote((after, most) => transaction.objectStore('notes').getAll(after, most)),
          transaction.objectStore('corrections').getAll(),
          transaction.objectStore('texts').getAll(),
          transaction.objectStore('drafts').getAll(),
          transaction.objectStore('listings').getAll(),
          transaction.objectStore('articles').getAll(),
          transaction.objectStore('originals').getAll(),
        ]);
        const listingOf = new Map(listings.map((listing) => [listing.id, listing]));
        const originalOf = new Map(originals.map((original) => [original.id, original]));
        const articles = packed.flatMap((article) => {
          const listing = listingOf.get(article.id);
          return listing ? [keptFrom(listing, article, originalOf.get(article.id))] : [];
        });
        return { notes, corrections, texts, drafts, ...(articles.length > 0 && { articles }) };
      }),
    clear: () =>
      unmake(
        async (transaction, records) => {
          const notes = await transaction.objectStore('notes').getAllKeys();
          await removeNotes(records, notes);
          const rest = ['corrections', 'texts', 'drafts', 'listings', 'articles', 'originals'] as const;
          await Promise.all(rest.map(async (store) => transaction.objectStore(store).clear()));
          return { result: undefined, change: { kind: 'all' } };
        },
        ['articles', 'originals'],
      ),
  };
}

/** What a backup holds. */
const WHOLE = ['notes', 'corrections', 'texts', 'drafts', 'listings', 'articles', 'originals'] as const;

async function everyNote(page: Parameters<typeof eachNote>[0]): Promise<ReaderNote[]> {
  const notes: ReaderNote[] = [];
  await eachNote(page, (note) => notes.push(note));
  return notes;
}
