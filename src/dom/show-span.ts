import type { Span } from '../core/text/span.ts';
import { linesOfSpan, piecesOf } from './position.ts';

/** Whether the words of a span are folded away. */
export function spanIsFolded(article: Element, span: Span): boolean {
  return linesOfSpan(piecesOf(article), span) === null;
}

/** Scrolls, without motion, until a span begins a third of the way down what can be read; long ones begin at its top. */
export function showSpan(article: Element, span: Span): void {
  const lines = linesOfSpan(piecesOf(article), span);
  if (!lines) return;
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const room = innerHeight - top;
  const height = lines.bottom - lines.top;
  const wanted = height > room / 2 ? top : top + Math.min(room / 3, (room - height) / 2);
  scrollBy({ top: lines.top - wanted, behavior: 'instant' });
}
