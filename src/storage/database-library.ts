import { toldOfArticles, type ChangeFeed } from './changes.ts';
import type { Changing, Counted } from './counted-changes.ts';
import type { Database } from './database.ts';
import {
  changeListing,
  listingFrom,
  packArticle,
  putArticle,
  removeArticles,
  restoreArticles,
  unpackArticle,
  type LibraryRecords,
} from './library-records.ts';
import type { LibraryStore } from './library-store.ts';
import type { NoteRecords } from './note-records.ts';
import { draftsOn, eachNote } from './note-pages.ts';
import { ownSlug } from './own-article.ts';

/** The library in the database of the notes. What it changes is counted and told together with their changes. */
export function libraryIn(
  database: Database,
  { make, unmake }: Changing,
  watch: ChangeFeed['watch'],
): LibraryStore {
  return {
    listings: () =>
      database.tx(['listings', 'notes'], 'readonly', async (transaction) => {
        const stored = await transaction.objectStore('listings').getAll();
        const onArticle = transaction.objectStore('notes').index('article');
        const notes = await Promise.all(stored.map(({ id }) => onArticle.count(ownSlug(id))));
        return stored.map((listing, index) => listingFrom(listing, notes[index]!));
      }),
    article: async (id) => {
      const found = await database.tx(['listings', 'articles'], 'readonly', async (transaction) => ({
        listing: await transaction.objectStore('listings').get(id),
        article: await transaction.objectStore('articles').get(id),
      }));
      return found.listing && found.article ? unpackArticle(found.article.packed, found.listing) : null;
    },
    packed: (id) =>
      database.tx(
        ['articles'],
        'readonly',
        async (transaction) => (await transaction.objectStore('articles').get(id))?.packed ?? null,
      ),
    original: (id) =>
      database.tx(
        ['originals'],
        'readonly',
        async (transaction) => (await transaction.objectStore('originals').get(id))?.original ?? null,
      ),
    put: async (article, original) => {
      const packed = packArticle(article, original);
      return make(async (transaction, notes) => {
        await putArticle(libraryRecords(transaction, notes), packed);
        return { result: undefined, change: { kind: 'article-saved', ids: [article.id] } };
      }, WHOLE);
    },
    rename: (id, title) =>
      make(async (transaction, notes) => {
        const changed = await changeListing(libraryRecords(transaction, notes), id, { title });
        return { result: undefined, change: changed ? { kind: 'article-saved', ids: [id] } : null };
      }),
    opened: (id, time) =>
      database.tx(['listings'], 'readwrite', async (transaction) => {
        await changeListing({ listings: recordsIn(transaction.objectStore('listings')) }, id, {
          opened: time,
        });
      }),
    remove: (ids) =>
      unmake(async (transaction, notes) => {
        const removed = await removeArticles(libraryRecords(transaction, notes), ids);
        const gone = removed.entries.map(({ listing }) => listing.id);
        return { result: removed, change: gone.length > 0 ? { kind: 'article-removed', ids: gone } : null };
      }, WHOLE),
    restore: (removed, newId) =>
      make(async (transaction, notes) => {
        await restoreArticles(libraryRecords(transaction, notes), removed, newId);
        const ids = removed.entries.map(({ listing }) => listing.id);
        return { result: undefined, change: ids.length > 0 ? { kind: 'article-saved', ids } : null };
      }, WHOLE),
    watch: (told) => watch(toldOfArticles(told)),
  };
}

/** The stores with whole texts, which other changes do not wait for. */
const WHOLE = ['articles', 'originals'] as const;

function libraryRecords(transaction: Counted, records: NoteRecords): LibraryRecords {
  const notes = transaction.objectStore('notes');
  const drafts = transaction.objectStore('drafts');
  return {
    listings: recordsIn(transaction.objectStore('listings')),
    // Only asked for by changes that have taken them into their transaction.
    get articles() {
      return recordsIn(transaction.objectStore('articles'));
    },
    get originals() {
      return recordsIn(transaction.objectStore('originals'));
    },
    notes: {
      ...records,
      on: async (slug) => notes.index('article').getAll(slug),
      each: (seen) => eachNote(async (after, most) => notes.getAll(after, most), seen),
    },
    corrections: recordsIn(transaction.objectStore('corrections')),
    texts: recordsIn(transaction.objectStore('texts')),
    drafts: {
      on: async (slug) => drafts.getAll(draftsOn(slug)),
      put: async (draft) => drafts.put(draft),
      delete: async (slug, key) => drafts.delete([slug, key]),
    },
  };
}

/** What both kinds of transaction have in their stores, for reading and writing records by key. */
interface KeyedStore<Value> {
  get: (key: string) => Promise<Value | undefined>;
  getAll: () => Promise<Value[]>;
  put: (value: Value) => Promise<string>;
  delete: (key: string) => Promise<void>;
}

// All is async, so that what a database throws on the spot comes as a rejection, which is awaited.
function recordsIn<Value>(store: KeyedStore<Value>) {
  return {
    get: async (key: string) => store.get(key),
    put: async (value: Value) => store.put(value),
    delete: async (key: string) => store.delete(key),
    all: async () => store.getAll(),
  };
}
