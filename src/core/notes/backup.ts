import { FAULTS_LISTED } from '../limits.ts';
import * as v from 'valibot';
import type { Selector } from '../anchor/selectors.ts';
import { hashText } from '../text/hash.ts';
import { utcOf } from './date-time.ts';
import { inPieces, keptArticleSchema, longText, writeKeptArticle } from './kept-article.ts';
import type { Contents } from './merge.ts';
import { COLOURS, NOTE_KINDS, type Json, type JsonObject, type ReaderNote } from './note.ts';
import { readerClaimSchema } from './claim-schema.ts';
import { questionSchema } from './question-schema.ts';
import { faultFrom, isFields, type Fault } from './reading.ts';
import { runSlices, SLICE_LOAD, type Slices } from '../text/slices.ts';

/** What a backup says of itself in its field `format`. */
export const BACKUP_FORMAT = 'sidegloss-backup';
/** Grows when a backup can no longer be read by the program before. */
const VERSION = 1;

/** What is in a backup, and when it was written; or what is wrong with it. */
export type BackupReading =
  | {
      readonly ok: true;
      readonly contents: Contents;
      readonly written: string;
      /** Whether it is as it was written. If not, what it holds is valid and can be restored, but may not be all. */
      readonly isIntact: boolean;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** As `writingBackup`, all at once and as one text. */
export function writeBackup(contents: Contents, written: string): string {
  return runSlices(writingBackup(contents, written)).join('');
}

/**
 * A backup of everything as one JSON text, an entry a line, in the pieces that a Blob is made of: notes with the
 * annotations that they came from, corrections, the texts that notes were made on, drafts, own articles. `written` is when (ISO 8601
 * in UTC).
 *
 * The checksum tells a file that was cut, merged or edited from a whole one. It is a hash that anybody can work out
 * again: it protects from accidents, not from people.
 */
export function* writingBackup(contents: Contents, written: string): Slices<string[]> {
  const pieces = [''];
  const hashes: string[] = [];
  const articleHashes: string[] = [];
  const lists = { articles: [], ...contents };
  const names = LISTS.filter((name) => name !== 'articles' || lists.articles.length > 0);
  const total = names.reduce((sum, name) => sum + lists[name].length, 0);
  let load = 0;
  for (const name of names) {
    let before = `,\n"${name}":[\n`;
    const hashesOfList = name === 'articles' ? articleHashes : hashes;
    for (const entry of lists[name]) {
      if (load > SLICE_LOAD) {
        load = 0;
        yield (hashes.length + articleHashes.length) / total;
      }
      const line = lineOf(entry);
      load += line.length;
      hashesOfList.push(hashText(line));
      pieces.push(before, line);
      before = ',\n';
    }
    pieces.push(lists[name].length > 0 ? '\n]' : `${before}]`);
  }
  const head = {
    format: BACKUP_FORMAT,
    version: VERSION,
    written,
    checksum: hashText(hashes.join()),
    // Apart from the others', so that a program that knows no own articles finds its lists whole.
    ...(articleHashes.length > 0 && { articlesChecksum: hashText(articleHashes.join()) }),
  };
  pieces[0] = JSON.stringify(head).slice(0, -1);
  pieces.push('}\n');
  return pieces;
}

function lineOf(entry: NonNullable<Contents[(typeof LISTS)[number]]>[number]): string {
  if ('packed' in entry) return writeKeptArticle(entry);
  return JSON.stringify('hash' in entry ? { ...entry, text: inPieces(entry.text) } : entry);
}

const LISTS = ['notes', 'corrections', 'texts', 'drafts', 'articles'] as const;

const text = v.string('must be a text');
const name = v.pipe(text, v.nonEmpty('must not be empty'), v.maxLength(2_000, 'is too long'));
const time = v.pipe(
  text,
  v.check((value) => utcOf(value) !== null, 'must be a date and time with its zone'),
  v.transform((value) => utcOf(value) ?? value),
);
const count = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'is below 0'),
);
const offset = v.pipe(v.number('must be a number'), v.safeInteger('must be a whole number'));

const SELECTORS: ReadonlyMap<unknown, v.GenericSchema<unknown, Selector>> = new Map<
  unknown,
  v.GenericSchema<unknown, Selector>
>([
  [
    'TextQuoteSelector',
    v.looseObject({
      type: v.literal('TextQuoteSelector'),
      exact: text,
      prefix: v.exactOptional(text),
      suffix: v.exactOptional(text),
    }),
  ],
  [
    'TextPositionSelector',
    v.looseObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  ],
  [
    'ArticleSelector',
    v.looseObject({
      type: v.literal('ArticleSelector'),
      block: v.nullable(text),
      speaker: v.nullable(text),
      text,
    }),
  ],
]);
const otherSelector = v.looseObject({ type: text }, 'must be a selector');
const selectorSchema = v.lazy((input) => (isFields(input) && SELECTORS.get(input['type'])) || otherSelector);

/** A note as it is stored. Fields that this version does not know are kept. */
const noteSchema: v.GenericSchema<unknown, ReaderNote> = v.looseObject(
  {
    id: name,
    article: name,
    kind: v.picklist(NOTE_KINDS, `must be one of ${NOTE_KINDS.join(', ')}`),
    selectors: v.array(selectorSchema, 'must be a list'),
    body: text,
    claim: v.exactOptional(readerClaimSchema),
    question: v.exactOptional(questionSchema(v.array(selectorSchema, 'must be a list'))),
    tags: v.array(text, 'must be a list'),
    colour: v.picklist(COLOURS, `must be one of ${COLOURS.join(', ')}`),
    created: time,
    modified: time,
    revision: v.pipe(count, v.minValue(1, 'is below 1')),
    splitFrom: v.exactOptional(name),
    earlier: v.exactOptional(v.array(text, 'must be a list')),
    source: v.exactOptional(v.custom<JsonObject>(isFields, 'must be an annotation')),
  },
  'must be a note',
);
const correctionsSchema = v.looseObject({
  article: name,
  corrections: v.array(
    v.looseObject({ start: count, end: count, speaker: v.nullable(text), kind: v.exactOptional(text) }),
    'must be a list',
  ),
});
const textSchema = v.pipe(
  v.looseObject({ hash: name, text: longText }),
  v.forward(
    v.check(({ hash, text: kept }) => hashText(kept) === hash, 'is not the text’s'),
    ['hash'],
  ),
);
const draftSchema = v.looseObject({ article: name, key: name, fields: text, modified: time });

const headSchema = v.object({
  format: v.literal(BACKUP_FORMAT, 'says that this is no backup'),
  version: v.pipe(count, v.maxValue(VERSION, 'is of a newer Sidegloss: reload this page, then try again')),
  written: time,
  checksum: text,
  notes: v.array(v.unknown(), 'must be a list'),
  corrections: v.array(v.unknown(), 'must be a list'),
  texts: v.array(v.unknown(), 'must be a list'),
  drafts: v.array(v.unknown(), 'must be a list'),
  // Backups that were written before there were own articles have none.
  articles: v.optional(v.array(v.unknown(), 'must be a list'), []),
  articlesChecksum: v.optional(text, hashText('')),
});

/** As `readingBackup`, all at once. */
export function readBackup(json: Json): BackupReading {
  return runSlices(readingBackup(json));
}

/** Reads a backup in slices and checks every field. One with any fault is refused whole. */
export function* readingBackup(json: Json): Slices<BackupReading> {
  const head = v.safeParse(headSchema, json, { abortPipeEarly: true });
  if (!head.success) return { ok: false, faults: head.issues.map((issue) => faultFrom(issue, null)) };
  const { notes, corrections, texts, drafts, articles, written, checksum, articlesChecksum } = head.output;
  const total = notes.length + corrections.length + texts.length + drafts.length + articles.length;
  const work: Work = { total, load: 0, hashes: [], faults: [] };
  const rest = {
    notes: yield* readList(notes, { name: 'note', schema: noteSchema }, work),
    corrections: yield* readList(corrections, { name: 'correction', schema: correctionsSchema }, work),
    texts: yield* readList(texts, { name: 'text', schema: textSchema }, work),
    drafts: yield* readList(drafts, { name: 'draft', schema: draftSchema }, work),
  };
  const others = work.hashes.splice(0);
  const own = yield* readList(articles, { name: 'article', schema: keptArticleSchema }, work);
  const contents: Contents = { ...rest, ...(own.length > 0 && { articles: own }) };
  if (work.faults.length > 0) return { ok: false, faults: work.faults.slice(0, FAULTS_LISTED) };
  const isIntact = checksum === hashText(others.join()) && articlesChecksum === hashText(work.hashes.join());
  return { ok: true, contents, written, isIntact };
}

interface Work {
  readonly total: number;
  load: number;
  readonly hashes: string[];
  readonly faults: Fault[];
}

/** The entries of one list that are right; the faults of the others go to the work. */
function* readList<Entry>(
  list: readonly unknown[],
  kind: { readonly name: string; readonly schema: v.GenericSchema<unknown, Entry> },
  work: Work,
): Slices<Entry[]> {
  const entries: Entry[] = [];
  for (const [index, json] of list.entries()) {
    if (work.load > SLICE_LOAD) {
      work.load = 0;
      yield work.hashes.length / work.total;
    }
    const line = JSON.stringify(json);
    work.load += line.length;
    work.hashes.push(hashText(line));
    if (work.faults.length >= FAULTS_LISTED) continue;
    const checked = v.safeParse(kind.schema, json, { abortPipeEarly: true });
    if (checked.success) entries.push(checked.output);
    else work.faults.push(...checked.issues.map((issue) => faultFrom(issue, `${kind.name} ${index + 1}`)));
  }
  return entries;
}
