import type { ReaderNote } from '../../src/core/notes/note.ts';
import { keepDraft } from '../../src/storage/draft-keeper.ts';
import type { Held } from '../../src/storage/keeping.ts';
import { StoreFailure, type NoteStore } from '../../src/storage/note-store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { noteOf } from '../storage/made-note.ts';

/*
 * The page of the fault tests: the storage as it is built for readers, and what a test makes it do. The test talks to
 * it from outside the browser, which it kills, fills and damages.
 */

/** What a save has been acknowledged of. */
export type Acknowledged = readonly [id: string, revision: number, body: string];

/**
 * What saves: the store; or, as a control, one that acknowledges when the request succeeds and the transaction may
 * still fail (`early`), or one that acknowledges at once and writes four times a second (`late`).
 */
export type Saver = 'store' | 'early' | 'late';

declare global {
  interface Window {
    readonly faults: typeof faults;
    /** Put here by the test. */
    readonly acknowledge: (acknowledged: Acknowledged) => void;
    readonly typed: (length: number, time: number) => void;
    readonly saw: (id: string, time: number) => void;
  }
}

const ARTICLE = 'talks';
let store: NoteStore;
let made = 0;
const newId = (): string => `split-${Date.now()}-${(made += 1)}`;

/** Text that no compression makes short. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
}

const faults = {
  /** Opens the notes and says what the reader would be told. */
  open: async (): Promise<{ state: string; lost: Held | null; held: Held | null }> => {
    const opened = await openStore({ newId });
    store = opened.store;
    const { state, lost } = opened;
    return state === 'kept' ? { state, lost, held: null } : { state: state.reason, lost, held: state.held };
  },
  notes: async (): Promise<Acknowledged[]> =>
    (await store.notes(ARTICLE)).map(({ id, revision, body }) => [id, revision, body]),
  drafts: async (): Promise<[key: string, fields: string][]> =>
    (await store.drafts(ARTICLE)).map(({ key, fields }) => [key, fields]),
  countEverything: async (): Promise<number> => (await store.everything()).notes.length,
  remove: async (ids: string[]): Promise<number> => (await store.remove(ids)).length,

  /** Saves new notes and changes to the ones before, two at a time, until the browser is killed. */
  saveWithoutEnd: (run: string, saver: Saver): void => {
    const save = SAVERS[saver];
    const lane = async (name: string): Promise<void> => {
      for (let number = 0; ; number += 1) {
        const note = noteOf(`${run}.${name}.${number}`, `first ${noise(1000 * (1 + (number % 10)))}`);
        // One after the other, as a reader does it.
        // oxlint-disable-next-line no-await-in-loop
        await save(note, 0);
        // oxlint-disable-next-line no-await-in-loop
        if (number % 3 === 0) await save({ ...note, body: `changed ${noise(300)}` }, 1);
      }
    };
    void lane('a');
    void lane('b');
  },

  /** Types a letter every 30 ms, until the browser is killed. `wait` as in `keepDraft`; null for the usual one. */
  typeWithoutEnd: (run: string, wait: number | null): void => {
    const draft = keepDraft(store, { article: ARTICLE, key: run, ...(wait !== null && { wait }) });
    let text = '';
    setInterval(() => {
      text += 'x';
      draft.typed(text);
      window.typed(text.length, Date.now());
    }, 30);
  },

  /** Saves notes of a size, given in characters, until one fails: what was acknowledged, and why one was not. */
  fill: async (run: string, size: number): Promise<{ saved: Acknowledged[]; reason: string }> => {
    const saved: Acknowledged[] = [];
    for (;;) {
      const result = await faults.save(`${run}.${saved.length}`, noise(size));
      if (typeof result === 'string') return { saved, reason: result };
      saved.push(result);
    }
  },

  /** Saves so many notes, one after the other: what was acknowledged, and when. */
  saveSome: async (run: string, count: number): Promise<{ saved: Acknowledged; time: number }[]> => {
    const all: { saved: Acknowledged; time: number }[] = [];
    for (let number = 0; number < count; number += 1) {
      const { note } = await store.save(noteOf(`${run}.${number}`, noise(300)), 0, newId());
      all.push({ saved: [note.id, note.revision, note.body], time: Date.now() });
    }
    return all;
  },

  /** Saves one note: what was acknowledged, or the reason why not. */
  save: async (id: string, body: string, basedOn = 0): Promise<Acknowledged | string> => {
    try {
      const { note } = await store.save(noteOf(id, body), basedOn, newId());
      return [note.id, note.revision, note.body];
    } catch (error) {
      if (error instanceof StoreFailure) return error.reason;
      throw error;
    }
  },

  /** Reports when this tab hears of notes that another saves. */
  watch: (): void => {
    store.watch((change) => {
      if (!change.elsewhere) return;
      if (change.kind === 'saved') for (const { id } of change.notes) window.saw(id, Date.now());
      // As the reader's page does: it reads everything again.
      if (change.kind === 'all')
        void store.notes(ARTICLE).then((notes) => notes.forEach(({ id }) => window.saw(id, Date.now())));
    });
  },
};

const report = ({ id, revision, body }: ReaderNote): void => window.acknowledge([id, revision, body]);

const SAVERS: Record<Saver, (note: ReaderNote, basedOn: number) => Promise<void>> = {
  store: async (note, basedOn) => report((await store.save(note, basedOn, newId())).note),

  early: async (note, basedOn) => {
    const saved = { ...note, revision: basedOn + 1 };
    const database = await (raw ??= openRaw());
    await new Promise<void>((resolve) => {
      const request = database
        .transaction(['notes'], 'readwrite', { durability: 'strict' })
        .objectStore('notes')
        .put(saved);
      request.addEventListener('success', () => resolve());
    });
    report(saved);
  },

  late: async (note, basedOn) => {
    waiting.push(() => void store.save(note, basedOn, newId()));
    clock ??= setInterval(() => waiting.splice(0).forEach((write) => write()), 250);
    // What a disk would have taken.
    await new Promise((resolve) => setTimeout(resolve, 5));
    report({ ...note, revision: basedOn + 1 });
  },
};
const waiting: (() => void)[] = [];
let clock: ReturnType<typeof setInterval> | null = null;
let raw: Promise<IDBDatabase> | null = null;

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sidegloss');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
}

Object.assign(window, { faults });
