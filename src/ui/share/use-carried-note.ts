import { useEffect, useState } from 'react';
import { carryNote } from '../../core/link/carried-note.ts';
import { packNote } from '../../dom/pack-note.ts';

/**
 * A note that is to go with a link: null where there is none. `address` is the link with it; null where that would be
 * too long.
 */
export function useCarriedNote(link: string): {
  readonly note: string | null;
  readonly setNote: (note: string | null) => void;
  readonly address: string | null;
} {
  const [note, setNote] = useState<string | null>(null);
  const [address, setAddress] = useState<string | null>(link);
  const text = note?.trim() ?? '';
  // Synchronises with the browser's compression, which takes its time.
  useEffect(() => {
    let current = true;
    const pack = async (): Promise<void> => {
      const carried = text === '' ? link : carryNote(link, await packNote(text));
      if (current) setAddress(carried);
    };
    void pack();
    return () => {
      current = false;
    };
  }, [link, text]);
  return { note, setNote, address };
}
