import { useEffect, useRef, useState } from 'react';
import { useSay } from '../status-line.tsx';
import type { Notebook } from './notebook.ts';

/**
 * Says once that the text has changed since notes on it were made, and offers to show what became of them. Notes that
 * came later, with an import, were told of when they came.
 */
export function useDriftNotice({ all, drifted, isRead, unplaced }: Notebook, onShow: () => void): void {
  const say = useSay();
  const told = useRef(false);
  const [earlier, setEarlier] = useState<ReadonlySet<string> | null>(null);
  if (isRead && earlier === null) setEarlier(new Set(all.map(({ id }) => id)));
  useEffect(() => {
    if (told.current || earlier === null) return;
    const elsewhere = [...drifted.map(({ note }) => note), ...unplaced];
    const changed = elsewhere.filter(({ id }) => earlier.has(id)).length;
    if (changed === 0) return;
    told.current = true;
    const notes =
      changed === 1
        ? 'one of your notes is not where it was'
        : `${changed} of your notes are not where they were`;
    say({
      text: `The text is not as it was: ${notes}.`,
      action: { label: 'Show', act: onShow },
    });
  }, [drifted, earlier, onShow, say, unplaced]);
}
