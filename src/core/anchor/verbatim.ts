import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { speakerOf, textHash } from './describe.ts';
import { selectorOf, type Selectors, type TextQuoteSelector } from './selectors.ts';

/**
 * Where described words are now.
 * - `exact`: the words, in their place (the same text, block or surroundings);
 * - `moved`: the words, somewhere else;
 * - `reworded`: changed words in their place; `was` is how they read before. Where both read the same, the words are
 *   now given to another speaker, by a rule that an edit elsewhere may have turned;
 * - `ambiguous`: several places fit, or the only one is doubtful: a person must choose among `candidates`;
 * - `lost`: not there.
 */
export type Located =
  | { readonly outcome: 'exact' | 'moved' | 'reworded'; readonly span: Span; readonly was?: string }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly outcome: 'lost' };

/** Nowhere. */
export const LOST: Located = { outcome: 'lost' };

/**
 * What `locate` says, as far as it can be told without looking for likenesses: words that stand where they were, or
 * with all that was around them in one place only. Null where `locate` must be asked. This is a small part of it, for a
 * page that loads the rest when a note needs it.
 */
export function locateVerbatim(article: Article, selectors: Selectors): Located | null {
  const located = atOnce(article, selectors);
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  if (located || !quote) return located;
  const { exact, prefix = '', suffix = '' } = quote;
  const whole = prefix + exact + suffix;
  const at = article.text.indexOf(whole);
  if (whole.length - exact.length < SURROUNDINGS || at < 0 || article.text.includes(whole, at + 1))
    return null;
  const span = { start: at + prefix.length, end: at + prefix.length + exact.length };
  return isSpeakers(article, selectors, span) ? { outcome: 'exact', span } : null;
}

/** What can be told by looking at the position alone: the same text, or the words with all that was around them. */
export function atOnce(article: Article, selectors: Selectors): Located | null {
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  const position = selectorOf(selectors, 'TextPositionSelector');
  if (position && isSpan(article, position)) {
    const span = { start: position.start, end: position.end };
    const isSame = !quote || quote.exact === article.text.slice(span.start, span.end);
    const isKept =
      quote && hasSurroundings(article.text, quote, span) && isSpeakers(article, selectors, span);
    // The text's name last: to work it out takes longer than opening a page should.
    if (isSame && (isKept || selectorOf(selectors, 'ArticleSelector')?.text === textHash(article)))
      return { outcome: 'exact', span };
  }
  return !quote || quote.exact === '' ? LOST : null;
}

/** A described context shorter than this may stand in several places. */
const SURROUNDINGS = 32;

function hasSurroundings(text: string, { prefix = '', suffix = '' }: TextQuoteSelector, span: Span): boolean {
  return (
    prefix.length + suffix.length >= SURROUNDINGS &&
    text.startsWith(suffix, span.end) &&
    text.endsWith(prefix, span.start)
  );
}

/** Whether the words there are the speaker's that is known of, if any is. */
function isSpeakers(article: Article, selectors: Selectors, span: Span): boolean {
  const speaker = selectorOf(selectors, 'ArticleSelector')?.speaker ?? null;
  return speaker === null || speaker === speakerOf(article, span);
}

function isSpan(article: Article, span: Span): boolean {
  return span.start >= 0 && span.start < span.end && span.end <= article.text.length;
}
