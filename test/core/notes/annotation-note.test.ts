import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import type { Json, JsonObject, ReaderNote } from '../../../src/core/notes/note.ts';
import { readAnnotations, writeAnnotation, writePage } from '../../../src/core/notes/web-annotation.ts';
import { annotation, CONTEXT, noteIn, notesIn, textBody } from './sample-annotations.ts';
import { INTERVIEW, spanOf } from './sample-notes.ts';

describe('a note that was imported', () => {
  const json = annotation({
    motivation: 'commenting',
    'x:unknown': { deep: [1, { b: 2, a: 1 }] },
    creator: { name: 'Somebody', homepage: 'javascript:alert(1)' },
    body: [
      textBody('Why?', { language: 'en' }),
      textBody('costs', { purpose: 'tagging', 'x:by': 'me' }),
      'https://e.org/b',
    ],
    target: [
      {
        source: 'https://e.org/',
        selector: [
          { type: 'CssSelector', value: 'p' },
          { type: 'TextQuoteSelector', exact: 'by spring' },
        ],
      },
    ],
  });
  const changed = (some: Partial<ReaderNote>): JsonObject =>
    writeAnnotation({ ...noteIn(json), ...some }, CONTEXT);

  it('and not touched is written back to the letter', () => {
    expect(JSON.stringify(changed({}))).toBe(JSON.stringify(json));
  });

  it.each<[string, Partial<ReaderNote>, Record<string, Json>]>([
    [
      'text',
      { body: 'Why *not*?' },
      {
        body: [
          textBody('Why *not*?', { language: 'en', format: 'text/markdown' }),
          (json['body'] as Json[])[1]!,
          'https://e.org/b',
        ],
      },
    ],
    ['text taken away', { body: '' }, { body: [(json['body'] as Json[])[1]!, 'https://e.org/b'] }],
    [
      'tags',
      { tags: ['new', 'costs'] },
      {
        body: [
          (json['body'] as Json[])[0]!,
          { type: 'TextualBody', purpose: 'tagging', value: 'new' },
          'https://e.org/b',
          (json['body'] as Json[])[1]!,
        ],
      },
    ],
    ['no tags', { tags: [] }, { body: [(json['body'] as Json[])[0]!, 'https://e.org/b'] }],
    ['colour', { colour: 'rose' }, { 'urn:sidegloss:colour': 'rose' }],
    [
      'time',
      { modified: '2025-06-01T00:00:00.000Z', revision: 2 },
      { modified: '2025-06-01T00:00:00.000Z', 'urn:sidegloss:revision': 2 },
    ],
    [
      'id',
      { id: '00000000-0000-4000-8000-00000000000b' },
      { id: 'urn:uuid:00000000-0000-4000-8000-00000000000b' },
    ],
  ])('is written back with only its new %s', (_, some, fields) => {
    expect(changed(some)).toEqual({ ...json, ...fields });
  });

  it('is written on its new words when it was put on others', () => {
    const selectors = selectorsFor(INTERVIEW, spanOf(INTERVIEW, 'They doubled'));
    const written = changed({ selectors });
    expect(written['target']).toMatchObject({
      source: 'https://example.org/harbour/',
      selector: [{ exact: 'They doubled' }, { type: 'TextPositionSelector' }],
    });
    expect(noteIn(written).selectors).toEqual(selectors);
    expect(written['x:unknown']).toEqual(json['x:unknown']);
  });

  it('reads again as it was changed, whatever was changed', () => {
    const note = noteIn(json);
    const claim = {
      kind: 'cause',
      checkable: 'yes',
      status: 'open',
      voice: { speaker: 'mayor' },
      sources: [],
    } as const;
    for (const some of [
      { body: 'x' },
      { tags: ['z', 'costs'] },
      { colour: 'blue' },
      { kind: 'highlight' },
      { kind: 'claim', claim },
      { revision: 3, earlier: ['a', 'b'] },
      { splitFrom: 'q' },
    ] as const) {
      const { source: _, ...back } = noteIn(writeAnnotation({ ...note, ...some }, CONTEXT));
      const { source: __, ...want } = { ...note, ...some };
      expect(back).toEqual(want);
    }
  });

  it('keeps the claims of an article’s own page', () => {
    const page = JSON.parse(
      readFileSync('public/articles/vance-peace-talks/claims.jsonld', 'utf8'),
    ) as JsonObject;
    const notes = notesIn(page);
    expect(notes.filter(({ kind }) => kind === 'claim').length).toBeGreaterThan(30);
    const reading = readAnnotations(page, CONTEXT);
    expect(reading.ok && JSON.stringify(writePage(reading.notes, CONTEXT, reading.envelope))).toBe(
      JSON.stringify(page),
    );
  });
});
