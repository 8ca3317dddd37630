import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotesFile, faultInWords, type NotesFile } from '../../src/core/notes/notes-file.ts';
import type { AnnotationContext } from '../../src/core/notes/reading.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';

/** Test data that others made, for reading only; it lies beside the project. */
export const EXTERNAL = '../shared/data/external';

/** One case of a suite: run, it says why it is not as expected; null where it is. */
export interface Case {
  readonly name: string;
  readonly run: () => string | null | Promise<string | null>;
}

/** The cases of others' data; a suite's name is that of its folder. */
export interface Suite {
  readonly name: string;
  readonly cases: () => readonly Case[];
}

/** A file of a suite as text. */
export function textOf(suite: string, file: string): string {
  return readFileSync(join(EXTERNAL, suite, file), 'utf8');
}

/** A file of a suite as JSON, in the shape that the suite's README says. */
export function jsonOf(suite: string, file: string): unknown {
  return JSON.parse(textOf(suite, file));
}

/** What notes are read into where a suite has no article of its own. */
export const CONTEXT: AnnotationContext = {
  article: readArticle('A title\n\nThis is a quote between others.\n\nAnd here is more text.'),
  articleId: 'external',
  now: '2025-01-01T00:00:00.000Z',
};

/** Why a file of notes was refused, on one line; null where it was read. */
export function refusalOf(text: string): string | null {
  const file = readNotesFile(text, CONTEXT);
  return file.ok ? null : tellRefusal(file);
}

/** A refusal on one line. */
export function tellRefusal({ refusal, faults }: NotesFile & { ok: false }): string {
  return [refusal, ...faults.map(faultInWords)].join(' ');
}

/** The reason for a failure where two JSON values differ, also in the order of their fields; null where they don't. */
export function differenceOf(was: unknown, is: unknown): string | null {
  const [before, after] = [JSON.stringify(was), JSON.stringify(is)];
  if (before === after) return null;
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 20), at + 40);
  return `written back differently: …${around(before)}… became …${around(after)}…`;
}
