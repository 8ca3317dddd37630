import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { stretches } from '../voices/stretches.ts';
import { speakerOf, textHash } from './describe.ts';
import { LOST, search, type Located } from './search.ts';
import { selectorOf, type Selectors, type TextQuoteSelector } from './selectors.ts';
import { comparing, carryOver, type Versions } from './versions.ts';
import { indexing } from './word-index.ts';

export type { Located };

/**
 * Finds described words in an article.
 *
 * The words must be there: a position alone is never trusted, except in the very text that it was taken from. How they
 * are set (quotes, dashes, spaces, soft hyphens, the case of the first letter, NFC or NFD) is no change; anything else
 * is, and is `reworded`. Changed words are taken only between what stood around them; where that has closed over them,
 * they are lost, whatever looks like them elsewhere. The same words elsewhere are taken if they are long enough to be
 * no chance. Among several places the context decides; position only between places that are equally good, and if
 * one is far nearer. Words that another speaker says are offered, never taken.
 */
export function locate(article: Article, selectors: Selectors): Located {
  return atOnce(article, selectors) ?? search(article, run(indexing(article)), selectors);
}

/**
 * `locate` for many: the text is indexed once. `from` is the text that the words were described in, where it is known:
 * both texts are compared once, and every position is carried over.
 */
export function locateAll(
  article: Article,
  many: readonly Selectors[],
  from?: { readonly text: string },
): Located[] {
  return run(locatingAll(article, many, from));
}

/** Characters of described words that are looked for in one slice. */
const SLICE = 8_000;
/** What a note counts besides its characters. */
const EACH = 100;

/** `locateAll` in slices of a few milliseconds for a text of a novel's length; yields how much is done, 0 to 1. */
export function* locatingAll(
  article: Article,
  many: readonly Selectors[],
  from?: { readonly text: string },
): Generator<number, Located[], void> {
  const placed: Located[] = [];
  let versions: Versions | null = null;
  let load = 0;
  // What an article is asked for first takes a while by itself.
  textHash(article);
  yield 0;
  stretches(article);
  yield 0;
  for (const selectors of many) {
    let located = atOnce(article, selectors);
    if (!located && from) {
      versions ??= yield* comparing(article, from);
      located = yield* carryOver(versions, selectors);
    }
    located ??= search(article, yield* indexing(article), selectors);
    placed.push(located);
    load += EACH + (selectorOf(selectors, 'TextQuoteSelector')?.exact.length ?? 0);
    if (load > SLICE) {
      load = 0;
      yield placed.length / many.length;
    }
  }
  return placed;
}

/** Does all slices. */
function run<T>(work: Generator<number, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What can be told by looking at the position alone: the same text, or the words with all that was around them. */
function atOnce(article: Article, selectors: Selectors): Located | null {
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  const position = selectorOf(selectors, 'TextPositionSelector');
  const known = selectorOf(selectors, 'ArticleSelector');
  if (position && isSpan(article, position)) {
    const span = { start: position.start, end: position.end };
    const isSame = !quote || quote.exact === article.text.slice(span.start, span.end);
    if (isSame && known?.text === textHash(article)) return { outcome: 'exact', span };
    if (quote && isSame && hasSurroundings(article.text, quote, span)) {
      if (!known || known.speaker === null || known.speaker === speakerOf(article, span)) {
        return { outcome: 'exact', span };
      }
    }
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

function isSpan(article: Article, span: Span): boolean {
  return span.start >= 0 && span.start < span.end && span.end <= article.text.length;
}
