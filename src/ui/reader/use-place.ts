import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import { passageOnScreen, restorePassage } from '../../dom/passage.ts';
import { readPosition, writePosition } from '../../storage/reading-position.ts';

/** How long scrolling must rest before the place is written down, ms. */
const REST = 250;
/** So near the top, the reader is at the beginning, px. */
const BEGINNING = 8;

/**
 * Where the reader is: the offset at the top of what can be read. Scrolling changes it in every frame, so only what
 * shows it subscribes to it.
 */
export interface Place {
  readonly get: () => number;
  /** Calls back after every change; the result stops it. */
  readonly watch: (changed: () => void) => () => void;
}

function createPlace(): Place & { readonly set: (offset: number) => void } {
  let offset = 0;
  const watchers = new Set<() => void>();
  return {
    get: () => offset,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    set: (next) => {
      if (next === offset) return;
      offset = next;
      for (const changed of watchers) changed();
    },
  };
}

/** The offset at the top of what can be read, now and whenever it changes. */
export function useOffset({ watch, get }: Place): number {
  return useSyncExternalStore(watch, get, () => 0);
}

/** The place on screen, remembered for each article and taken up again on the next visit, unless the address names one. */
export function usePlace(article: RefObject<HTMLElement | null>, slug: string): Place {
  const [place] = useState(createPlace);

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
      place.set(passage?.offset ?? 0);
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
  }, [article, place, slug]);
  return place;
}
