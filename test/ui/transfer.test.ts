import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/core/notes/backup.ts';
import { placeNotes, type ReaderNote } from '../../src/core/notes/note.ts';
import { StoreFailure } from '../../src/storage/note-store.ts';
import { ALL_FORMATS, fileName } from '../../src/ui/notes/formats.ts';
import { createDesk, type Desk } from '../../src/ui/notes/transfer-desk.ts';
import { notesInWords, tellFailedImport } from '../../src/ui/notes/transfer-words.ts';
import { INTERVIEW, sampleNote } from '../core/notes/sample-notes.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const NO_REST = { corrections: [], texts: [], drafts: [] };
const CONTEXT = {
  article: INTERVIEW,
  articleId: 'harbour',
  now: NOW,
  source: 'https://example.org/harbour/',
  title: 'The harbour',
};
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

let ids = 0;
const deskOf = (progress: (done: number) => void = () => undefined): Desk =>
  createDesk({ newId: () => `new-${(ids += 1)}`, progress });

const fileOf = (json: unknown): Blob => new Blob([typeof json === 'string' ? json : JSON.stringify(json)]);
const annotation = (exact: string, more: object = {}): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `https://example.org/${encodeURIComponent(exact)}`,
  type: 'Annotation',
  body: { type: 'TextualBody', value: `On ${exact}` },
  target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact } },
  ...more,
});

/** Writes notes as a file and gives its text. */
async function written(format: (typeof ALL_FORMATS)[number], notes: readonly ReaderNote[]): Promise<string> {
  const desk = deskOf();
  const { placed, unplaced } = placeNotes(INTERVIEW, notes);
  await desk('hold', { notes: format === 'backup' ? notes : [...placed, ...unplaced] });
  const file = await desk('write', { format, rest: NO_REST, context: CONTEXT });
  return file.text();
}

describe('a file’s name', () => {
  it('says the article or that it is all, what it is, and the day', () => {
    expect(ALL_FORMATS.map((format) => fileName(format, 'harbour', NOW))).toEqual([
      'harbour-notes-2026-03-01.jsonld',
      'harbour-hypothesis-2026-03-01.json',
      'harbour-notes-2026-03-01.md',
      'harbour-notes-2026-03-01.csv',
      'sidegloss-backup-2026-03-01.json',
    ]);
  });
});

describe('writing', () => {
  const notes = [
    sampleNote('by spring', { id: id(1) }),
    sampleNote('They doubled', { id: id(2), body: 'Really?' }),
  ];

  it.each(ALL_FORMATS)('%s holds what each note says', async (format) => {
    const text = await written(format, notes);
    for (const { body } of notes) expect(text).toContain(body);
  });

  it('links each note to its words', async () => {
    expect(await written('markdown', notes)).toContain(
      '<https://example.org/harbour/#p2.by-spring:~:text=by%20spring>',
    );
  });

  it.each(['annotations', 'backup'] as const)('%s is read again as the same notes', async (format) => {
    const desk = deskOf();
    expect(await desk('read', { file: fileOf(await written(format, notes)), context: CONTEXT })).toBeNull();
    await desk('merge', { rest: NO_REST });
    const { notes: read } = await desk('piece', { from: 0, most: 10 });
    expect(read).toEqual(notes);
  });
});

describe('reading', () => {
  it('refuses what is not UTF-8, in words', async () => {
    const file = new Blob([new Uint8Array([0x22, 0xff, 0x22])]);
    expect(await deskOf()('read', { file, context: CONTEXT })).toMatchObject({
      refusal: expect.stringContaining('UTF-8'),
      faults: [],
    });
  });

  it('names the annotation and the field of every fault', async () => {
    const file = fileOf([annotation('by spring'), annotation('x', { created: 7 })]);
    const refused = await deskOf()('read', { file, context: CONTEXT });
    expect(refused?.faults).toEqual([
      expect.stringMatching(/^annotation 2, https:\/\/example.org\/x: created: /),
    ]);
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const many = Array.from({ length: 500 }, (_, index) => annotation('by spring', { id: `urn:x:${index}` }));
    await deskOf((done) => told.push(done))('read', { file: fileOf(many), context: CONTEXT });
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
  });
});

describe('a preview', () => {
  it('counts in which way words were found, with the first notes of each', async () => {
    const desk = deskOf();
    const lost = Array.from({ length: 7 }, (_, index) => annotation(`never there ${index}`));
    const items = [annotation('by spring'), annotation('Costs fell by 3 %'), ...lost];
    await desk('read', { file: fileOf(items), context: CONTEXT });
    const preview = await desk('merge', { rest: NO_REST });
    expect(preview.groups.map(({ outcome, count, examples }) => [outcome, count, examples.length])).toEqual([
      ['exact', 1, 1],
      ['moved', 0, 0],
      ['ambiguous', 1, 1],
      ['lost', 7, 5],
    ]);
    expect(preview.groups[0]!.examples).toEqual([{ words: 'by spring', body: 'On by spring', now: null }]);
    expect(preview).toMatchObject({ notes: 9, saves: 9, merge: { added: 9, unchanged: 0 }, written: null });
  });

  it('says what a file changes in what is there, and brings what takes a place last', async () => {
    const desk = deskOf();
    const there = [
      sampleNote('by spring', { id: id(1), body: 'old' }),
      sampleNote('by spring', { id: id(2), body: 'same' }),
      sampleNote('by spring', { id: id(3), body: 'mine', revision: 2 }),
    ];
    const later = '2026-05-01T10:00:00.000Z';
    const backup = writeBackup(
      {
        notes: [
          sampleNote('by spring', { id: id(1), body: 'new', revision: 2, modified: later }),
          sampleNote('by spring', { id: id(2), body: 'same' }),
          sampleNote('by spring', { id: id(3), body: 'theirs', revision: 2, modified: later }),
          sampleNote('by spring', { id: id(4), body: 'another', article: 'elsewhere' }),
        ],
        ...NO_REST,
      },
      NOW,
    );
    await desk('hold', { notes: there });
    await desk('read', { file: fileOf(backup), context: CONTEXT });
    const preview = await desk('merge', { rest: NO_REST });
    expect(preview).toMatchObject({
      format: 'backup',
      written: NOW,
      articles: 2,
      merge: { added: 1, updated: 1, unchanged: 1, split: 1 },
      saves: 4,
      groups: [],
    });
    const first = await desk('piece', { from: 0, most: 2 });
    expect(first.notes.map(({ body }) => body).toSorted()).toEqual(['another', 'mine']);
    expect(first.replaced).toEqual([]);
    const second = await desk('piece', { from: 2, most: 2 });
    expect(second.notes.map(({ body }) => body)).toEqual(['new', 'theirs']);
    expect(second.replaced).toEqual([there[0], there[2]]);
    expect((await desk('piece', { from: 4, most: 2 })).notes).toEqual([]);
  });

  it('shows the words that stand there now, where others do, and cuts long ones', async () => {
    const desk = deskOf();
    const long = 'never there '.repeat(40).trim();
    await desk('read', { file: fileOf([annotation(long)]), context: CONTEXT });
    const [example] = (await desk('merge', { rest: NO_REST })).groups.at(-1)!.examples;
    expect(example!.words.length).toBeLessThanOrEqual(201);
    expect(example!.words).toMatch(/…$/);
  });
});

describe('words', () => {
  it('of counts have their singular', () => {
    expect([0, 1, 1200].map(notesInWords)).toEqual(['0 notes', '1 note', '1,200 notes']);
  });

  it('of a failure say why, what was kept and what to do', () => {
    expect(tellFailedImport(new StoreFailure('full'), 0)).toBe(
      'Not imported: the disk or the browser’s storage is full. Nothing of the file was stored. Free some space, then try again.',
    );
    expect(tellFailedImport(new Error('x'), 3)).toContain('Up to 3 notes of the file could not be taken out');
  });
});
