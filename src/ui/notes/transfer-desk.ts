import { withoutPublished } from '../../core/claims/ledger-annotations.ts';
import { mergingBackup, type Contents, type Merge } from '../../core/notes/merge.ts';
import type { PublishedNote, ReaderNote } from '../../core/notes/note.ts';
import { faultInWords, readingNotesFile, type NotesFile } from '../../core/notes/notes-file.ts';
import type { AnnotationContext } from '../../core/notes/reading.ts';
import type { Slices } from '../../core/text/slices.ts';
import { writingExport, type ExportContext, type Exported } from './export-file.ts';
import { FORMATS, type Format } from './formats.ts';
import { previewOf, type Preview } from './preview.ts';

/** What the page can ask of the worker that reads and writes files of notes, one thing after the other. */
export interface Asked {
  /** Hands over notes, some at a time: what is exported, or what the store holds. */
  readonly hold: { readonly notes: Exported['notes'] };
  /** Writes what was handed over. */
  readonly write: {
    readonly format: Format;
    readonly rest: Omit<Contents, 'notes'>;
    readonly context: ExportContext;
  };
  /** Reads a file and keeps what is in it. */
  readonly read: {
    readonly file: Blob;
    readonly context: AnnotationContext;
    /** What is published with the article: claims that only repeat it are left out. */
    readonly published?: readonly PublishedNote[];
  };
  /** Merges what was read with what was handed over, and says what would be stored. */
  readonly merge: { readonly rest: Omit<Contents, 'notes'> };
  /** The next notes that the merge stores, from an index on, with those whose place they take. */
  readonly piece: { readonly from: number; readonly most: number };
}

/** What the worker answers. */
export interface Answered {
  readonly hold: null;
  readonly write: Blob;
  /** Why the file is refused, with its faults in words; null where it is right. */
  readonly read: { readonly refusal: string; readonly faults: readonly string[] } | null;
  readonly merge: Preview;
  readonly piece: { readonly notes: readonly ReaderNote[]; readonly replaced: readonly ReaderNote[] };
}

export type Question = keyof Asked;
/** Answers one question after the other. Rejects only with errors of the program's own. */
export type Desk = <Q extends Question>(question: Q, asked: Asked[Q]) => Promise<Answered[Q]>;

interface Work {
  held: Exported['notes'][number][];
  read: { file: Taken; context: AnnotationContext } | null;
  merge: Merge | null;
  /** What the merge saves, those notes last that take the place of one that was handed over. */
  order: readonly ReaderNote[];
  there: ReadonlyMap<string, ReaderNote>;
}

/** What the worker does, without the worker. `progress` is told of every slice, from 0 to 1. */
export function createDesk({
  newId,
  progress,
}: {
  newId: () => string;
  progress: (done: number) => void;
}): Desk {
  const work: Work = { held: [], read: null, merge: null, order: [], there: new Map() };
  const run = <Result>(slices: Slices<Result>): Result => {
    for (;;) {
      const step = slices.next();
      if (step.done) return step.value;
      progress(step.value);
    }
  };
  const answers: { [Q in Question]: (asked: Asked[Q]) => Promise<Answered[Q]> } = {
    hold: async ({ notes }) => {
      for (const note of notes) work.held.push(note);
      return null;
    },
    write: async ({ format, rest, context }) => {
      const pieces = run(writingExport(format, { notes: work.held, rest }, context));
      return new Blob([...pieces], { type: FORMATS[format].type });
    },
    read: async ({ file, context, published = [] }) => {
      const text = decode(await file.arrayBuffer());
      if (text === null) return { refusal: NOT_UTF8, faults: [] };
      const notes = run(readingNotesFile(text, context));
      if (!notes.ok) return { refusal: notes.refusal, faults: notes.faults.map(faultInWords) };
      work.read = { file: unrepeated(notes, published), context };
      return null;
    },
    merge: async ({ rest }) => {
      if (!work.read) throw new Error('nothing was read that could be merged');
      const { file, context } = work.read;
      const existing: Contents = { notes: work.held, ...rest };
      work.merge = run(mergingBackup(existing, contentsOf(file), newId));
      const there = new Map(work.held.map((note) => [note.id, note]));
      work.there = there;
      const { notes } = work.merge.save;
      work.order = [...notes.filter(({ id }) => !there.has(id)), ...notes.filter(({ id }) => there.has(id))];
      return previewOf(file, work.merge, context.article);
    },
    piece: async ({ from, most }) => {
      const notes = work.order.slice(from, from + most);
      return { notes, replaced: notes.flatMap(({ id }) => work.there.get(id) ?? []) };
    },
  };
  return (question, asked) => answers[question](asked);
}

const NOT_UTF8 =
  'This file is not a text in UTF-8. Nothing was imported. Export it again from the program that it comes from, or save it as UTF-8.';

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Taken = Extract<NotesFile, { ok: true }>;

function unrepeated(file: Taken, published: readonly PublishedNote[]): Taken {
  if (file.format === 'backup') return file;
  const notes = withoutPublished(file.notes, published);
  const left = file.notes.length - notes.length;
  if (left === 0) return file;
  const what = left === 1 ? '1 claim that is' : `${left} claims that are`;
  return { ...file, notes, remarks: [...file.remarks, `${what} published with this article left out.`] };
}

function contentsOf(file: Taken): Contents {
  if (file.format === 'backup') return file.contents;
  return { notes: file.notes.map(({ note }) => note), corrections: [], texts: [], drafts: [] };
}
