import { countBefore } from '../text/bisect.ts';
import { hashText } from '../text/hash.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { stretches, type Stretch } from '../voices/stretches.ts';
import type { Selectors } from './selectors.ts';

/** Context kept on each side even where the words alone are unique: an edit may make them common. In UTF-16 units. */
export const CONTEXT = 32;
/** Context never grows beyond this; words that are still not unique then (a thousand equal lines) have their position. */
const MOST_CONTEXT = 512;

/**
 * Says where a span is in a way that can be found again, here or in a later version: the exact words with context
 * grown until they stand only once (W3C TextQuoteSelector), the position (TextPositionSelector), and the block, the
 * speaker and the text's hash. Throws a RangeError for a span that is empty or outside the text.
 */
export function describe(article: Article, span: Span): Selectors {
  const { text } = article;
  const { start, end } = span;
  if (
    !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
  ) {
    throw new RangeError(`no words at ${start} to ${end} in a text of ${text.length} code units`);
  }
  const context = growContext(text, span);
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, Math.max(0, start - context)), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + context))),
    },
    { type: 'TextPositionSelector', start, end },
    {
      type: 'ArticleSelector',
      block: blockAt(article, start)?.id ?? null,
      speaker: speakerOf(article, span),
      text: textHash(article),
    },
  ];
}

function growContext(text: string, span: Span): number {
  let context = CONTEXT;
  const exact = text.slice(span.start, span.end);
  if (standsOnce(text, exact)) return context;
  while (context < MOST_CONTEXT) {
    const from = Math.max(0, span.start - context);
    const to = Math.min(text.length, span.end + context);
    if (standsOnce(text, text.slice(from, to))) return context;
    context *= 2;
  }
  return MOST_CONTEXT;
}

function standsOnce(text: string, words: string): boolean {
  return text.indexOf(words, text.indexOf(words) + 1) < 0;
}

/** Moves an offset off the middle of a surrogate pair, towards the end. */
function wholeCharacter(text: string, at: number): number {
  const low = text.charCodeAt(at);
  return at > 0 && at < text.length && low >= 0xdc00 && low <= 0xdfff ? at + 1 : at;
}

const hashes = new WeakMap<Article, string>();

/** The hash of the article's text, worked out once. */
export function textHash(article: Article): string {
  let hash = hashes.get(article);
  if (hash === undefined) {
    hash = hashText(article.text);
    hashes.set(article, hash);
  }
  return hash;
}

/** The block that an offset lies in, or the next one where it lies between two; undefined after the last. */
export function blockAt(article: Article, offset: number): Article['blocks'][number] | undefined {
  const { blocks } = article;
  return blocks[firstEndingAfter(blocks, offset)];
}

/** Whose words a span is made of: the speaker of all its stretches, or null where it has several or none. */
export function speakerOf(article: Article, span: Span): string | null {
  const [first, ...rest] = stretchesIn(article, span);
  return first && rest.every(({ speaker }) => speaker === first.speaker) ? first.speaker : null;
}

/** The stretches that a span touches, in order; see `stretches`. */
export function stretchesIn(article: Article, { start, end }: Span): readonly Stretch[] {
  const all = stretches(article);
  const first = firstEndingAfter(all, start);
  let last = first;
  while (last < all.length && all[last]!.start < end) last += 1;
  return all.slice(first, last);
}

/** In spans that follow each other: the index of the first that ends after `offset`. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  return countBefore(spans.length, (index) => spans[index]!.end <= offset);
}
