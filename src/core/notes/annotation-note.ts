import { readBodies, sameTexts, tagBody, textBody, without, writeBodies } from './annotation-body.ts';
import { hasMoved, readTarget, writeKnown, writeSelectors } from './annotation-target.ts';
import { readClaim, readQuestion, writeClaim, writeQuestion } from './annotation-own.ts';
import { OURS } from './annotation-terms.ts';
import { codePointsIn } from './code-points.ts';
import { utcOf } from './date-time.ts';
import { parseJson } from './json-text.ts';
import { COLOURS, NOTE_KINDS, type Json, type JsonObject, type ReaderNote } from './note.ts';
import { idFromName, isAnnotation, isFields, textsOf, type AnnotationContext } from './reading.ts';
import { runSlices } from '../text/slices.ts';

/**
 * The note that an annotation of the W3C's model makes; the annotation must be a right one. It is kept in the note, to
 * be written back as it came, unless Sidegloss wrote it and would write it the same way again.
 */
export function noteFrom(annotation: JsonObject, context: AnnotationContext): ReaderNote {
  const note = readNote(annotation, context);
  const original = readOriginal(annotation);
  const own: ReaderNote = original ? { ...note, source: original } : note;
  const isOurs = annotation[OURS.noteKind] !== undefined;
  return isOurs && saysTheSame(writeOwn(own, context), annotation) ? own : { ...note, source: annotation };
}

/**
 * The annotation that a note makes, without a context. A note that was one before is that with the reader's changes;
 * any other note is written with all that Sidegloss knows of it.
 */
export function annotationFrom(note: ReaderNote, context: AnnotationContext): JsonObject {
  const { source } = note;
  return source && isAnnotation(source) ? writeChanges(source, note, context) : writeOwn(note, context);
}

function readNote(annotation: JsonObject, context: AnnotationContext): ReaderNote {
  const { body, tags } = readBodies(annotation);
  const claim = readClaim(annotation);
  const question = readQuestion(annotation, codePointsIn(context.article));
  const created = readTime(annotation, 'created') ?? context.now;
  const [iri = ''] = textsOf(annotation['id']);
  const [splitFrom] = textsOf(annotation[OURS.splitFrom]);
  const { [OURS.earlier]: earlier, [OURS.revision]: revision } = annotation;
  return {
    id: idOf(iri, context.articleId),
    selectors: readTarget(annotation, codePointsIn(context.article)),
    body,
    ...(claim && { claim }),
    ...(question && { question }),
    article: context.articleId,
    kind: kindOf(annotation),
    tags,
    colour: COLOURS.find((colour) => colour === annotation[OURS.colour]) ?? 'yellow',
    created,
    modified: readTime(annotation, 'modified') ?? created,
    revision: typeof revision === 'number' ? revision : 1,
    ...(splitFrom !== undefined && { splitFrom }),
    ...(Array.isArray(earlier) && { earlier: textsOf(earlier) }),
  };
}

function writeOwn(note: ReaderNote, context: AnnotationContext): JsonObject {
  const bodies = [...(note.body === '' ? [] : [textBody(note.body)]), ...note.tags.map(tagBody)];
  return {
    id: iriOf(note.id),
    type: 'Annotation',
    motivation: MOTIVATIONS[note.kind],
    created: note.created,
    modified: note.modified,
    ...(bodies.length > 0 && { body: bodies }),
    target: targetOf(note, context),
    [OURS.noteKind]: note.kind,
    [OURS.colour]: note.colour,
    ...writeKnown(note.selectors),
    ...(note.claim && { [OURS.claim]: writeClaim(note.claim) }),
    ...questionOf(note, context),
    ...writeHistory(note, null),
    ...(note.source && { [OURS.original]: JSON.stringify(note.source) }),
  };
}

/** An annotation with what the reader has changed since it was read. */
function writeChanges(source: JsonObject, note: ReaderNote, context: AnnotationContext): JsonObject {
  const before = readNote(source, { ...context, now: note.created });
  let annotation = writeBodies(source, note);
  if (note.id !== before.id) annotation = { ...annotation, id: iriOf(note.id) };
  if (note.kind !== before.kind) annotation = { ...annotation, motivation: MOTIVATIONS[note.kind] };
  if (hasMoved(note.selectors, before.selectors)) {
    const rest = [OURS.block, OURS.speaker, OURS.text].reduce(without, annotation);
    annotation = { ...rest, target: targetOf(note, context), ...writeKnown(note.selectors) };
  }
  if (JSON.stringify(note.claim) !== JSON.stringify(before.claim)) {
    annotation = without(without(annotation, OURS.claim), 'claim');
    if (note.claim) annotation = { ...annotation, [OURS.claim]: writeClaim(note.claim) };
  }
  if (JSON.stringify(note.question) !== JSON.stringify(before.question)) {
    annotation = { ...without(annotation, OURS.question), ...questionOf(note, context) };
  }
  if (note.colour !== before.colour) annotation = { ...annotation, [OURS.colour]: note.colour };
  if (note.modified !== before.modified) annotation = { ...annotation, modified: note.modified };
  annotation = { ...annotation, ...writeHistory(note, before) };
  return note.kind === kindOf(annotation) ? annotation : { ...annotation, [OURS.noteKind]: note.kind };
}

/** A note's revision, past and origin, where they are not what a reading would take for granted or has found already. */
function writeHistory(note: ReaderNote, before: ReaderNote | null): JsonObject {
  const { revision, splitFrom, earlier } = note;
  return {
    ...(revision !== (before?.revision ?? 1) && { [OURS.revision]: revision }),
    ...(splitFrom !== undefined && splitFrom !== before?.splitFrom && { [OURS.splitFrom]: splitFrom }),
    ...(earlier && !(before?.earlier && sameTexts(earlier, before.earlier)) && { [OURS.earlier]: earlier }),
  };
}

function questionOf({ question }: ReaderNote, { article }: AnnotationContext): JsonObject {
  return question ? { [OURS.question]: writeQuestion(question, codePointsIn(article)) } : {};
}

function targetOf(note: ReaderNote, context: AnnotationContext): Json {
  const source = context.source ?? `urn:sidegloss:article:${encode(context.articleId)}`;
  const selector = writeSelectors(note.selectors, codePointsIn(context.article));
  return selector.length > 0 ? { type: 'SpecificResource', source, selector } : source;
}

const MOTIVATIONS = {
  highlight: 'highlighting',
  comment: 'commenting',
  claim: 'classifying',
  question: 'assessing',
};

/** What Sidegloss says it is; from elsewhere a claim where it is one of ours, and else by whether anything is said. */
function kindOf(annotation: JsonObject): ReaderNote['kind'] {
  const kind = NOTE_KINDS.find((one) => one === annotation[OURS.noteKind]);
  if (kind) return kind;
  if (readClaim(annotation)) return 'claim';
  const motivations = textsOf(annotation['motivation']);
  const isMark = motivations.length === 0 || motivations.includes('highlighting');
  return isMark && readBodies(annotation).body === '' ? 'highlight' : 'comment';
}

/** The annotation of another format that a note of ours was exported with. */
function readOriginal(annotation: JsonObject): JsonObject | null {
  const text = annotation[OURS.original];
  if (typeof text !== 'string') return null;
  const parsed = runSlices(parseJson(text));
  return parsed.ok && isFields(parsed.value) ? parsed.value : null;
}

function readTime(annotation: JsonObject, field: string): string | null {
  const [time] = textsOf(annotation[field]);
  return time === undefined ? null : utcOf(time);
}

function saysTheSame(ours: JsonObject, annotation: JsonObject): boolean {
  return JSON.stringify(ours) === JSON.stringify(without(annotation, '@context'));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OWN_ID = 'urn:sidegloss:note:';

/** The IRI of a note: `urn:uuid:` where its id is a UUID (RFC 9562), as all new ones are. */
function iriOf(id: string): string {
  return UUID.test(id) ? `urn:uuid:${id}` : OWN_ID + encode(id);
}

/** The id of the note that an IRI names: the way back from `iriOf`, and for other IRIs always the same one. */
function idOf(iri: string, articleId: string): string {
  const uuid = iri.replace(/^urn:uuid:/i, '');
  if (UUID.test(uuid)) return uuid;
  const id = iri.startsWith(OWN_ID) ? decode(iri.slice(OWN_ID.length)) : null;
  return id ?? idFromName(`${articleId}\n${iri}`);
}

/** Percent-encoded for an IRI; half pairs, which no IRI can hold, become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return null;
  }
}
