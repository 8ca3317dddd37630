import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describe as describeWords } from '../../src/core/anchor/describe.ts';
import { DOCX, type Original } from '../../src/core/text/brought.ts';
import { hashText } from '../../src/core/text/hash.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import type { LibraryStore } from '../../src/storage/library-store.ts';
import type { Everything, NoteStore } from '../../src/storage/note-store.ts';
import { INTERVIEW, ownArticleOf } from './made-article.ts';
import { noteOf } from './made-note.ts';

export type WholeStore = NoteStore & { readonly library: LibraryStore };

const ORIGINAL: Original = { name: 'talk.docx', type: DOCX, content: new Uint8Array([80, 75, 0, 255]) };
const PASTED: Original = { name: null, type: 'text/plain', content: INTERVIEW };
const HASH = hashText(INTERVIEW);

const neverNeeded = (): string => {
  throw new Error('a new id was asked for where nothing is split');
};

/** Everything in an order in which it can be compared. */
const inOrder = ({ notes, texts, ...rest }: Everything): Everything => ({
  ...rest,
  notes: notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  texts: texts.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)),
});

/** What every store of own articles promises, wherever it keeps them. `open` gives an empty one at each call. */
export function describeLibraryStore(where: string, open: () => Promise<WholeStore>): void {
  describe(`a library ${where}`, () => {
    let store: WholeStore;
    let library: LibraryStore;
    beforeEach(async () => {
      store = await open();
      ({ library } = store);
    });
    afterEach(() => store.close());

    const titles = async (): Promise<string[]> =>
      (await library.listings()).map(({ title }) => title).toSorted();

    describe('its articles', () => {
      it('come back as they were put, with what they were made of', async () => {
        const bridges = ownArticleOf('a1', 'Bridges');
        await library.put(bridges, ORIGINAL);
        await library.put(ownArticleOf('b2', 'Pasted'), null);
        expect(await library.article('a1')).toEqual(bridges);
        expect(await library.original('a1')).toEqual(ORIGINAL);
        expect(await library.original('b2')).toBeNull();
        expect(JSON.parse((await library.packed('a1'))!)).toEqual(bridges);
      });

      it('that are not there are null', async () => {
        const asked = [library.article('a1'), library.original('a1'), library.packed('a1')];
        expect(await Promise.all(asked)).toEqual([null, null, null]);
      });

      it('are listed with their voices, the one who says most first, their words and their notes', async () => {
        await library.put(ownArticleOf('a1', 'Bridges'), null);
        await store.save(noteOf('n', 'why', { article: 'own:a1' }), 0, 'x');
        await store.save(noteOf('m', 'elsewhere', { article: 'own:a11' }), 0, 'y');
        expect(await library.listings()).toEqual([
          {
            id: 'a1',
            title: 'Bridges',
            lang: 'en',
            voices: ['Ada Byrne', 'Tom Hale'],
            words: 51,
            notes: 1,
            created: '2026-03-01T10:00:00.000Z',
            opened: null,
          },
        ]);
      });

      it('of nobody in particular have no voices', async () => {
        await library.put(ownArticleOf('a1', 'Plain', { isPlain: true }), null);
        expect((await library.listings())[0]!.voices).toEqual([]);
      });

      it('take the place of the version before, their original too', async () => {
        await library.put(ownArticleOf('a1', 'Bridges'), ORIGINAL);
        const text = 'One\n\nTwo\n';
        const next = ownArticleOf('a1', 'Bridges, again', { article: readArticle(text, { lang: 'en' }) });
        await library.put(next, null);
        expect(await library.article('a1')).toEqual(next);
        expect(await library.original('a1')).toBeNull();
        expect(await titles()).toEqual(['Bridges, again']);
      });

      it('belong to nobody: what is handed in or out can be changed without changing what is kept', async () => {
        const content = new Uint8Array([1]);
        await library.put(ownArticleOf('a1', 'Bridges'), { ...ORIGINAL, content });
        content[0] = 9;
        ((await library.original('a1'))!.content as Uint8Array)[0] = 8;
        expect((await library.original('a1'))!.content).toEqual(new Uint8Array([1]));
        ((await library.listings())[0]!.voices as string[]).push('nobody');
        expect((await library.listings())[0]!.voices).toHaveLength(2);
      });

      it('have another title once they are renamed, until they are put again', async () => {
        await library.put(ownArticleOf('a1', 'Bridges'), PASTED);
        await library.rename('a1', 'What holds');
        await library.rename('never', 'nothing');
        expect([await titles(), (await library.article('a1'))!.title]).toEqual([
          ['What holds'],
          'What holds',
        ]);
        await library.put(ownArticleOf('a1', 'Newer'), PASTED);
        expect((await library.article('a1'))!.title).toBe('Newer');
      });

      it('remember when they were last opened', async () => {
        await library.put(ownArticleOf('a1', 'Bridges'), null);
        await library.opened('a1', '2026-03-02T10:00:00.000Z');
        await library.opened('never', '2026-03-02T10:00:00.000Z');
        expect((await library.listings()).map(({ opened }) => opened)).toEqual(['2026-03-02T10:00:00.000Z']);
        expect((await library.article('a1'))!.opened).toBe('2026-03-02T10:00:00.000Z');
      });

      it('go with everything else when the store is emptied', async () => {
        await library.put(ownArticleOf('a1', 'Bridges'), PASTED);
        await store.clear();
        expect([await library.listings(), await library.article('a1'), await library.original('a1')]).toEqual(
          [[], null, null],
        );
      });
    });

    describe('a removal', () => {
      const bridges = ownArticleOf('a1', 'Bridges', { opened: '2026-03-02T10:00:00.000Z' });
      const selectors = describeWords(bridges.article, { start: 0, end: 6 });
      const onBridges = noteOf('n', 'why', { article: 'own:a1', selectors });
      const draft = { article: 'own:a1', key: 'new', fields: '{}', modified: '2026-03-01T10:00:00.000Z' };
      const correction = { start: 0, end: 6, speaker: 'ada-byrne' };
      beforeEach(async () => {
        await library.put(bridges, ORIGINAL);
        await store.keepText(HASH, INTERVIEW);
        await store.save(onBridges, 0, 'x');
        await store.saveCorrections('own:a1', [correction]);
        await store.saveDraft(draft);
        await store.save(noteOf('other', 'stays'), 0, 'y');
        await store.keepText('another', 'another text');
      });

      it('takes all that lies on an article along, and nothing else', async () => {
        await library.remove(['a1', 'never', 'a1']);
        expect(await library.listings()).toEqual([]);
        expect([await library.article('a1'), await library.original('a1')]).toEqual([null, null]);
        const { notes, corrections, texts, drafts } = await store.everything();
        expect(notes.map(({ id }) => id)).toEqual(['other']);
        expect([corrections, texts, drafts]).toEqual([[], [{ hash: 'another', text: 'another text' }], []]);
      });

      it('leaves a text that another article or another note refers to', async () => {
        await library.put(ownArticleOf('b2', 'The same text'), null);
        await library.remove(['a1']);
        expect(await store.text(HASH)).toBe(INTERVIEW);
        await store.save(noteOf('far', 'on the same text', { selectors }), 0, 'z');
        await library.remove(['b2']);
        expect(await store.text(HASH)).toBe(INTERVIEW);
      });

      it('is undone wholly', async () => {
        await library.rename('a1', 'What holds');
        const before = [inOrder(await store.everything()), await library.listings()];
        const removed = await library.remove(['a1']);
        await library.restore(removed, neverNeeded);
        const after = await store.everything();
        // A note that came back counts on from its deletion; all else is as it was.
        const back = after.notes.map((note) => (note.id === 'n' ? { ...note, revision: 1 } : note));
        expect([inOrder({ ...after, notes: back }), await library.listings()]).toEqual(before);
        expect(await library.article('a1')).toEqual({ ...bridges, title: 'What holds' });
        expect(await library.original('a1')).toEqual(ORIGINAL);
      });

      it('that is undone overwrites nothing that came since', async () => {
        const removed = await library.remove(['a1']);
        await library.put(ownArticleOf('a1', 'Newer'), null);
        await store.save({ ...onBridges, body: 'another note' }, 1, 'x2');
        await store.saveCorrections('own:a1', [{ ...correction, speaker: null }]);
        await store.saveDraft({ ...draft, fields: '{"newer":1}' });
        let ids = 0;
        await library.restore(removed, () => `split-${(ids += 1)}`);
        expect(await titles()).toEqual(['Newer']);
        const notes = (await store.notes('own:a1')).map(({ body }) => body).toSorted();
        expect(notes).toEqual(['another note', 'why']);
        expect(await store.corrections('own:a1')).toEqual([correction, { ...correction, speaker: null }]);
        expect((await store.drafts('own:a1')).map(({ fields }) => fields)).toEqual(['{"newer":1}']);
      });
    });

    describe('whoever watches', () => {
      it('is told which articles changed, until they stop', async () => {
        const told: (readonly string[] | null)[] = [];
        const stop = library.watch((ids) => told.push(ids));
        await library.put(ownArticleOf('a1', 'Bridges'), null);
        await library.rename('a1', 'What holds');
        await library.rename('a1', 'What holds');
        await library.opened('a1', '2026-03-02T10:00:00.000Z');
        await store.save(noteOf('n', 'no article'), 0, 'x');
        const removed = await library.remove(['a1']);
        await library.remove(['a1']);
        await library.restore(removed, neverNeeded);
        await store.clear();
        await expect.poll(() => told).toEqual([['a1'], ['a1'], ['a1'], ['a1'], null]);
        stop();
        await library.put(ownArticleOf('a1', 'Bridges'), null);
        await store.notes('talks');
        expect(told).toHaveLength(5);
      });

      it('over notes is told that what lies on an article came or went with it', async () => {
        const kinds: string[] = [];
        store.watch(({ kind }) => kinds.push(kind));
        await library.put(ownArticleOf('a1', 'Bridges'), null);
        await library.remove(['a1']);
        await expect.poll(() => kinds).toEqual(['article-saved', 'article-removed']);
      });
    });
  });
}

/** What two tabs promise each other that have one library open. */
export function describeTwoLibraries(where: string, open: () => Promise<[WholeStore, WholeStore]>): void {
  describe(`two tabs with one library ${where}`, () => {
    let stores: [WholeStore, WholeStore];
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.forEach((store) => store.close()));

    it('see each other’s articles, and are told of them', async () => {
      const [one, two] = stores;
      const told: (readonly string[] | null)[] = [];
      two.library.watch((ids) => told.push(ids));
      await one.library.put(ownArticleOf('a1', 'Bridges'), PASTED);
      await one.library.remove(['a1']);
      await expect.poll(() => told).toEqual([['a1'], ['a1']]);
      expect(await two.library.listings()).toEqual([]);
    });
  });
}
