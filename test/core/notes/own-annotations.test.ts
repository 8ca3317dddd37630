import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import { ALL_KINDS } from '../../../src/core/notes/claim.ts';
import { parseJson } from '../../../src/core/notes/json-text.ts';
import { COLOURS, NOTE_KINDS, type JsonObject, type ReaderNote } from '../../../src/core/notes/note.ts';
import type { AnnotationContext } from '../../../src/core/notes/reading.ts';
import { runSlices } from '../../../src/core/text/slices.ts';
import { writeAnnotation, writePage } from '../../../src/core/notes/web-annotation.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { mustFaults, pageFaults } from './annotation-model.ts';
import { CONTEXT, noteIn, notesIn } from './sample-annotations.ts';
import { INTERVIEW, sampleNote } from './sample-notes.ts';

/** An article of one paragraph that nobody speaks in. */
const articleOf = (text: string): Article => ({
  lang: 'en',
  text,
  blocks: [{ id: 'p0', start: 0, end: text.length, kind: 'paragraph' }],
  speakers: [],
  quotations: [],
  turns: [],
  exchanges: [],
});

describe('a note of our own', () => {
  const naughty = '../shared/data/external/unicode/blns.json';
  const strings = existsSync(naughty)
    ? (JSON.parse(readFileSync(naughty, 'utf8')) as { text: string }[]).map(({ text }) => text)
    : ['(the list of naughty strings is not at hand)'];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...strings),
  );
  const voice = fc.record({ speaker: anyText, quoting: anyText, of: anyText }, { requiredKeys: ['speaker'] });
  const source = fc.record({ title: anyText, url: fc.webUrl() });
  const claim = fc.record({
    kind: fc.constantFrom(...ALL_KINDS),
    checkable: fc.constantFrom('yes' as const, 'later' as const, 'no' as const),
    status: fc.constantFrom('open' as const, 'missing context' as const),
    voice,
    sources: fc.array(source, { minLength: 1, maxLength: 3 }),
  });
  const time = fc
    .date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());

  /** A note on a part of a text of all kinds of characters, with the article that it is on. */
  const own = fc
    .tuple(
      fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.nat(),
    )
    .map(([parts, from, length]) => {
      const article = articleOf(`Words ${parts.join(' ')} end.`);
      const points = Array.from(article.text);
      const start = points.slice(0, from % points.length).join('').length;
      const end =
        start +
        points
          .slice(from % points.length)
          .slice(0, 1 + (length % 20))
          .join('').length;
      return { article, selectors: selectorsFor(article, { start, end }) };
    })
    .chain(({ article, selectors }) =>
      fc
        .record(
          {
            id: fc.uuid(),
            selectors: fc.constant(selectors),
            body: anyText,
            article: fc.constant('any'),
            kind: fc.constantFrom(...NOTE_KINDS),
            tags: fc.array(anyText, { maxLength: 4 }),
            colour: fc.constantFrom(...COLOURS),
            created: time,
            modified: time,
            revision: fc.integer({ min: 1, max: 99 }),
            claim,
            splitFrom: fc.uuid(),
            earlier: fc.array(fc.string(), { maxLength: 3 }),
          },
          {
            requiredKeys: [
              'id',
              'selectors',
              'body',
              'article',
              'kind',
              'tags',
              'colour',
              'created',
              'modified',
              'revision',
            ],
          },
        )
        .map((note): { note: ReaderNote; context: AnnotationContext } => ({
          note,
          context: { ...CONTEXT, article, articleId: 'any' },
        })),
    );

  it('is read again as it was, from a page and alone, whatever is written in it', () => {
    fc.assert(
      fc.property(own, ({ note, context }) => {
        for (const written of [writePage([note], context), writeAnnotation(note, context)]) {
          const parsed = runSlices(parseJson(JSON.stringify(written)));
          expect(parsed.ok && notesIn(parsed.value, context)).toEqual([note]);
        }
      }),
      { seed: 20251122, numRuns: 200 },
    );
  });

  it('passes the MUST checks of the model, whatever is written in it', () => {
    fc.assert(
      fc.property(own, ({ note, context }) => {
        expect(mustFaults(writeAnnotation(note, context))).toEqual([]);
        expect(pageFaults(writePage([note], context))).toEqual([]);
      }),
      { seed: 20251123, numRuns: 200 },
    );
  });

  it('passes them without words, and with the annotation of Hypothesis that it came from', () => {
    const note = sampleNote('by spring', {
      selectors: [],
      source: { id: 'abc', text: 'x', uri: 'https://e.org' },
    });
    const written = writeAnnotation(note, CONTEXT);
    expect(mustFaults(written)).toEqual([]);
    expect(noteIn(written)).toEqual({ ...note, article: 'harbour' });
  });

  it('leaves out a position that is none in the text, and passes them', () => {
    const { text } = INTERVIEW;
    const known = sampleNote('by spring').selectors.at(-1)!;
    for (const [start, end] of [
      [-1, -1],
      [text.indexOf('🚢') + 1, text.length],
      [0, text.length + 1],
    ] as const) {
      const note = sampleNote('by spring', {
        selectors: [{ type: 'TextPositionSelector', start, end }, known],
      });
      const written = writeAnnotation(note, CONTEXT);
      expect(mustFaults(written)).toEqual([]);
      expect(noteIn(written)).toEqual({ ...note, selectors: [known] });
    }
  });

  it('has an IRI and is read again, whatever its id is', () => {
    for (const id of ['n', 'ein Name/#?', '😀', 'urn:x:1', '__proto__']) {
      const written = writeAnnotation(sampleNote('by spring', { id }), CONTEXT);
      expect(mustFaults(written)).toEqual([]);
      expect(noteIn(written).id).toBe(id);
    }
    expect(mustFaults(writeAnnotation(sampleNote('by spring', { id: 'half \ud83d' }), CONTEXT))).toEqual([]);
  });

  it('that another program wrote something into is kept with it', () => {
    const written = {
      ...writeAnnotation(sampleNote('by spring'), CONTEXT),
      rights: 'https://example.org/cc',
    };
    const note = noteIn(written);
    expect(note).toEqual({ ...sampleNote('by spring'), source: written });
    expect(writeAnnotation(note, CONTEXT)).toEqual(written);
  });

  const folder = '../shared/data/external/w3c-annotation-model';
  it.skipIf(!existsSync(folder))(
    `is checked as strictly as the W3C does, by its samples in ${folder}`,
    () => {
      const cases = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')) as {
        raw: string;
        kind: 'correct' | 'incorrect';
        type: string | null;
        schemaMustFailures: unknown[];
      }[];
      const failing = cases.filter(({ schemaMustFailures }) => schemaMustFailures.length > 0);
      const passing = cases.filter(
        ({ kind, type, schemaMustFailures }) =>
          kind === 'correct' && type === 'Annotation' && schemaMustFailures.length === 0,
      );
      expect(failing.length).toBeGreaterThan(20);
      expect(passing).toHaveLength(38);
      for (const { raw } of failing) expect(mustFaults(JSON.parse(raw) as JsonObject), raw).not.toEqual([]);
      for (const { raw } of passing) expect(mustFaults(JSON.parse(raw) as JsonObject), raw).toEqual([]);
    },
  );
});
