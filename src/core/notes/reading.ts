import * as v from 'valibot';
import { hashText } from '../text/hash.ts';
import type { Article } from '../voices/read-article.ts';
import type { Json, JsonObject, ReaderNote } from './note.ts';
import { contentOf } from './note-state.ts';

/** What the formats of notes need to know, in both directions. */
export interface AnnotationContext {
  /** The article that the notes are on, or are to be put on. */
  readonly article: Article;
  readonly articleId: string;
  /** The IRI that stands for the article in a file: its address, where it has one. Default: a name made of its id. */
  readonly source?: string;
  /** ISO 8601 in UTC: when a note was made whose file does not say it. */
  readonly now: string;
}

/** Something wrong in a file: in which entry of it, in which field, and what. */
export interface Fault {
  /** As `annotation 3, urn:x`: its number from 1, and its id where it has one; null for the file as a whole. */
  readonly annotation: string | null;
  /** As `target.selector.0.exact`; empty where it is the whole annotation. */
  readonly field: string;
  readonly reason: string;
}

/**
 * What a file of notes says, or what is wrong with it. A file with any fault is refused whole, so that nobody
 * believes to have all of it. Notes that can't be placed (on pictures, on several texts at once) are among `notes`,
 * with no selectors: they are listed as lost and written back as they came.
 */
export type Reading =
  | {
      readonly ok: true;
      readonly notes: readonly ReaderNote[];
      /** What stood around the annotations, to write them back as they came; null where nothing did. */
      readonly envelope: JsonObject | null;
      /** Things that the person who imports should know, in sentences. */
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Whether a value out of a JSON text is an object of fields. */
export function isFields(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A value as a list: JSON-LD writes one value without brackets, and none as null or not at all. */
export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined || json === null) return [];
  return Array.isArray(json) ? json : [json];
}

/** The texts among a field's values. */
export function textsOf(json: Json | undefined): string[] {
  return listOf(json).filter((value) => typeof value === 'string');
}

/** Whether an object is an annotation of the W3C's model: those of Hypothesis say no type. */
export function isAnnotation(object: JsonObject): boolean {
  return textsOf(object['type']).includes('Annotation');
}

/** The faults that a schema finds in one annotation, named by its id or its number in the file (from 1). */
export function faultsIn(schema: v.GenericSchema, json: Json, number: number): Fault[] {
  const checked = v.safeParse(schema, json, { abortPipeEarly: true });
  if (checked.success) return [];
  const id = isFields(json) ? textsOf(json['id'])[0] : undefined;
  const annotation = `annotation ${number}${id === undefined ? '' : `, ${id.slice(0, 200)}`}`;
  return checked.issues.map((issue) => faultFrom(issue, annotation));
}

/** A schema's issue as a fault; `annotation` is null for the file as a whole. */
export function faultFrom(issue: v.BaseIssue<unknown>, annotation: string | null): Fault {
  const reason = issue.input === undefined ? 'is missing' : issue.message;
  return { annotation, field: v.getDotPath(issue) ?? '', reason };
}

/**
 * A note's id made from a name, always the same for the same name, so that importing a file twice gives the same
 * notes and no duplicates. It has the form of a UUID (version 8 of RFC 9562: bits of one's own making) with 106 bits
 * of hash; two names that meet in it are treated as two states of one note, and both are kept.
 */
export function idFromName(name: string): string {
  const hex = [name, `2 ${name}`]
    .map((one) => Number.parseInt(hashText(one), 36).toString(16).padStart(14, '0'))
    .join('')
    .padEnd(30, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/**
 * Adds a note to those that a file gave before, by id. Where one with its id is there and says the same, nothing
 * changes; where that one differs, both stay, and the second is split from the first.
 */
export function gather(notes: Map<string, ReaderNote>, note: ReaderNote): void {
  const first = notes.get(note.id);
  if (!first) {
    notes.set(note.id, note);
    return;
  }
  const content = (one: ReaderNote): string => `${contentOf(one)}${JSON.stringify(one.source)}`;
  if (content(first) === content(note)) return;
  const id = idFromName(`${note.id}\n${content(note)}`);
  if (!notes.has(id)) notes.set(id, { ...note, id, splitFrom: first.id });
}
