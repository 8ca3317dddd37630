import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** A case that asks for something which Sidegloss isn't or doesn't do, and why. It counts as nothing but that. */
export interface NotOurs {
  readonly name: string;
  readonly notOurs: string;
}

/** The cases of others' data; a suite's name is that of its folder. */
export interface Suite {
  readonly name: string;
  readonly cases: () => readonly (Case | NotOurs)[];
  /** Files of the folder that hold no case, and what they are instead. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** The files that were read, as paths below `EXTERNAL`. */
const read = new Set<string>();

/** A file of a suite as bytes. */
export function bytesOf(suite: string, file: string): Uint8Array {
  read.add(`${suite}/${file}`);
  return new Uint8Array(readFileSync(join(EXTERNAL, suite, file)));
}

/** A file of a suite as text. */
export function textOf(suite: string, file: string): string {
  return Buffer.from(bytesOf(suite, file)).toString('utf8');
}

/** The files of a suite's folder or of one in it, as paths below the suite's; those in folders of it too. */
export function filesOf(suite: string, folder = ''): string[] {
  return readdirSync(join(EXTERNAL, suite, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(join(EXTERNAL, suite), join(parentPath, name)))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** The folders of others' data, without the one of their licences. */
export function folders(): string[] {
  return readdirSync(EXTERNAL, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'LICENCES')
    .map(({ name }) => name);
}

/** The files of a suite that nothing has read and that are not said to lie beside its cases; to be asked after a run. */
export function unreadFiles({ name, beside = {} }: Suite): string[] {
  return filesOf(name).filter(
    (file) => file !== 'README.md' && !read.has(`${name}/${file}`) && !Object.hasOwn(beside, file),
  );
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
