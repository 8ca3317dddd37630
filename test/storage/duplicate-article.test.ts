import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Original } from '../../src/core/text/brought.ts';
import { duplicateArticle } from '../../src/storage/duplicate-article.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { StoreFailure } from '../../src/storage/note-store.ts';
import { ownArticleOf } from './made-article.ts';
import { noteOf } from './made-note.ts';

const ORIGINAL: Original = { name: 'a.txt', type: 'text/plain', content: 'as it came' };
const now = '2026-04-01T10:00:00.000Z';

describe('a copy of an own article', () => {
  let store: ReturnType<typeof memoryStore>;
  let ids = 0;
  const copy = (id: string) =>
    duplicateArticle({ library: store.library, store }, id, {
      title: 'Copy',
      now,
      newId: () => `new-${(ids += 1)}`,
    });
  beforeEach(async () => {
    ids = 0;
    store = memoryStore();
    await store.library.put(ownArticleOf('a1', 'Bridges', { opened: now }), ORIGINAL);
    const notes = [noteOf('n', 'why'), noteOf('m', 'split', { splitFrom: 'n', revision: 4 })];
    await store.saveAll(
      notes.map((note) => ({ ...note, article: 'own:a1' })),
      () => 'never',
    );
    await store.saveCorrections('own:a1', [{ start: 0, end: 3, speaker: null }]);
  });

  it('has its text, its original, its notes under new ids, and its corrections', async () => {
    expect(await copy('a1')).toBe('new1');
    const { library } = store;
    expect(await library.article('new1')).toEqual(
      ownArticleOf('new1', 'Copy', { created: now, changed: now }),
    );
    expect(await library.original('new1')).toEqual(ORIGINAL);
    expect(await store.corrections('own:new1')).toEqual([{ start: 0, end: 3, speaker: null }]);
    const notes = await store.notes('own:new1');
    expect(notes.map(({ id, body, revision, splitFrom }) => [id, body, revision, splitFrom])).toEqual([
      ['new-2', 'why', 1, undefined],
      ['new-3', 'split', 1, undefined],
    ]);
    expect((await store.notes('own:a1')).map(({ id }) => id)).toEqual(['n', 'm']);
  });

  it('of what is not there is none', async () => {
    expect(await copy('never')).toBeNull();
  });

  it('that can’t be finished leaves nothing', async () => {
    vi.spyOn(store, 'saveAll').mockRejectedValue(new StoreFailure('full'));
    await expect(copy('a1')).rejects.toEqual(new StoreFailure('full'));
    expect((await store.library.listings()).map(({ id }) => id)).toEqual(['a1']);
  });
});
