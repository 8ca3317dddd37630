import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Selectors } from '../../core/anchor/selectors.ts';
import { keepDraft, type DraftKeeper } from '../../storage/draft-keeper.ts';
import type { Draft } from '../../storage/note-store.ts';
import { useKeeping } from '../keeping.ts';
import { useSay } from '../status-line.tsx';
import type { DraftFields } from './draft-fields.ts';

/** What was being typed: on a note that is there (`note`), or on words that have none yet (`selectors`). */
export interface KeptDraft {
  readonly key: string;
  readonly fields: DraftFields;
  readonly note: string | null;
  readonly selectors: Selectors | null;
}

/** The drafts of an article, and the way to keep what is being typed; a change is on disk within a second. */
export function useDrafts(article: string): {
  drafts: readonly KeptDraft[];
  keep: (draft: KeptDraft) => void;
  drop: (key: string) => Promise<void>;
} {
  const { store } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  const queryKey = useMemo(() => ['drafts', article], [article]);
  const { data = NONE } = useQuery({
    queryKey,
    queryFn: async () => {
      const stored = (await store?.drafts(article)) ?? [];
      if (stored.length === 0) return NONE;
      const { readDraft } = await import('./kept-draft.ts');
      return stored.toSorted(byTime).flatMap((draft) => readDraft(draft) ?? []);
    },
    enabled: store !== null,
  });
  /** The keeper of the draft that is being typed, under the draft's key. */
  const current = useRef<{ key: string; keeper: DraftKeeper } | null>(null);
  const keeperOf = useCallback(
    (key: string): DraftKeeper | null => {
      if (!store) return null;
      if (current.current?.key !== key) {
        current.current?.keeper.stop();
        const failed = (): void =>
          say({ text: 'What you type can’t be kept right now: it is on the screen only.', error: true });
        current.current = { key, keeper: keepDraft(store, { article, key, failed }) };
      }
      return current.current.keeper;
    },
    [article, say, store],
  );
  // Synchronises with the editor's end: what waits to be written is written at once.
  useEffect(
    () => () => {
      current.current?.keeper.stop();
      current.current = null;
    },
    // Another store, or another article, is another keeper.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
    [keeperOf],
  );

  const setDrafts = useCallback(
    (change: (drafts: readonly KeptDraft[]) => readonly KeptDraft[]): void => {
      client.setQueryData<readonly KeptDraft[]>(queryKey, (before = NONE) => change(before));
    },
    [client, queryKey],
  );
  const keep = useCallback(
    (draft: KeptDraft): void => {
      const { key, ...rest } = draft;
      keeperOf(key)?.typed(JSON.stringify(rest));
      setDrafts((before) => [...before.filter((each) => each.key !== key), draft]);
    },
    [keeperOf, setDrafts],
  );
  const drop = useCallback(
    async (key: string): Promise<void> => {
      setDrafts((before) => before.filter((each) => each.key !== key));
      await keeperOf(key)?.drop();
    },
    [keeperOf, setDrafts],
  );
  return useMemo(() => ({ drafts: data, keep, drop }), [data, drop, keep]);
}

const NONE: readonly KeptDraft[] = [];
const byTime = (a: Draft, b: Draft): number => (a.modified < b.modified ? -1 : 1);
