import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openNoteStore, type DatabaseStore, type StoreOptions } from '../../src/storage/indexeddb.ts';
import { MIGRATIONS, type Migration, type Tally } from '../../src/storage/migrations.ts';
import { StoreFailure, type Change } from '../../src/storage/note-store.ts';
import { noteOf } from './made-note.ts';

let name = '';
const opened: DatabaseStore[] = [];
beforeEach(() => {
  name = `faults-${Math.random()}`;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(options: StoreOptions = {}): Promise<DatabaseStore> {
  const store = await openNoteStore({ name, ...options });
  opened.push(store);
  return store;
}

const reasonOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreFailure ? error.reason : String(error)),
  );

/** Makes every writing of a record fail like this. */
function refuseToWrite(errorName: string): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('refused', errorName);
  });
}

/** Every transaction that is begun, and what happens in which order. */
function watchTransactions(): { begun: IDBTransaction[]; events: string[] } {
  const begun: IDBTransaction[] = [];
  const events: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
    const transaction = begin.apply(this, given);
    begun.push(transaction);
    transaction.addEventListener('complete', () => events.push('complete'));
    return transaction;
  });
  return { begun, events };
}

/** A connection that no one closes, as a tab holds it that has stopped answering. */
const holdOpen = (version: number): Promise<{ close: () => void }> =>
  openDB(name, version, { upgrade: (database) => void database.createObjectStore('old') });

describe('saving in IndexedDB', () => {
  it('asks for strict durability in every transaction', async () => {
    const store = await open();
    const { begun } = watchTransactions();
    await store.save(noteOf('a', 'one'), 0, 'x1');
    await store.saveAll([noteOf('b', 'two')], () => 'x2');
    await store.saveCorrections('talks', []);
    await store.saveDraft({ article: 'talks', key: 'new', fields: 'W', modified: '' });
    await store.removeDraft('talks', 'new');
    await store.keepText('h', 'The words.');
    await store.remove(['a']);
    await store.clear();
    expect(begun).toHaveLength(8);
    expect(new Set(begun.map(({ durability }) => durability))).toEqual(new Set(['strict']));
  });

  it('is acknowledged after the transaction completes, not after the request succeeds', async () => {
    const told: Tally[] = [];
    const store = await open({ acknowledged: (tally) => told.push(tally) });
    const { events } = watchTransactions();
    store.watch(() => events.push('told'));
    await store.save(noteOf('a', 'one'), 0, 'x1').then(() => events.push('acknowledged'));
    expect(events).toEqual(['complete', 'told', 'acknowledged']);
    expect(told).toEqual([
      { database: expect.any(String), changes: 1, notes: 1, corrections: 0, articles: 0 },
    ]);
  });

  it('comes to its end where the store is closed meanwhile', async () => {
    const store = await open();
    const saving = store.save(noteOf('a', 'one'), 0, 'x1');
    store.close();
    expect((await saving).note.body).toBe('one');
    await expect(store.notes('talks')).rejects.toThrow('has been closed');
    expect(await (await open()).notes('talks')).toHaveLength(1);
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'broken'],
    ['DataError', 'broken'],
    ['NotReadableError', 'broken'],
  ])('that fails with %s is told as %s, and leaves what was there', async (error, reason) => {
    const store = await open();
    const { note } = await store.save(noteOf('a', 'one'), 0, 'x1');
    refuseToWrite(error);
    const told = vi.fn<() => void>();
    store.watch(told);
    expect(await reasonOf(store.save(noteOf('a', 'two'), 1, 'x2'))).toBe(reason);
    expect(await reasonOf(store.saveAll([noteOf('b', 'x')], () => 'x3'))).toBe(reason);
    expect(await reasonOf(store.saveDraft({ article: 'talks', key: 'a', fields: 'two', modified: '' }))).toBe(
      reason,
    );
    expect(await store.notes('talks')).toEqual([note]);
    expect((await store.everything()).notes).toEqual([note]);
    expect(told).not.toHaveBeenCalled();
  });

  it('may have no room for anything, and still what a reader deletes is deleted, and everyone told', async () => {
    const told: Tally[] = [];
    const store = await open({ acknowledged: (tally) => told.push(tally) });
    await store.saveAll([noteOf('a', 'one'), noteOf('b', 'two')], () => 'x1');
    await store.saveCorrections('talks', [{ start: 0, end: 3, speaker: null }]);
    const other = await open();
    const heard: Change[] = [];
    store.watch((change) => heard.push(change));
    const elsewhere = new Promise((resolve) => void other.watch(resolve));
    refuseToWrite('QuotaExceededError');
    expect((await store.remove(['a'])).map(({ body }) => body)).toEqual(['one']);
    expect(heard).toEqual([{ kind: 'all', elsewhere: false }]);
    expect(await elsewhere).toEqual({ kind: 'all', elsewhere: true });
    await store.saveCorrections('talks', []);
    expect((await store.notes('talks')).map(({ body }) => body)).toEqual(['two']);
    await store.clear();
    expect((await store.everything()).notes).toEqual([]);
    expect(told.map(({ changes, notes, corrections }) => [changes, notes, corrections])).toEqual([
      [1, 2, 0],
      [2, 2, 1],
      [2, 1, 1],
      [2, 1, 0],
      [2, 0, 0],
    ]);
  });

  it('that the disk has no room for at the very end is told as full', async () => {
    const store = await open();
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      // What a browser does that finds no room when it commits: the request is fine, the transaction is not.
      Object.defineProperty(this.transaction, 'error', {
        value: new DOMException('no room', 'QuotaExceededError'),
      });
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect(await reasonOf(store.save(noteOf('a', 'one'), 0, 'x1'))).toBe('full');
  });

  it('of what can’t be stored is a mistake of the program, and is told as that', async () => {
    const store = await open();
    const note = { ...noteOf('a', 'one'), tags: [() => 'no tag'] as unknown as string[] };
    expect(await reasonOf(store.save(note, 0, 'x1'))).toMatch(/^DataCloneError/);
    expect(await store.notes('talks')).toEqual([]);
  });
});

describe('opening IndexedDB', () => {
  it.each([
    ['there is none', () => undefined],
    ['it is null', () => null],
    [
      'to look at it is refused',
      () => {
        throw new DOMException('refused', 'SecurityError');
      },
    ],
    [
      'to open it is refused',
      () => ({
        open: () => {
          throw new DOMException('no mutations here', 'InvalidStateError');
        },
      }),
    ],
  ])('is told as blocked where %s', async (_, get) => {
    const usual = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', { get, configurable: true });
    try {
      expect(await reasonOf(open())).toBe('blocked');
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', usual);
    }
  });

  it('is told as broken where the browser can’t read what is there', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await reasonOf(open())).toBe('broken');
  });

  describe('in its own time', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => void vi.useRealTimers());
    it('does not wait for ever for a tab that holds an older version, and lets go of what comes too late', async () => {
      const held = await holdOpen(1);
      const refused = reasonOf(open({ migrations: [...MIGRATIONS, async () => {}], patience: 5000 }));
      await vi.advanceTimersByTimeAsync(4999);
      expect(await Promise.race([refused, Promise.resolve('waiting')])).toBe('waiting');
      await vi.advanceTimersByTimeAsync(1);
      expect(await refused).toBe('busy');
      held.close();
      // The opening that was given up comes through now. If it kept the database, this would wait for ever.
      await deleteDB(name);
    });

    it('gives a migration all the time that it needs, once it has begun', async () => {
      const slow: Migration = async ({ transaction }) => {
        await transaction.objectStore('meta').get('tally');
        vi.advanceTimersByTime(60_000);
      };
      const store = await open({ migrations: [...MIGRATIONS, slow], patience: 5000 });
      expect(await store.notes('talks')).toEqual([]);
    });
  });

  it('counts what is there, and what ought to be', async () => {
    const store = await open();
    await store.saveAll([noteOf('a', 'one'), noteOf('b', 'two')], () => 'x1');
    await store.saveCorrections('talks', [{ start: 0, end: 3, speaker: null }]);
    await store.remove(['a']);
    const there = { notes: 1, corrections: 1, articles: 0 };
    expect(await store.stock()).toEqual({
      said: { database: expect.any(String), changes: 3, ...there },
      found: there,
    });
  });
});

describe('versions', () => {
  const newer = [...MIGRATIONS, async () => {}];

  it('an older tab steps back for a newer one, after writing what it still has to', async () => {
    const ended: string[] = [];
    const older = await open({
      ended: (reason) => {
        ended.push(reason);
        void older.saveDraft({
          article: 'talks',
          key: 'new',
          fields: 'typed at the last moment',
          modified: '',
        });
      },
    });
    await older.save(noteOf('a', 'one'), 0, 'x1');
    const store = await open({ migrations: newer, patience: 1000 });
    expect(ended).toEqual(['newer']);
    expect((await store.notes('talks')).map(({ body }) => body)).toEqual(['one']);
    expect((await store.drafts('talks')).map(({ fields }) => fields)).toEqual(['typed at the last moment']);
    expect(await reasonOf(older.save(noteOf('a', 'two'), 1, 'x2'))).toBe('newer');
    expect(await reasonOf(older.notes('talks'))).toBe('newer');
  });

  it('an older tab does not open what a newer one has made', async () => {
    (await open({ migrations: newer })).close();
    expect(await reasonOf(open())).toBe('newer');
  });
});

describe('a connection that the browser closes', () => {
  /** Ends connections as a browser does that puts a page to sleep. */
  function closeAll(): void {
    for (const connection of connections.splice(0))
      forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);
  }
  const connections: IDBDatabase[] = [];
  beforeEach(() => {
    connections.length = 0;
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      if (!connections.includes(this)) connections.push(this);
      return begin.apply(this, given);
    });
  });

  it.each([
    ['says so', closeAll],
    ['says nothing', () => connections.splice(0).forEach((connection) => connection.close())],
    [
      'has lost its own server',
      () => {
        connections[0]!.transaction = () => {
          throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
        };
        closeAll();
      },
    ],
  ])('is opened again by itself, once, where the browser %s', async (_, close) => {
    const store = await open({ ended: () => expect.unreachable('the database is still there') });
    await store.save(noteOf('a', 'one'), 0, 'x1');
    close();
    const opening = vi.spyOn(indexedDB, 'open');
    const [read, saved] = await Promise.all([store.notes('talks'), store.save(noteOf('b', 'two'), 0, 'x2')]);
    expect([read.length, saved.note.revision]).toEqual([1, 1]);
    expect(opening).toHaveBeenCalledTimes(1);
  });

  it('is let go of where the store is closed while it is opened again', async () => {
    const store = await open();
    closeAll();
    const reading = store.notes('talks');
    store.close();
    await expect(reading).rejects.toThrow('has been closed');
    // If a connection were left, this would wait for ever.
    await deleteDB(name);
  });

  it('is not taken up again where another database is in its place: the notes are gone', async () => {
    const ended: string[] = [];
    const store = await open({ ended: (reason) => ended.push(reason) });
    await store.save(noteOf('a', 'one'), 0, 'x1');
    closeAll();
    await deleteDB(name);
    expect(await reasonOf(store.save(noteOf('a', 'two'), 1, 'x2'))).toBe('broken');
    expect(await reasonOf(store.notes('talks'))).toBe('broken');
    expect(ended).toEqual(['broken']);
  });

  it('because somebody deletes the database is told', async () => {
    const ended: string[] = [];
    const store = await open({ ended: (reason) => ended.push(reason) });
    await deleteDB(name);
    expect(ended).toEqual(['deleted']);
    expect(await reasonOf(store.notes('talks'))).toBe('deleted');
  });
});
