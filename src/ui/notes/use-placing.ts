import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer } from 'react';
import { textHash } from '../../core/anchor/describe.ts';
import { selectorOf } from '../../core/anchor/selectors.ts';
import { locateVerbatim, LOST, type Located } from '../../core/anchor/verbatim.ts';
import type { Placed, ReaderNote, Unplaced } from '../../core/notes/note.ts';
import { byPosition, type Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { runBetweenFrames } from '../../dom/run-between-frames.ts';
import type { NoteStore } from '../../storage/note-store.ts';

/** The anchor engine, which looks for words that are not where they were. */
type Engine = typeof import('../../core/anchor/locate.ts');

/** A note whose words were found, but elsewhere or worded otherwise than when it was made. */
export interface Drifted {
  readonly note: Placed<ReaderNote>;
  readonly outcome: 'moved' | 'reworded';
}

/** Where notes are in an article. */
export interface Placing {
  /** Those whose words are in the text, in reading order. */
  readonly placed: readonly Placed<ReaderNote>[];
  /** Those whose words are not there once: lost, or ambiguous. */
  readonly unplaced: readonly Unplaced<ReaderNote>[];
  /** Those of the placed that the text has moved or changed since. */
  readonly drifted: readonly Drifted[];
}

/**
 * Places notes. Those whose words stand as they were are placed at once; for the others the engine is fetched, and the
 * texts that they were made on, which the store has kept: by them every position is carried over.
 */
export function usePlacing(article: Article, notes: readonly ReaderNote[], store: NoteStore | null): Placing {
  const waiting = useMemo(() => notes.filter((note) => placeOf(article, note) === null), [article, notes]);
  const hashes = useMemo(() => oldTexts(article, waiting), [article, waiting]);
  const { data: engine, isError: isWithout } = useQuery({
    queryKey: ['anchors'],
    queryFn: () => import('../../core/anchor/locate.ts'),
    enabled: waiting.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data: texts } = useQuery({
    queryKey: ['texts', ...hashes],
    // A text that can't be read is one that is not known: its notes are looked for by their words alone.
    queryFn: async () =>
      new Map(await Promise.all(hashes.map(async (hash) => [hash, await textOf(store, hash)] as const))),
    enabled: store !== null && waiting.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [searches, count] = useReducer((before: number) => before + 1, 0);
  // Synchronises with the search, which takes its time and lets the page have its frames.
  useEffect(() => {
    if (!engine || !texts || waiting.length === 0) return undefined;
    let current = true;
    const find = async (): Promise<void> => {
      if (await search(engine, article, { waiting, texts, isWanted: () => current })) count();
    };
    void find();
    return () => {
      current = false;
    };
  }, [article, engine, texts, waiting]);
  // Where the engine can't be fetched, what it would have looked for is listed, and not left out.
  const otherwise = isWithout ? LOST : null;
  // Each search tells more of the same notes.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => sortOut(article, notes, otherwise), [article, notes, otherwise, searches]);
}

/** Where each note is, remembered for as long as note and article live: one changed note places one note anew. */
const remembered = new WeakMap<Article, WeakMap<ReaderNote, Located>>();

function placesIn(article: Article): WeakMap<ReaderNote, Located> {
  let known = remembered.get(article);
  if (!known) remembered.set(article, (known = new WeakMap()));
  return known;
}

/** What is known of a note's place; null while the engine must be asked. */
function placeOf(article: Article, note: ReaderNote): Located | null {
  const known = placesIn(article);
  let located = known.get(note) ?? null;
  if (!located) {
    located = locateVerbatim(article, note.selectors);
    if (located) known.set(note, located);
  }
  return located;
}

const textOf = async (store: NoteStore | null, hash: string): Promise<string | null> => {
  try {
    return (await store?.text(hash)) ?? null;
  } catch {
    return null;
  }
};

const hashOf = (note: ReaderNote): string => selectorOf(note.selectors, 'ArticleSelector')?.text ?? '';

/** The texts that notes were made on, by hash, but for the one that is open. */
function oldTexts(article: Article, notes: readonly ReaderNote[]): string[] {
  const hashes = new Set(notes.map(hashOf));
  hashes.delete('');
  hashes.delete(textHash(article));
  return [...hashes].toSorted();
}

/** Asks the engine for all notes that wait, those of one text together. Resolves with whether it came to its end. */
async function search(
  engine: Engine,
  article: Article,
  given: {
    readonly waiting: readonly ReaderNote[];
    readonly texts: ReadonlyMap<string, string | null>;
    readonly isWanted: () => boolean;
  },
): Promise<boolean> {
  const { waiting, texts, isWanted } = given;
  const known = placesIn(article);
  for (const hash of new Set(waiting.map(hashOf))) {
    const notes = waiting.filter((note) => hashOf(note) === hash);
    const text = texts.get(hash) ?? null;
    const work = engine.locatingAll(
      article,
      notes.map(({ selectors }) => selectors),
      ...(text === null ? [] : [{ text }]),
    );
    // One text after the other: each takes all the time that there is.
    // oxlint-disable-next-line no-await-in-loop
    const located = await runBetweenFrames(work, isWanted);
    if (!located) return false;
    for (const [index, note] of notes.entries()) known.set(note, located[index]!);
  }
  return true;
}

/** `otherwise` is where a note is that nothing is known of yet; null leaves it out. */
function sortOut(article: Article, notes: readonly ReaderNote[], otherwise: Located | null): Placing {
  const known = placesIn(article);
  const placed: Placed<ReaderNote>[] = [];
  const unplaced: Unplaced<ReaderNote>[] = [];
  const drifted: Drifted[] = [];
  for (const note of notes) {
    const located = known.get(note) ?? otherwise;
    if (!located) continue;
    if ('span' in located) {
      const here = placedOf(note, located.span);
      placed.push(here);
      if (located.outcome !== 'exact') drifted.push({ note: here, outcome: located.outcome });
    } else unplaced.push({ ...note, located });
  }
  placed.sort((a, b) => byPosition(a.span, b.span));
  return { placed, unplaced, drifted };
}

const placedNotes = new WeakMap<ReaderNote, Placed<ReaderNote>>();

/** The same object for the same note in the same place, so that nothing is drawn again that did not change. */
function placedOf(note: ReaderNote, span: Span): Placed<ReaderNote> {
  let placed = placedNotes.get(note);
  if (!placed || placed.span.start !== span.start || placed.span.end !== span.end) {
    placed = { ...note, span };
    placedNotes.set(note, placed);
  }
  return placed;
}
