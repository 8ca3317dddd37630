import { FAULTS_LISTED } from '../limits.ts';
import * as v from 'valibot';
import { isPosition, selectorOf, type Selector, type Selectors } from '../anchor/selectors.ts';
import { sameTexts } from './annotation-body.ts';
import { hasMoved } from './annotation-target.ts';
import { utcOf } from './date-time.ts';
import type { Json, JsonObject, ReaderNote } from './note.ts';
import {
  faultsIn,
  gather,
  idFromName,
  isAnnotation,
  isFields,
  listOf,
  textsOf,
  type AnnotationContext,
  type Fault,
  type Reading,
} from './reading.ts';
import { runSlices, type Slices } from '../text/slices.ts';

/*
 * Annotations of Hypothesis (https://h.readthedocs.io/en/latest/api-reference/), in and out. A note keeps the
 * annotation that it was imported from and is written back as that, with what the reader has changed since.
 *
 * Hypothesis counts positions in UTF-16 units of the page's textContent (client, src/types/api.ts), not in code
 * points. That is another text than the article's, with menus and footers in it: such a position is kept as a hint
 * and is never enough to place a note.
 */

/** Annotations read in a slice. */
const SLICE = 100;

const text = v.string('must be a text');
const maybe = (check: v.GenericSchema): v.GenericSchema => v.nullish(check);
const dateTime = v.pipe(
  text,
  v.check((value) => utcOf(value) !== null, 'must be a date and time with its zone'),
);
const selectorSchema = v.looseObject(
  {
    type: text,
    exact: maybe(text),
    prefix: maybe(text),
    suffix: maybe(text),
    start: maybe(v.number('must be a number')),
    end: maybe(v.number('must be a number')),
  },
  'must be a selector',
);
const annotationSchema = v.looseObject(
  {
    id: maybe(text),
    text: maybe(text),
    tags: maybe(v.array(text, 'must be a list')),
    uri: maybe(text),
    created: maybe(dateTime),
    updated: maybe(dateTime),
    references: maybe(v.array(text, 'must be a list')),
    target: maybe(
      v.array(
        v.looseObject(
          { source: maybe(text), selector: maybe(v.array(selectorSchema, 'must be a list')) },
          'must be a target',
        ),
        'must be a list',
      ),
    ),
  },
  'must be an annotation',
);

/**
 * The annotations in a file of Hypothesis: an export of its client (`annotations`), an answer of its search (`rows`,
 * `replies`), or a list with one at least. Null for anything else, single annotations too, which it does not export.
 */
export function annotationsOfHypothesis(json: Json): readonly Json[] | null {
  if (Array.isArray(json)) return json.length > 0 && json.every(isHypothesis) ? json : null;
  if (!isFields(json)) return null;
  const { annotations, rows, replies } = json;
  if (Array.isArray(annotations)) return annotations;
  return Array.isArray(rows) ? [...rows, ...(Array.isArray(replies) ? replies : [])] : null;
}

/** Whether a value is one of Hypothesis's annotations and none of the W3C's, which say their type. */
function isHypothesis(json: Json): json is JsonObject {
  return isFields(json) && !isAnnotation(json) && ('uri' in json || Array.isArray(json['target']));
}

/** As `readingHypothesis`, all at once. */
export function readHypothesis(json: Json, context: AnnotationContext): Reading {
  return runSlices(readingHypothesis(json, context));
}

/**
 * Reads a file of Hypothesis in slices. A note's text is Markdown there too. A reply becomes a comment on the words
 * that its thread is about; a note on a whole page has no words, and is listed as lost.
 */
export function* readingHypothesis(json: Json, context: AnnotationContext): Slices<Reading> {
  const annotations = annotationsOfHypothesis(json);
  if (!annotations) {
    const reason = 'is missing: this is no export of Hypothesis';
    return { ok: false, faults: [{ annotation: null, field: 'annotations', reason }] };
  }
  const faults: Fault[] = [];
  const words = new Map<string | undefined, Selectors>();
  for (const [index, annotation] of annotations.entries()) {
    if (index % SLICE === 0) yield (index / annotations.length) * 0.5;
    const wrong = faultsIn(annotationSchema, annotation, index + 1);
    faults.push(...wrong);
    if (faults.length >= FAULTS_LISTED) break;
    if (wrong.length === 0 && isFields(annotation))
      words.set(textsOf(annotation['id'])[0], selectorsOf(annotation));
  }
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, FAULTS_LISTED) };
  const notes = new Map<string, ReaderNote>();
  for (const [index, annotation] of annotations.entries()) {
    if (index % SLICE === 0) yield 0.5 + (index / annotations.length) * 0.5;
    if (!isFields(annotation)) continue;
    const note = noteFrom(annotation, context);
    const thread = textsOf(annotation['references']).map((id) => words.get(id) ?? []);
    const selectors = [note.selectors, ...thread].find((one) => one.length > 0) ?? [];
    gather(notes, { ...note, selectors, source: annotation });
  }
  return { ok: true, notes: [...notes.values()], envelope: null, remarks: [] };
}

/** What an annotation says by itself, without its thread. The annotation must be a right one. */
function noteFrom(annotation: JsonObject, context: AnnotationContext): ReaderNote {
  const [id = JSON.stringify(annotation)] = textsOf(annotation['id']);
  const [body = ''] = textsOf(annotation['text']);
  const created = timeIn(annotation, 'created') ?? context.now;
  const selectors = selectorsOf(annotation);
  return {
    id: idFromName(`${context.articleId}\nhypothesis:${id}`),
    selectors,
    body,
    article: context.articleId,
    kind: body === '' && selectors.length > 0 ? 'highlight' : 'comment',
    tags: textsOf(annotation['tags']),
    colour: 'yellow',
    created,
    modified: timeIn(annotation, 'updated') ?? created,
    revision: 1,
  };
}

function selectorsOf(annotation: JsonObject): Selectors {
  const targets = listOf(annotation['target']);
  const [target] = targets;
  if (targets.length !== 1 || !isFields(target)) return [];
  const selectors: Selector[] = [];
  for (const selector of listOf(target['selector'])) {
    if (!isFields(selector)) continue;
    const { type, exact, prefix, suffix, start, end } = selector;
    if (type === 'TextQuoteSelector' && typeof exact === 'string' && exact !== '') {
      const around = {
        ...(typeof prefix === 'string' && { prefix }),
        ...(typeof suffix === 'string' && { suffix }),
      };
      selectors.unshift({ type, exact, ...around });
    }
    if (type === 'TextPositionSelector' && typeof start === 'number' && typeof end === 'number') {
      selectors.push({ type, start, end });
    }
  }
  return selectors;
}

function timeIn(annotation: JsonObject, field: string): string | null {
  const [time] = textsOf(annotation[field]);
  return time === undefined ? null : utcOf(time);
}

/**
 * Notes as an export that the client of Hypothesis imports: it takes text, tags, target, uri and document of each, and
 * shows the user. What Hypothesis has no place for (claims, colours, who speaks) is left out; the W3C's format and a
 * backup keep it.
 */
export function writeHypothesis(notes: readonly ReaderNote[], context: AnnotationContext): JsonObject {
  return {
    export_date: context.now,
    export_userid: USER,
    client_version: 'sidegloss',
    annotations: notes.map((note) =>
      note.source && !isAnnotation(note.source)
        ? writeChanges(note.source, note, context)
        : writeOwn(note, context),
    ),
  };
}

/** Its client groups what it imports by user, and needs one with a name. */
const USER = 'acct:sidegloss@localhost';

function writeOwn(note: ReaderNote, context: AnnotationContext): JsonObject {
  const { text: articleText, blocks } = context.article;
  const title = blocks[0] ? articleText.slice(blocks[0].start, blocks[0].end) : context.articleId;
  return {
    id: note.id,
    created: note.created,
    updated: note.modified,
    user: USER,
    group: '__world__',
    uri: uriOf(context),
    document: { title: [title] },
    text: note.body,
    tags: note.tags,
    target: [targetOf(note, context)],
  };
}

function writeChanges(source: JsonObject, note: ReaderNote, context: AnnotationContext): JsonObject {
  const before = noteFrom(source, { ...context, now: note.created });
  const isReply = listOf(source['references']).length > 0;
  const moved = !isReply && hasMoved(note.selectors, before.selectors);
  return {
    ...source,
    ...(note.body !== before.body && { text: note.body }),
    ...(!sameTexts(note.tags, before.tags) && { tags: note.tags }),
    ...(moved && { target: [targetOf(note, context)] }),
    ...(note.modified !== before.modified && { updated: note.modified }),
  };
}

function targetOf(note: ReaderNote, context: AnnotationContext): JsonObject {
  const quote = selectorOf(note.selectors, 'TextQuoteSelector');
  const position = note.selectors.find(isPosition);
  const selector: JsonObject[] = [];
  if (position) selector.push({ type: position.type, start: position.start, end: position.end });
  if (quote) {
    const { type, exact, prefix = '', suffix = '' } = quote;
    selector.push({ type, exact, prefix, suffix });
  }
  return selector.length > 0 ? { source: uriOf(context), selector } : { source: uriOf(context) };
}

function uriOf({ source, articleId }: AnnotationContext): string {
  return source ?? `urn:sidegloss:article:${encodeURIComponent(articleId)}`;
}
