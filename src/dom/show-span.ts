import type { Span } from '../core/text/span.ts';
import { holdStill } from './groups.ts';
import { linesOfSpan, pieceAt, piecesNear } from './position.ts';

/** Whether the words of a span are folded away. */
export function spanIsFolded(article: Element, span: Span): boolean {
  return linesOfSpan(piecesNear(article, span), span) === null;
}

/** Scrolls, without motion, until a span begins a third of the way down what can be read; long ones begin at its top. */
export function showSpan(article: Element, span: Span): void {
  const lines = linesOfSpan(piecesNear(article, span), span);
  if (!lines) return;
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const room = innerHeight - top;
  const height = lines.bottom - lines.top;
  const wanted = height > room / 2 ? top : top + Math.min(room / 3, (room - height) / 2);
  scrollBy({ top: lines.top - wanted, behavior: 'instant' });
  const piece = pieceAt(article, span.start);
  if (piece) holdStill(article, piece);
}
