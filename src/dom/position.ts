import { countBefore } from '../core/text/bisect.ts';
import type { Span } from '../core/text/span.ts';
import { firstBelow, groupsOf, isLong, lastAbove, SHOWN_BLOCK } from './groups.ts';

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

/** The first character of a block whose line reaches below a height in the viewport, and its box; null below the last line. */
export function characterBelow(
  block: HTMLElement,
  y: number,
): { readonly offset: number; readonly box: DOMRect } | null {
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

/** So far from the screen, in window heights, words are placed by estimate. */
const FAR = 1.5;

/**
 * Finds the lines of many spans, as `linesOfSpan`. To ask for words far from the screen would have the browser lay out all
 * of a long text, so for those it tells about where they are; `exactly` asks all the same.
 */
export function linesFinder(article: Element): (span: Span, exactly: boolean) => Lines | null {
  const groups = groupsOf(article).map((group) => ({
    group,
    start: startOfBlock(group),
    box: group.getBoundingClientRect(),
    pieces: undefined as HTMLElement[] | undefined,
  }));
  const long = isLong(article);
  const at = (offset: number): number =>
    Math.max(0, countBefore(groups.length, (index) => groups[index]!.start <= offset) - 1);
  return (span, exactly) => {
    const first = at(span.start);
    const last = at(span.end - 1);
    const within = groups.slice(first, last + 1);
    const near = within.some(
      ({ box }) => box.bottom > -FAR * innerHeight && box.top < (1 + FAR) * innerHeight,
    );
    const pieces = within.flatMap((entry) => (entry.pieces ??= piecesOf(entry.group)));
    if (near || exactly || !long) return linesOfSpan(pieces, span);
    const piece = pieces[Math.max(0, pieceIndexAt(pieces, span.start))];
    if (!piece || piece.closest('[hidden]')) return null;
    const { box, start } = within[0]!;
    const end = groups[first + 1]?.start ?? span.end;
    const top = box.top + (box.height * (span.start - start)) / Math.max(1, end - start);
    return { top, bottom: top, left: 0 };
  };
}

/** How far beyond the screen cards are drawn, and how near to its end they may come before more are; in window heights. */
const AHEAD = 1;
const SPARE = 0.5;

/**
 * The stretch of text on screen and for some screens around it. `before` is given back while it still reaches far
 * enough, so that scrolling changes it seldom.
 */
export function nearViewport(article: Element, before: Span): Span {
  const below = (y: number, edge: 'top' | 'bottom') => firstBelow(article, SHOWN_BLOCK, { y, edge });
  const reach = (heights: number): Span => ({
    start: startOfBlock(
      below(-heights * innerHeight, 'bottom') ?? lastAbove(article, SHOWN_BLOCK, Number.POSITIVE_INFINITY),
    ),
    end: startOfBlock(below((1 + heights) * innerHeight, 'top')) || Number.MAX_SAFE_INTEGER,
  });
  const needed = reach(SPARE);
  const enough = before.start <= needed.start && needed.end <= before.end;
  return enough && before.end - before.start < Number.MAX_SAFE_INTEGER ? before : reach(AHEAD);
}

function startOfBlock(block: Element | undefined): number {
  const piece = block?.querySelector<HTMLElement>('[data-start]');
  return piece ? startOf(piece) : 0;
}

/** The index of the group that an offset is in, or of the last that begins before it; -1 before the first. */
function groupIndexAt(groups: readonly Element[], offset: number): number {
  return countBefore(groups.length, (at) => startOfBlock(groups[at]) <= offset) - 1;
}

/** The groups from the one on that an offset is in: where what stands there is folded away, the next that is shown follows. */
export function groupsFrom(article: Element, offset: number): Element[] {
  const groups = groupsOf(article);
  return groups.slice(Math.max(0, groupIndexAt(groups, offset)));
}

/** The pieces of the groups that a span is in: as `piecesOf`, without going through all of a long text. */
export function piecesNear(article: Element, span: Span): readonly HTMLElement[] {
  return piecesFinder(article)(span);
}

/** `piecesNear` for many spans, while the article stays as it is: each group is gone through once. */
export function piecesFinder(article: Element): (span: Span) => readonly HTMLElement[] {
  const groups = groupsOf(article);
  const starts: number[] = [];
  const pieces: HTMLElement[][] = [];
  const indexAt = (offset: number): number =>
    countBefore(groups.length, (at) => (starts[at] ??= startOfBlock(groups[at])) <= offset) - 1;
  const piecesAt = (at: number): HTMLElement[] => (pieces[at] ??= piecesOf(groups[at]!));
  return (span) => {
    const first = Math.max(0, indexAt(span.start));
    const last = indexAt(span.end - 1);
    if (first === last) return piecesAt(first);
    return groups.slice(first, last + 1).flatMap((_, index) => piecesAt(first + index));
  };
}

/** The piece that an offset is in, or the last that begins before it. */
export function pieceAt(article: Element, offset: number): HTMLElement | undefined {
  const pieces = piecesNear(article, { start: offset, end: offset + 1 });
  return pieces[Math.max(0, pieceIndexAt(pieces, offset))];
}
