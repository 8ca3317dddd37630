import type { Untold } from './changes.ts';
import { forgetItems } from './forget-items.ts';
import { openNoteStore, type DatabaseStore, type StoreOptions } from './indexeddb.ts';
import { askToPersist, findLoss, markChange, markUnsaved, remembered, type Held } from './keeping.ts';
import type { LibraryStore } from './library-store.ts';
import { memoryStore } from './memory.ts';
import { StoreFailure, type FailureReason, type NoteStore } from './note-store.ts';

/** A note store that works in any case, and what the reader must be told of it. */
export interface OpenedStore {
  readonly store: NoteStore;
  /** The reader's own articles, kept where the notes are. */
  readonly library: LibraryStore;
  /** `kept`: notes outlive the page. Otherwise why not: they last until the page is closed, and can be exported. */
  readonly state: 'kept' | NotKept;
  /**
   * What the database ought to hold and does not; null where nothing is missing. It is told at every opening until
   * `acceptLoss`. A page with a loss must not show "no notes".
   */
  readonly lost: Held | null;
  /**
   * Opens again, after the reader has closed other tabs, or made room, or when `ended` was called. What was written
   * to memory meanwhile goes into the database. The store from before is used up where the new one is another.
   */
  readonly retry: () => Promise<OpenedStore>;
}

export interface NotKept {
  readonly reason: FailureReason;
  /** What the database that can't be opened held, as far as it is remembered. */
  readonly held: Held | null;
}

export interface OpeningOptions extends Pick<
  StoreOptions,
  'name' | 'migrations' | 'patience' | 'ended' | 'channel' | 'onWake'
> {
  /** An id that was never used, for notes from memory whose id holds something else in the database. */
  readonly newId: () => string;
  readonly now?: () => Date;
}

/**
 * Opens the reader's notes, in the browser's database or else in memory. Rejects only with errors of the program's
 * own. At the first note of a visit, the browser is asked not to clear notes away.
 */
export async function openStore(options: OpeningOptions): Promise<OpenedStore> {
  return open(options, memoryStore());
}

type WholeStore = NoteStore & { readonly library: LibraryStore };

async function open(options: OpeningOptions, memory: WholeStore): Promise<OpenedStore> {
  const { newId, now = () => new Date(), ...rest } = options;
  let database: DatabaseStore | null = null;
  let asked = false;
  const ended: StoreOptions['ended'] = (reason) => {
    // What the reader has deleted in another tab must not come back from this one.
    if (reason === 'deleted') forgetItems();
    rest.ended?.(reason);
  };
  const acknowledged: StoreOptions['acknowledged'] = (tally, change) => {
    markChange(tally, now());
    if (!makesSomething(change)) return;
    markUnsaved(now());
    if (!asked) void askToPersist(now());
    asked = true;
  };
  try {
    database = await openNoteStore({ ...rest, acknowledged, ended });
    const lost = await findLoss(database, now());
    await move(memory, database, newId);
    const store = database;
    return {
      store,
      library: store.library,
      state: 'kept',
      lost,
      retry: async () => {
        store.close();
        return open(options, memory);
      },
    };
  } catch (error) {
    database?.close();
    if (!(error instanceof StoreFailure)) throw error;
    return {
      store: memory,
      library: memory.library,
      state: { reason: error.reason, held: remembered() },
      lost: null,
      retry: async () => open(options, memory),
    };
  }
}

function makesSomething(change: Untold): boolean {
  return change.kind === 'saved' || change.kind === 'corrected' || change.kind === 'article-saved';
}

/**
 * Moves what was written to memory into the database. Where it fails, nothing has left memory that is not in the
 * database, and it can be tried again.
 */
async function move(from: WholeStore, to: WholeStore, newId: () => string): Promise<void> {
  const { notes, corrections, texts, drafts } = await from.everything();
  await Promise.all(texts.map(({ hash, text }) => to.keepText(hash, text)));
  await Promise.all(drafts.map(to.saveDraft));
  if (notes.length > 0) await to.saveAll(notes, newId);
  for (const { id } of await from.library.listings()) {
    // oxlint-disable-next-line no-await-in-loop -- whole texts, one after the other
    const [article, original] = await Promise.all([from.library.article(id), from.library.original(id)]);
    // oxlint-disable-next-line no-await-in-loop
    if (article) await to.library.put(article, original);
  }
  for (const { article, corrections: made } of corrections) {
    // Made without sight of the earlier ones, so they come after them: the last word wins.
    // oxlint-disable-next-line no-await-in-loop
    await to.saveCorrections(article, [...(await to.corrections(article)), ...made]);
    // oxlint-disable-next-line no-await-in-loop
    await from.saveCorrections(article, []);
  }
  await from.clear();
}
