import * as v from 'valibot';
import { isPosition, type Selector, type Selectors } from '../anchor/selectors.ts';
import { claimSchema, nonEmpty } from './claim-schema.ts';
import { codePointsOf, type CodePoints } from './code-points.ts';
import type { PublishedNote, Relation } from './note.ts';

/*
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): the notes that are published with an
 * article, as an AnnotationPage. A claim is an annotation with motivation `classifying`, an editor's remark on the
 * translation one with `commenting`, a relation of two claims one with `linking` and the two as its targets.
 */

const purpose = <P extends string>(value: P) => v.object({ purpose: v.literal(value), value: v.string() });

const selectorSchema = v.union([
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(v.string(), v.nonEmpty('must not be empty')),
    prefix: v.exactOptional(v.string()),
    suffix: v.exactOptional(v.string()),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() }),
]);

const noteSchema = v.object({
  id: nonEmpty,
  type: v.literal('Annotation'),
  motivation: v.picklist(['classifying', 'commenting']),
  label: nonEmpty,
  body: purpose('commenting'),
  target: v.object({ source: nonEmpty, selector: v.union([v.array(selectorSchema), selectorSchema]) }),
  claim: v.exactOptional(claimSchema),
});

const relationSchema = v.object({
  id: nonEmpty,
  type: v.literal('Annotation'),
  motivation: v.literal('linking'),
  body: v.tuple([
    v.object({ purpose: v.literal('classifying'), value: v.picklist(['agree', 'disagree']) }),
    purpose('describing'),
  ]),
  target: v.tuple([nonEmpty, nonEmpty]),
});

const pageSchema = v.object({ type: v.literal('AnnotationPage'), items: v.array(v.unknown()) });

/** The notes of a page, or every fault found in it, each with the annotation and the field that it is in. */
export type NotesPage =
  | { readonly ok: true; readonly notes: PublishedNote[]; readonly relations: Relation[] }
  | { readonly ok: false; readonly faults: string[] };

/**
 * Reads an AnnotationPage of published notes. `text` is the article's text, by which positions (code points at the
 * W3C's edge) become UTF-16 offsets. A page with any fault is refused whole.
 */
export function readNotesPage(json: unknown, text: string): NotesPage {
  const page = v.safeParse(pageSchema, json);
  if (!page.success) return { ok: false, faults: page.issues.map((issue) => faultOf('the page', issue)) };
  const faults: string[] = [];
  const notes: PublishedNote[] = [];
  const relations: Relation[] = [];
  const positions = codePointsOf(text);
  for (const [index, item] of page.output.items.entries()) {
    const where = nameOf(item, index);
    if (isLinking(item)) {
      const parsed = v.safeParse(relationSchema, item);
      if (!parsed.success) faults.push(...parsed.issues.map((issue) => faultOf(where, issue)));
      else relations.push(relationFrom(parsed.output));
    } else {
      const parsed = v.safeParse(noteSchema, item);
      if (!parsed.success) faults.push(...parsed.issues.map((issue) => faultOf(where, issue)));
      else notes.push(noteFrom(parsed.output, positions));
    }
  }
  faults.push(...crossFaults(notes, relations));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, notes, relations };
}

function relationFrom(parsed: v.InferOutput<typeof relationSchema>): Relation {
  const [first, second] = parsed.target;
  return {
    claims: [withoutHash(first), withoutHash(second)],
    relation: parsed.body[0].value,
    about: parsed.body[1].value,
  };
}

function noteFrom(parsed: v.InferOutput<typeof noteSchema>, positions: CodePoints): PublishedNote {
  const { id, label, body, target, claim } = parsed;
  const given: Selectors = Array.isArray(target.selector) ? target.selector : [target.selector];
  const selectors = given.map((selector) => fromCodePoints(selector, positions));
  const note: PublishedNote = { id: withoutHash(id), label, selectors, body: body.value };
  return claim ? { ...note, claim } : note;
}

/** Faults between annotations: ids and labels used twice, statuses without sources, relations that lead nowhere. */
function crossFaults(notes: readonly PublishedNote[], relations: readonly Relation[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const labels = new Set<string>();
  for (const note of notes) {
    if (ids.has(note.id)) faults.push(`annotation #${note.id}: id: used twice`);
    if (labels.has(note.label)) faults.push(`annotation #${note.id}: label: ${note.label} is used twice`);
    if (note.claim && note.claim.status !== 'open' && note.claim.sources.length === 0) {
      faults.push(`annotation #${note.id}: claim.sources: the status ${note.claim.status} needs a source`);
    }
    ids.add(note.id);
    labels.add(note.label);
  }
  const claims = new Set(notes.filter((note) => note.claim).map((note) => note.id));
  for (const { claims: pair } of relations) {
    for (const id of pair) if (!claims.has(id)) faults.push(`a relation: target: there is no claim #${id}`);
  }
  return faults;
}

function isLinking(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'motivation' in item && item.motivation === 'linking';
}

function nameOf(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? `annotation ${id}` : `annotation ${index + 1} of the page`;
}

function faultOf(where: string, issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${where}: ${path ? `${path}: ` : ''}${issue.message}`;
}

const withoutHash = (id: string): string => (id.startsWith('#') ? id.slice(1) : id);

function fromCodePoints(selector: Selector, positions: CodePoints): Selector {
  if (!isPosition(selector)) return selector;
  return { ...selector, start: positions.toUtf16(selector.start), end: positions.toUtf16(selector.end) };
}
