import { runSlices, type Slices } from '../text/slices.ts';
import type { Article } from '../voices/read-article.ts';
import { stretches } from '../voices/stretches.ts';
import { textHash } from './describe.ts';
import { search } from './search.ts';
import { selectorOf, type Selectors } from './selectors.ts';
import { atOnce, type Located } from './verbatim.ts';
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
 * one is far nearer. Words that another speaker says are offered, never taken; where it is only guessed that they are
 * another's, they may be taken among what stood around them, as `reworded`.
 */
export function locate(article: Article, selectors: Selectors): Located {
  return atOnce(article, selectors) ?? search(article, runSlices(indexing(article)), selectors);
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
  return runSlices(locatingAll(article, many, from));
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
): Slices<Located[]> {
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
