import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { numberOf } from './block-order.ts';
import { lettersIn, wordsBetween } from './letters.ts';
import { placesOf } from './matches.ts';
import { nearPlaces, type Near } from './near.ts';
import type { Search } from './search.ts';

/** Nearly the same words are taken for the same from so many letters on: of less, chance has too many alike. */
const ENOUGH = 8;
/** One slip is hardly chance. With more, so many letters of a whole quote must be right, */
const SLIP = 1;
const RIGHT = 10;
/** or one end of a quote must be surely right, and the other not further away: in letters, about thirty words. */
const ALONG = 150;
/** In words: what is left of a quote may be shown without its other end from so much on; of one sentence, up to so much. */
const REST = { least: 4, most: 12 };

/**
 * The letters of a quote whose words were changed: where it stands nearly as the link has it, in the blocks that the
 * link names; or, where one end of it is gone, what is left beside the other end. Null where nothing or more than one
 * thing is near.
 */
export function changedQuote(search: Search): Span | null {
  return nearQuote(search) ?? restOfQuote(search);
}

function nearQuote({ all, first, last, ...named }: Search): Span | null {
  const home = named.home.letters ?? named.home.instead;
  const lastHome = named.lastHome.letters ?? named.lastHome.instead;
  if (!home || !lastHome || first.letters.length + (last?.letters.length ?? 0) < ENOUGH) return null;
  const starts = nearPlaces(all, first, home);
  if (!last) return best(starts.filter(({ cost }) => cost <= SLIP || first.letters.length - cost >= RIGHT));
  const ends = nearPlaces(all, last, lastHome);
  const pairs = starts.flatMap((start) =>
    ends
      .filter((end) => end.start >= start.end && isLikely(start, end))
      .map((end) => ({ start: start.start, end: end.end, cost: start.cost + end.cost })),
  );
  return best(pairs);
}

function isLikely(start: Near, end: Near): boolean {
  const sure = [start, end].filter(({ cost }) => cost <= SLIP).length;
  return sure === 2 || (sure === 1 && end.end - start.start <= ALONG);
}

/** The nearest place; null where another is as near. */
function best(places: readonly Near[]): Span | null {
  const [first, second] = places.toSorted((a, b) => a.cost - b.cost);
  return first && first.cost !== second?.cost ? first : null;
}

/**
 * What is left of a quote of which one end is gone, most often with its sentence or its paragraph: from the other end,
 * where that stands once, to the end of the sentence, or through the blocks that are left.
 */
function restOfQuote(search: Search): Span | null {
  const { all, first, last, home, lastHome } = search;
  if (!last) return null;
  const heads = home.letters ? placesOf(all, first, home.letters) : [];
  const tails = lastHome.letters ? placesOf(all, last, lastHome.letters) : [];
  if (heads.length + tails.length !== 1) return null;
  const [head, tail] = [heads[0], tails[0]];
  const known =
    head === undefined ? { start: tail!, end: tail! + last.letters.length } : { start: head, end: head };
  const around =
    home === lastHome ? sentenceAround(search, known) : blocksBetween(search, head !== undefined);
  if (!around) return null;
  const rest = head === undefined ? { ...known, start: around.start } : { ...known, end: around.end };
  const words = wordsBetween(all, rest).length;
  if (home === lastHome) return words > 0 && words <= REST.most ? rest : null;
  // Where a whole block was taken out, the rest is all that there is of the quote.
  const lost = head === undefined ? home : lastHome;
  return words >= REST.least || (words > 0 && !lost.letters && !lost.instead) ? rest : null;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The letters of the sentence (Unicode UAX 29) that some letters stand in; a quote across more has more words. */
function sentenceAround({ article, all }: Search, letters: Span): Span | null {
  const offset = all.at[Math.max(letters.start, letters.end - 1)]!;
  const block = article.blocks.find(({ end }) => end > offset);
  if (!block) return null;
  const sentence = segmenter
    .segment(article.text.slice(block.start, block.end))
    .containing(Math.max(0, offset - block.start))!;
  const start = block.start + sentence.index;
  return lettersIn(all, { start, end: start + sentence.segment.length });
}

/** The letters of the blocks that a quote goes through, but for the one that its lost end was in. */
function blocksBetween({ article, all, locator }: Search, hasHead: boolean): Span | null {
  const [from, to] = [numberOf(locator.block), numberOf(locator.to?.block ?? locator.block)];
  const isLeft = ({ id }: Article['blocks'][number]): boolean =>
    hasHead ? numberOf(id) >= from && numberOf(id) < to : numberOf(id) > from && numberOf(id) <= to;
  const [first, last] = [article.blocks.find(isLeft), article.blocks.findLast(isLeft)];
  return first && last ? lettersIn(all, { start: first.start, end: last.end }) : null;
}
