import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { passageOnScreen, restorePassage } from '../../dom/passage.ts';
import { readPosition, writePosition } from '../../storage/reading-position.ts';

/** How long scrolling must rest before the place is written down, ms. */
const REST = 250;
/** So near the top, the reader is at the beginning, px. */
const BEGINNING = 8;

/**
 * Where the reader is: the offset at the top of what can be read. It is remembered for each article and taken up
 * again on the next visit, unless the address names a place.
 */
export function usePlace(article: RefObject<HTMLElement | null>, slug: string): number {
  const [offset, setOffset] = useState(0);

  useLayoutEffect(() => {
    const before = readPosition(slug);
    if (article.current && before && location.hash === '') restorePassage(article.current, before);
  }, [article, slug]);

  // Synchronises with the window's scrolling.
  useEffect(() => {
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const here = () => (article.current && scrollY >= BEGINNING ? passageOnScreen(article.current) : null);
    const look = (): void => {
      frame = 0;
      const passage = here();
      setOffset(passage?.offset ?? 0);
      clearTimeout(rest);
      rest = setTimeout(() => writePosition(slug, passage), REST);
    };
    const scrolled = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    const leave = (): void => {
      if (document.visibilityState === 'hidden') writePosition(slug, here());
    };
    addEventListener('scroll', scrolled, { passive: true });
    document.addEventListener('visibilitychange', leave);
    look();
    return () => {
      removeEventListener('scroll', scrolled);
      document.removeEventListener('visibilitychange', leave);
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, [article, slug]);
  return offset;
}
