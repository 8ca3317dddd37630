import type { ReaderNote } from '../core/notes/note.ts';
import type { Correction } from '../core/voices/read-article.ts';
import { changeFeed, type Untold } from './changes.ts';
import type { LibraryStore } from './library-store.ts';
import { memoryLibrary } from './memory-library.ts';
import { removeNotes, saveNote, saveNotes, type NoteRecords } from './note-records.ts';
import type { Draft, NoteStore } from './note-store.ts';

/**
 * A note store that keeps its promise for as long as the page is open: with a library beside it: for windows in
 * which the browser stores nothing, and for tests. No other tab knows of it.
 */
export function memoryStore(): NoteStore & { readonly library: LibraryStore } {
  const notes = new Map<string, ReaderNote>();
  const removed = new Map<string, number>();
  const corrections = new Map<string, readonly Correction[]>();
  const texts = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  const draftId = (article: string, key: string): string => JSON.stringify([article, key]);
  const records: NoteRecords = {
    get: async (id) => notes.get(id),
    put: async (note) => notes.set(note.id, note),
    delete: async (id) => notes.delete(id),
    lastRevision: async (id) => removed.get(id) ?? 0,
    keepLastRevision: async (id, revision) => removed.set(id, revision),
  };

  let changes = 0;
  const feed = changeFeed({ channel: null, onWake: () => () => {}, latest: async () => changes });
  const tell = (change: Untold): void => feed.tell(structuredClone(change), (changes += 1));
  const inTurn = turns();
  const {
    library,
    clear: clearLibrary,
    everything: everyArticle,
  } = memoryLibrary({
    notes,
    records,
    corrections,
    texts,
    drafts,
    draftId,
    inTurn,
    tell,
    watch: feed.watch,
  });

  return {
    notes: (article) => inTurn(async () => [...notes.values()].filter((note) => note.article === article)),
    save: (note, basedOn, otherId) => {
      const given = structuredClone(note);
      return inTurn(async () => {
        const { saved, written } = await saveNote(records, { note: given, basedOn, otherId });
        if (written.length > 0) tell({ kind: 'saved', notes: written });
        return saved;
      });
    },
    saveAll: (many, newId, replacing) => {
      const given = structuredClone(many);
      return inTurn(async () => {
        const before = new Map(notes);
        try {
          const { standing, written } = await saveNotes(records, { notes: given, newId, replacing });
          if (written.length > 0) tell({ kind: 'saved', notes: written });
          return standing;
        } catch (error) {
          notes.clear();
          for (const [id, note] of before) notes.set(id, note);
          throw error;
        }
      });
    },
    remove: (ids) =>
      inTurn(async () => {
        const gone = await removeNotes(records, ids);
        if (gone.length > 0) tell({ kind: 'removed', ids: gone.map((note) => note.id) });
        return gone;
      }),

    corrections: (article) => inTurn(async () => [...(corrections.get(article) ?? [])]),
    saveCorrections: (article, made) => {
      const given = structuredClone(made);
      return inTurn(async () => {
        if (given.length > 0) corrections.set(article, given);
        else corrections.delete(article);
        tell({ kind: 'corrected', article });
      });
    },

    keepText: (hash, text) =>
      inTurn(async () => {
        if (!texts.has(hash)) texts.set(hash, text);
      }),
    text: (hash) => inTurn(async () => texts.get(hash) ?? null),

    saveDraft: (draft) => {
      const given = structuredClone(draft);
      return inTurn(async () => {
        drafts.set(draftId(given.article, given.key), given);
      });
    },
    drafts: (article) =>
      inTurn(async () =>
        [...drafts.values()]
          .filter((draft) => draft.article === article)
          .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      ),
    removeDraft: (article, key) =>
      inTurn(async () => {
        drafts.delete(draftId(article, key));
      }),

    everything: () =>
      inTurn(async () => ({
        notes: [...notes.values()],
        corrections: [...corrections].map(([article, made]) => ({ article, corrections: made })),
        texts: [...texts].map(([hash, text]) => ({ hash, text })),
        drafts: [...drafts.values()],
        ...everyArticle(),
      })),
    clear: () =>
      inTurn(async () => {
        await removeNotes(records, [...notes.keys()]);
        for (const store of [corrections, texts, drafts]) store.clear();
        clearLibrary();
        tell({ kind: 'all' });
      }),
    watch: feed.watch,
    close: feed.close,
    library,
  };
}

/** Does one thing after the other, as transactions do, and hands out copies, so that nobody shares an object. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return structuredClone(await turn);
  };
}
