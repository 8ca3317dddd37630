import type { Contents } from '../core/notes/merge.ts';
import type { ReaderNote } from '../core/notes/note.ts';
import type { Correction } from '../core/voices/read-article.ts';
import { articleFromKept } from './library-records.ts';
import type { LibraryStore, Removed } from './library-store.ts';
import type { NoteStore } from './note-store.ts';

/** What a merge has found to be stored, and how it is done. */
export interface Restoring {
  /** The next piece of the notes, from an index on; one without notes at the end. */
  readonly piece: (from: number) => Promise<Piece>;
  /** Everything but the notes. */
  readonly rest: Omit<Contents, 'notes'>;
  readonly newId: () => string;
  /** Where own articles go; without it they are left out. */
  readonly library?: LibraryStore;
  /** Told after every piece, how many notes are stored. */
  readonly progress?: (notes: number) => void;
  readonly signal?: AbortSignal;
}

/** Notes that are stored at once. Those that take another state's place come after all that are new. */
export interface Piece {
  readonly notes: readonly ReaderNote[];
  /** The states whose place they take, as they were at the merge. */
  readonly replaced: readonly ReaderNote[];
}

/**
 * What came of it. All was stored, and can be taken back and done again as one step; or nothing was, and `left` says
 * how many notes could not be taken out again, where the store failed at that, too.
 */
export type Restored =
  | { readonly ok: true; readonly undo: () => Promise<void>; readonly redo: () => Promise<void> }
  | { readonly ok: false; readonly cause: unknown; readonly left: number };

/** What was written, as far as it came. */
interface Written {
  readonly added: string[];
  readonly replaced: Map<
    string,
    { readonly before: ReaderNote; readonly after: ReaderNote; revision: number }
  >;
  readonly corrected: { article: string; before: readonly Correction[]; after: readonly Correction[] }[];
  readonly drafts: Contents['drafts'][number][];
  readonly articles: string[];
  /** What was taken back of the articles, for doing it again. */
  removed: Removed | null;
}

/**
 * Stores what a backup or an import has brought, in pieces that nobody waits for, and takes it back where a piece
 * fails or `signal` stops it. What was written meanwhile, here or in another tab, is not overwritten.
 */
export async function restore(store: NoteStore, restoring: Restoring): Promise<Restored> {
  const written: Written = {
    added: [],
    replaced: new Map(),
    corrected: [],
    drafts: [],
    articles: [],
    removed: null,
  };
  try {
    await storeNotes(store, restoring, written);
    await storeRest(store, restoring, written);
  } catch (cause) {
    try {
      await takeBack(store, restoring, written);
      return { ok: false, cause, left: 0 };
    } catch {
      return { ok: false, cause, left: written.added.length + written.replaced.size };
    }
  }
  let gone: ReaderNote[] = [];
  return {
    ok: true,
    undo: async () => {
      gone = await takeBack(store, restoring, written);
    },
    redo: () => doAgain(store, restoring, { written, gone }),
  };
}

async function storeNotes(store: NoteStore, restoring: Restoring, written: Written): Promise<void> {
  const { rest, newId, progress, signal } = restoring;
  await inTurn(rest.texts, async ({ hash, text }) => {
    signal?.throwIfAborted();
    await store.keepText(hash, text);
  });
  const storeFrom = async (from: number): Promise<number> => {
    const { notes, replaced } = await restoring.piece(from);
    signal?.throwIfAborted();
    if (notes.length === 0) return 0;
    const replacing = new Map(replaced.map(({ id, revision }) => [id, revision]));
    const states = new Map(replaced.map((note) => [note.id, note]));
    const standing = await store.saveAll(notes, newId, replacing);
    for (const after of standing) {
      const before = states.get(after.id);
      if (before) written.replaced.set(after.id, { before, after, revision: after.revision });
      else written.added.push(after.id);
    }
    progress?.(from + notes.length);
    await pause();
    return notes.length;
  };
  let from = 0;
  let stored: number;
  do {
    // oxlint-disable-next-line no-await-in-loop -- a piece is asked for when the one before is on disk
    stored = await storeFrom(from);
    from += stored;
  } while (stored > 0);
}

async function storeRest(
  store: NoteStore,
  { rest, library, signal }: Restoring,
  written: Written,
): Promise<void> {
  await inTurn(rest.corrections, async ({ article, corrections }) => {
    signal?.throwIfAborted();
    // What stands there now has the last word, and may be more than there was at the merge.
    const before = await store.corrections(article);
    const there = new Set(before.map(nameOf));
    const after = [...corrections.filter((one) => !there.has(nameOf(one))), ...before];
    written.corrected.push({ article, before, after });
    await store.saveCorrections(article, after);
  });
  await inTurn(rest.drafts, async (draft) => {
    signal?.throwIfAborted();
    // Nothing that is being typed is replaced.
    const there = await store.drafts(draft.article);
    if (there.some(({ key }) => key === draft.key)) return;
    written.drafts.push(draft);
    await store.saveDraft(draft);
  });
  if (!library) return;
  const there = new Set((await library.listings()).map(({ id }) => id));
  await inTurn(rest.articles ?? [], async (kept) => {
    signal?.throwIfAborted();
    // One that came meanwhile stays as it is.
    if (there.has(kept.id)) return;
    written.articles.push(kept.id);
    await library.put(articleFromKept(kept), kept.original);
    await pause();
  });
}

function nameOf({ start, end, speaker, kind }: Correction): string {
  return JSON.stringify([start, end, speaker, kind]);
}

/** Puts everything back as it was; resolves with the notes that were deleted by it. */
async function takeBack(
  store: NoteStore,
  { newId, library }: Restoring,
  written: Written,
): Promise<ReaderNote[]> {
  const { added, drafts, corrected } = written;
  await Promise.all(drafts.map(({ article, key }) => store.removeDraft(article, key)));
  await Promise.all(corrected.map(({ article, before }) => store.saveCorrections(article, before)));
  // The earlier states first: where one stood aside, it is among the notes that go.
  await replaceAll(store, { newId, written, by: 'before' });
  const gone: ReaderNote[] = [];
  await inTurn(pieces(added), async (ids) => {
    gone.push(...(await store.remove(ids)));
    await pause();
  });
  if (library && written.articles.length > 0) {
    // One with notes that were made since stays, with them.
    const noted = new Set((await library.listings()).flatMap(({ id, notes }) => (notes > 0 ? [id] : [])));
    written.removed = await library.remove(written.articles.filter((id) => !noted.has(id)));
  }
  return gone;
}

async function doAgain(
  store: NoteStore,
  { newId, library }: Restoring,
  { written, gone }: { written: Written; gone: readonly ReaderNote[] },
): Promise<void> {
  if (written.removed) await library?.restore(written.removed, newId);
  await inTurn(pieces(gone), async (piece) => {
    await store.saveAll(piece, newId);
    await pause();
  });
  await replaceAll(store, { newId, written, by: 'after' });
  await Promise.all(written.corrected.map(({ article, after }) => store.saveCorrections(article, after)));
  await Promise.all(written.drafts.map(store.saveDraft));
}

/** Puts one or the other state of the notes that were replaced; one that was changed since then stays beside it. */
async function replaceAll(
  store: NoteStore,
  { newId, written, by }: { newId: () => string; written: Written; by: 'before' | 'after' },
): Promise<void> {
  await inTurn(pieces([...written.replaced.values()]), async (piece) => {
    const replacing = new Map(piece.map(({ after, revision }) => [after.id, revision]));
    const states = piece.map((one) => one[by]);
    const standing = await store.saveAll(states, newId, replacing);
    for (const [index, note] of standing.entries()) piece[index]!.revision = note.revision;
    await pause();
  });
}

/** Notes in one transaction: few enough that telling other tabs of them takes no time that anybody notices. */
export const PIECE = 1000;

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += PIECE) yield all.slice(from, from + PIECE);
}

async function inTurn<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one transaction after the other, so that a failure stops the rest
  for (const one of all) await work(one);
}

/** Lets the page answer its reader between two pieces, also where the store is memory and never waits. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
