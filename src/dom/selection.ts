import type { Span } from '../core/text/span.ts';
import { groupsOf } from './groups.ts';
import { piecesOf } from './position.ts';

/**
 * What is selected, as a span of the text: clamped to the article where the selection begins or ends outside it, cut
 * back to whole graphemes, without white space at its ends. Null where no words are selected.
 */
export function selectedSpan(article: Element, text: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  const span = spanOf(article, range);
  return span && trim(text, wholeGraphemes(text, span));
}

/** The part of a DOM range that is article text, or null. Elements that are folded away are passed over. */
function spanOf(article: Element, range: Range): Span | null {
  const pieces = groupsOf(article)
    .filter((group) => range.intersectsNode(group))
    .flatMap((group) => piecesOf(group))
    .filter((piece) => range.intersectsNode(piece) && !piece.closest('[hidden]'));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const start = Number(first.dataset['start']) + offsetIn(first, range.startContainer, range.startOffset, 0);
  const end =
    Number(last.dataset['start']) +
    offsetIn(last, range.endContainer, range.endOffset, last.textContent.length);
  return start < end ? { start, end } : null;
}

/** How far into a piece a boundary lies; `outside` where it lies before or after all of the piece. */
function offsetIn(piece: HTMLElement, container: Node, offset: number, outside: number): number {
  if (container === piece.firstChild) return offset;
  if (container === piece) return offset === 0 ? 0 : piece.textContent.length;
  return outside;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Widens a span that begins or ends inside a grapheme (an emoji, a letter with its marks) to all of it. */
export function wholeGraphemes(text: string, span: Span): Span {
  return { start: graphemeStart(text, span.start), end: graphemeEnd(text, span.end) };
}

/** A grapheme is never longer than this in practice; only so much text around a boundary is looked at. */
const REACH = 64;

function graphemeStart(text: string, at: number): number {
  const from = lineStart(text, at);
  const found = graphemes.segment(text.slice(from, at + REACH)).containing(at - from);
  return found ? from + found.index : at;
}

function graphemeEnd(text: string, at: number): number {
  if (at === 0 || at >= text.length) return at;
  const start = graphemeStart(text, at);
  if (start === at) return at;
  const found = graphemes.segment(text.slice(start, start + REACH)).containing(0);
  return found ? start + found.segment.length : at;
}

/** A place before `at` where a grapheme surely begins: after a line break, else some way back. */
function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return Math.max(line, at - REACH);
}

function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
}

/** How long a selection must rest before it counts as made, ms. On touch no event says that the finger has gone. */
const QUIET = { pointer: 120, touch: 350 };

/**
 * Calls back with what is selected once the selection is quiet: not while a pointer is held down, and not while
 * handles are dragged or keys repeat. Null when nothing is selected any more, at once. What is selected already counts.
 * The result stops it.
 */
export function watchSelection(
  article: Element,
  text: string,
  selected: (span: Span | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held = false;
  let wait = QUIET.pointer;
  const settle = (): void => {
    clearTimeout(timer);
    const span = selectedSpan(article, text);
    if (!span) selected(null);
    else if (!held) timer = setTimeout(() => selected(selectedSpan(article, text)), wait);
  };
  const down = (event: PointerEvent): void => {
    wait = event.pointerType === 'touch' ? QUIET.touch : QUIET.pointer;
    held = event.pointerType !== 'touch' && event.target instanceof Node && article.contains(event.target);
  };
  const up = (): void => {
    held = false;
    settle();
  };
  document.addEventListener('selectionchange', settle);
  document.addEventListener('pointerdown', down);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', up);
  // Words that were selected before anybody listened: whoever is quicker than the page is not asked to do it again.
  if (selectedSpan(article, text)) settle();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', settle);
    document.removeEventListener('pointerdown', down);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', up);
  };
}

/** The offset of the text under a point of the viewport, or null where no word is there. */
export function offsetAtPoint(article: Element, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  const piece = caret?.node.parentElement?.closest<HTMLElement>('[data-start]');
  const node = piece?.firstChild;
  if (!caret || !piece || !node || caret.node !== node || !article.contains(piece)) return null;
  // The caret stands beside a letter; the letter under the point is before or after it.
  const range = document.createRange();
  for (const at of [caret.offset - 1, caret.offset]) {
    if (at < 0 || at >= piece.textContent.length) continue;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const box of range.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
        return Number(piece.dataset['start']) + at;
    }
  }
  return null;
}

/** Where a click would put the caret. The older of the two ways is what Safari has. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
