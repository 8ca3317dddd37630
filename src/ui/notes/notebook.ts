import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { locate, type Located } from '../../core/anchor/locate.ts';
import type { Placed, ReaderNote, Unplaced } from '../../core/notes/note.ts';
import { byPosition, type Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { Change } from '../../storage/note-store.ts';
import { useKeeping } from '../keeping.ts';
import { useSay } from '../status-line.tsx';
import type { History } from './history.ts';
import { createActions, notesKey, type NoteActions } from './note-actions.ts';

/** The reader's notes on the open article, and what can be done with them. */
export interface Notebook {
  readonly all: readonly ReaderNote[];
  /** Those whose words are in the text, in reading order. */
  readonly placed: readonly Placed<ReaderNote>[];
  /** Those whose words are not there once: lost, or ambiguous. */
  readonly unplaced: readonly Unplaced<ReaderNote>[];
  /** Null while the store is being opened. */
  readonly actions: NoteActions | null;
  readonly history: History;
}

/** Reads the notes on an article and keeps them equal to the store, which other tabs write to as well. */
export function useNotebook(article: Article, id: string, history: History): Notebook {
  const { store, now, newId } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  const { data: all = NONE } = useQuery({
    queryKey: notesKey(id),
    queryFn: () => store?.notes(id) ?? [],
    enabled: store !== null,
  });

  // Synchronises the cache with the store.
  useEffect(() => store?.watch((change) => mirror(client, id, change)), [client, id, store]);

  const { placed, unplaced } = useMemo(() => placeAll(article, all), [article, all]);
  const actions = useMemo(
    () => store && createActions({ store, client, article, id, history, say, now, newId }),
    [article, client, history, id, newId, now, say, store],
  );
  return useMemo(
    () => ({ all, placed, unplaced, actions, history }),
    [actions, all, history, placed, unplaced],
  );
}

const NONE: readonly ReaderNote[] = [];

/** Brings a change into the cached list. */
function mirror(client: QueryClient, article: string, change: Change): void {
  if (change.kind === 'all') void client.invalidateQueries({ queryKey: ['notes'] });
  else if (change.kind === 'saved') {
    const ours = change.notes.filter((note) => note.article === article);
    if (ours.length === 0) return;
    const ids = new Set(ours.map((note) => note.id));
    client.setQueryData<ReaderNote[]>(notesKey(article), (before = []) => [
      ...before.filter((note) => !ids.has(note.id)),
      ...ours,
    ]);
  } else if (change.kind === 'removed') {
    const ids = new Set(change.ids);
    client.setQueryData<ReaderNote[]>(notesKey(article), (before) =>
      before?.filter((note) => !ids.has(note.id)),
    );
  }
}

/** Where each note is, remembered for as long as note and article live: one changed note places one note anew. */
const remembered = new WeakMap<Article, WeakMap<ReaderNote, Located>>();

function placeAll(
  article: Article,
  notes: readonly ReaderNote[],
): { placed: Placed<ReaderNote>[]; unplaced: Unplaced<ReaderNote>[] } {
  let known = remembered.get(article);
  if (!known) remembered.set(article, (known = new WeakMap()));
  const placed: Placed<ReaderNote>[] = [];
  const unplaced: Unplaced<ReaderNote>[] = [];
  for (const note of notes) {
    let located = known.get(note);
    if (!located) known.set(note, (located = locate(article, note.selectors)));
    if ('span' in located) placed.push(placedOf(note, located.span));
    else unplaced.push({ ...note, located });
  }
  placed.sort((a, b) => byPosition(a.span, b.span));
  return { placed, unplaced };
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
