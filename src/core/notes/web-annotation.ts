import { FAULTS_LISTED } from '../limits.ts';
import * as v from 'valibot';
import { without } from './annotation-body.ts';
import { annotationFrom, noteFrom } from './annotation-note.ts';
import { annotationSchema, collectionSchema, loneAnnotationSchema, pageSchema } from './annotation-schema.ts';
import { CONTEXT_IRI } from './annotation-terms.ts';
import type { Json, JsonObject, ReaderNote } from './note.ts';
import {
  faultFrom,
  faultsIn,
  gather,
  isFields,
  listOf,
  textsOf,
  type AnnotationContext,
  type Fault,
  type Reading,
} from './reading.ts';
import { runSlices, SLICE_LOAD, type Slices } from '../text/slices.ts';

/*
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), in and out, without loss. A note that was
 * imported keeps its annotation; writing starts from that and changes only what the reader has changed since, which
 * is found by reading the kept annotation again and comparing. So an untouched annotation is written as it came:
 * fields that Sidegloss does not know, their order, values in lists or not. (JSON itself keeps no difference between
 * 1.0 and 1, and JavaScript puts fields that are named by whole numbers first.)
 */

/** As `readingAnnotations`, all at once. */
export function readAnnotations(json: Json, context: AnnotationContext): Reading {
  return runSlices(readingAnnotations(json, context));
}

/**
 * Reads an annotation, a list of them, an AnnotationPage or an AnnotationCollection with its first page, in slices.
 * Notes have the ids that their annotations' IRIs name, always the same, so that a file read twice gives the same
 * notes. Nothing is fetched: no context, and no page that is not in the file.
 */
export function* readingAnnotations(json: Json, context: AnnotationContext): Slices<Reading> {
  const found = findAnnotations(json);
  if (!found.ok) return found;
  const { annotations, envelope, remarks } = found;
  const schema = envelope ? annotationSchema : loneAnnotationSchema;
  const faults: Fault[] = [];
  const notes = new Map<string, ReaderNote>();
  let load = 0;
  for (const [index, annotation] of annotations.entries()) {
    if (load > SLICE_LOAD) {
      load = 0;
      yield index / annotations.length;
    }
    const wrong = faultsIn(schema, annotation, index + 1);
    faults.push(...wrong);
    if (faults.length >= FAULTS_LISTED) break;
    load += 1_000;
    if (wrong.length > 0 || !isFields(annotation)) continue;
    const note = noteFrom(inContext(annotation, envelope), context);
    gather(notes, note);
    load += note.body.length;
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, FAULTS_LISTED) };
  return { ok: true, notes: [...notes.values()], envelope, remarks };
}

/** The annotation of a note, by itself. */
export function writeAnnotation(note: ReaderNote, context: AnnotationContext): JsonObject {
  const annotation = annotationFrom(note, context);
  return annotation['@context'] === undefined ? { '@context': CONTEXT_IRI, ...annotation } : annotation;
}

/**
 * A page of notes, in the order in which they are given. With the envelope of a reading, the page or collection that
 * was read, as it came, with these notes for its annotations.
 */
export function writePage(
  notes: readonly ReaderNote[],
  context: AnnotationContext,
  envelope: JsonObject | null = null,
): JsonObject {
  const around = envelope ?? {
    '@context': CONTEXT_IRI,
    id: `urn:sidegloss:notes:${encodeURIComponent(context.articleId)}`,
    type: 'AnnotationPage',
  };
  const written = notes.map((note) => outOfContext(annotationFrom(note, context), envelope));
  const isCollection = textsOf(around['type']).includes('AnnotationCollection');
  if (!isCollection) return { ...around, items: filled(around['items'], written) };
  const { first } = around;
  const page = Array.isArray(first) ? first[0] : first;
  if (!isFields(page)) return around;
  const filledPage = { ...page, items: filled(page['items'], written) };
  return { ...around, first: Array.isArray(first) ? [filledPage] : filledPage };
}

/** The items of a page with other annotations in their places; annotations that are only named stay where they are. */
function filled(items: Json | undefined, annotations: readonly JsonObject[]): Json[] {
  const next = [...annotations];
  const result = listOf(items).flatMap((item) => {
    const annotation = typeof item === 'string' ? item : next.shift();
    return annotation === undefined ? [] : [annotation];
  });
  return [...result, ...next];
}

type Found =
  | {
      readonly ok: true;
      readonly annotations: readonly Json[];
      readonly envelope: JsonObject | null;
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The annotations in a file, and the page or collection around them; or what is wrong with that. */
function findAnnotations(json: Json): Found {
  if (Array.isArray(json)) return { ok: true, annotations: json, envelope: null, remarks: [] };
  const types = isFields(json) ? textsOf(json['type']) : [];
  const isPage = types.includes('AnnotationPage');
  if (!isFields(json) || !(isPage || types.includes('AnnotationCollection'))) {
    return { ok: true, annotations: [json], envelope: null, remarks: [] };
  }
  const checked = v.safeParse(isPage ? pageSchema : collectionSchema, json);
  if (!checked.success) return { ok: false, faults: checked.issues.map((issue) => faultFrom(issue, null)) };
  const page = isPage ? json : listOf(json['first']).find(isFields);
  const items = listOf(page?.['items']);
  const annotations = items.filter((item) => typeof item !== 'string');
  const remarks: string[] = [];
  if (!page) remarks.push('The collection names its pages but does not contain them.');
  const named = items.length - annotations.length;
  if (named > 0) remarks.push(`The page names ${named} annotations without containing them.`);
  return { ok: true, annotations, envelope: json, remarks };
}

/**
 * An annotation of a page with the page's context, where that says more than the model's: the annotation's own terms
 * may need it when it is written somewhere else.
 */
function inContext(annotation: JsonObject, envelope: JsonObject | null): JsonObject {
  const context = envelope?.['@context'];
  if (context === undefined || context === CONTEXT_IRI || annotation['@context'] !== undefined)
    return annotation;
  return { '@context': context, ...annotation };
}

/** The way back from `inContext`. */
function outOfContext(annotation: JsonObject, envelope: JsonObject | null): JsonObject {
  const context = envelope?.['@context'];
  const isSame = JSON.stringify(annotation['@context']) === JSON.stringify(context);
  return context !== CONTEXT_IRI && isSame ? without(annotation, '@context') : annotation;
}
