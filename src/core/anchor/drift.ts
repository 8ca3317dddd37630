import type { Slices } from '../text/slices.ts';
import type { Article } from '../voices/read-article.ts';
import { aligning } from './align.ts';
import { locatingAll, type Located } from './locate.ts';
import { selectorOf, type Selectors } from './selectors.ts';
import { cutWords, type Words } from './words.ts';

/** A stretch of a wording: the same in both, only in the old one, or only in the new one. */
export interface DriftPart {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** What became of one note when its article changed. */
export interface Drift {
  readonly located: Located;
  /** The words as they were; empty for a note that has none. */
  readonly was: string;
  /** The words as they are; null where they have no place. */
  readonly is: string | null;
  /**
   * Both wordings word by word, only for `reworded`: what is `same` and `old` makes up `was`, what is `same` and `new`
   * makes up `is`, but for white space and typography.
   */
  readonly parts: readonly DriftPart[];
}

/** What became of an article's notes when it changed: how many of each outcome, and each note, in the order given. */
export interface DriftReport {
  readonly counts: Readonly<Record<Located['outcome'], number>>;
  readonly notes: readonly Drift[];
}

/**
 * Says what became of notes when the text that they were made in, `from`, became `article`. Comes in slices; see
 * `locatingAll`.
 */
export function* reportingDrift(
  from: { readonly text: string },
  article: Article,
  many: readonly Selectors[],
): Slices<DriftReport> {
  const placed = yield* locatingAll(article, many, from);
  const notes: Drift[] = [];
  for (const [index, located] of placed.entries()) {
    const position = selectorOf(many[index]!, 'TextPositionSelector');
    const quote = selectorOf(many[index]!, 'TextQuoteSelector');
    const was = quote?.exact ?? (position ? from.text.slice(position.start, position.end) : '');
    const is = 'span' in located ? article.text.slice(located.span.start, located.span.end) : null;
    const parts = located.outcome === 'reworded' ? yield* comparingWords(was, is!) : [];
    notes.push({ located, was, is, parts });
  }
  return { counts: countOutcomes(notes), notes };
}

/** How many notes are in their place, moved, ambiguous and so on. */
export function countOutcomes(
  notes: readonly { readonly located: Located }[],
): Record<Located['outcome'], number> {
  const counts = { exact: 0, moved: 0, reworded: 0, ambiguous: 0, lost: 0 };
  for (const { located } of notes) counts[located.outcome] += 1;
  return counts;
}

/** Two wordings as stretches of words that are the same, old or new; the old before the new that stands in its place. */
export function* comparingWords(was: string, is: string): Slices<DriftPart[]> {
  const [old, now] = [cutWords(was), cutWords(is)];
  const mates = yield* aligning(
    { words: old, from: 0, to: old.count },
    { words: now, from: 0, to: now.count },
  );
  const parts: DriftPart[] = [];
  const put = (kind: DriftPart['kind'], words: Words, [from, to]: readonly [number, number]): void => {
    if (from >= to) return;
    // The white space after words goes with them, so that the stretches can be set one after the other.
    const end = to < words.count ? words.starts[to]! : words.text.length;
    parts.push({ kind, text: words.text.slice(from === 0 ? 0 : words.starts[from]!, end) });
  };
  let [at, other] = [0, 0];
  while (at < old.count || other < now.count) {
    const start: readonly [number, number] = [at, other];
    while (at < old.count && !isKept(old, now, { at, mate: mates[at]! })) at += 1;
    const next = at < old.count ? mates[at]! : now.count;
    put('old', old, [start[0], at]);
    put('new', now, [start[1], next]);
    other = next;
    while (at < old.count && mates[at] === other && isKept(old, now, { at, mate: other })) {
      at += 1;
      other += 1;
    }
    put('same', now, [next, other]);
  }
  return parts;
}

/** Only a word that is spelt the same is kept: a change of case or of accents is shown. */
function isKept(old: Words, now: Words, { at, mate }: { at: number; mate: number }): boolean {
  if (mate < 0 || old.keys[at] !== now.keys[mate]) return false;
  const was = old.text.slice(old.starts[at], old.ends[at]).normalize();
  const is = now.text.slice(now.starts[mate], now.ends[mate]).normalize();
  return was === is || !/[\p{L}\p{N}]/u.test(is);
}
