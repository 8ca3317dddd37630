import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/core/anchor/locate.ts';
import { readHypothesis, writeHypothesis } from '../../../src/core/notes/hypothesis.ts';
import type { Json, JsonObject, ReaderNote } from '../../../src/core/notes/note.ts';
import { writeAnnotation } from '../../../src/core/notes/web-annotation.ts';
import { CONTEXT, noteIn } from './sample-annotations.ts';
import { INTERVIEW, sampleNote } from './sample-notes.ts';

const quote = { type: 'TextQuoteSelector', exact: 'by spring', prefix: 'rebuilt ', suffix: '. Costs' };
const saved = (some: Record<string, Json> = {}): JsonObject => ({
  id: 'abc',
  created: '2025-03-01T10:00:00.123456+00:00',
  updated: '2025-03-02T10:00:00+00:00',
  user: 'acct:reader@hypothes.is',
  uri: 'https://example.org/harbour/',
  text: 'Which *year*?',
  tags: ['costs'],
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: 'https://example.org/harbour/',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 0,
          endContainer: '/p[1]',
          endOffset: 9,
        },
        { type: 'TextPositionSelector', start: 5_000, end: 5_009 },
        quote,
      ],
    },
  ],
  ...some,
});
const notesIn = (json: Json): readonly ReaderNote[] => {
  const reading = readHypothesis(json, CONTEXT);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.notes;
};
const written = (...notes: ReaderNote[]): Json | undefined => writeHypothesis(notes, CONTEXT)['annotations'];

describe('an export of Hypothesis', () => {
  it('gives notes with their Markdown, tags and words, and positions as the hints that they are', () => {
    const [note] = notesIn({ annotations: [saved()] });
    expect(note).toMatchObject({
      kind: 'comment',
      body: 'Which *year*?',
      tags: ['costs'],
      created: '2025-03-01T10:00:00.123Z',
      modified: '2025-03-02T10:00:00.000Z',
      selectors: [quote, { type: 'TextPositionSelector', start: 5_000, end: 5_009 }],
    });
    expect(locate(INTERVIEW, note!.selectors).outcome).toBe('exact');
  });

  it.each<[string, Json, number]>([
    ['the client’s export', { export_date: 'x', annotations: [saved()] }, 1],
    ['an answer of the search', { total: 2, rows: [saved(), saved({ id: 'd' })] }, 2],
    [
      'an answer with replies apart',
      { rows: [saved()], replies: [saved({ id: 'd', references: ['abc'] })] },
      2,
    ],
    ['a list', [saved(), saved({ id: 'd' })], 2],
    ['annotations of ids alone', { annotations: [{ id: 'abc' }, { id: 'def' }] }, 2],
    ['none', { annotations: [] }, 0],
    ['one annotation twice', { annotations: [saved(), saved()] }, 1],
  ])('can be %s', (_, json, count) => {
    expect(notesIn(json)).toHaveLength(count);
  });

  it.each<[string, Json, string]>([
    ['an empty list', [], 'annotations'],
    ['a number', 123, 'annotations'],
    ['an empty object', {}, 'annotations'],
    ['no list', { annotations: 'not an array' }, 'annotations'],
    ['a list of other things', [{ a: 1 }], 'annotations'],
    ['an annotation that is none', { annotations: [3] }, ''],
    ['a text that is none', { annotations: [saved({ text: 3 })] }, 'text'],
    ['tags that are no texts', { annotations: [saved({ tags: [1] })] }, 'tags.0'],
    ['a time that is none', { annotations: [saved({ created: 'now' })] }, 'created'],
    [
      'a selector that is none',
      { annotations: [saved({ target: [{ selector: [{}] }] })] },
      'target.0.selector.0.type',
    ],
  ])('is refused as %s, and the field is named', (_, json, field) => {
    const reading = readHypothesis(json, CONTEXT);
    expect(reading.ok ? 'read' : reading.faults[0]!.field).toBe(field);
  });

  it('gives highlights, notes on pages, and replies on the words of their thread', () => {
    const page = saved({ id: 'page', target: [{ source: 'https://example.org/' }], text: '' });
    const reply = saved({ id: 'r1', references: ['abc'], target: [{ source: 'https://example.org/' }] });
    const deeper = { ...reply, id: 'r2', references: ['abc', 'r1'], text: '' };
    const [highlight, onPage, first, second] = notesIn({
      annotations: [saved({ text: '' }), page, reply, deeper],
    });
    expect([highlight!.kind, onPage!.kind, first!.kind, second!.kind]).toEqual([
      'highlight',
      'comment',
      'comment',
      'comment',
    ]);
    expect(onPage!.selectors).toEqual([]);
    expect(first!.selectors).toEqual(highlight!.selectors);
    expect(second!.selectors).toEqual(highlight!.selectors);
    expect(written(first!, second!)).toEqual([reply, deeper]);
  });

  it('is written back to the letter where nothing was touched', () => {
    const json = [saved(), saved({ id: 'd', hidden: false, 'x-unknown': [null] }), { id: 'e' }];
    expect(JSON.stringify(written(...notesIn({ annotations: json })))).toBe(JSON.stringify(json));
  });

  it('is written back with only what the reader changed', () => {
    const [note] = notesIn({ annotations: [saved()] });
    const now = '2025-06-01T00:00:00.000Z';
    expect(written({ ...note!, body: 'Now.', modified: now })).toEqual([
      saved({ text: 'Now.', updated: now }),
    ]);
    expect(written({ ...note!, tags: [] })).toEqual([saved({ tags: [] })]);
    const { selectors } = sampleNote('They doubled');
    expect(written({ ...note!, selectors })).toMatchObject([
      {
        target: [
          { source: CONTEXT.source, selector: [{ type: 'TextPositionSelector' }, { exact: 'They doubled' }] },
        ],
      },
    ]);
  });

  it('comes through the W3C’s format and back whole, but for a position that is none in the article', () => {
    const [note] = notesIn({ annotations: [saved()] });
    const back = noteIn(writeAnnotation(note!, CONTEXT));
    expect(back).toEqual({ ...note, selectors: [quote] });
    expect(written(back)).toEqual([saved()]);
  });
});

describe('notes of our own', () => {
  it('are written with what the client of Hypothesis imports, and are read again', () => {
    const note = sampleNote('They doubled', { tags: ['costs'] });
    const json = writeHypothesis([note], CONTEXT);
    expect(json).toMatchObject({
      export_date: CONTEXT.now,
      annotations: [
        {
          text: 'Which year?',
          tags: ['costs'],
          uri: 'https://example.org/harbour/',
          user: expect.stringMatching(/^acct:.+@.+$/) as string,
          created: note.created,
          updated: note.modified,
          document: { title: ['The harbour 🚢 will stay'] },
        },
      ],
    });
    const [read] = notesIn(json);
    expect(read).toMatchObject({ body: note.body, tags: note.tags, kind: 'comment' });
    expect(locate(INTERVIEW, read!.selectors)).toEqual(locate(INTERVIEW, note.selectors));
  });

  it('that came from the W3C’s format go as notes of our own', () => {
    const note = noteIn({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:x:1',
      type: 'Annotation',
      bodyValue: 'Well.',
      target: 'https://e.org/',
    });
    expect(written(note)).toMatchObject([{ text: 'Well.', target: [{ source: CONTEXT.source }] }]);
  });
});
