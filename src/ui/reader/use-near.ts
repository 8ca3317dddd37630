import { useEffect, useMemo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { overlaps, type Span } from '../../core/text/span.ts';
import { nearViewport } from '../../dom/position.ts';
import { useOpenNote } from '../active-note.ts';
import type { Notebook } from '../notes/notebook.ts';

const EVERYTHING: Span = { start: 0, end: Number.MAX_SAFE_INTEGER };
const NOTHING: Span = { start: 0, end: 0 };

/** So few notes are drawn all at once; of more only those near the screen are. */
const FEW = 60;

/** The reader's notes to draw: those near the screen and the one that is open; all of them where they are few, and on paper. */
export function useNearNotes(
  article: RefObject<HTMLElement | null>,
  { placed }: Notebook,
): readonly Placed<ReaderNote>[] {
  const many = placed.length > FEW;
  const near = useNear(article, many);
  const open = useOpenNote();
  return useMemo(
    () => (many ? placed.filter(({ id, span }) => overlaps(span, near) || id === open) : placed),
    [many, near, open, placed],
  );
}

/** The stretch of text around the screen while there is so `much` to draw over it; all of it on paper. */
export function useNear(article: RefObject<HTMLElement | null>, much: boolean): Span {
  const [near, setNear] = useState(NOTHING);
  // Synchronises with the window's scrolling.
  useEffect(() => {
    if (!much) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      if (article.current) setNear((before) => nearViewport(article.current!, before));
    };
    const scrolled = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const printing = (): void => flushSync(() => setNear(EVERYTHING));
    look();
    addEventListener('scroll', scrolled, { passive: true });
    addEventListener('resize', scrolled);
    addEventListener('beforeprint', printing);
    addEventListener('afterprint', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', scrolled);
      removeEventListener('resize', scrolled);
      removeEventListener('beforeprint', printing);
      removeEventListener('afterprint', look);
    };
  }, [article, much]);
  return near;
}
