import { useEffect, useRef } from 'react';
import { useSay } from '../status-line.tsx';
import type { Notebook } from './notebook.ts';

/** Says once that the text has changed since notes on it were made, and offers to show what became of them. */
export function useDriftNotice({ drifted, unplaced }: Notebook, onShow: () => void): void {
  const say = useSay();
  const told = useRef(false);
  const changed = drifted.length + unplaced.length;
  useEffect(() => {
    if (changed === 0 || told.current) return;
    told.current = true;
    const notes =
      changed === 1
        ? 'one of your notes is not where it was'
        : `${changed} of your notes are not where they were`;
    say({
      text: `The text is not as it was: ${notes}.`,
      action: { label: 'Show', act: onShow },
    });
  }, [changed, onShow, say]);
}
