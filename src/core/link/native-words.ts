import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';

/** So much of the text is cut into words around an offset: more than the longest word. In UTF-16 units. */
const REACH = 240;
const LETTER = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * A span as a browser can find it: from its first to its last letter or digit, made whole at both ends (Unicode
 * UAX 29, by which browsers cut words: "Vance's" is one). Null where it has none.
 */
export function wholeWords(article: Article, { start, end }: Span): Span | null {
  const { text } = article;
  const words = text.slice(start, end);
  const first = words.search(LETTER);
  if (first < 0) return null;
  let last = words.length - 1;
  while (!LETTER.test(String.fromCodePoint(words.codePointAt(last)!))) last -= 1;
  const opening = segmentAt(article, start + first);
  const closing = segmentAt(article, start + last);
  return { start: opening.start, end: closing.end };
}

/** Where the nth word after an offset ends, not beyond `limit` nor the block that the first of them stands in. */
export function wordsAfter(article: Article, offset: number, count: number, limit = Infinity): number {
  const within = blockFrom(article, offset);
  if (!within) return offset;
  const start = Math.max(offset, within.start);
  const end = Math.min(within.end, limit, start + REACH);
  const words = wordsOf(article.text, { start, end });
  return words[Math.min(count, words.length) - 1]?.end ?? offset;
}

/** Where the nth word before an offset starts, not before `limit` nor the block that the last of them stands in. */
export function wordsBefore(article: Article, offset: number, count: number, limit = 0): number {
  const within = article.blocks.findLast(
    (block) => block.start < offset && hasLetter(article, block, offset),
  );
  if (!within) return offset;
  const end = Math.min(offset, within.end);
  const words = wordsOf(article.text, { start: Math.max(within.start, limit, end - REACH), end });
  // The first of a window's words may be cut.
  const from = end - REACH > Math.max(within.start, limit) ? 1 : 0;
  return words[Math.max(from, words.length - count)]?.start ?? offset;
}

function hasLetter({ text }: Article, { start, end }: Span, before: number): boolean {
  return LETTER.test(text.slice(start, Math.min(end, before)));
}

/** The block with the first letter from an offset on. */
function blockFrom(article: Article, offset: number): Span | undefined {
  return article.blocks.find(
    ({ start, end }) => end > offset && LETTER.test(article.text.slice(Math.max(start, offset), end)),
  );
}

function wordsOf(text: string, { start, end }: Span): Span[] {
  return [...segmenter.segment(text.slice(start, end))]
    .filter(({ segment }) => LETTER.test(segment))
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

function segmentAt({ text, blocks }: Article, offset: number): Span {
  const block = blocks.find(({ end }) => end > offset) ?? { start: 0, end: text.length };
  const from = Math.max(Math.min(block.start, offset), offset - REACH);
  const segment = segmenter
    .segment(text.slice(from, Math.min(block.end, offset + REACH)))
    .containing(offset - from)!;
  return { start: from + segment.index, end: from + segment.index + segment.segment.length };
}
