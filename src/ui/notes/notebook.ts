import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReaderNote } from '../../core/notes/note.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { Change } from '../../storage/note-store.ts';
import { useKeeping } from '../keeping.ts';
import { useSay } from '../status-line.tsx';
import type { History } from './history.ts';
import type { NoteActions } from './note-actions.ts';
import { notesKey } from './notes-key.ts';
import { usePlacing, type Placing } from './use-placing.ts';

/** The reader's notes on the open article, and what can be done with them. */
export interface Notebook extends Placing {
  readonly all: readonly ReaderNote[];
  /** Whether the notes have been read from the store; before that there are none to see. */
  readonly isRead: boolean;
  /** Null while the store is being opened, and what writes to it fetched. */
  readonly actions: NoteActions | null;
  /** Resolves with the actions, now or once there are any: what is done before must not be lost. Says where it waits. */
  readonly ready: () => Promise<NoteActions>;
  readonly history: History;
}

/** Reads the notes on an article and keeps them equal to the store, which other tabs write to as well. */
export function useNotebook(article: Article, id: string, history: History): Notebook {
  const { store, state, now, newId } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  const { data, isSuccess: isRead } = useQuery({
    queryKey: notesKey(id),
    queryFn: () => store?.notes(id) ?? [],
    enabled: store !== null,
  });
  // To have read that there are none changes nothing that is drawn.
  const all = data?.length ? data : NONE;

  // Synchronises the cache with the store.
  useEffect(() => store?.watch((change) => mirror(client, id, change)), [client, id, store]);

  // Nothing can be written before the store is open.
  const { data: writing, isError } = useQuery({
    queryKey: ['note-actions'],
    queryFn: () => import('./note-actions.ts'),
    enabled: store !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const placing = usePlacing(article, all, store);
  const actions = useMemo(
    () =>
      store && writing
        ? writing.createActions({ store, client, article, id, history, say, now, newId })
        : null,
    [article, client, history, id, newId, now, say, store, writing],
  );
  const ready = useReady(actions, state === 'missing' || isError);
  return useMemo(
    () => ({ ...placing, all, isRead, actions, ready, history }),
    [actions, all, history, isRead, placing, ready],
  );
}

function useReady(actions: NoteActions | null, isMissing: boolean): () => Promise<NoteActions> {
  const say = useSay();
  const waiting = useRef<((actions: NoteActions) => void)[]>([]);
  const tell = useCallback(
    () =>
      say(
        isMissing
          ? { text: 'What keeps notes could not be fetched. Reload the page to try again.', error: true }
          : { text: 'Your notes are being opened.' },
      ),
    [isMissing, say],
  );
  // Synchronises what waits with the store.
  useEffect(() => {
    if (actions) for (const go of waiting.current.splice(0)) go(actions);
    else if (waiting.current.length > 0) tell();
  }, [actions, tell]);
  return useCallback(async () => {
    if (actions) return actions;
    tell();
    return new Promise((go) => void waiting.current.push(go));
  }, [actions, tell]);
}

const NONE: readonly ReaderNote[] = [];

/** Every tag that notes have, once, in order. */
export function tagsOf(notes: readonly ReaderNote[]): string[] {
  return [...new Set(notes.flatMap((note) => note.tags))].toSorted();
}

/** Brings a change into the cached list of an article's notes. */
export function mirror(client: QueryClient, article: string, change: Change): void {
  // With an own article comes or goes what lies on it.
  if (change.kind === 'all' || change.kind.startsWith('article-'))
    void client.invalidateQueries({ queryKey: ['notes'] });
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
