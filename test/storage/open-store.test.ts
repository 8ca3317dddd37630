import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptLoss, backupDue, remembered } from '../../src/storage/keeping.ts';
import { MIGRATIONS } from '../../src/storage/migrations.ts';
import { openStore, type OpenedStore, type OpeningOptions } from '../../src/storage/open-store.ts';
import { ownArticleOf } from './made-article.ts';
import { noteOf } from './made-note.ts';

function emptyStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

let name = '';
let asked = 0;
/** How many stores have let go of their channel, and so of their database. */
let closed = 0;
const channel = { post: () => {}, listen: () => {}, close: () => void (closed += 1) };
const opened: OpenedStore[] = [];
const now = new Date(Date.UTC(2026, 2, 1));
beforeEach(() => {
  name = `opening-${Math.random()}`;
  asked = 0;
  closed = 0;
  vi.stubGlobal('localStorage', emptyStorage());
  vi.stubGlobal('navigator', {
    storage: {
      persisted: async () => false,
      persist: async () => {
        asked += 1;
        return true;
      },
    },
  });
});
afterEach(() => {
  for (const { store } of opened.splice(0)) store.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

let ids = 0;
async function open(options: Partial<OpeningOptions> = {}): Promise<OpenedStore> {
  const result = await openStore({
    name,
    channel,
    newId: () => `new-${(ids += 1)}`,
    now: () => now,
    ...options,
  });
  opened.push(result);
  return result;
}
const correction = (start: number) => ({ start, end: start + 3, speaker: 'vance' });

describe('opening the reader’s notes', () => {
  it('keeps them from one visit to the next', async () => {
    const first = await open();
    await first.store.save(noteOf('a', 'one'), 0, 'x1');
    first.store.close();
    const { store, state, lost } = await open();
    expect([state, lost]).toEqual(['kept', null]);
    expect(await store.notes('talks')).toHaveLength(1);
  });

  it('asks the browser to keep them at the first note of a visit, not before and not at every one', async () => {
    const { store } = await open();
    await store.saveDraft({ article: 'talks', key: 'new', fields: 'W', modified: '' });
    await store.clear();
    expect([asked, backupDue(new Date(Date.UTC(2026, 3, 1)))]).toEqual([0, null]);
    await store.save(noteOf('a', 'one'), 0, 'x1');
    await store.save(noteOf('b', 'two'), 0, 'x2');
    await vi.waitFor(() => expect(asked).toBe(1));
    expect(backupDue(new Date(Date.UTC(2026, 2, 8)))).toEqual({ last: null, since: now.toISOString() });
    expect(remembered()).toEqual({ notes: 2, corrections: 0, articles: 0, since: now.toISOString() });
  });

  it('tells that notes are gone where the database comes back empty', async () => {
    const first = await open();
    await first.store.save(noteOf('a', 'one'), 0, 'x1');
    first.store.close();
    await deleteDB(name);
    const second = await open();
    expect([second.state, second.lost]).toEqual([
      'kept',
      { notes: 1, corrections: 0, articles: 0, since: now.toISOString() },
    ]);
    acceptLoss();
    expect((await second.retry()).lost).toBeNull();
  });
});

describe('where the database can’t be opened', () => {
  /** Opens with no database to be had; `come` makes it available. */
  async function openWithout(): Promise<{ without: OpenedStore; come: () => void }> {
    const factory = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    return { without: await open(), come: () => factory.mockRestore() };
  }

  it('notes are kept for as long as the page is open, and the reason is told', async () => {
    const first = await open();
    await first.store.save(noteOf('a', 'one'), 0, 'x1');
    first.store.close();
    const { without } = await openWithout();
    expect(without.state).toEqual({
      reason: 'broken',
      held: { notes: 1, corrections: 0, articles: 0, since: now.toISOString() },
    });
    await without.store.save(noteOf('b', 'two'), 0, 'x2');
    expect((await without.store.everything()).notes.map(({ body }) => body)).toEqual(['two']);
    // What is in memory is not what the database holds.
    expect(remembered()?.notes).toBe(1);
  });

  it('own articles are kept as notes are, and go into the database with them', async () => {
    const { without, come } = await openWithout();
    const own = ownArticleOf('a1', 'Bridges');
    await without.library.put(own, { name: 'a.txt', type: 'text/plain', content: 'as it came' });
    expect(await without.library.article('a1')).toEqual(own);
    come();
    const { library, state } = await without.retry();
    expect(state).toBe('kept');
    expect(await library.article('a1')).toEqual(own);
    expect((await library.original('a1'))?.content).toBe('as it came');
    expect(await without.library.listings()).toEqual([]);
    expect(remembered()).toMatchObject({ notes: 0, articles: 1 });
  });

  it('everything from memory goes into the database once that can be opened', async () => {
    const first = await open();
    await first.store.saveAll([noteOf('a', 'one'), noteOf('same', 'alike')], () => 'x');
    await first.store.saveCorrections('talks', [correction(0)]);
    first.store.close();
    const { without, come } = await openWithout();
    const { store: memory } = without;
    await memory.saveAll([noteOf('a', 'another'), noteOf('same', 'alike'), noteOf('b', 'two')], () => 'x');
    await memory.saveCorrections('talks', [correction(9)]);
    await memory.keepText('h', 'The words.');
    await memory.saveDraft({ article: 'talks', key: 'new', fields: 'W', modified: '' });

    const still = await without.retry();
    expect([still.store, still.state]).toEqual([memory, without.state]);
    expect((await memory.notes('talks')).length).toBe(3);
    come();
    const kept = await still.retry();
    const { store } = kept;
    expect(kept.state).toBe('kept');
    const { notes, corrections, texts, drafts } = await store.everything();
    expect(notes.map(({ body, splitFrom = 'nothing' }) => `${body}, from ${splitFrom}`).toSorted()).toEqual([
      'alike, from nothing',
      'another, from a',
      'one, from nothing',
      'two, from nothing',
    ]);
    expect(corrections).toEqual([{ article: 'talks', corrections: [correction(0), correction(9)] }]);
    expect([texts.length, drafts.length]).toEqual([1, 1]);

    // And once only: what has changed since is not met by what it was.
    await store.save({ ...noteOf('b', 'two, edited'), article: 'talks' }, 1, 'x3');
    const again = await kept.retry();
    opened.push(again);
    expect((await again.store.everything()).notes).toHaveLength(4);
  });

  it('nothing is lost or doubled that the database has no room for', async () => {
    const { without, come } = await openWithout();
    await without.store.save(noteOf('a', 'one'), 0, 'x1');
    await without.store.saveCorrections('talks', [correction(0)]);
    await without.store.saveCorrections('other', [correction(9)]);
    come();
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const put = IDBObjectStore.prototype.put;
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const [record] = given as [{ article?: string }];
      if (record.article === 'other') throw new DOMException('refused', 'QuotaExceededError');
      return put.apply(this, given);
    });
    const full = await without.retry();
    expect(full.state).toMatchObject({ reason: 'full' });
    expect(closed).toBe(1);
    expect(await full.store.notes('talks')).toHaveLength(1);
    refuse.mockRestore();
    const { store, state } = await full.retry();
    opened.push({ ...without, store });
    expect(state).toBe('kept');
    expect(await store.notes('talks')).toHaveLength(1);
    expect((await store.everything()).corrections).toEqual([
      { article: 'other', corrections: [correction(9)] },
      { article: 'talks', corrections: [correction(0)] },
    ]);
  });

  it('no connection is left behind by trying again', async () => {
    const first = await open();
    const factory = vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(() => {
      throw new DOMException('spoilt', 'UnknownError');
    });
    const broken = await first.retry();
    expect([broken.state, closed]).toEqual([{ reason: 'broken', held: null }, 2]);
    factory.mockRestore();
    const { state, store } = await broken.retry();
    store.close();
    expect([state, closed]).toEqual(['kept', 3]);
    // One that were left would keep this waiting.
    await deleteDB(name);
  });

  it('a tab that is too old says so, and one that is blocked by another can try again', async () => {
    const newer = await openDB(name, MIGRATIONS.length + 1);
    expect((await open()).state).toEqual({ reason: 'newer', held: null });
    const migrations = [...MIGRATIONS, async () => {}, async () => {}];
    const busy = await open({ migrations, patience: 20 });
    expect(busy.state).toEqual({ reason: 'busy', held: null });
    newer.close();
  });

  it('a mistake of the program is not taken for the browser’s failure', async () => {
    const migrations = [
      async () => {
        throw new TypeError('a mistake');
      },
    ];
    await expect(open({ migrations })).rejects.toThrow('a mistake');
  });
});
