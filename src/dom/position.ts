import { countBefore } from '../core/text/bisect.ts';
import type { Span } from '../core/text/span.ts';

/*
 * Between article text and DOM: every piece of the text is an element with `data-start` and one text node, so an
 * offset is a search over those elements, and nothing is ever written into them.
 */

/** The pieces of text inside an element, in reading order. */
export function piecesOf(within: ParentNode): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('[data-start]')];
}

const startOf = (piece: HTMLElement): number => Number(piece.dataset['start']);

function lengthOf(piece: HTMLElement): number {
  return piece.textContent.length;
}

/** The index of the last piece that starts at or before an offset; -1 before the first. */
function pieceIndexAt(pieces: readonly HTMLElement[], offset: number): number {
  return countBefore(pieces.length, (index) => startOf(pieces[index]!) <= offset) - 1;
}

/** The DOM range of a span of the text, or null where none of it is drawn. What lies between blocks belongs to no piece. */
export function rangeOf(pieces: readonly HTMLElement[], span: Span): Range | null {
  const first = Math.max(0, pieceIndexAt(pieces, span.start));
  const last = pieceIndexAt(pieces, span.end - 1);
  const from = pieces[first];
  const to = pieces[last];
  if (!from?.firstChild || !to?.firstChild) return null;
  const range = document.createRange();
  range.setStart(from.firstChild, clamp(span.start - startOf(from), lengthOf(from)));
  range.setEnd(to.firstChild, clamp(span.end - startOf(to), lengthOf(to)));
  return range;
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The box of the character at an offset, in viewport px; null where it isn't drawn. */
export function boxOf(pieces: readonly HTMLElement[], offset: number): DOMRect | null {
  const range = rangeOf(pieces, { start: offset, end: offset + 1 });
  const box = range?.getClientRects()[0] ?? range?.getBoundingClientRect();
  return box && (box.width > 0 || box.height > 0) ? box : null;
}

/** The lines that words stand on, in viewport px; `left` is where they begin, 0 where they take several lines. */
export interface Lines {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

/** The lines of a span; null where it is not drawn or folded away. */
export function linesOfSpan(pieces: readonly HTMLElement[], span: Span): Lines | null {
  const piece = pieces[Math.max(0, pieceIndexAt(pieces, span.start))];
  if (!piece || piece.closest('[hidden]')) return null;
  const first = boxOf(pieces, span.start);
  const last = boxOf(pieces, span.end - 1);
  if (!first || !last) return null;
  return { top: first.top, bottom: last.bottom, left: last.top < first.bottom ? first.left : 0 };
}

/** The elements of the blocks that are not folded away, in reading order. */
export function shownBlocks(article: Element): HTMLElement[] {
  return [...article.querySelectorAll<HTMLElement>('[data-block]:not([hidden], [hidden] *)')];
}

/** The first block with an edge below a height in the viewport, by bisection: blocks follow each other down the page. */
export function firstBlockBelow(
  blocks: readonly HTMLElement[],
  y: number,
  edge: 'top' | 'bottom' = 'bottom',
): HTMLElement | undefined {
  return blocks[countBefore(blocks.length, (index) => blocks[index]!.getBoundingClientRect()[edge] <= y)];
}

/** The first character whose line reaches below a height in the viewport, and its box; null below the last line. */
export function characterBelow(
  blocks: readonly HTMLElement[],
  y: number,
): { readonly offset: number; readonly box: DOMRect } | null {
  const block = firstBlockBelow(blocks, y);
  if (!block) return null;
  // A printed label is folded away in one view, so no passage begins with it.
  const pieces = [
    ...block.querySelectorAll<HTMLElement>('[data-start]:not([hidden] *, [data-fold="label"] *)'),
  ];
  const bottomOf = (index: number): number => pieces[index]!.getBoundingClientRect().bottom;
  const piece = pieces[countBefore(pieces.length - 1, (index) => bottomOf(index) <= y)];
  if (!piece) return null;
  const offset = startOf(piece) + firstCharacterBelow(piece, y);
  const box = boxOf(pieces, offset);
  return box && { offset, box };
}

function firstCharacterBelow(piece: HTMLElement, y: number): number {
  const node = piece.firstChild;
  if (!node) return 0;
  const range = document.createRange();
  return countBefore(lengthOf(piece) - 1, (index) => {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect().bottom <= y;
  });
}

/** How far beyond the screen cards are drawn, and how near to its end they may come before more are; in window heights. */
const AHEAD = 1;
const SPARE = 0.5;

/**
 * The stretch of text on screen and for some screens around it. `before` is given back while it still reaches far
 * enough, so that scrolling changes it seldom.
 */
export function nearViewport(article: Element, before: Span): Span {
  const blocks = shownBlocks(article);
  const reach = (heights: number): Span => ({
    start: startOfBlock(firstBlockBelow(blocks, -heights * innerHeight) ?? blocks.at(-1)),
    end: startOfBlock(firstBlockBelow(blocks, (1 + heights) * innerHeight, 'top')) || Number.MAX_SAFE_INTEGER,
  });
  const needed = reach(SPARE);
  const enough = before.start <= needed.start && needed.end <= before.end;
  return enough && before.end - before.start < Number.MAX_SAFE_INTEGER ? before : reach(AHEAD);
}

function startOfBlock(block: HTMLElement | undefined): number {
  const piece = block?.querySelector<HTMLElement>('[data-start]');
  return piece ? startOf(piece) : 0;
}
