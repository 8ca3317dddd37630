import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useKeeping } from '../keeping.ts';
import type { History } from '../notes/history.ts';
import type { Bench } from '../notes/note-steps.ts';
import { useSay } from '../status-line.tsx';

/** Where the reader's notes are worked on; null while the store is being opened. */
export function useBench(history: History): Bench | null {
  const { store, now, newId } = useKeeping();
  const say = useSay();
  const client = useQueryClient();
  return useMemo(
    () => store && { store, client, history, say, now, newId },
    [client, history, newId, now, say, store],
  );
}
