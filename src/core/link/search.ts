import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { lettersInPlaceOf } from './block-order.ts';
import { lettersIn, lettersOf, type Letters } from './letters.ts';
import type { Locator } from './locator.ts';
import { wantedOf, type Wanted } from './matches.ts';

/** A link to words that is being read: what it looks for, and where. */
export interface Search {
  readonly article: Article;
  readonly all: Letters;
  readonly locator: Locator;
  readonly first: Wanted;
  /** The last words; null where the first are the whole quote. */
  readonly last: Wanted | null;
  /** The blocks that the first and the last words are to be in. */
  readonly home: Home;
  readonly lastHome: Home;
}

/** A block that a link names. */
export interface Home {
  /** Its letters; null where there is no such block. */
  readonly letters: Span | null;
  /** Where it is gone: the letters of the new blocks that stand in its place, or null where there are none. */
  readonly instead: Span | null;
}

/** Makes a search of a locator that names words. */
export function searchFor(article: Article, locator: Locator, words: string): Search {
  const all = lettersOf(article);
  const { block, to } = locator;
  const home = homeOf(article, all, block);
  return {
    article,
    all,
    locator,
    first: wantedOf(words),
    last: to ? wantedOf(to.words) : null,
    home,
    lastHome: to && to.block !== block ? homeOf(article, all, to.block) : home,
  };
}

function homeOf({ blocks }: Article, all: Letters, id: string): Home {
  const block = blocks.find((candidate) => candidate.id === id);
  return block
    ? { letters: lettersIn(all, block), instead: null }
    : { letters: null, instead: lettersInPlaceOf(blocks, all, id) };
}
