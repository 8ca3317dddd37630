import { useEffect, useRef, type RefObject } from 'react';
import { createPainter, type Painter } from '../../dom/paint.ts';
import { useReading } from '../reading.ts';

/**
 * A painter for the article as it is drawn, for effects that come after this one; null before. Another reading is other
 * elements, and another painter; the paint goes with it.
 */
export function usePainter(article: RefObject<HTMLElement | null>): RefObject<Painter | null> {
  const reading = useReading();
  const painter = useRef<Painter | null>(null);
  // Synchronises the paint with the article as it is drawn.
  useEffect(() => {
    if (!article.current) return undefined;
    const made = createPainter(article.current);
    painter.current = made;
    return () => made.clear();
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [article, reading]);
  return painter;
}
