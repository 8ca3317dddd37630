import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { blockAt, CONTEXT } from './describe.ts';
import { copiesOf, isClosed, placesOf, type Place } from './places.ts';
import type { Query } from './query.ts';
import type { ArticleSelector, TextPositionSelector } from './selectors.ts';
import { voiceAt, type Voice } from './voice.ts';
import type { WordIndex } from './word-index.ts';

/**
 * What is told of described words: one place that is theirs; or several, or one that is doubtful, for a person to
 * choose from; or none.
 */
export type Verdict = { readonly place: Judged } | { readonly candidates: readonly Judged[] };

/** A place with what speaks for it, weighed. */
export interface Judged extends Place {
  /** Whether the words there are all the speaker's, some of them, of nobody known, or another's. */
  readonly voice: Voice;
  /** How much of the described context is there, 0 to 1; 1 where none was described. */
  readonly context: number;
  /** Likeness and context together, 0 to 2. */
  readonly score: number;
}

/** What a note says besides its words. */
export interface Known {
  readonly position?: TextPositionSelector | undefined;
  readonly article?: ArticleSelector | undefined;
}

/** A side of the context is there from this share on. */
const THERE = 0.5;
/** Words stand among what stood around them from this share on. */
const AMONG = 0.75;
/** Letters, of the words and their context, below which a find may be chance. */
export const ENOUGH = 24;
/** Words of so many letters are hardly written twice. */
export const DISTINCT = 40;
/** How much of the words must be left between what stood before and after them; where one of the two is gone; */
export const LEFT_IN_PLACE = 0.4;
const LEFT_BESIDE = 0.65;
/** and what a person is shown as a possibility. */
const WORTH_SHOWING = 0.7;
/** A rival whose score is this near is nearly as good; so near, it is as good. */
const NEARLY = 0.15;
const AS_GOOD = 0.03;
/** The nearest of equally good places is taken if the next is this many times as far. */
const FAR_NEARER = 4;
const OFFERED = 8;

/** Finds the place of described words, or says who competes. The rules are those of `locate`. */
export function judge(article: Article, index: WordIndex, query: Query, known: Known): Verdict {
  const all = judgedPlaces(article, index, query, known);
  const closed = isClosed(index, query);
  const grown = known.article !== undefined && (query.quote.prefix?.length ?? 0) > CONTEXT * 1.5;
  const fitting = all.filter((place) => isTheirs(place, query));
  const others = all.filter((place) => !fitting.includes(place) && (place.same || sidesThere(place).all));
  const taken = fitting.filter((place) => mayTake(place, query, { closed, grown }));
  const best = taken[0];
  if (!best) {
    const shown = fitting.filter(
      (place) =>
        (place.same || place.likeness >= WORTH_SHOWING || sidesThere(place).all) &&
        !(closed && (!place.same || evidence(place, query) < ENOUGH)),
    );
    return offer([...others, ...shown]);
  }
  const foreign = others.filter(({ score }) => score > best.score + THERE);
  if (foreign.length > 0) return offer([...foreign, best]);
  const verbatim = taken.filter((place) => place.verbatim && hasContext(place));
  if (verbatim.length > 0) return pick(article, verbatim, known);
  if (!best.same && !best.spelling) {
    // Their own words elsewhere, in full: the sentences were swapped, and what is here now came from there.
    const elsewhere = taken.filter(({ same }) => same);
    if (elsewhere.length === 1 && query.weight >= DISTINCT) return { place: elsewhere[0]! };
    if (elsewhere.length > 0) return offer([best, ...elsewhere]);
  }
  return pick(
    article,
    taken.filter((place) => place === best || isRival(place, best)),
    known,
  );
}

/**
 * Whether the words of a place may be those of the speaker. Another's are not; where it is only guessed that they are
 * another's, while they stand among what stood around them, the guess has changed and not they; it is said all the same.
 */
function isTheirs(place: Judged, { quote: { prefix = '', suffix = '' } }: Query): boolean {
  const { voice, same, before, after } = place;
  if (voice !== 'unsettled') return voice !== 'other' && !(same && voice === 'partly');
  const isDescribed = prefix.length >= ENOUGH && suffix.length >= ENOUGH;
  return isDescribed && (before ?? 0) >= AMONG && (after ?? 0) >= AMONG;
}

function judgedPlaces(article: Article, index: WordIndex, query: Query, known: Known): Judged[] {
  const places = placesOf(index, query);
  // Pairs find every copy of longer words; shorter ones may be too common, or parts of words.
  const isShort = query.passage.last - query.passage.first < 5;
  if (isShort && !places.some(({ verbatim }) => verbatim)) {
    for (const copy of copiesOf(index, query)) {
      if (!places.some(({ start, end }) => start === copy.start && end === copy.end)) places.push(copy);
    }
  }
  return places
    .map((place): Judged => {
      const sides = sidesOf(place);
      const context = sides.length === 0 ? 1 : sides.reduce((sum, side) => sum + side, 0) / sides.length;
      const voice = voiceAt(article, place, known.article?.speaker ?? null);
      return { ...place, voice, context, score: place.likeness + context };
    })
    .toSorted((a, b) => b.score - a.score || Number(b.voice === 'own') - Number(a.voice === 'own'));
}

const sidesOf = ({ before, after }: Place): number[] => [before, after].filter((side) => side !== null);

const hasContext = (place: Place): boolean => sidesOf(place).length > 0;

function sidesThere(place: Place): { some: boolean; all: boolean } {
  const sides = sidesOf(place);
  return {
    some: sides.some((side) => side >= THERE),
    all: sides.length > 0 && sides.every((side) => side >= THERE),
  };
}

function evidence(place: Place, query: Query): number {
  return (
    query.weight * place.likeness + query.before * (place.before ?? 0) + query.after * (place.after ?? 0)
  );
}

/**
 * Whether what speaks for a place is enough to take it. `closed`: the words were taken out where they stood. `grown`:
 * when they were described they did not stand alone.
 */
function mayTake(
  place: Judged,
  query: Query,
  { closed, grown }: { closed: boolean; grown: boolean },
): boolean {
  const { some, all } = sidesThere(place);
  if (place.same) {
    if (place.verbatim || !hasContext(place)) return true;
    if (all) return evidence(place, query) >= ENOUGH;
    if (some) return !closed && evidence(place, query) >= ENOUGH;
    return !grown && evidence(place, query) >= (closed ? DISTINCT : ENOUGH);
  }
  if (all) {
    return Math.max(place.likeness, place.kept / 2) >= LEFT_IN_PLACE || isReplaced(place, query);
  }
  if (closed) return false;
  return some ? place.likeness >= LEFT_BESIDE : place.spelling && evidence(place, query) >= DISTINCT;
}

/** A word or two, a name or a number, with another in their place: all that is around them is as it was. */
function isReplaced(place: Judged, { passage }: Query): boolean {
  return (
    place.context >= 0.9 &&
    passage.last - passage.first <= 3 &&
    place.last - place.first <= passage.last - passage.first + 1
  );
}

function isRival(place: Judged, best: Judged): boolean {
  const isElsewhere = place.end <= best.start || place.start >= best.end || (place.same && best.same);
  return isElsewhere && place.score >= best.score - NEARLY;
}

/**
 * The one of several good places: the only one, or of equally good ones the only one in the block, else the one that
 * is far nearer to where the words were. A position decides nothing by itself: words, context and speaker agree
 * equally, and the context is there. Where none was described, only the very position does.
 */
function pick(article: Article, places: readonly Judged[], { article: own, position }: Known): Verdict {
  const [best, next] = places;
  if (best && !next) return { place: best };
  const equal = places.filter(
    ({ score, same, voice }) =>
      score >= best!.score - AS_GOOD && same === best!.same && voice === best!.voice,
  );
  if (equal.length < places.length || !best) return offer(places);
  const isTrusted = hasContext(best) && best.context >= THERE;
  const inBlock = equal.filter(({ start }) => own && blockAt(article, start)?.id === own.block);
  if (isTrusted && inBlock.length === 1) return { place: inBlock[0]! };
  if (position) {
    const distance = ({ start }: Span): number => Math.abs(start - position.start);
    const [nearest, second] = equal.toSorted((a, b) => distance(a) - distance(b));
    const limit = isTrusted ? distance(second!) / FAR_NEARER : 0;
    if (distance(nearest!) <= limit) return { place: nearest! };
  }
  return offer(places);
}

function offer(places: readonly Judged[]): Verdict {
  return { candidates: places.toSorted((a, b) => b.score - a.score).slice(0, OFFERED) };
}
