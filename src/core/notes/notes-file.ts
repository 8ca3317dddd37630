import { JSON_LENGTH } from '../limits.ts';
import { locate, type Located } from '../anchor/locate.ts';
import { wordsOf, type Json, type ReaderNote } from './note.ts';
import { BACKUP_FORMAT, readingBackup } from './backup.ts';
import { annotationsOfHypothesis, readingHypothesis } from './hypothesis.ts';
import { parseJson } from './json-text.ts';
import type { Contents } from './merge.ts';
import { isFields, textsOf, type AnnotationContext, type Fault, type Reading } from './reading.ts';
import { runSlices, type Slices } from '../text/slices.ts';
import { readingAnnotations } from './web-annotation.ts';

/** A note out of a file, and where its words are in the article. */
export interface Incoming {
  readonly note: ReaderNote;
  readonly located: Located;
}

/**
 * What a file of notes holds, before anything of it is stored; or why it is refused, in words for a reader, with
 * every fault that was found. A backup is of all articles, so its notes are not looked for in one.
 */
export type NotesFile =
  | {
      readonly ok: true;
      readonly format: 'annotations' | 'hypothesis';
      readonly notes: readonly Incoming[];
      readonly remarks: readonly string[];
    }
  | {
      readonly ok: true;
      readonly format: 'backup';
      readonly contents: Contents;
      /** When it was written, ISO 8601 in UTC. */
      readonly written: string;
      readonly remarks: readonly string[];
    }
  | { readonly ok: false; readonly refusal: string; readonly faults: readonly Fault[] };

/** As `readingNotesFile`, all at once. */
export function readNotesFile(text: string, context: AnnotationContext): NotesFile {
  return runSlices(readingNotesFile(text, context));
}

/**
 * Reads the text of a file of notes, in slices: W3C Web Annotations, exports of Hypothesis and our own backups are
 * told apart by what they hold, whatever the file is called. Who opens the file refuses one above 50 MB by its size
 * and decodes it as UTF-8. A file is taken whole or not at all.
 */
export function* readingNotesFile(text: string, context: AnnotationContext): Slices<NotesFile> {
  if (text.length > JSON_LENGTH)
    return refuse('This file is larger than 50 MB.', 'Export fewer notes at a time.');
  const parsed = yield* part(parseJson(text), 0, 0.2);
  if (!parsed.ok) {
    const isPage = /^\s*</.test(text.slice(0, 1_000));
    const what = isPage ? 'This is a web page and no file of notes' : 'This is no right JSON';
    const where = `line ${parsed.line}, column ${parsed.column}: ${parsed.reason}`;
    return refuse(`${what} (${where}).`, 'Export it again from the program that it comes from.');
  }
  const { value, repeated } = parsed;
  const remarks = repeated.map((field) => `The field ${field} stands there twice; the last one counts.`);
  const format = formatOf(value);
  if (format === 'backup') {
    const backup = yield* part(readingBackup(value), 0.2, 1);
    if (!backup.ok) return refuse('This backup has faults.', MEND, backup.faults);
    const { contents, written, isIntact } = backup;
    if (!isIntact)
      remarks.push('This backup was changed since it was written. What it holds can be restored.');
    return { ok: true, format, contents, written, remarks };
  }
  if (format === null) return refuse('This JSON holds no notes that Sidegloss can read.', KNOWN);
  const work =
    format === 'hypothesis' ? readingHypothesis(value, context) : readingAnnotations(value, context);
  const reading: Reading = yield* part(work, 0.2, 0.5);
  if (!reading.ok) return refuse('This file has faults.', MEND, reading.faults);
  const notes = yield* part(locating(reading.notes, context), 0.5, 1);
  return { ok: true, format, notes, remarks: [...remarks, ...reading.remarks] };
}

/** A fault in words: “annotation 3, urn:x: target.selector.0.exact: must not be empty”. */
export function faultInWords({ annotation, field, reason }: Fault): string {
  return [annotation ?? '', field, reason].filter((one) => one !== '').join(': ');
}

const MEND = 'Mend these fields, or take these entries out, and try again.';
const KNOWN = 'It takes Web Annotations (JSON-LD), exports of Hypothesis and its own backups.';

/** What is wrong, that nothing was kept, and what to do. */
function refuse(what: string, todo: string, faults: readonly Fault[] = []): NotesFile {
  return { ok: false, refusal: `${what} Nothing was imported. ${todo}`, faults };
}

function formatOf(json: Json): 'annotations' | 'hypothesis' | 'backup' | null {
  if (Array.isArray(json)) return annotationsOfHypothesis(json) ? 'hypothesis' : 'annotations';
  if (!isFields(json)) return null;
  if (json['format'] === BACKUP_FORMAT) return 'backup';
  if (json['@context'] !== undefined || textsOf(json['type']).length > 0) return 'annotations';
  if (annotationsOfHypothesis(json)) return 'hypothesis';
  return 'target' in json || 'body' in json ? 'annotations' : null;
}

/** A piece of work as a part of a larger one: its progress runs from one share to another. */
function* part<Result>(work: Slices<Result>, from: number, to: number): Slices<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Units of the article's text searched in a slice: looking for words is a pass over the text. */
const SEARCHED = 2_000_000;
/** A few letters may stand in thousands of places, each of which is compared: one such note fills a slice. */
const FEW = 4;

function* locating(notes: readonly ReaderNote[], { article }: AnnotationContext): Slices<Incoming[]> {
  const incoming: Incoming[] = [];
  let searched = 0;
  for (const [index, note] of notes.entries()) {
    if (searched >= SEARCHED) {
      searched = 0;
      yield index / notes.length;
    }
    incoming.push({ note, located: locate(article, note.selectors) });
    searched += wordsOf(note).length <= FEW ? SEARCHED : article.text.length + 1_000;
  }
  return incoming;
}
