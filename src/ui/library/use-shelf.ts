import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { duplicateArticle } from '../../storage/duplicate-article.ts';
import type { LibraryStore, OwnListing } from '../../storage/library-store.ts';
import { StoreFailure } from '../../storage/note-store.ts';
import { ownSlug } from '../../storage/own-article.ts';
import { readPosition, writePosition } from '../../storage/reading-position.ts';
import { useKeeping } from '../keeping.ts';
import { useSay } from '../status-line.tsx';

/** A reader's own articles, and what can be done with them. What fails is said, and changes nothing. */
export interface Shelf {
  /** Null until they have been read. */
  readonly articles: readonly OwnListing[] | null;
  /** They could not be read. */
  readonly failed: boolean;
  readonly rename: (article: OwnListing, title: string) => void;
  readonly duplicate: (article: OwnListing) => void;
  /** Deletes an article; it can be taken back as long as the page is open. */
  readonly remove: (article: OwnListing) => void;
  /** Takes the last deletion back. */
  readonly undo: () => void;
}

const KEY = ['own-listings'];

export function useShelf(library: LibraryStore): Shelf {
  const { store, now, newId } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: KEY,
    queryFn: library.listings,
    // When an article was last opened is not told.
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  /** How to take each deletion back, the last one last. */
  const past = useRef<(() => Promise<void>)[]>([]);

  // Synchronises the cache with the store, which other tabs write to as well.
  useEffect(() => {
    const readAgain = (): void => void client.invalidateQueries({ queryKey: KEY });
    readAgain();
    // Any change: notes are counted, too.
    const stop = store?.watch(readAgain);
    const stopArticles = library.watch((ids) => {
      // What was read of these articles before, and of what lies on them, is read again when one is opened.
      const changed = ids && new Set([...ids, ...ids.map(ownSlug)]);
      client.removeQueries({
        type: 'inactive',
        predicate: ({ queryKey: [kind, of] }) =>
          OF_ARTICLES.has(String(kind)) && (changed?.has(String(of)) ?? true),
      });
    });
    return () => {
      stop?.();
      stopArticles();
    };
  }, [client, library, store]);

  const attempt = useCallback(
    async (work: () => Promise<void>, what: string): Promise<void> => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        const why = error.reason === 'full' ? 'there is no room left' : 'the browser’s database failed';
        say({ text: `${what}: ${why}. Nothing was changed.`, error: true });
      }
    },
    [say],
  );

  const undo = useCallback(async (): Promise<void> => {
    const last = past.current.pop();
    if (!last) return;
    await attempt(async () => {
      try {
        await last();
      } catch (error) {
        past.current.push(last);
        throw error;
      }
      say({ text: 'Brought back.' });
    }, 'It could not be brought back');
  }, [attempt, say]);

  const actions = useMemo(
    () => ({
      rename: ({ id }: OwnListing, title: string) =>
        void attempt(() => library.rename(id, title), 'It could not be renamed'),
      duplicate: ({ id, title }: OwnListing) =>
        void attempt(async () => {
          if (!store) return;
          const copying = { title: `${title} (copy)`, now: now(), newId };
          if (await duplicateArticle({ library, store }, id, copying)) say({ text: 'Duplicated.' });
        }, 'It could not be duplicated'),
      remove: ({ id, title, notes }: OwnListing) =>
        void attempt(async () => {
          const place = readPosition(ownSlug(id));
          const removed = await library.remove([id]);
          if (removed.entries.length === 0) return;
          writePosition(ownSlug(id), null);
          past.current.push(async () => {
            await library.restore(removed, newId);
            writePosition(ownSlug(id), place);
          });
          const too = notes === 0 ? '' : notes === 1 ? ' and its note' : ` and its ${notes} notes`;
          say({ text: `Deleted “${title}”${too}.`, action: { label: 'Undo', act: () => void undo() } });
        }, 'It could not be deleted'),
      undo: () => void undo(),
    }),
    [attempt, library, newId, now, say, store, undo],
  );
  return { articles: data ?? null, failed: isError, ...actions };
}

/** What the cache holds of an article, by the first part of its names there. */
const OF_ARTICLES = new Set(['own', 'notes', 'corrections']);
