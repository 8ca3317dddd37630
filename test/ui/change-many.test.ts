import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { StoreFailure } from '../../src/storage/note-store.ts';
import { changeMany } from '../../src/ui/notes/change-many.ts';
import { createHistory } from '../../src/ui/notes/history.ts';
import { mirror } from '../../src/ui/notes/notebook.ts';
import { notesKey } from '../../src/ui/notes/notes-key.ts';
import { removeNotes, step, type Bench } from '../../src/ui/notes/note-steps.ts';
import { INTERVIEW, sampleNote, spanOf } from '../core/notes/sample-notes.ts';

let bench: Bench;
let said: string[];
let notes: ReaderNote[];

beforeEach(async () => {
  const store = memoryStore();
  const client = new QueryClient();
  store.watch((change) => mirror(client, 'harbour', change));
  client.setQueryData(notesKey('harbour'), []);
  said = [];
  let time = 0;
  let ids = 0;
  bench = {
    store,
    client,
    history: createHistory(),
    say: ({ text }) => said.push(text),
    now: () => `2025-04-01T10:00:0${(time += 1)}.000Z`,
    newId: () => `new-${(ids += 1)}`,
  };
  await store.saveAll(
    ['a', 'b'].map((id) => sampleNote('harbour', { id, tags: ['old'] })),
    bench.newId,
  );
  notes = await stored();
});

const stored = async (): Promise<ReaderNote[]> =>
  (await bench.store.notes('harbour')).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const tags = async () => (await stored()).map(({ id, tags: all }) => `${id}: ${all.join(' ')}`);

const added = {
  article: INTERVIEW,
  id: 'harbour',
  span: spanOf(INTERVIEW, 'union'),
  fields: { kind: 'comment', body: '', tags: ['old', 'new'], colour: 'yellow' },
} as const;
const tagged = () => notes.map((note) => ({ note, fields: { tags: [...note.tags, 'new'] } }));

describe('many changes', () => {
  it('are one step: made, taken back and done again together', async () => {
    const saved = await changeMany(bench, { changed: tagged(), added: [added] }, { what: '3 notes tagged' });
    expect(saved?.map(({ id }) => id)).toEqual(['a', 'b', 'new-1']);
    const after = ['a: old new', 'b: old new', 'new-1: old new'];
    expect(await tags()).toEqual(after);
    expect(await bench.store.text(hashOf(saved![2]!))).toBe(INTERVIEW.text);

    await step(bench, 'undo');
    expect(await tags()).toEqual(['a: old', 'b: old']);
    await step(bench, 'redo');
    expect(await tags()).toEqual(after);
    await step(bench, 'undo');
    expect(await tags()).toEqual(['a: old', 'b: old']);
    expect(said).toEqual([
      '3 notes tagged.',
      'Undone: 3 notes tagged.',
      'Done again: 3 notes tagged.',
      'Undone: 3 notes tagged.',
    ]);
  });

  it('are taken back one after the other, each from what the last has left', async () => {
    await changeMany(bench, { changed: tagged(), added: [] }, { what: 'first' });
    notes = await stored();
    await changeMany(
      bench,
      { changed: [{ note: notes[0]!, fields: { tags: ['other'] } }], added: [] },
      { what: 'second' },
    );
    expect(await tags()).toEqual(['a: other', 'b: old new']);
    await step(bench, 'undo');
    await step(bench, 'undo');
    expect(await tags()).toEqual(['a: old', 'b: old']);
    await step(bench, 'redo');
    await step(bench, 'redo');
    expect(await tags()).toEqual(['a: other', 'b: old new']);
  });

  it('overwrite nothing that another tab has written meanwhile, and say so', async () => {
    const [first] = notes;
    await bench.store.save({ ...first!, body: 'From another tab' }, first!.revision, 'x');
    await changeMany(bench, { changed: tagged(), added: [] }, { what: '2 notes tagged' });
    expect(await tags()).toEqual(['a: old', 'b: old new', 'new-1: old new']);
    expect(said[0]).toMatch(/^2 notes tagged\. .*both texts are kept/);
    await step(bench, 'undo');
    expect((await stored()).find(({ id }) => id === 'a')?.body).toBe('From another tab');
    expect((await stored()).find(({ id }) => id === 'b')?.tags).toEqual(['old']);
  });

  it('that fail change nothing, are said, and leave no step', async () => {
    bench = {
      ...bench,
      store: { ...bench.store, saveAll: async () => Promise.reject(new StoreFailure('full')) },
    };
    expect(await changeMany(bench, { changed: tagged(), added: [added] }, { what: 'tagged' })).toBeNull();
    expect(await tags()).toEqual(['a: old', 'b: old']);
    expect(said[0]).toMatch(/^Not saved: the disk/);
    await step(bench, 'undo');
    expect(said[1]).toBe('Nothing to undo.');
  });

  it('keep of a note that is no claim any longer nothing of the claim', async () => {
    const claim = {
      kind: 'record',
      checkable: 'yes',
      status: 'open',
      sources: [],
      voice: { speaker: 'mayor' },
    } as const;
    await changeMany(
      bench,
      { changed: [{ note: notes[0]!, fields: { kind: 'claim', claim } }], added: [] },
      { what: 'x' },
    );
    const [made] = await stored();
    expect(made!.claim).toEqual(claim);
    await changeMany(
      bench,
      { changed: [{ note: made!, fields: { kind: 'comment' } }], added: [] },
      { what: 'y' },
    );
    expect((await stored())[0]).not.toHaveProperty('claim');
  });
});

describe('deleting notes', () => {
  it('is one step for all of them', async () => {
    expect(await removeNotes(bench, notes)).toBe(true);
    expect(await stored()).toEqual([]);
    await step(bench, 'undo');
    expect(await tags()).toEqual(['a: old', 'b: old']);
  });
});

function hashOf(note: ReaderNote): string {
  const selector = note.selectors.find(({ type }) => type === 'ArticleSelector');
  return selector && 'text' in selector ? (selector.text as string) : '';
}
