import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { blockAt } from './describe.ts';
import { judge, type Known } from './judge.ts';
import { queryOf } from './query.ts';
import { selectorOf, type Selectors } from './selectors.ts';
import { LOST, type Located } from './verbatim.ts';
import type { WordIndex } from './word-index.ts';

/** Looks for described words all over a text, by the rules of `locate`. */
export function search(article: Article, index: WordIndex, selectors: Selectors): Located {
  const quote = selectorOf(selectors, 'TextQuoteSelector')!;
  const query = queryOf(quote);
  if (!query) return LOST;
  const known: Known = {
    position: selectorOf(selectors, 'TextPositionSelector'),
    article: selectorOf(selectors, 'ArticleSelector'),
  };
  const verdict = judge(article, index, query, known);
  if (!('place' in verdict)) {
    const candidates = verdict.candidates.map(spanOf);
    return candidates.length > 0 ? { outcome: 'ambiguous', candidates } : LOST;
  }
  const { place } = verdict;
  const span = spanOf(place);
  // The same words in another's mouth are another statement.
  if (!place.same || place.voice === 'unsettled') return { outcome: 'reworded', span, was: quote.exact };
  const inBlock = known.article !== undefined && blockAt(article, span.start)?.id === known.article.block;
  return { outcome: inBlock || place.context >= 0.5 ? 'exact' : 'moved', span };
}

/** A span alone, without what else is known of it. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
