import type { KeptArticle } from '../core/notes/kept-article.ts';
import type { ReaderNote } from '../core/notes/note.ts';
import type { Correction } from '../core/voices/read-article.ts';
import { toldOfArticles, type ChangeFeed, type Untold } from './changes.ts';
import {
  changeListing,
  keptFrom,
  listingFrom,
  packArticle,
  putArticle,
  removeArticles,
  restoreArticles,
  unpackArticle,
  type LibraryRecords,
  type Records,
} from './library-records.ts';
import type { LibraryStore, StoredArticle, StoredListing, StoredOriginal } from './library-store.ts';
import type { NoteRecords } from './note-records.ts';
import type { Draft } from './note-store.ts';
import { ownSlug } from './own-article.ts';

/** What the library shares with the note store in memory. */
export interface SharedMemory {
  readonly notes: Map<string, ReaderNote>;
  readonly records: NoteRecords;
  readonly corrections: Map<string, readonly Correction[]>;
  readonly texts: Map<string, string>;
  readonly drafts: Map<string, Draft>;
  readonly draftId: (article: string, key: string) => string;
  /** Does one thing after the other, and hands out copies. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly tell: (change: Untold) => void;
  readonly watch: ChangeFeed['watch'];
}

/**
 * A library that lasts as long as the page is open, beside the notes in memory. `clear` empties it
 * and `everything` gives what a backup holds, both in their turn.
 */
export function memoryLibrary(shared: SharedMemory): {
  library: LibraryStore;
  clear: () => void;
  everything: () => { articles?: KeptArticle[] };
} {
  const listings = new Map<string, StoredListing>();
  const articles = new Map<string, StoredArticle>();
  const originals = new Map<string, StoredOriginal>();
  const records = recordsOf(shared, { listings, articles, originals });
  const { inTurn, tell } = shared;
  const notesOn = (slug: string): number =>
    [...shared.notes.values()].filter((note) => note.article === slug).length;

  const library: LibraryStore = {
    listings: () =>
      inTurn(async () =>
        [...listings.values()].map((listing) => listingFrom(listing, notesOn(ownSlug(listing.id)))),
      ),
    article: (id) =>
      inTurn(async () => {
        const [listing, article] = [listings.get(id), articles.get(id)];
        return listing && article ? unpackArticle(article.packed, listing) : null;
      }),
    packed: (id) => inTurn(async () => articles.get(id)?.packed ?? null),
    original: (id) => inTurn(async () => originals.get(id)?.original ?? null),
    put: async (article, original) => {
      const packed = packArticle(article, structuredClone(original));
      await inTurn(async () => {
        await putArticle(records, packed);
        tell({ kind: 'article-saved', ids: [article.id] });
      });
    },
    rename: (id, title) =>
      inTurn(async () => {
        if (await changeListing(records, id, { title })) tell({ kind: 'article-saved', ids: [id] });
      }),
    opened: (id, time) =>
      inTurn(async () => {
        await changeListing(records, id, { opened: time });
      }),
    remove: (ids) =>
      inTurn(async () => {
        const removed = await removeArticles(records, ids);
        const gone = removed.entries.map(({ listing }) => listing.id);
        if (gone.length > 0) tell({ kind: 'article-removed', ids: gone });
        return removed;
      }),
    restore: (removed, newId) =>
      inTurn(async () => {
        await restoreArticles(records, removed, newId);
        const ids = removed.entries.map(({ listing }) => listing.id);
        if (ids.length > 0) tell({ kind: 'article-saved', ids });
      }),
    watch: (told) => shared.watch(toldOfArticles(told)),
  };
  const clear = (): void => [listings, articles, originals].forEach((each) => each.clear());
  const everything = (): { articles?: KeptArticle[] } => {
    const all = [...listings.values()].map((listing) =>
      keptFrom(listing, articles.get(listing.id)!, originals.get(listing.id)),
    );
    return all.length > 0 ? { articles: all } : {};
  };
  return { library, clear, everything };
}

function recordsOf(
  { notes, records, corrections, texts, drafts, draftId }: SharedMemory,
  own: {
    listings: Map<string, StoredListing>;
    articles: Map<string, StoredArticle>;
    originals: Map<string, StoredOriginal>;
  },
): LibraryRecords {
  return {
    listings: { ...recordsIn(own.listings), all: async () => [...own.listings.values()] },
    articles: recordsIn(own.articles),
    originals: recordsIn(own.originals),
    notes: {
      ...records,
      on: async (slug) => [...notes.values()].filter((note) => note.article === slug),
      each: async (seen) => [...notes.values()].forEach(seen),
    },
    corrections: {
      get: async (article) => {
        const made = corrections.get(article);
        return made && { article, corrections: made };
      },
      put: async ({ article, corrections: made }) => corrections.set(article, made),
      delete: async (article) => corrections.delete(article),
    },
    texts: {
      get: async (hash) => {
        const text = texts.get(hash);
        return text === undefined ? undefined : { hash, text };
      },
      put: async ({ hash, text }) => texts.set(hash, text),
      delete: async (hash) => texts.delete(hash),
    },
    drafts: {
      on: async (slug) => [...drafts.values()].filter((draft) => draft.article === slug),
      put: async (draft) => drafts.set(draftId(draft.article, draft.key), draft),
      delete: async (slug, key) => drafts.delete(draftId(slug, key)),
    },
  };
}

function recordsIn<Value extends { readonly id: string }>(map: Map<string, Value>): Records<Value> {
  return {
    get: async (id) => map.get(id),
    put: async (value) => map.set(value.id, structuredClone(value)),
    delete: async (id) => map.delete(id),
  };
}
