import { piecesOf, rangeOf } from './position.ts';

/** A cursor in text that can't be edited, so that a person without a pointer can select any words. */
export interface TextCursor {
  stop: () => void;
}

type Granularity = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraphboundary';

/** What the keys move by, as in any text field: Ctrl (Alt on a Mac) makes a letter a word and a line a paragraph. */
const MOVES: Readonly<
  Record<string, { direction: 'forward' | 'backward'; by: Granularity; far: Granularity }>
> = {
  ArrowRight: { direction: 'forward', by: 'character', far: 'word' },
  ArrowLeft: { direction: 'backward', by: 'character', far: 'word' },
  ArrowDown: { direction: 'forward', by: 'line', far: 'paragraphboundary' },
  ArrowUp: { direction: 'backward', by: 'line', far: 'paragraphboundary' },
  End: { direction: 'forward', by: 'lineboundary', far: 'paragraphboundary' },
  Home: { direction: 'backward', by: 'lineboundary', far: 'paragraphboundary' },
};

/**
 * Puts a cursor before the text at an offset and lets the arrow keys move it, Shift with them select. The cursor is
 * drawn by us, because browsers show none outside of text fields. Escape ends it, as `stop` does, and calls `ended`.
 */
export function startTextCursor(article: HTMLElement, offset: number, ended: () => void): TextCursor {
  const selection = document.getSelection();
  const start = rangeOf(piecesOf(article), { start: offset, end: offset + 1 });
  if (!selection || !start) return { stop: () => undefined };
  const line = document.createElement('div');
  line.dataset['textCursor'] = '';
  line.ariaHidden = 'true';
  document.body.append(line);
  selection.collapse(start.startContainer, start.startOffset);

  const draw = (): void => {
    const box = cursorBox(selection);
    line.hidden = box === null;
    if (!box) return;
    line.style.translate = `${box.left + scrollX}px ${box.top + scrollY}px`;
    line.style.blockSize = `${box.height}px`;
    keepInView(box);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopImmediatePropagation();
      stop();
      return;
    }
    const move = MOVES[event.key];
    if (!move || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const before = { node: selection.focusNode, offset: selection.focusOffset };
    selection.modify(
      event.shiftKey ? 'extend' : 'move',
      move.direction,
      event.ctrlKey || event.altKey ? move.far : move.by,
    );
    // What lies outside the text (a header, a note) is no place for the cursor.
    if (!selection.focusNode || !article.contains(selection.focusNode)) {
      if (before.node) selection.extend(before.node, before.offset);
    }
    draw();
  };
  const stop = (): void => {
    document.removeEventListener('keydown', press, true);
    removeEventListener('resize', draw);
    line.remove();
    selection.removeAllRanges();
    ended();
  };
  document.addEventListener('keydown', press, true);
  addEventListener('resize', draw);
  draw();
  return { stop };
}

/** The box of the cursor: the edge of the letter beside the selection's moving end. */
function cursorBox(selection: Selection): DOMRect | null {
  const { focusNode: node, focusOffset: at } = selection;
  if (!node) return null;
  const range = document.createRange();
  if (node.nodeType !== Node.TEXT_NODE) {
    return node instanceof Element ? node.getBoundingClientRect() : null;
  }
  const length = node.textContent?.length ?? 0;
  range.setStart(node, Math.min(at, length - 1));
  range.setEnd(node, Math.min(at + 1, length));
  const box = range.getClientRects()[0];
  if (!box) return null;
  return new DOMRect(at < length ? box.left : box.right, box.top, 0, box.height);
}

function keepInView(box: DOMRect): void {
  const top = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const bottom = innerHeight - 120;
  if (box.top < top) scrollBy({ top: box.top - top, behavior: 'instant' });
  else if (box.bottom > bottom) scrollBy({ top: box.bottom - bottom, behavior: 'instant' });
}

/** The offset that the selection's moving end is at, else that of the beginning of what has the focus; null outside the text. */
export function cursorOffset(article: Element): number | null {
  const selection = document.getSelection();
  const piece = selection?.focusNode?.parentElement?.closest<HTMLElement>('[data-start]');
  if (selection && piece && article.contains(piece))
    return Number(piece.dataset['start']) + selection.focusOffset;
  const focused = document.activeElement;
  const first = article.contains(focused) && focused?.querySelector<HTMLElement>('[data-start]');
  return first ? Number(first.dataset['start']) : null;
}
