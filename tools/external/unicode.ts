import type { Brought } from '../../src/core/text/brought.ts';
import { clean } from '../../src/import/clean.ts';
import { packStored } from '../../src/import/zip.ts';
import { bringSafely, doors } from './doors.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'unicode';
const FILES = [
  'bidi-sample',
  'blns',
  'emoji-sequences',
  'grapheme-break',
  'normalization-length-changing',
  'offset-cases',
  'word-break',
];
/** So many strings are brought in at once, each as a paragraph. */
const PAGE = 100;

/** Odd strings, each between two letters: through every door they come unharmed, but for blanks that mean one. */
export const unicode: Suite = {
  name: NAME,
  cases: () => FILES.flatMap((file) => casesOf(file)),
};

function casesOf(file: string): Case[] {
  const strings = (jsonOf(NAME, `${file}.json`) as { text?: string; source?: string }[]).map(
    ({ text, source }) => `a${clean(text ?? source ?? '').text}b`,
  );
  const pages = new Map<number, Promise<Map<string, readonly string[] | string>>>();
  return strings.map((words, index): Case => ({
    name: `${file} ${index}`,
    run: async () => {
      const page = Math.floor(index / PAGE);
      if (!pages.has(page)) pages.set(page, bringPage(strings.slice(page * PAGE, (page + 1) * PAGE)));
      for (const [door, brought] of await pages.get(page)!) {
        if (typeof brought === 'string') return `${door}: ${brought}`;
        const is = brought[index % PAGE];
        if (is !== shown(words)) return `${door}: ${JSON.stringify(words)} became ${JSON.stringify(is)}`;
      }
      return null;
    },
  }));
}

/** A string where blanks and line ends in a row are one blank, as they are on a page. */
const shown = (text: string): string => clean(text).text.replace(/[ \t\n\u0085\u2028\u2029]+/g, ' ');

/** What each door makes of a page of strings, paragraph by paragraph, or why it can't be said. */
async function bringPage(strings: readonly string[]): Promise<Map<string, readonly string[] | string>> {
  // A paragraph of a plain text or of Markdown ends at an empty line, also at one within a string.
  const lines = strings.map((words) => words.replace(/\n[ \t]*(?=\n)/g, ''));
  const page = new Map<string, readonly string[] | string>();
  for (const [door, bring] of Object.entries(WAYS)) {
    const { brought, harm } = await bringSafely(() => bring(lines));
    const paragraphs = brought.ok ? brought.imported.text.split('\n\n').map(shown) : [];
    const isWhole = paragraphs.length === strings.length;
    page.set(door, harm ?? (isWhole ? paragraphs : `${paragraphs.length} paragraphs of ${strings.length}`));
  }
  return page;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const each = (strings: readonly string[], write: (words: string) => string): string =>
  strings.map((words) => write(escaped(words))).join('');

const WAYS: Readonly<Record<string, (strings: readonly string[]) => Brought | Promise<Brought>>> = {
  text: (strings) => doors.text(strings.join('\n\n')),
  markdown: (strings) => doors.markdown(strings.join('\n\n').replace(/[!-/:-@[-`{-~]/g, '\\$&')),
  html: (strings) => doors.html(each(strings, (words) => `<p>${words}</p>`)),
  docx: (strings) => {
    const body = each(strings, (words) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`);
    const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const xml = `<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`;
    return doors.docx(packStored(new Map([['word/document.xml', new TextEncoder().encode(xml)]])));
  },
};
