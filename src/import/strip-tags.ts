import { BLOCKS, DROPPED } from './html-elements.ts';
import { tagsIn } from './html-tags.ts';
import type { Sheet } from './sheet.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

/**
 * Writes the words of HTML without a document: for a page that has so many elements that a document of it would not
 * fit into memory. Blocks become paragraphs, other tags go, and only the common character references are read.
 */
export function stripTags(html: string, sheet: Sheet): void {
  let from = 0;
  for (const { name, isEnd, start, end } of tagsIn(html)) {
    writeWords(html.slice(from, start), sheet);
    from = end;
    if (BLOCKS.has(name)) sheet.gap('paragraph');
    else if (name === 'br') sheet.gap('break');
    const told = isEnd ? null : DROPPED.get(name);
    if (told) sheet.leftOut.add(told);
  }
  writeWords(html.slice(from), sheet);
}

function writeWords(html: string, sheet: Sheet): void {
  if (html === '') return;
  const words = html
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name: string) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    });
  if (words.startsWith(' ')) sheet.gap('space');
  if (words.trim() !== '') sheet.words(words.replace(/^ | $/g, ''));
  if (words.endsWith(' ')) sheet.gap('space');
}
