import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { StoreFailure } from '../../src/storage/note-store.ts';
import { describeLibraryStore, describeTwoLibraries } from './library-store.contract.ts';
import { ownArticleOf } from './made-article.ts';

let databases = 0;
const fresh = (): string => `library-${(databases += 1)}`;

describeLibraryStore('in memory', async () => memoryStore());
describeLibraryStore('in a pretended IndexedDB', () => openNoteStore({ name: fresh() }));
describeTwoLibraries('in a pretended IndexedDB', async () => {
  const name = fresh();
  return Promise.all([openNoteStore({ name }), openNoteStore({ name })]);
});

describe('a library on a full disk', () => {
  it('keeps the version before, whole', async () => {
    const store = await openNoteStore({ name: fresh() });
    const before = ownArticleOf('a1', 'Bridges');
    await store.library.put(before, { name: null, type: 'text/plain', content: 'as pasted' });
    const put: unknown = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!.value;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function late(
      this: IDBObjectStore,
      ...given
    ) {
      if (this.name === 'meta') throw new DOMException('no room', 'QuotaExceededError');
      return Reflect.apply(put as IDBObjectStore['put'], this, given);
    });
    await expect(store.library.put(ownArticleOf('a1', 'Newer'), null)).rejects.toEqual(
      new StoreFailure('full'),
    );
    full.mockRestore();
    expect(await store.library.article('a1')).toEqual(before);
    expect((await store.library.original('a1'))?.content).toBe('as pasted');
    expect((await store.stock()).said).toEqual({
      database: expect.any(String) as string,
      changes: 1,
      ...(await store.stock()).found,
    });
    store.close();
  });
});
