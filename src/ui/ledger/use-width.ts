import { useEffect, useState, type RefObject } from 'react';

/** The width that a served page is laid out for, px: wide enough to be read, and a phone without script shrinks it. */
const SERVED = 640;
/** Nothing is laid out narrower. */
const LEAST = 260;

/** How wide an element is, in whole px: until it has been measured, as the served page has it. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(SERVED);
  // Synchronises with the room that the browser gives the element.
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(LEAST, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
