import { BLOCKS, DROPPED } from './html-elements.ts';
import type { Sheet } from './sheet.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', shy: '\u00ad' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
};

/** A comment, a tag with its attributes, or the beginning of one that does not end. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]{0,40})[^>]*(?:>|$)|<[!?][^>]*(?:>|$)/gi;

/**
 * Writes the words of HTML without a document: for a page that has so many elements that a document of it would not
 * fit into memory. Blocks become paragraphs, other tags go, and only the common character references are read.
 */
export function stripTags(html: string, sheet: Sheet): void {
  let from = 0;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(html); found; found = TAG.exec(html)) {
    writeWords(html.slice(from, found.index), sheet);
    from = found.index + found[0].length;
    const name = found[2]?.toLowerCase() ?? '';
    if (BLOCKS.has(name)) sheet.gap('paragraph');
    else if (name === 'br') sheet.gap('break');
    else if (found[1] === '' && CONTAINERS.has(name)) {
      // What is inside is no HTML, up to the tag that ends it.
      const end = new RegExp(`</${name}\\b`, 'gi');
      end.lastIndex = from;
      from = end.exec(html)?.index ?? html.length;
      TAG.lastIndex = from;
    }
    const told = found[1] === '' ? DROPPED.get(name) : null;
    if (told) sheet.leftOut.add(told);
  }
  writeWords(html.slice(from), sheet);
}

const CONTAINERS = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'template', 'iframe', 'svg']);

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
