import type { Span } from '../core/text/span.ts';
import { piecesOf, rangeOf } from './position.ts';

/** Room between words and the line around them, px. */
const ROOM = 3;

/**
 * Draws a line around words until it is stopped: a box over each line of them, in a layer of its own over the page, which
 * follows the text when that is laid out anew. The highlight API paints no outlines, and nothing in the text is touched.
 */
export function outline(article: Element, span: Span): () => void {
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  layer.dataset['outline'] = '';
  document.body.append(layer);
  const draw = (): void => {
    const range = rangeOf(piecesOf(article), span);
    const boxes = range ? linesOf([...range.getClientRects()]) : [];
    layer.replaceChildren(
      ...boxes.map(({ left, top, right, bottom }) => {
        const box = document.createElement('div');
        box.style.left = `${left + scrollX - ROOM}px`;
        box.style.top = `${top + scrollY - ROOM}px`;
        box.style.width = `${right - left + 2 * ROOM}px`;
        box.style.height = `${bottom - top + 2 * ROOM}px`;
        return box;
      }),
    );
  };
  // It tells of the first size as well.
  const sizes = new ResizeObserver(draw);
  sizes.observe(article);
  return () => {
    sizes.disconnect();
    layer.remove();
  };
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** The boxes of words, those on one line together. */
function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (box.right <= box.left) continue;
    const isSameLine = line !== undefined && box.top < line.bottom - 1 && box.bottom > line.top + 1;
    if (!isSameLine) lines.push(box);
    else
      lines[lines.length - 1] = {
        left: Math.min(line.left, box.left),
        top: Math.min(line.top, box.top),
        right: Math.max(line.right, box.right),
        bottom: Math.max(line.bottom, box.bottom),
      };
  }
  return lines;
}
