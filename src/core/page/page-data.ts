import * as v from 'valibot';
import { parseJson } from '../notes/json-text.ts';
import { faultFrom, isFields, type Fault } from '../notes/reading.ts';
import { faultInWords } from '../notes/notes-file.ts';
import { readAnnotations, writePage } from '../notes/web-annotation.ts';
import { jsonInHtml } from '../text/escape-html.ts';
import { runSlices } from '../text/slices.ts';
import type { Article } from '../voices/read-article.ts';
import { headSchema, ownSchema, publishedSchema } from './content-schema.ts';
import { isPublished, type OwnContent, type PageContent, type PublishedContent } from './content.ts';

/** What a file says of itself; the version grows when the program before can't read it any more. */
const FORMAT = 'sidegloss-page';
const VERSION = 1;

/** The beginning of the blocks in which the data stands; all of a file's texts have their `<` escaped. */
const DATA = '<script type="application/json" id="sidegloss">';
const NOTES = '<script type="application/ld+json" id="sidegloss-notes">';
const END = '</script>';

/** Units of a text in one string; the reader of JSON takes a million at most. */
const PIECE = 500_000;

/** What a page of ours holds, or what is wrong with it, for a person. */
export type PageReading =
  | { readonly ok: true; readonly page: PageContent }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the data of a page that `formatPage` made, and nothing else of its markup. Null where it is no such page, so
 * that it can be taken as any other. Everything is checked; a page with any fault is refused whole.
 */
export function parsePage(html: string): PageReading | null {
  const data = blockIn(html, DATA);
  if (data === null) return null;
  const parsed = runSlices(parseJson(data));
  if (!parsed.ok) return refuse(`line ${parsed.line}, column ${parsed.column}: ${parsed.reason}`);
  const json = parsed.value;
  if (!isFields(json) || json['format'] !== FORMAT) return null;
  if (json['version'] !== VERSION) return refuse('a newer Sidegloss wrote it; reload this one and try again');
  const head = v.safeParse(headSchema, json, { abortPipeEarly: true });
  if (!head.success) return refuseFaults(head.issues);
  const content = v.safeParse(
    'published' in json ? v.object({ published: publishedSchema }) : v.object({ own: ownSchema }),
    json,
    { abortPipeEarly: true },
  );
  if (!content.success) return refuseFaults(content.issues);
  const article = 'published' in content.output ? content.output.published : content.output.own;
  const notes = notesIn(html, { ...head.output, article: article.article });
  if (!notes.ok) return refuse(notes.reason);
  return { ok: true, page: { ...head.output, content: article, notes: notes.notes } };
}

/** The blocks that `parsePage` reads, as HTML. */
export function dataBlocks(page: PageContent): string {
  const { content, notes, corrections, articleId, written } = page;
  const data = {
    format: FORMAT,
    version: VERSION,
    written,
    articleId,
    corrections,
    ...(isPublished(content) ? { published: publishedData(content) } : { own: ownData(content) }),
  };
  const context = { article: content.article, articleId, now: written };
  return `${DATA}${jsonInHtml(data)}${END}\n${NOTES}${jsonInHtml(writePage(notes, context))}${END}`;
}

function ownData(content: OwnContent): object {
  const { id, title, about, formatting, hints, isPlain, article, created, changed } = content;
  return { id, title, about, formatting, hints, isPlain, article: inPieces(article), created, changed };
}

function publishedData(content: PublishedContent): object {
  const { slug, title, author, translator, date, source, provenance, article, notes, relations } = content;
  return {
    slug,
    title,
    author,
    translator,
    date,
    source,
    provenance,
    article: inPieces(article),
    notes,
    relations,
  };
}

function inPieces(article: Article): object {
  const { text } = article;
  const count = Math.ceil(text.length / PIECE);
  const pieces = Array.from({ length: count }, (_, index) => text.slice(index * PIECE, (index + 1) * PIECE));
  return { ...article, text: pieces };
}

/** What stands between a block's beginning and its end; null where there is no such block. */
function blockIn(html: string, beginning: string): string | null {
  const at = html.indexOf(beginning);
  const end = at < 0 ? -1 : html.indexOf(END, at);
  return end < 0 ? null : html.slice(at + beginning.length, end);
}

function notesIn(
  html: string,
  { article, articleId, written }: { article: Article; articleId: string; written: string },
): { ok: true; notes: PageContent['notes'] } | { ok: false; reason: string } {
  const block = blockIn(html, NOTES);
  if (block === null) return { ok: false, reason: 'the end is missing' };
  const parsed = runSlices(parseJson(block));
  if (!parsed.ok) return { ok: false, reason: `its notes: ${parsed.reason}` };
  const reading = readAnnotations(parsed.value, { article, articleId, now: written });
  return reading.ok
    ? { ok: true, notes: reading.notes }
    : { ok: false, reason: `its notes: ${tellFirst(reading.faults)}` };
}

function refuseFaults(issues: readonly v.BaseIssue<unknown>[]): PageReading {
  return refuse(tellFirst(issues.map((issue) => faultFrom(issue, null))));
}

const tellFirst = ([first]: readonly Fault[]): string => (first ? faultInWords(first) : '');

function refuse(reason: string): PageReading {
  return {
    ok: false,
    message: `This page was saved by Sidegloss, but its data is damaged (${reason}). Nothing was taken in. Export it again, or open the file in a browser and copy its text.`,
  };
}
