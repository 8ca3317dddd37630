import { JSON_ENTRIES } from '../../../src/core/limits.ts';
import { describe, expect, it } from 'vitest';
import { countOutcomes } from '../../../src/core/anchor/drift.ts';
import { writeBackup } from '../../../src/core/notes/backup.ts';
import { writeHypothesis } from '../../../src/core/notes/hypothesis.ts';
import { mergeBackup } from '../../../src/core/notes/merge.ts';
import type { Json, ReaderNote } from '../../../src/core/notes/note.ts';
import {
  faultInWords,
  readingNotesFile,
  readNotesFile,
  type NotesFile,
} from '../../../src/core/notes/notes-file.ts';
import { writePage } from '../../../src/core/notes/web-annotation.ts';
import { annotation, CONTEXT } from './sample-annotations.ts';
import { sampleNote } from './sample-notes.ts';

const read = (json: Json): NotesFile => readNotesFile(JSON.stringify(json), CONTEXT);
const notesIn = (file: NotesFile): readonly ReaderNote[] =>
  file.ok && file.format !== 'backup' ? file.notes.map(({ note }) => note) : [];
const refusalOf = (text: string): string => {
  const file = readNotesFile(text, CONTEXT);
  return file.ok ? 'read' : [file.refusal, ...file.faults.map(faultInWords)].join(' | ');
};
const on = (exact: string, id: string, some: Record<string, Json> = {}): Json =>
  annotation({
    id,
    target: { source: 'https://e.org/', selector: { type: 'TextQuoteSelector', exact, ...some } },
  });

describe('a file of notes', () => {
  it.each<[string, Json, string, number]>([
    ['the W3C’s annotations', [annotation()], 'annotations', 1],
    ['one of them', annotation(), 'annotations', 1],
    ['a page of ours', writePage([sampleNote('by spring')], CONTEXT), 'annotations', 1],
    ['an export of Hypothesis', writeHypothesis([sampleNote('by spring')], CONTEXT), 'hypothesis', 1],
    ['a list of Hypothesis', [{ uri: 'https://e.org/', text: 'x' }], 'hypothesis', 1],
    ['an empty list', [], 'annotations', 0],
  ])('is known by what it holds: %s', (_, json, format, count) => {
    const file = read(json);
    expect(file.ok && file.format).toBe(format);
    expect(notesIn(file)).toHaveLength(count);
  });

  it('that is a backup gives all of it, and is not looked for in one article', () => {
    const contents = { notes: [sampleNote('by spring')], corrections: [], texts: [], drafts: [] };
    const text = writeBackup(contents, '2025-04-01T00:00:00.000Z');
    expect(readNotesFile(text, CONTEXT)).toEqual({
      ok: true,
      format: 'backup',
      contents,
      written: '2025-04-01T00:00:00.000Z',
      remarks: [],
    });
    const cut = readNotesFile(text.replace('Which year?', 'Which?'), CONTEXT);
    expect(cut.ok && cut.remarks).toEqual([
      'This backup was changed since it was written. What it holds can be restored.',
    ]);
  });

  it('says which notes are placed, moved, ambiguous and lost, before anything is stored', () => {
    const file = read([
      on('by spring', 'urn:x:1'),
      on('The harbour comes first', 'urn:x:2', { prefix: 'something else. ' }),
      on('Costs fell by 3 %', 'urn:x:3'),
      on('by autumn', 'urn:x:4'),
      annotation({ id: 'urn:x:5', target: 'https://e.org/picture.png' }),
    ]);
    expect(file.ok && file.format !== 'backup' && countOutcomes(file.notes)).toEqual({
      exact: 1,
      moved: 0,
      reworded: 0,
      ambiguous: 2,
      lost: 2,
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'no JSON',
      '{"a":1,}',
      /^This is no right JSON \(line 1, column 8: expected .+\)\. Nothing was imported\. Export it again/,
    ],
    [
      'a page of a hotel’s wireless',
      '<!doctype html><title>Sign in</title>',
      /^This is a web page and no file/,
    ],
    ['nothing', '', /line 1, column 1: the text ends too early/],
    ['null', 'null', /^This JSON holds no notes .+ Nothing was imported\. It takes Web Annotations/],
    ['a text', '"x"', /holds no notes/],
    ['other JSON', '{"a":1}', /holds no notes/],
    [
      'a wrong annotation',
      JSON.stringify([annotation(), on('', 'urn:x:2')]),
      /^This file has faults\. Nothing was imported\. Mend .* \| annotation 2, urn:x:2: target\.selector\.exact: must not be empty$/,
    ],
    ['another thing for an annotation', '[3]', /annotation 1: must be an annotation$/],
    [
      'a broken backup',
      '{"format":"sidegloss-backup"}',
      /^This backup has faults\..* \| version: is missing/,
    ],
    [
      'too large',
      ' '.repeat(50_000_001),
      /^This file is larger than 50 MB\. Nothing was imported\. Export fewer/,
    ],
    ['too many notes', `[${'0,'.repeat(JSON_ENTRIES)}0]`, /more than 100000 entries/],
  ])('is refused as %s, in words', (_, text, words) => {
    expect(refusalOf(text)).toMatch(words);
  });

  it('says which fields stood there twice', () => {
    const text = JSON.stringify(annotation()).replace('{', '{"target":"https://e.org/1",');
    const file = readNotesFile(text, CONTEXT);
    expect(file.ok && file.remarks).toEqual(['The field target stands there twice; the last one counts.']);
  });

  it('brought in twice gives no duplicates', () => {
    const json = [on('by spring', 'urn:x:1'), on('They doubled', 'https://e.org/2')];
    const contents = (notes: readonly ReaderNote[]) => ({ notes, corrections: [], texts: [], drafts: [] });
    const first = notesIn(read(json));
    const again = mergeBackup(contents(first), contents(notesIn(read(json))), () => 'never');
    expect(again).toMatchObject({ unchanged: 2, added: 0, save: contents([]) });
  });

  it('is read in more slices where its notes are longer, not only where they are more', () => {
    const bodies = Array.from({ length: 40 }, (_, index) =>
      annotation({ id: `urn:x:${index}`, bodyValue: 'word '.repeat(20_000) }),
    );
    let slices = 0;
    const work = readingNotesFile(JSON.stringify(bodies), CONTEXT);
    for (let step = work.next(); !step.done; step = work.next())
      if (step.value > 0.2 && step.value < 0.5) slices += 1;
    expect(slices).toBeGreaterThan(15);
  });

  it('is read in slices whose progress only grows, and which are many where the file is large', () => {
    const text = JSON.stringify(
      Array.from({ length: 5_000 }, (_, index) => on('by spring', `urn:x:${index}`)),
    );
    const work = readingNotesFile(text, CONTEXT);
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect(notesIn(step.value)).toHaveLength(5_000);
    expect(shares.length).toBeGreaterThan(50);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
