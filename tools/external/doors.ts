import { parseInert as parse } from './inert-window.ts';
import type { Brought } from '../../src/core/text/brought.ts';
import { docxToHtml } from '../../src/import/docx-html.ts';
import { takeDocx } from '../../src/import/docx.ts';
import { bringHtml, writeHtmlPiece } from '../../src/import/html.ts';
import { bringMarkdown } from '../../src/import/markdown.ts';
import { bringText } from '../../src/import/plain-text.ts';

/** A door may take so long, ms. */
const LONGEST = 5_000;

/** The doors, in a window that runs no script and loads nothing. */
export interface OpenDoors {
  /** A piece of HTML, and a whole page. */
  readonly html: (content: string) => Brought;
  readonly page: (content: string) => Brought;
  readonly markdown: (content: string) => Brought;
  readonly text: (content: string) => Brought;
  readonly docx: (bytes: Uint8Array) => Promise<Brought>;
}

Reflect.deleteProperty(globalThis, 'window');

/** HTML as a document that runs nothing and loads nothing. */
export const parseInert = parse;

/** The doors outside of a browser. */
export const doors: OpenDoors = {
  html: (content) => bringHtml(content, { name: null, address: null, parse, extent: 'piece' }),
  page: (content) => bringHtml(content, { name: null, address: null, parse, extent: 'page' }),
  markdown: (content) => bringMarkdown(content, null, (html, sheet) => writeHtmlPiece(html, sheet, parse)),
  text: (content) => bringText(content, null),
  docx: async (bytes) => takeDocx(await docxToHtml(bytes), bytes, { name: null, parse }),
};

/** What a door made of something, in time and without harm: the text, or the reason why that can't be said. */
export async function bringSafely(
  bring: () => Brought | Promise<Brought>,
): Promise<{ brought: Brought; harm: string | null }> {
  const began = performance.now();
  const brought = await bring();
  const took = performance.now() - began;
  if (took > LONGEST) return { brought, harm: `took ${Math.round(took)} ms` };
  return { brought, harm: harmOf(brought) };
}

/** Harm in what a door brought: a changed prototype, a link that is none of the web, a span outside of the text. */
export function harmOf(brought: Brought): string | null {
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) return 'Object.prototype was changed';
  if (!brought.ok) return brought.message === '' ? 'was refused without a word' : null;
  const { text, formatting } = brought.imported;
  for (const one of formatting) {
    if (!(one.start >= 0 && one.start < one.end && one.end <= text.length))
      return `${one.kind} from ${one.start} to ${one.end} of ${text.length}`;
    if (one.kind === 'link' && !/^(?:https?|mailto):/.test(one.href)) return `a link to ${one.href}`;
  }
  // oxlint-disable-next-line no-control-regex -- they must not be there
  return /[\0-\u0008\u000b-\u001f]|\p{Surrogate}/u.test(text) ? 'control characters in the text' : null;
}

/** The letters of a text without its blanks, to compare what two doors made of the same. */
export const letters = (text: string): string => text.replace(/[\s\u200b]+/g, '');

/** The letters that a door brought; none where it brought none. */
export const lettersOf = (brought: Brought): string => (brought.ok ? letters(brought.imported.text) : '');
