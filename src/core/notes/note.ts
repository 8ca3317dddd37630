import { locateVerbatim, LOST, type Located } from '../anchor/verbatim.ts';
import { wordsIn, type Selectors } from '../anchor/selectors.ts';
import { byPosition, type Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import type { Claim, RELATIONS } from './claim.ts';
import type { QuestionReading } from './question.ts';

/** A note on words of an article. */
export interface Note {
  /** Assigned once and never used again, because links point to it. */
  readonly id: string;
  readonly selectors: Selectors;
  /** What it says: plain text where it is published, Markdown where a reader wrote it; empty for a bare highlight. */
  readonly body: string;
  /** There where the note marks words as a claim. */
  readonly claim?: Claim;
}

/** A note that is published with the article: a claim, or an editor's remark on the translation. */
export interface PublishedNote extends Note {
  /** What stands on the marker: a number for claims, a letter for other notes. */
  readonly label: string;
}

/** The colours of a reader's highlights, by name. */
export const COLOURS = ['yellow', 'green', 'blue', 'rose'] as const;
export type Colour = (typeof COLOURS)[number];

/** The kinds of a reader's notes. */
export const NOTE_KINDS = ['highlight', 'comment', 'claim', 'question'] as const;

/** A note of the reader's own: a highlight, a comment on words, a claim, or what the reader makes of a question. */
export interface ReaderNote extends Note {
  /** The id of the article that it is on: a published article's slug, or an own article's id. */
  readonly article: string;
  readonly kind: (typeof NOTE_KINDS)[number];
  /** There where `kind` is `question`. */
  readonly question?: QuestionReading;
  readonly tags: readonly string[];
  readonly colour: Colour;
  /** ISO 8601 in UTC; `modified` is `created` until the first change. */
  readonly created: string;
  readonly modified: string;
  /** Grows by one with every save, so that a save can tell whether another tab has been there since. From 1. */
  readonly revision: number;
  /** The id of the note that this one was split from, when one note was changed in two places at once. */
  readonly splitFrom?: string;
  /**
   * The states that the note was in before, the last one last, as `stateOf` names them; missing where they were not
   * recorded. By them a restore tells a note's past from a note that was changed elsewhere.
   */
  readonly earlier?: readonly string[];
  /**
   * The annotation that the note was imported from, as it came: what Sidegloss does not know is written back from
   * here, unknown fields and all.
   */
  readonly source?: JsonObject;
}

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [field: string]: Json;
}

/** Two claims that bear on each other; `about` says in what. */
export interface Relation {
  readonly claims: readonly [string, string];
  readonly relation: (typeof RELATIONS)[number];
  readonly about: string;
}

/** A note whose words were found, and where. */
export type Placed<T extends Note> = T & { readonly span: Span };

/** A note whose words were not found once: kept, and listed with its words and the reason. */
export type Unplaced<T extends Note> = T & { readonly located: Exclude<Located, { span: Span }> };

/**
 * Finds the words of every note: those placed in reading order, and those that were not. `find` is `locate`, or where
 * the notes were made on this very text, as published ones are, the small part of it that looks for no likenesses.
 */
export function placeNotes<T extends Note>(
  article: Article,
  notes: readonly T[],
  find: (article: Article, selectors: Selectors) => Located | null = locateVerbatim,
): { placed: Placed<T>[]; unplaced: Unplaced<T>[] } {
  const placed: Placed<T>[] = [];
  const unplaced: Unplaced<T>[] = [];
  for (const note of notes) {
    const located = find(article, note.selectors) ?? LOST;
    if ('span' in located) placed.push({ ...note, span: located.span });
    else unplaced.push({ ...note, located });
  }
  placed.sort((a, b) => byPosition(a.span, b.span));
  return { placed, unplaced };
}

/** The words that a note was made on; empty where it has no quote. */
export function wordsOf(note: Note): string {
  return wordsIn(note.selectors);
}
