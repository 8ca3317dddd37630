import { boxOf, piecesOf } from './position.ts';
import { unfold } from './view.ts';

/** Brings an element to the top of what can be read, without motion, and the focus to it. */
export function jumpTo(element: HTMLElement): void {
  unfold(element);
  const turn = element.closest('[data-turn]');
  // The beginning of a turn is its header, which says who speaks.
  const top = turn?.querySelector('[data-block]') === element ? turn : element;
  top.scrollIntoView({ block: 'start', behavior: 'instant' });
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Brings the line of an offset to the top of what can be read, without motion. */
export function jumpToOffset(article: Element, offset: number): void {
  const pieces = piecesOf(article);
  const after = pieces.find(
    (piece) => Number(piece.dataset['start']) + (piece.textContent?.length ?? 0) > offset,
  );
  if (!after) return;
  unfold(after);
  const box = boxOf(pieces, Math.max(offset, Number(after.dataset['start'])));
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  if (box) scrollBy({ top: box.top - (edge || 0), behavior: 'instant' });
}

/**
 * The element to step to from the place on screen: the next or the previous of those that match and are shown. Null
 * where there is none.
 */
export function stepFrom(article: Element, selector: string, step: 1 | -1): HTMLElement | null {
  const all = [...article.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => !element.closest('[hidden]'),
  );
  const focused = all.findIndex((element) => element === document.activeElement);
  if (focused >= 0) return all[focused + step] ?? null;
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const tops = all.map((element) => element.getBoundingClientRect().top);
  // What stands within a few pixels of the edge is where the reader is, not where they want to go.
  const index =
    step > 0 ? tops.findIndex((top) => top > edge + 4) : tops.findLastIndex((top) => top < edge - 4);
  return all[index] ?? null;
}
