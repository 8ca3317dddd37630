import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/core/notes/json-text.ts';
import type { JsonObject } from '../../../src/core/notes/note.ts';
import { runSlices } from '../../../src/core/text/slices.ts';
import { writeAnnotation, writePage } from '../../../src/core/notes/web-annotation.ts';
import { mustFaults, pageFaults } from './annotation-model.ts';
import { anyNote } from './any-note.ts';
import { CONTEXT, noteIn, notesIn } from './sample-annotations.ts';
import { INTERVIEW, sampleNote } from './sample-notes.ts';

describe('a note of our own', () => {
  it('is read again as it was, from a page and alone, whatever is written in it', () => {
    fc.assert(
      fc.property(anyNote, ({ note, context }) => {
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
      fc.property(anyNote, ({ note, context }) => {
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
