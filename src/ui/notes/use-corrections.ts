import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Correction } from '../../core/voices/corrections.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { useKeeping } from '../keeping.ts';
import { useSay } from '../status-line.tsx';
import type { History } from './history.ts';

const NONE: readonly Correction[] = [];

/** The reader's corrections of who said what in an article, and the way to add one; each can be taken back at once. */
export function useCorrections(
  article: string,
  history: History,
): readonly [readonly Correction[], (correction: Correction) => void] {
  const { store } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  const { data: kept = NONE, isSuccess: isRead } = useQuery({
    queryKey: ['corrections', article],
    queryFn: () => store?.corrections(article) ?? [],
    enabled: store !== null,
  });
  // No corrections are always the same none, so that the text is not made ready and drawn again for them.
  const data = kept.length === 0 ? NONE : kept;

  // Synchronises the cache with the store, which other tabs write to as well.
  useEffect(
    () =>
      store?.watch((change) => {
        const concerns =
          change.kind === 'all' ||
          change.kind.startsWith('article-') ||
          (change.kind === 'corrected' && change.article === article);
        if (concerns) void client.invalidateQueries({ queryKey: ['corrections', article] });
      }),
    [article, client, store],
  );

  const put = useCallback(
    async (corrections: readonly Correction[]): Promise<boolean> => {
      try {
        // What is not read yet must not be overwritten.
        if (!store || !isRead) throw new Error('the corrections are not read');
        await store.saveCorrections(article, corrections);
        client.setQueryData(['corrections', article], corrections);
        return true;
      } catch {
        say({ text: 'The correction could not be saved. Nothing else has changed; try again.', error: true });
        return false;
      }
    },
    [article, client, isRead, say, store],
  );
  const add = useCallback(
    async (correction: Correction): Promise<void> => {
      const next = [...data, correction];
      if (!(await put(next))) return;
      const undo = async (): Promise<void> => void (await put(data));
      history.done({ what: 'speaker corrected', undo, redo: async () => void (await put(next)) });
      say({ text: 'Speaker corrected.', action: { label: 'Undo', act: () => void undo() } });
    },
    [data, history, put, say],
  );
  return [data, add];
}

/**
 * The article as it is with these corrections; until what applies them is fetched, as it was before. Where there are none,
 * which is usual, it is the article itself and nothing is fetched.
 */
export function useCorrected(article: Article, corrections: readonly Correction[]): Article {
  const [corrected, setCorrected] = useState<{ of: Article; as: Article } | null>(null);
  // Synchronises with a part of the page that is fetched.
  useEffect(() => {
    if (corrections.length === 0) return undefined;
    let current = true;
    void import('../../core/voices/correct-article.ts').then(({ correctArticle }) => {
      if (current) setCorrected({ of: article, as: correctArticle(article, corrections) });
      return undefined;
    });
    return () => {
      current = false;
    };
  }, [article, corrections]);
  return corrections.length > 0 && corrected?.of === article ? corrected.as : article;
}
