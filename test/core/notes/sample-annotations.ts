import type { Json, JsonObject, ReaderNote } from '../../../src/core/notes/note.ts';
import type { AnnotationContext, Reading } from '../../../src/core/notes/reading.ts';
import { readAnnotations } from '../../../src/core/notes/web-annotation.ts';
import { INTERVIEW } from './sample-notes.ts';

/** Reading into the sample interview, which has an address. */
export const CONTEXT: AnnotationContext = {
  article: INTERVIEW,
  articleId: 'harbour',
  source: 'https://example.org/harbour/',
  now: '2025-05-05T05:05:05.000Z',
};
/** The model's context. */
export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

/** An annotation of the W3C's model, with some fields other than usual. */
export const annotation = (some: Record<string, Json> = {}): JsonObject => ({
  '@context': ANNO,
  id: 'https://example.org/anno1',
  type: 'Annotation',
  target: {
    source: 'https://example.org/harbour/',
    selector: { type: 'TextQuoteSelector', exact: 'by spring' },
  },
  ...some,
});
/** An annotation with these selectors for its target. */
export const targeted = (...selector: Json[]): JsonObject =>
  annotation({ target: { source: 'https://e.org/', selector } });

/** The notes that a file of annotations gives; throws with its faults. */
export const notesIn = (json: Json, context = CONTEXT): readonly ReaderNote[] => {
  const reading = readAnnotations(json, context);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.notes;
};
/** The first of them. */
export const noteIn = (json: Json): ReaderNote => notesIn(json)[0]!;
/** The faults of a file, as `field: reason`. */
export const faultsIn = (json: Json): string[] => {
  const reading: Reading = readAnnotations(json, CONTEXT);
  return reading.ok ? [] : reading.faults.map(({ field, reason }) => `${field}: ${reason}`);
};
/** A body that is a text. */
export const textBody = (value: string, some: Record<string, Json> = {}): JsonObject => ({
  type: 'TextualBody',
  value,
  ...some,
});
