import { locate } from '../anchor/locate.ts';
import type { Located } from '../anchor/locate.ts';
import { selectorOf, type Selectors } from '../anchor/selectors.ts';
import { byPosition, type Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import type { Claim } from './claim.ts';

/** A note on words of an article: a claim where `claim` is there, else an editor's remark on the translation. */
export interface Note {
  /** Assigned once and never used again, because links point to it. */
  readonly id: string;
  /** What stands on the marker: a number for claims, a letter for other notes. */
  readonly label: string;
  readonly selectors: Selectors;
  /** Plain text. `¶12` in it means the block `p12`. */
  readonly body: string;
  readonly claim?: Claim;
}

/** Two claims that bear on each other; `about` says in what. */
export interface Relation {
  readonly claims: readonly [string, string];
  readonly relation: 'agree' | 'disagree';
  readonly about: string;
}

/** A note whose words were found. */
export interface PlacedNote extends Note {
  readonly span: Span;
}

/** A note whose words were not found once: kept, and listed with its words and the reason. */
export interface UnplacedNote extends Note {
  readonly located: Exclude<Located, { span: Span }>;
}

/** Finds the words of every note: those placed in reading order, and those that were not. */
export function placeNotes(
  article: Article,
  notes: readonly Note[],
): { placed: PlacedNote[]; unplaced: UnplacedNote[] } {
  const placed: PlacedNote[] = [];
  const unplaced: UnplacedNote[] = [];
  for (const note of notes) {
    const located = locate(article, note.selectors);
    if ('span' in located) placed.push({ ...note, span: located.span });
    else unplaced.push({ ...note, located });
  }
  placed.sort((a, b) => byPosition(a.span, b.span));
  return { placed, unplaced };
}

/** The words that a note was made on; empty where it has no quote. */
export function wordsOf(note: Note): string {
  return selectorOf(note.selectors, 'TextQuoteSelector')?.exact ?? '';
}
