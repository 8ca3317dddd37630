import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { blockAt, speakerOf, textHash } from './describe.ts';
import { selectorOf, type Selectors, type TextQuoteSelector } from './selectors.ts';

/**
 * Where described words are now.
 * - `exact`: the words, in their place (the same text, block or surroundings);
 * - `moved`: the words, somewhere else;
 * - `reworded`: changed words in their place; `was` is how they read before;
 * - `ambiguous`: several places fit, or the only one is doubtful: a person must choose among `candidates`;
 * - `lost`: not there.
 */
export type Located =
  | { readonly outcome: 'exact' | 'moved' | 'reworded'; readonly span: Span; readonly was?: string }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly outcome: 'lost' };

/** More equal places than this are not told apart by context; the first ones are offered. */
const MOST_CANDIDATES = 10_000;
const OFFERED = 8;

/**
 * Finds described words in an article. The words must be there: a position alone is never trusted, except in the very
 * text that it was taken from. Among equal words the context decides, then the block; position breaks no tie between
 * places that fit equally well. Words that only another speaker says are offered, never taken.
 */
export function locate(article: Article, selectors: Selectors): Located {
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  const position = selectorOf(selectors, 'TextPositionSelector');
  const known = selectorOf(selectors, 'ArticleSelector');
  const sameText = known !== undefined && known.text === textHash(article);
  if (sameText && position && isSpan(article, position)) {
    const span = { start: position.start, end: position.end };
    if (!quote || quote.exact === article.text.slice(span.start, span.end)) return { outcome: 'exact', span };
  }
  if (!quote || quote.exact === '') return { outcome: 'lost' };
  const places = placesOf(article.text, quote.exact);
  if (places.length === 0) return { outcome: 'lost' };
  const sameVoice = places.filter(
    (span) => !known || known.speaker === null || speakerOf(article, span) === known.speaker,
  );
  if (sameVoice.length === 0) return { outcome: 'ambiguous', candidates: places.slice(0, OFFERED) };
  const scored = sameVoice.map((span) => {
    const context = contextAgreement(article.text, quote, span);
    const inBlock = known !== undefined && blockAt(article, span.start)?.id === known.block;
    return { span, context, inBlock, score: context * 2 + (inBlock ? 1 : 0) };
  });
  const most = Math.max(...scored.map((place) => place.score));
  const best = scored.filter((place) => place.score === most);
  const only = best[0]!;
  if (best.length > 1) return { outcome: 'ambiguous', candidates: best.slice(0, OFFERED).map((b) => b.span) };
  if (only.inBlock || only.context === 1) return { outcome: 'exact', span: only.span };
  if (isDoubtful(quote, only.context)) return { outcome: 'ambiguous', candidates: [only.span] };
  return { outcome: 'moved', span: only.span };
}

function isSpan(article: Article, span: Span): boolean {
  return span.start >= 0 && span.start < span.end && span.end <= article.text.length;
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_CANDIDATES;) {
    places.push({ start: at, end: at + words.length });
    at = text.indexOf(words, at + 1);
  }
  return places;
}

/** How much of the described context stands around a place: 0 (nothing) to 1 (all of it, or none was described). */
function contextAgreement(text: string, quote: TextQuoteSelector, span: Span): number {
  const prefix = quote.prefix ?? '';
  const suffix = quote.suffix ?? '';
  if (prefix === '' && suffix === '') return 1;
  let before = 0;
  while (before < prefix.length && prefix[prefix.length - 1 - before] === text[span.start - 1 - before]) {
    before += 1;
  }
  let after = 0;
  while (after < suffix.length && suffix[after] === text[span.end + after]) after += 1;
  return (before + after) / (prefix.length + suffix.length);
}

/** A few common words that stand somewhere else among quite other words are a look-alike as likely as a move. */
function isDoubtful(quote: TextQuoteSelector, context: number): boolean {
  return quote.exact.length < 24 && context < 0.1;
}
