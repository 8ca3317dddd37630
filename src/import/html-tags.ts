import {
  HTML_ATTRIBUTES,
  HTML_ATTRIBUTES_IN_ALL,
  HTML_DEPTH,
  HTML_REOPENED,
  HTML_TAGS,
} from '../core/limits.ts';

/** A tag, or a comment or declaration, which has no name. Offsets in UTF-16 units of the HTML. */
export interface Tag {
  /** In lower case; empty for a comment. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
}

/** A comment, a tag with its attributes, or the beginning of one that does not end. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]{0,40})[^>]*(?:>|$)|<[!?][^>]*(?:>|$)/gi;
/** What is inside of these is no HTML, up to the tag that ends it. */
const RAW = new Map(
  ['script', 'style', 'title', 'textarea', 'noscript', 'template', 'iframe', 'svg'].map((name) => [
    name,
    new RegExp(`</${name}\\b`, 'gi'),
  ]),
);

/** The tags of HTML in their order, without a document and in one pass; it passes over scripts and the like. */
export function* tagsIn(html: string): Generator<Tag> {
  for (let at = 0; at < html.length;) {
    TAG.lastIndex = at;
    const found = TAG.exec(html);
    if (!found) return;
    const name = found[2]?.toLowerCase() ?? '';
    const isEnd = found[1] === '/';
    at = found.index + found[0].length;
    const close = isEnd ? undefined : RAW.get(name);
    if (close) {
      close.lastIndex = at;
      at = close.exec(html)?.index ?? html.length;
    }
    yield { name, isEnd, start: found.index, end: at };
  }
}

const REOPENED = new Set([
  'b',
  'big',
  'code',
  'em',
  'font',
  'i',
  's',
  'small',
  'strike',
  'strong',
  'tt',
  'u',
]);
/** Elements that need no end, or have none. */
const ENDLESS = new Set(
  (
    'area base br col colgroup dd dt embed hr img input li link meta optgroup option p param rp rt source tbody td ' +
    'tfoot th thead tr track wbr a body head html nobr'
  ).split(' '),
);

/** Whether a parser would take too long over HTML, or its document too much memory. Measured in Chromium. */
export function isTooMuch(html: string): boolean {
  let attributes = 0;
  let [tags, open, deepest, bold, boldest] = [0, 0, 0, 0, 0];
  for (const { name, isEnd, start, end } of tagsIn(html)) {
    tags += 1;
    if (end - start > HTML_ATTRIBUTES * 2 && !RAW.has(name)) {
      const count = attributesIn(html.slice(start, end));
      attributes += count;
      if (count > HTML_ATTRIBUTES || attributes > HTML_ATTRIBUTES_IN_ALL) return true;
    }
    if (name === '' || ENDLESS.has(name)) continue;
    const step = isEnd ? -1 : 1;
    open = Math.max(0, open + step);
    deepest = Math.max(deepest, open);
    if (REOPENED.has(name)) bold = Math.max(0, bold + step);
    boldest = Math.max(boldest, bold);
    if (tags > HTML_TAGS || deepest > HTML_DEPTH) return true;
  }
  return tags > HTML_TAGS || (boldest > 10 && boldest * tags > HTML_REOPENED);
}

/** About how many attributes a tag has: words outside of quotation marks. */
function attributesIn(tag: string): number {
  return tag.replace(/"[^"]*"|'[^']*'/g, '').split(/[\s/]+/).length;
}
