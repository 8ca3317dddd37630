import { ARTICLE_SIZE, DOCX_TIME } from '../core/limits.ts';
import { DOCX, type Brought } from '../core/text/brought.ts';
import type { DocxRead } from './docx-html.ts';
// oxlint-disable-next-line import/default -- what the build makes of it is an address
import address from './docx-worker.ts?worker&url';
import { purify } from './html-article.ts';
import { unname } from './html-elements.ts';
import { walkHtml } from './html-walk.ts';
import type { ParseInert } from './html.ts';
import { UNKNOWN } from './plain-text.ts';
import { guarded, noWords, refuse } from './refuse.ts';
import { startSheet } from './sheet.ts';
import { titleFirst } from './title-first.ts';

/** What the door for Word files needs from outside. */
export interface DocxSource {
  readonly name: string | null;
  readonly parse: ParseInert;
  /** Starts a worker of our own; Trusted Types want it to come from the site's policy (`dom/trusted.ts`). */
  readonly startWorker: (address: string) => Worker;
}

/** A Word file as words with headings, lists, emphasis and links over them. It is read in a worker, in bounds. */
export async function bringDocx(bytes: Uint8Array, source: DocxSource): Promise<Brought> {
  const refused = refuseFile(bytes);
  return refused ?? takeDocx(await readInWorker(bytes, source.startWorker), bytes, source);
}

/** The refusal of a file that is no Word file by its size and first bytes; null for one that may be. */
export function refuseFile(bytes: Uint8Array): Brought | null {
  if (bytes.length === 0) return noWords(null);
  if (bytes.length > ARTICLE_SIZE)
    return refuse('too-large', 'The file is larger than 10 MB. Paste its text instead.');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse(
      'unreadable',
      'This is an old Word file (.doc), or one with a password. Save it as .docx without a password.',
    );
  return bytes[0] === 0x50 && bytes[1] === 0x4b
    ? null
    : refuse('unreadable', 'This file is called .docx and is none. Save it as .docx, or paste its text.');
}

function readInWorker(
  bytes: Uint8Array,
  startWorker: DocxSource['startWorker'],
): Promise<DocxRead | 'late' | 'failed'> {
  return new Promise((resolve) => {
    const worker = startWorker(address);
    const end = (answer: DocxRead | 'late' | 'failed'): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end('late'), DOCX_TIME);
    worker.addEventListener('message', ({ data }: MessageEvent<DocxRead>) => end(data));
    worker.addEventListener('error', () => end('failed'));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    worker.postMessage(bytes);
  });
}

/** What the worker read, as words; `late` where it was given up, `failed` where it did not run. */
export function takeDocx(
  read: DocxRead | 'late' | 'failed',
  bytes: Uint8Array,
  { name, parse }: Pick<DocxSource, 'name' | 'parse'>,
): Brought {
  if (read === 'late')
    return refuse('too-slow', 'The file took longer than 5 seconds to read. Paste its text instead.');
  if (read === 'failed')
    return refuse('unreadable', 'The file could not be read here. Paste its text instead.');
  if (!read.ok) return refuse(read.reason, read.message);
  return guarded(null, () => {
    const sheet = startSheet();
    for (const [what, count] of read.leftOut) sheet.leftOut.add(what, count);
    const { body } = purified(unname(parse(read.html)), sheet.leftOut);
    walkHtml(body, sheet, null);
    const page = sheet.finish();
    if (page.text.trim() === '') return noWords(null);
    const { title, author } = read;
    return {
      ok: true,
      imported: {
        ...titleFirst(page, title),
        about: { ...UNKNOWN, title, author },
        original: { name, type: DOCX, content: bytes },
        leftOut: sheet.leftOut.told(),
      },
    };
  });
}

function purified(document: Document, leftOut: Parameters<typeof purify>[2]): Document {
  purify(document, null, leftOut);
  return document;
}
