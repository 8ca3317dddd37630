import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import { migrate, MIGRATIONS, type Migration } from '../../src/storage/migrations.ts';
import { StoreFailure } from '../../src/storage/note-store.ts';
import { noteOf } from './made-note.ts';

/** Records as each version wrote them, store by store, with the key where a store has none of its own. */
interface Sample {
  readonly version: number;
  readonly records: Readonly<Record<string, readonly (readonly [record: unknown, key?: string])[]>>;
}

const WORDS = [{ type: 'TextQuoteSelector', exact: 'these words', prefix: 'all ', suffix: ' here' }];

/*
 * One sample for every version that was ever released, never changed afterwards. A new version adds its own, and
 * `expected` says what all of them must have become.
 */
const SAMPLES: readonly Sample[] = [
  {
    version: 1,
    records: {
      notes: [
        [
          {
            id: 'a',
            article: 'talks',
            kind: 'comment',
            selectors: WORDS,
            body: 'Which **land**?',
            tags: ['land', 'dates'],
            colour: 'yellow',
            created: '2026-03-01T10:00:00.000Z',
            modified: '2026-03-01T10:00:00.000Z',
            revision: 2,
          },
        ],
      ],
      removed: [[{ id: 'b', revision: 3 }]],
      corrections: [
        [{ article: 'talks', corrections: [{ start: 0, end: 3, speaker: 'vance', kind: 'direct' }] }],
      ],
      texts: [[{ hash: 'h', text: 'The words.' }]],
      drafts: [
        [{ article: 'talks', key: 'new', fields: '{"body":"Why"}', modified: '2026-03-01T10:00:00.000Z' }],
      ],
      meta: [[{ database: 'own name', changes: 5, notes: 1, corrections: 1 }, 'tally']],
    },
  },
  {
    version: 2,
    records: {
      notes: [[noteOf('a', 'Which **land**?', { revision: 2, selectors: WORDS })]],
      removed: [[{ id: 'b', revision: 3 }]],
      corrections: [
        [{ article: 'talks', corrections: [{ start: 0, end: 3, speaker: 'vance', kind: 'direct' }] }],
      ],
      texts: [[{ hash: 'h', text: 'The words.' }]],
      drafts: [
        [{ article: 'talks', key: 'new', fields: '{"body":"Why"}', modified: '2026-03-01T10:00:00.000Z' }],
      ],
      listings: [
        [
          {
            id: 'a1',
            title: 'Renamed',
            lang: 'en',
            voices: ['Ada'],
            words: 2,
            created: '2026-03-01T10:00:00.000Z',
            opened: '2026-03-02T10:00:00.000Z',
            text: 'h1',
          },
        ],
      ],
      articles: [[{ id: 'a1', packed: '{"format":1,"id":"a1","title":"Talk","opened":null}' }]],
      originals: [[{ id: 'a1', original: { name: null, type: 'text/plain', content: 'Ada: Yes.' } }]],
      meta: [[{ database: 'own name', changes: 5, notes: 1, corrections: 1, articles: 1 }, 'tally']],
    },
  },
];
/** How many own articles a sample has. */
const articlesOf = ({ records }: Sample): number => records['articles']?.length ?? 0;

const expected = {
  notes: [noteOf('a', 'Which **land**?', { revision: 2 })],
  corrections: [{ article: 'talks', corrections: [{ start: 0, end: 3, speaker: 'vance', kind: 'direct' }] }],
  texts: [{ hash: 'h', text: 'The words.' }],
  drafts: [{ article: 'talks', key: 'new', fields: '{"body":"Why"}', modified: '2026-03-01T10:00:00.000Z' }],
};

/** Makes a database as a version of the program left it. */
async function makeDatabase(name: string, { version, records }: Sample): Promise<void> {
  const database = await openDB(name, version, {
    upgrade: (upgrading, from, _to, transaction) =>
      void migrate({ database: upgrading, transaction }, from, MIGRATIONS.slice(0, version)),
  });
  for (const [store, rows] of Object.entries(records))
    for (const [record, key] of rows) await database.put(store, record, key);
  database.close();
}

describe('migrations', () => {
  it('have a sample of the records of every version', () => {
    expect(SAMPLES.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it.each(SAMPLES)(
    'bring a database of version $version to the newest with all that is in it',
    async (sample) => {
      const name = `migrated-from-${sample.version}`;
      await makeDatabase(name, sample);
      const store = await openNoteStore({ name });
      const { articles: _, ...others } = await store.everything();
      expect(others).toEqual(expected);
      expect(await store.stock()).toEqual({
        said: { database: 'own name', changes: 5, notes: 1, corrections: 1, articles: articlesOf(sample) },
        found: { notes: 1, corrections: 1, articles: articlesOf(sample) },
      });
      if (sample.version > 1) {
        const opened = '2026-03-02T10:00:00.000Z';
        expect(await store.library.article('a1')).toEqual({ format: 1, id: 'a1', title: 'Renamed', opened });
        expect((await store.library.original('a1'))?.content).toBe('Ada: Yes.');
        expect((await store.library.listings()).map(({ voices }) => voices)).toEqual([['Ada']]);
      } else expect(await store.library.listings()).toEqual([]);
      // What was deleted goes on counting.
      expect((await store.save(noteOf('b', 'again'), 1, 'x1')).note.revision).toBe(4);
      store.close();
    },
  );

  it('run only the steps that a database lacks, in order, and keep its records', async () => {
    const ran: number[] = [];
    const step =
      (number: number): Migration =>
      async ({ transaction }) => {
        ran.push(number);
        await transaction.objectStore('notes').put(noteOf(`made-by-${number}`, ''));
      };
    await makeDatabase('two-steps', SAMPLES[0]!);
    const store = await openNoteStore({ name: 'two-steps', migrations: [...MIGRATIONS, step(3), step(4)] });
    expect(ran).toEqual([3, 4]);
    expect((await store.notes('talks')).map(({ id }) => id)).toEqual(['a', 'made-by-3', 'made-by-4']);
    store.close();
  });

  it('that fail leave the database as it was', async () => {
    await makeDatabase('failing', SAMPLES[0]!);
    const failing: Migration = async ({ transaction }) => {
      await transaction.objectStore('notes').clear();
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const refused = openNoteStore({ name: 'failing', migrations: [...MIGRATIONS, failing] });
    await expect(refused).rejects.toEqual(new StoreFailure('full'));
    const store = await openNoteStore({ name: 'failing' });
    expect(await store.everything()).toEqual(expected);
    store.close();
  });
});
