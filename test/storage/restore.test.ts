import { beforeEach, describe, expect, it } from 'vitest';
import { mergeBackup, type Contents } from '../../src/core/notes/merge.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { DOCX, type Original } from '../../src/core/text/brought.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { StoreFailure, type NoteStore } from '../../src/storage/note-store.ts';
import { PIECE, restore, type Restored, type Restoring } from '../../src/storage/restore.ts';
import { ownArticleOf } from './made-article.ts';
import { noteOf } from './made-note.ts';

const NOTHING: Contents = { notes: [], corrections: [], texts: [], drafts: [] };
const TIME = '2026-03-01T10:00:00.000Z';
const correction = (start: number): Contents['corrections'][number]['corrections'][number] => ({
  start,
  end: start + 5,
  speaker: 'vance',
});

let ids = 0;
const newId = (): string => `new-${(ids += 1)}`;

/** Merges a backup into a store as the page does. */
async function bring(
  store: NoteStore,
  backup: Partial<Contents>,
  more: Partial<Restoring> = {},
): Promise<Restored> {
  const there = await store.everything();
  const { notes, ...rest } = mergeBackup(there, { ...NOTHING, ...backup }, newId).save;
  return restore(store, { piece: piecesOf(notes, there.notes), rest, newId, ...more });
}

function piecesOf(notes: readonly ReaderNote[], there: readonly ReaderNote[]): Restoring['piece'] {
  return async (from) => {
    const some = notes.slice(from, from + PIECE);
    return { notes: some, replaced: there.filter(({ id }) => some.some((note) => note.id === id)) };
  };
}

const bodies = async (store: NoteStore): Promise<string[]> =>
  (await store.everything()).notes.map(({ body }) => body).toSorted();

describe('restoring', () => {
  let store: NoteStore;
  beforeEach(() => {
    store = memoryStore();
  });

  it('brings notes, corrections, texts and drafts; twice is as once', async () => {
    const backup: Contents = {
      notes: [noteOf('a', 'one'), noteOf('b', 'two')],
      corrections: [{ article: 'talks', corrections: [correction(1)] }],
      texts: [{ hash: 'h', text: 'The words' }],
      drafts: [{ article: 'talks', key: 'k', fields: '{}', modified: TIME }],
    };
    expect(await bring(store, backup)).toMatchObject({ ok: true });
    const once = await store.everything();
    expect(once).toEqual(backup);
    expect(await bring(store, backup)).toMatchObject({ ok: true });
    expect(await store.everything()).toEqual(once);
  });

  it('brings own articles with their originals and notes, undoes and does it again; twice is as once', async () => {
    const from = memoryStore();
    const original: Original = { name: 'a.docx', type: DOCX, content: new Uint8Array([1, 2]) };
    await from.library.put(ownArticleOf('a1', 'Bridges'), original);
    await from.library.rename('a1', 'Renamed');
    await from.save(noteOf('n', 'why', { article: 'own:a1' }), 0, 'x');
    const backup = await from.everything();
    const into = memoryStore();
    const done = await bring(into, backup, { library: into.library });
    if (!done.ok) throw new Error('it was not stored');
    expect(await into.library.article('a1')).toEqual(ownArticleOf('a1', 'Renamed'));
    expect(await into.library.original('a1')).toEqual(original);
    expect((await into.library.listings())[0]).toMatchObject({ title: 'Renamed', notes: 1 });
    await done.undo();
    expect(await into.everything()).toEqual(NOTHING);
    await done.redo();
    expect((await into.library.listings())[0]).toMatchObject({ title: 'Renamed', notes: 1 });
    const once = await into.library.listings();
    await bring(into, await into.everything(), { library: into.library });
    expect(await into.library.listings()).toEqual(once);
  });

  it('leaves an own article as it is, and brings another version of it beside it, once', async () => {
    const from = memoryStore();
    const text = 'One\n\nTwo\n';
    await from.library.put(ownArticleOf('a1', 'Old', { article: readArticle(text) }), null);
    const into = memoryStore();
    await into.library.put(ownArticleOf('a1', 'Mine'), null);
    await bring(into, await from.everything(), { library: into.library });
    await bring(into, await from.everything(), { library: into.library });
    const titles = (await into.library.listings()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Mine', 'Old (from a backup)']);
    expect((await into.library.article('a1'))!.title).toBe('Mine');
  });

  it('that is undone leaves an article on which notes were made since', async () => {
    const from = memoryStore();
    await from.library.put(ownArticleOf('a1', 'Bridges'), null);
    const into = memoryStore();
    const done = await bring(into, await from.everything(), { library: into.library });
    await into.save(noteOf('since', 'mine', { article: 'own:a1' }), 0, 'x');
    if (!done.ok) throw new Error('it was not stored');
    await done.undo();
    expect((await into.library.listings())[0]).toMatchObject({ id: 'a1', notes: 1 });
  });

  it('puts a newer state in place, and both states where they differ, and takes both back', async () => {
    await store.saveAll([noteOf('a', 'old'), noteOf('b', 'mine', { revision: 3 })], newId);
    const before = await bodies(store);
    const done = await bring(store, {
      notes: [
        noteOf('a', 'newer', { revision: 2, modified: '2026-04-01T10:00:00.000Z' }),
        noteOf('b', 'theirs', { revision: 3, modified: '2026-04-01T10:00:00.000Z' }),
      ],
    });
    expect(await bodies(store)).toEqual(['mine', 'newer', 'theirs']);
    if (!done.ok) throw new Error('it was not stored');
    await done.undo();
    expect(await bodies(store)).toEqual(before);
    await done.redo();
    expect(await bodies(store)).toEqual(['mine', 'newer', 'theirs']);
    await done.undo();
    expect(await bodies(store)).toEqual(before);
  });

  it('is one step, however many pieces it takes', async () => {
    const notes = Array.from({ length: PIECE * 2 + 3 }, (_, index) => noteOf(`n${index}`, 'x'));
    const told: number[] = [];
    const done = await bring(store, { notes }, { progress: (count) => told.push(count) });
    expect(told).toEqual([PIECE, PIECE * 2, PIECE * 2 + 3]);
    if (!done.ok) throw new Error('it was not stored');
    await done.undo();
    expect(await bodies(store)).toEqual([]);
    await done.redo();
    expect(await bodies(store)).toHaveLength(PIECE * 2 + 3);
  });

  it('leaves nothing of it where the disk is full half way', async () => {
    await store.saveAll([noteOf('a', 'old')], newId);
    let pieces = 0;
    const failing: NoteStore = {
      ...store,
      saveAll: async (...given) => {
        if ((pieces += 1) === 2) throw new StoreFailure('full');
        return store.saveAll(...given);
      },
    };
    const notes = Array.from({ length: PIECE + 1 }, (_, index) => noteOf(`n${index}`, 'x'));
    expect(await bring(failing, { notes })).toMatchObject({ ok: false, left: 0, cause: { reason: 'full' } });
    expect(await bodies(store)).toEqual(['old']);
  });

  it('says how many notes are left where they can’t be taken out again', async () => {
    const failing: NoteStore = {
      ...store,
      saveCorrections: () => Promise.reject(new StoreFailure('full')),
      remove: () => Promise.reject(new StoreFailure('full')),
    };
    const backup = {
      notes: [noteOf('a', 'one')],
      corrections: [{ article: 'talks', corrections: [correction(1)] }],
    };
    expect(await bring(failing, backup)).toMatchObject({ ok: false, left: 1 });
  });

  it('can be stopped, and then leaves nothing', async () => {
    const stop = new AbortController();
    const notes = Array.from({ length: PIECE * 3 }, (_, index) => noteOf(`n${index}`, 'x'));
    const done = await bring(store, { notes }, { progress: () => stop.abort(), signal: stop.signal });
    expect(done).toMatchObject({ ok: false, left: 0 });
    expect(await bodies(store)).toEqual([]);
  });

  it('leaves a note that was changed meanwhile as it is', async () => {
    await store.saveAll([noteOf('a', 'old')], newId);
    const late = { notes: [noteOf('a', 'newer', { revision: 2, modified: '2026-04-01T10:00:00.000Z' })] };
    const there = await store.everything();
    const { notes, ...rest } = mergeBackup(there, { ...NOTHING, ...late }, newId).save;
    await store.save(noteOf('a', 'in another tab'), 1, 'x');
    await restore(store, { piece: piecesOf(notes, there.notes), rest, newId });
    expect(await bodies(store)).toEqual(['in another tab', 'newer']);
  });

  it('puts corrections under those made here, and a draft nowhere over what is typed', async () => {
    await store.saveCorrections('talks', [correction(9)]);
    await store.saveDraft({ article: 'talks', key: 'k', fields: 'typed here', modified: TIME });
    const done = await bring(store, {
      corrections: [{ article: 'talks', corrections: [correction(1)] }],
      drafts: [{ article: 'talks', key: 'k', fields: 'from the backup', modified: TIME }],
    });
    expect(await store.corrections('talks')).toEqual([correction(1), correction(9)]);
    expect((await store.drafts('talks')).map(({ fields }) => fields)).toEqual(['typed here']);
    if (!done.ok) throw new Error('it was not stored');
    await done.undo();
    expect(await store.corrections('talks')).toEqual([correction(9)]);
  });
});
