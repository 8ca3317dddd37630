import type { Slices } from '../text/slices.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { aligning } from './align.ts';
import { ENOUGH, LEFT_IN_PLACE } from './judge.ts';
import { carry, passageOf, weightBetween, type Passage } from './passage.ts';
import { search, spanOf } from './search.ts';
import { selectorOf, type Selectors, type TextQuoteSelector } from './selectors.ts';
import { LOST, type Located } from './verbatim.ts';
import { voiceAt } from './voice.ts';
import { indexing, type WordIndex } from './word-index.ts';
import { cuttingWords, type Words } from './words.ts';

/** An article and the text that it was before, compared once for any number of notes. */
export interface Versions {
  readonly article: Article;
  readonly old: Article;
  readonly index: WordIndex;
  readonly oldWords: Words;
  /** The word of the article for each word of the old text, or -1. */
  readonly mates: Int32Array;
  /** 1 for each word of the article that was in the old text, at its place. */
  readonly wasThere: Uint8Array;
}

/** Words marked in one slice. */
const SLICE = 200_000;

/** Compares an article with an older text of it. */
export function* comparing(article: Article, from: { readonly text: string }): Slices<Versions> {
  const oldWords = yield* cuttingWords(from.text);
  const index = yield* indexing(article);
  const { words } = index;
  const mates = yield* aligning(
    { words: oldWords, from: 0, to: oldWords.count },
    { words, from: 0, to: words.count },
  );
  const wasThere = new Uint8Array(words.count);
  yield 0;
  for (let at = 0; at < mates.length; at += 1) {
    const mate = mates[at]!;
    if (mate >= 0 && oldWords.keys[at] === words.keys[mate]) wasThere[mate] = 1;
    if (at % SLICE === SLICE - 1) yield at / mates.length;
  }
  yield 0;
  const old = {
    ...article,
    text: from.text,
    blocks: [],
    speakers: [],
    quotations: [],
    turns: [],
    exchanges: [],
  };
  return { article, old, index, oldWords, mates, wasThere };
}

/**
 * Carries described words over from the old text. Their words elsewhere are theirs if they stood there once, or if the
 * words there are new: what was in the old text belongs to its own place. Null where the old text does not hold the
 * words once. There must be a quote among the selectors.
 */
export function* carryOver(versions: Versions, selectors: Selectors): Slices<Located | null> {
  const quote = selectorOf(selectors, 'TextQuoteSelector')!;
  const was = yield* placeBefore(versions, selectors, quote);
  const passage = was && passageOf(versions.oldWords, was);
  if (!passage) return null;
  const { article, index, mates } = versions;
  const carried = carry(passage, index.words, { mates, base: 0 });
  const stays =
    carried !== null &&
    (carried.same ||
      Math.max(carried.likeness, carried.kept / 2) >= LEFT_IN_PLACE ||
      isReplaced(versions, passage));
  if (!stays || !(carried.same || carried.spelling)) {
    const elsewhere = away(versions, passage, search(article, index, selectors));
    if (elsewhere && (!stays || elsewhere.outcome !== 'ambiguous')) return elsewhere;
  }
  if (!stays) return LOST;
  const span = spanOf(carried);
  const voice = voiceAt(article, span, selectorOf(selectors, 'ArticleSelector')?.speaker ?? null);
  const isUnsettled = voice === 'unsettled' && !hasNeighbours(versions, passage);
  if (voice === 'other' || isUnsettled || (voice === 'partly' && carried.same))
    return { outcome: 'ambiguous', candidates: [span] };
  return carried.same && voice !== 'unsettled'
    ? { outcome: 'exact', span }
    : { outcome: 'reworded', span, was: quote.exact };
}

function* placeBefore(
  { old }: Versions,
  selectors: Selectors,
  { exact, prefix = '', suffix = '' }: TextQuoteSelector,
): Slices<Span | null> {
  const position = selectorOf(selectors, 'TextPositionSelector');
  const { text } = old;
  if (
    position &&
    text.slice(position.start, position.end) === exact &&
    text.endsWith(prefix, position.start) &&
    text.startsWith(suffix, position.end)
  ) {
    return position;
  }
  const quotes = selectors.filter(({ type }) => type !== 'ArticleSelector');
  const located = search(old, yield* indexing(old), quotes);
  return located.outcome === 'exact' || located.outcome === 'moved' ? located.span : null;
}

/** What a search found, if it may be the words of a passage that is not, or not wholly, in its place. */
function away(versions: Versions, passage: Passage, found: Located): Located | null {
  const isNew = (span: Span): boolean => {
    const place = passageOf(versions.index.words, span);
    if (!place) return false;
    let there = 0;
    for (let at = place.first; at < place.last; at += 1) there += versions.wasThere[at]!;
    return there * 2 < place.last - place.first;
  };
  if (found.outcome === 'lost') return null;
  if (found.outcome === 'ambiguous') {
    const candidates = found.candidates.filter(isNew);
    return candidates.length > 0 ? { outcome: 'ambiguous', candidates } : null;
  }
  if (isNew(found.span)) return found.outcome === 'reworded' ? found : { outcome: 'moved', span: found.span };
  if (found.outcome === 'reworded') return null;
  const { words, start, end, first, last } = passage;
  const exact = words.text.slice(start, end);
  const stoodOnce = words.text.indexOf(exact, words.text.indexOf(exact) + 1) < 0;
  const isLong = weightBetween(words, first, last) >= ENOUGH;
  return stoodOnce && isLong ? { outcome: 'moved', span: found.span } : null;
}

/** Words on each side of a passage of which most must be as they were for it to stand where it stood. */
const NEIGHBOURS = 8;

function hasNeighbours({ mates, oldWords }: Versions, { first, last }: Passage): boolean {
  const isThere = (from: number, to: number): boolean => {
    let there = 0;
    for (let at = Math.max(0, from); at < to && at < oldWords.count; at += 1)
      there += mates[at]! >= 0 ? 1 : 0;
    return there * 4 >= 3 * (Math.min(to, oldWords.count) - Math.max(0, from));
  };
  return isThere(first - NEIGHBOURS, first) && isThere(last, last + NEIGHBOURS);
}

/** A word or two were replaced between words that are there as before. */
function isReplaced({ mates, oldWords, index }: Versions, { first, last }: Passage): boolean {
  const before = first === 0 ? -1 : mates[first - 1]!;
  const after = last === oldWords.count ? index.words.count : mates[last]!;
  const isHeld = (first === 0 || before >= 0) && (last === oldWords.count || after >= 0);
  return isHeld && last - first <= 3 && after - before - 1 <= last - first + 1;
}
