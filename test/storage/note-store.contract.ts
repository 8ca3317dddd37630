import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import type { Change, Draft, NoteStore } from '../../src/storage/note-store.ts';
import { noteOf } from './made-note.ts';

const draftOf = (article: string, key: string, fields: string): Draft => ({
  article,
  key,
  fields,
  modified: '2026-03-01T10:00:00.000Z',
});

const neverNeeded = (): string => {
  throw new Error('a new id was asked for where nothing is split');
};

const byId = (notes: readonly ReaderNote[]): ReaderNote[] => notes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What every note store promises, wherever it keeps notes. `open` gives an empty one at each call. */
export function describeNoteStore(where: string, open: () => Promise<NoteStore>): void {
  describe(`a note store ${where}`, () => {
    let store: NoteStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('notes', () => {
      it('come back as they were saved, those of one article', async () => {
        const claim = {
          kind: 'quantity',
          checkable: 'yes',
          status: 'open',
          voice: { speaker: 'vance' },
          sources: [],
        } as const;
        const note = noteOf('a', 'Which **land**?', {
          claim,
          source: { '@context': 'x', deep: [1, null, { y: true }] },
        });
        await store.save(note, 0, 'x1');
        await store.save(noteOf('b', 'elsewhere', { article: 'other' }), 0, 'x2');
        expect(await store.notes('talks')).toEqual([note]);
        expect(await store.notes('nothing-here')).toEqual([]);
      });

      it('count their revisions from 1, whatever the editor says', async () => {
        const first = await store.save(noteOf('a', 'one', { revision: 9 }), 0, 'x1');
        const second = await store.save({ ...first.note, body: 'two' }, 1, 'x2');
        expect([first.note.revision, second.note.revision]).toEqual([1, 2]);
        expect(second).not.toHaveProperty('other');
        expect(await store.notes('talks')).toEqual([second.note]);
      });

      it('that are changed in two places at once are split, and both texts are kept', async () => {
        const { note } = await store.save(noteOf('a', 'first'), 0, 'x1');
        const { note: theirs } = await store.save({ ...note, body: 'theirs' }, 1, 'x2');
        const mine = await store.save({ ...note, body: 'mine', tags: [] }, 1, 'x3');
        expect(mine.other).toEqual(theirs);
        expect(mine.note).toEqual({ ...note, body: 'mine', tags: [], id: 'x3', revision: 1, splitFrom: 'a' });
        expect(byId(await store.notes('talks'))).toEqual([theirs, mine.note]);
      });

      it('that were split are notes like any other', async () => {
        await store.save(noteOf('a', 'first'), 0, 'x1');
        await store.save(noteOf('a', 'theirs'), 1, 'x2');
        const { note } = await store.save(noteOf('a', 'mine'), 1, 'x3');
        const again = await store.save({ ...note, body: 'mine, longer' }, note.revision, 'x4');
        expect(again).toEqual({ note: { ...note, body: 'mine, longer', revision: 2 } });
      });

      it('that two places changed alike are not split', async () => {
        await store.save(noteOf('a', 'first'), 0, 'x1');
        const { note } = await store.save(noteOf('a', 'the same'), 1, 'x2');
        const alike = { ...noteOf('a', 'the same'), modified: '2026-03-02T10:00:00.000Z' };
        expect(await store.save(alike, 1, 'x3')).toEqual({ note });
        expect(await store.notes('talks')).toEqual([note]);
      });

      it('that were made twice under one id are both kept', async () => {
        await store.save(noteOf('a', 'first'), 0, 'x1');
        const { note, other } = await store.save(noteOf('a', 'another'), 0, 'x2');
        expect([note.id, note.body, other?.body]).toEqual(['x2', 'another', 'first']);
      });

      it('are not split twice when the same save comes again, its answer lost', async () => {
        await store.save(noteOf('a', 'first'), 0, 'x1');
        await store.save(noteOf('a', 'theirs'), 1, 'x2');
        const once = await store.save(noteOf('a', 'mine'), 1, 'x3');
        expect(await store.save(noteOf('a', 'mine'), 1, 'x3')).toEqual({
          note: once.note,
          other: once.other,
        });
        expect(await store.notes('talks')).toHaveLength(2);
      });

      it('never take the place of another note, even where an id is given twice', async () => {
        await store.save(noteOf('b', 'not to be touched'), 0, 'x0');
        await store.save(noteOf('a', 'first'), 0, 'x1');
        await store.save(noteOf('a', 'theirs'), 1, 'x2');
        await expect(store.save(noteOf('a', 'mine'), 1, 'b')).rejects.toThrow('that id is taken');
        expect((await store.notes('talks')).map((note) => note.body).toSorted()).toEqual([
          'not to be touched',
          'theirs',
        ]);
      });

      it('belong to nobody: what is handed in or out can be changed without changing what is kept', async () => {
        const tags = ['land'];
        const given = noteOf('a', 'one', { tags });
        await store.save(given, 0, 'x1');
        tags.push('changed after saving');
        const [read] = await store.notes('talks');
        (read!.tags as string[]).push('changed after reading');
        expect((await store.notes('talks'))[0]!.tags).toEqual(['land']);
      });
    });

    describe('deleted notes', () => {
      it('are handed back, and ids that are not there are passed over', async () => {
        const { note } = await store.save(noteOf('a', 'one'), 0, 'x1');
        expect(await store.remove(['a', 'never', 'a'])).toEqual([note]);
        expect(await store.remove(['a'])).toEqual([]);
        expect(await store.notes('talks')).toEqual([]);
      });

      it('are saved again by an editor that had them open, and count on', async () => {
        await store.save(noteOf('a', 'one'), 0, 'x1');
        await store.save(noteOf('a', 'two'), 1, 'x2');
        await store.remove(['a']);
        expect(await store.save(noteOf('a', 'three'), 2, 'x3')).toEqual({
          note: noteOf('a', 'three', { revision: 3 }),
        });
      });

      it('that the store has never heard of, because it lost them, are saved from an editor and count on', async () => {
        expect((await store.save(noteOf('a', 'three'), 2, 'x3')).note.revision).toBe(3);
      });

      it('come back by undo; an edit of what was deleted then stands beside what came back', async () => {
        const { note } = await store.save(noteOf('a', 'one'), 0, 'x1');
        const [deleted] = await store.remove(['a']);
        const [undone] = await store.saveAll([deleted!], neverNeeded);
        expect(undone).toEqual({ ...note, revision: 2 });
        const edited = await store.save({ ...note, body: 'edited meanwhile' }, 1, 'x2');
        expect([edited.note.body, edited.other?.body]).toEqual(['edited meanwhile', 'one']);
      });

      it('never give their revision to another text', async () => {
        await store.save(noteOf('a', 'one'), 0, 'x1');
        await store.save(noteOf('a', 'two'), 1, 'x2');
        await store.remove(['a']);
        // From an editor that still has revision 1 open; counting on from there would make a second revision 2.
        const { note } = await store.save(noteOf('a', 'edit of one'), 1, 'x3');
        expect(note.revision).toBe(3);
        const late = await store.save(noteOf('a', 'edit of two'), 2, 'x4');
        expect([late.note.id, late.other?.body]).toEqual(['x4', 'edit of one']);
        await store.remove(['x4']);
        const again = await store.save(noteOf('a', 'edit of two'), 2, 'x4');
        expect([again.note.id, again.note.revision]).toEqual(['x4', 2]);
      });
    });

    describe('many notes', () => {
      const many = [noteOf('a', 'one', { revision: 4 }), noteOf('b', 'two', { article: 'other' })];

      it('are saved as they are', async () => {
        expect(await store.saveAll(many, neverNeeded)).toEqual(many);
        expect([...(await store.notes('talks')), ...(await store.notes('other'))]).toEqual(many);
      });

      it('are left alone where they are here already, and split where an id holds something else', async () => {
        const { note: here } = await store.save(noteOf('b', 'other words'), 0, 'x1');
        const [a] = await store.saveAll([many[0]!], neverNeeded);
        const standing = await store.saveAll(
          [{ ...a!, modified: '2027-01-01T00:00:00.000Z' }, many[1]!],
          () => 'new',
        );
        expect(standing).toEqual([a, { ...many[1], id: 'new', revision: 1, splitFrom: 'b' }]);
        expect(byId((await store.everything()).notes)).toEqual([a, here, standing[1]]);
      });

      it('are all saved or none', async () => {
        await store.save(noteOf('b', 'other words'), 0, 'x1');
        await expect(store.saveAll(many, neverNeeded)).rejects.toThrow('a new id was asked for');
        expect((await store.everything()).notes.map((note) => note.body)).toEqual(['other words']);
      });

      it('take the place of those that they were changed from, and of no later ones', async () => {
        await store.saveAll([noteOf('a', 'old'), noteOf('b', 'old')], neverNeeded);
        const { note: later } = await store.save(noteOf('b', 'changed meanwhile'), 1, 'x1');
        const replacing = new Map([
          ['a', 1],
          ['b', 1],
        ]);
        const given = [noteOf('a', 'new'), noteOf('b', 'new'), noteOf('c', 'new')];
        const standing = await store.saveAll(given, () => 'beside', replacing);
        expect(standing.map(({ id, body, revision }) => [id, body, revision])).toEqual([
          ['a', 'new', 2],
          ['beside', 'new', 1],
          ['c', 'new', 1],
        ]);
        expect((await store.everything()).notes).toContainEqual(later);
      });

      it('may name an id twice: both are kept', async () => {
        const standing = await store.saveAll([noteOf('a', 'one'), noteOf('a', 'two')], () => 'new');
        expect(standing.map(({ id, body }) => [id, body])).toEqual([
          ['a', 'one'],
          ['new', 'two'],
        ]);
      });
    });

    describe('corrections, texts and drafts', () => {
      it('keep corrections in their order, until they are replaced', async () => {
        const made = [
          { start: 9, end: 12, speaker: null },
          { start: 0, end: 3, speaker: 'vance', kind: 'direct' },
        ];
        await store.saveCorrections('talks', made);
        expect(await store.corrections('talks')).toEqual(made);
        expect(await store.corrections('other')).toEqual([]);
        await store.saveCorrections('talks', []);
        expect(await store.corrections('talks')).toEqual([]);
        expect((await store.everything()).corrections).toEqual([]);
      });

      it('keep a text once, by its hash', async () => {
        expect(await store.text('h')).toBeNull();
        await store.keepText('h', 'The words.');
        await store.keepText('h', 'The words.');
        expect(await store.text('h')).toBe('The words.');
        expect((await store.everything()).texts).toEqual([{ hash: 'h', text: 'The words.' }]);
      });

      it('keep the newest of each draft, by article and key', async () => {
        await store.saveDraft(draftOf('talks', 'new', 'W'));
        await store.saveDraft(draftOf('talks', 'new', 'Why'));
        await store.saveDraft(draftOf('talks', 'a', 'Wh'));
        await store.saveDraft(draftOf('talks-2', 'new', 'x'));
        expect(await store.drafts('talks')).toEqual([
          draftOf('talks', 'a', 'Wh'),
          draftOf('talks', 'new', 'Why'),
        ]);
        await store.removeDraft('talks', 'new');
        await store.removeDraft('talks', 'never');
        expect(await store.drafts('talks')).toEqual([draftOf('talks', 'a', 'Wh')]);
      });
    });

    describe('all of it', () => {
      it('can be had at once, and is gone after clearing', async () => {
        const { note } = await store.save(noteOf('a', 'one'), 0, 'x1');
        const corrections = [{ start: 0, end: 3, speaker: 'vance' }];
        await store.saveCorrections('talks', corrections);
        await store.keepText('h', 'The words.');
        await store.saveDraft(draftOf('talks', 'new', 'Why'));
        expect(await store.everything()).toEqual({
          notes: [note],
          corrections: [{ article: 'talks', corrections }],
          texts: [{ hash: 'h', text: 'The words.' }],
          drafts: [draftOf('talks', 'new', 'Why')],
        });
        await store.clear();
        expect(await store.everything()).toEqual({ notes: [], corrections: [], texts: [], drafts: [] });
      });

      it('leaves no revision for a second text after clearing either', async () => {
        await store.save(noteOf('a', 'one'), 0, 'x1');
        await store.clear();
        expect((await store.save(noteOf('a', 'again'), 0, 'x2')).note.revision).toBe(2);
      });
    });

    describe('watching', () => {
      it('tells each change of its own, once it is made', async () => {
        const changes: Change[] = [];
        const stop = store.watch((change) => changes.push(change));
        const { note } = await store.save(noteOf('a', 'one'), 0, 'x1');
        await store.save(noteOf('a', 'one'), 0, 'x2'); // changes nothing
        await store.saveCorrections('talks', []);
        await store.remove(['a', 'never']);
        await store.remove(['a']); // changes nothing
        await store.clear();
        stop();
        await store.save(noteOf('b', 'unwatched'), 0, 'x3');
        expect(changes).toEqual([
          { kind: 'saved', notes: [note], elsewhere: false },
          { kind: 'corrected', article: 'talks', elsewhere: false },
          { kind: 'removed', ids: ['a'], elsewhere: false },
          { kind: 'all', elsewhere: false },
        ]);
      });

      it('can be stopped by one watcher without stopping another', async () => {
        let count = 0;
        const watcher = (): number => (count += 1);
        const stop = store.watch(watcher);
        store.watch(watcher);
        stop();
        await store.save(noteOf('a', 'one'), 0, 'x1');
        expect(count).toBe(1);
      });
    });
  });
}

/** What stores promise that are open over one database at the same time, as in two tabs. */
export function describeTwoTabs(where: string, open: () => Promise<[NoteStore, NoteStore]>): void {
  describe(`a note store ${where}, open in two tabs`, () => {
    let one: NoteStore;
    let two: NoteStore;
    beforeEach(async () => {
      [one, two] = await open();
    });
    afterEach(() => {
      one.close();
      two.close();
    });

    it('tells each what the other changes, in its order', async () => {
      const heard: Change[] = [];
      const { note } = await one.save(noteOf('a', 'one'), 0, 'x1');
      const last = new Promise<void>((resolve) => {
        two.watch((change) => {
          heard.push(change);
          if (change.kind === 'removed') resolve();
        });
      });
      await one.save({ ...note, body: 'two' }, 1, 'x2');
      await one.saveCorrections('talks', []);
      await one.remove(['a']);
      await last;
      expect(heard.filter((change) => change.elsewhere)).toEqual(heard);
      expect(heard.slice(-3)).toEqual([
        { kind: 'saved', notes: [{ ...note, body: 'two', revision: 2 }], elsewhere: true },
        { kind: 'corrected', article: 'talks', elsewhere: true },
        { kind: 'removed', ids: ['a'], elsewhere: true },
      ]);
    });

    it('keeps both texts of a note that both change at the same moment', async () => {
      const { note } = await one.save(noteOf('a', 'first'), 0, 'x1');
      const saved = await Promise.all([
        one.save({ ...note, body: 'from one' }, 1, 'x2'),
        two.save({ ...note, body: 'from two' }, 1, 'x3'),
      ]);
      expect(saved.filter(({ other }) => other)).toHaveLength(1);
      expect((await two.notes('talks')).map(({ body }) => body).toSorted()).toEqual(['from one', 'from two']);
    });

    it('keeps every note of both, and neither misses one', async () => {
      const seen = [new Map<string, ReaderNote>(), new Map<string, ReaderNote>()];
      const readings: Promise<void>[] = [];
      [one, two].forEach((store, tab) => {
        store.watch((change) => {
          const mirror = seen[tab]!;
          if (change.kind === 'saved') for (const note of change.notes) mirror.set(note.id, note);
          if (change.kind !== 'all') return;
          readings.push(
            store.notes('talks').then((notes) => notes.forEach((note) => void mirror.set(note.id, note))),
          );
        });
      });
      await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          await one.save(noteOf(`one-${index}`, `${index}`), 0, `x${index}`);
          await two.save(noteOf(`two-${index}`, `${index}`), 0, `y${index}`);
        }),
      );
      await expect.poll(() => seen.map(({ size }) => size)).toEqual([40, 40]);
      await Promise.all(readings);
    });
  });
}
