import { countBefore } from '../text/bisect.ts';
import { foldingOf } from '../text/find.ts';
import { fold, type Folding } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Block } from '../voices/blocks.ts';
import type { Article } from '../voices/read-article.ts';
import { wholeWords, wordsAfter, wordsBefore } from './native-words.ts';

/** Words up to this length, in characters of the text, are in the directive as they are; of longer ones, both ends. */
const LONGEST_EXACT = 80;
/** How many words of a long quote's ends, and of what stands around a quote, are tried: as few as make it unique. */
const SIDES = [3, 4, 5, 6, 8, 11];
const CONTEXTS = [1, 2, 3, 4, 6, 9, 13];

/** The terms of a text directive, as spans of the text. `last`: the words that a long quote ends with. */
interface Terms {
  readonly prefix?: Span | undefined;
  readonly first: Span;
  readonly last?: Span | undefined;
  readonly suffix?: Span | undefined;
}

/**
 * A text directive (WICG scroll-to-text-fragment, `text=[prefix-,]start[,end][,-suffix]`) for the words of a span, made
 * whole at both ends, as a browser demands. It is unique in the article by a comparison that is at least as lenient as
 * the browsers' (case, accents, quotes, dashes). Empty where there is none: no letters, a lone surrogate, or words that
 * stand more than once whatever is around them and would open at the wrong place.
 */
export function textDirective(article: Article, span: Span): string {
  const words = wholeWords(article, span);
  if (!words) return '';
  const page: Page = { text: article.text, folding: foldingOf(article) };
  for (const terms of termsFor(article, words)) {
    if (isUnique(page, terms)) return write(article.text, terms);
  }
  return '';
}

/** The ways to say it, shortest first. */
function* termsFor(article: Article, words: Span): Generator<Terms> {
  const { text, blocks } = article;
  const [home, lastHome] = [blockOf(blocks, words.start), blockOf(blocks, words.end - 1)];
  const isShort = home === lastHome && squeeze(text.slice(words.start, words.end)).length <= LONGEST_EXACT;
  const bare: Terms[] = isShort ? [{ first: words }] : SIDES.flatMap((count) => ends(article, words, count));
  // Long words on both sides of a block's end.
  if (bare.length === 0) bare.push(...ends(article, words, 2), ...ends(article, words, 1));
  yield* bare;
  const longest = bare.at(-1);
  if (!longest) return;
  for (const count of CONTEXTS) {
    const before = contextBefore(article, words, count);
    const after = contextAfter(article, words, count);
    if (after) yield withContext(longest, null, after);
    if (before) yield withContext(longest, before, null);
    if (before && after) yield withContext(longest, before, after);
  }
}

/** The first and the last words of a long quote; none where they would meet. */
function ends(article: Article, words: Span, count: number): Terms[] {
  const first = { start: words.start, end: wordsAfter(article, words.start, count, words.end) };
  const last = { start: wordsBefore(article, words.end, count, words.start), end: words.end };
  return first.end <= last.start ? [{ first, last }] : [];
}

/** A term of context, and where the quote's own term meets it: a browser lets nothing but white space stand between. */
interface Context {
  readonly term: Span;
  readonly meets: number;
}

function contextBefore(article: Article, words: Span, count: number): Context | null {
  const start = wordsBefore(article, words.start, count);
  if (start === words.start) return null;
  const [own, home] = [blockOf(article.blocks, start), blockOf(article.blocks, words.start)];
  // A term never reaches over a block's end, so that marks before the quote's first word go to the quote.
  if (own && home && own !== home) return { term: { start, end: own.end }, meets: home.start };
  return { term: { start, end: words.start }, meets: words.start };
}

function contextAfter(article: Article, words: Span, count: number): Context | null {
  const end = wordsAfter(article, words.end, count);
  if (end === words.end) return null;
  const [own, home] = [blockOf(article.blocks, end - 1), blockOf(article.blocks, words.end - 1)];
  if (own && home && own !== home) return { term: { start: own.start, end }, meets: home.end };
  return { term: { start: words.end, end }, meets: words.end };
}

function withContext({ first, last }: Terms, before: Context | null, after: Context | null): Terms {
  const end = after?.meets ?? (last ?? first).end;
  return {
    prefix: before?.term,
    first: { start: before?.meets ?? first.start, end: last ? first.end : end },
    last: last && { start: last.start, end },
    suffix: after?.term,
  };
}

function blockOf(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks.find((block) => offset < block.end);
}

interface Page {
  readonly text: string;
  readonly folding: Folding;
}

/** Whether a browser that searches the article from its top finds the words first, and nothing else in their place. */
function isUnique(page: Page, { prefix, first, last, suffix }: Terms): boolean {
  const opening = { start: prefix?.start ?? first.start, end: last ? first.end : (suffix?.end ?? first.end) };
  const places = placesOf(page, opening, 0);
  if (places.length !== 1) return false;
  if (!last) return true;
  const closing = { start: last.start, end: suffix?.end ?? last.end };
  const [place] = placesOf(page, closing, foldedOffset(page.folding, first.end));
  return place !== undefined && page.folding.starts[place] === last.start;
}

/** Where the words of a span stand in the folded text from an offset on, up to the second place. */
function placesOf({ text, folding }: Page, span: Span, from: number): number[] {
  const wanted = fold(text.slice(span.start, span.end)).text.trim();
  const places: number[] = [];
  for (let at = folding.text.indexOf(wanted, from); at >= 0 && places.length < 2;) {
    if (isBounded(folding.text, at) && isBounded(folding.text, at + wanted.length)) places.push(at);
    at = folding.text.indexOf(wanted, at + 1);
  }
  return places;
}

/** True unless letters of a script with spaces stand on both sides: more lenient than any browser's word boundary. */
function isBounded(folded: string, at: number): boolean {
  return !/^[a-z0-9\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2}$/u.test(
    folded.slice(at - 1, at + 1),
  );
}

/** The first folded offset that comes from an offset of the text or later. */
function foldedOffset({ starts }: Folding, offset: number): number {
  return countBefore(starts.length - 1, (index) => starts[index]! < offset);
}

function write(text: string, { prefix, first, last, suffix }: Terms): string {
  const term = ({ start, end }: Span): string => squeeze(text.slice(start, end));
  const terms = [prefix, first, last, suffix].map((span) => span && term(span));
  if (terms.some((one) => one !== undefined && /\p{Cs}/u.test(one))) return '';
  const [before, start, end, after] = terms.map((one) => one && encode(one));
  return `text=${before ? `${before}-,` : ''}${start}${end ? `,${end}` : ''}${after ? `,-${after}` : ''}`;
}

/** Words as a browser draws and searches them: white space collapsed, without characters that draw nothing. */
function squeeze(words: string): string {
  return words
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Percent-encodes everything but A-Z, a-z and 0-9: hyphen and comma mean something there, and chats eat other signs. */
function encode(term: string): string {
  return encodeURIComponent(term).replace(
    /[-_.!~*'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
