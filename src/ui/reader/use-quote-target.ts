import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { View } from '../../core/link/view.ts';
import { outline } from '../../dom/outline.ts';
import { paint } from '../../dom/paint.ts';
import { showSpan, spanIsFolded } from '../../dom/show-span.ts';
import { piecesOf, rangeOf } from '../../dom/position.ts';
import { useReading } from '../reading.ts';
import type { Arrived } from '../share/arrival-card.tsx';

/**
 * What the address's link to a quote leads to: its words are painted and brought into view, in the full text where the
 * interview leaves them out. Null where the address names no quote, and after it was closed.
 */
export function useQuoteTarget(
  article: RefObject<HTMLElement | null>,
  view: View,
  switchView: (view: View) => void,
): { arrived: Arrived | null; leave: () => void } {
  const reading = useReading();
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const shown = useRef<Arrived | null>(null);
  const { article: text } = reading;

  // Synchronises with the address. The part that reads links is fetched where one names a quote.
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const { hash } = location;
      // A paragraph, a note or its words: places of the page itself.
      if (hash === '' || document.getElementById(hash.slice(1))) return;
      const { carriedNote, findQuote, parseQuoteLink, unpackNote } = await import('../share/open-link.ts');
      const locator = parseQuoteLink(hash);
      if (!current || !locator) return;
      const { outcome, span } = findQuote(text, locator);
      const packed = carriedNote(hash);
      const note = packed && (await unpackNote(packed));
      if (current) setArrived({ outcome, span: span ?? null, note });
    };
    void read();
    const changed = (): void => void read();
    addEventListener('hashchange', changed);
    return () => {
      current = false;
      removeEventListener('hashchange', changed);
    };
  }, [text]);

  // Synchronises paint and scrolling with what was found.
  useEffect(() => {
    const element = article.current;
    if (!element || !arrived?.span) return undefined;
    const { outcome, span } = arrived;
    if (shown.current !== arrived && spanIsFolded(element, span)) {
      if (view === 'full') return undefined;
      switchView('full');
      return undefined;
    }
    const isQuote = outcome === 'found' || outcome === 'reworded';
    const range = isQuote ? rangeOf(piecesOf(element), span) : null;
    paint('target', range ? [range] : []);
    // Shown once: where the reader goes from there, and in which view, is theirs.
    if (shown.current !== arrived) showSpan(element, span);
    shown.current = arrived;
    const stop = isQuote ? outline(element, span) : null;
    return () => {
      stop?.();
      paint('target', []);
    };
  }, [arrived, article, switchView, view]);

  return { arrived, leave: useCallback(() => setArrived(null), []) };
}
