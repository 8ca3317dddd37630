import { firstBelow, groupsOf, holdStill, lastAbove } from './groups.ts';
import { boxOf, groupsFrom, piecesOf } from './position.ts';
import { unfold } from './view.ts';

const readingTop = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

/** Brings an element to the top of what can be read, without motion, and the focus to it. */
export function jumpTo(article: Element, element: HTMLElement): void {
  unfold(element);
  const turn = element.closest('[data-turn]');
  // The beginning of a turn is its header, which says who speaks.
  const top = turn?.querySelector('[data-block]') === element ? turn : element;
  top.scrollIntoView({ block: 'start', behavior: 'instant' });
  holdStill(article, top);
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Brings the line of an offset to the top of what can be read, without motion. */
export function jumpToOffset(article: Element, offset: number): void {
  const reaches = (piece: HTMLElement): boolean =>
    Number(piece.dataset['start']) + piece.textContent.length > offset;
  let piece: HTMLElement | undefined;
  for (const group of groupsFrom(article, offset)) {
    piece = piecesOf(group).find(reaches);
    if (piece) break;
  }
  if (!piece) return;
  unfold(piece);
  const box = boxOf([piece], Math.max(offset, Number(piece.dataset['start'])));
  if (!box) return;
  scrollBy({ top: box.top - readingTop(), behavior: 'instant' });
  holdStill(article, piece);
}

/** What stands within a few pixels of the edge is where the reader is, not where they want to go. */
const HERE = 4;

/**
 * The element to step to from the place on screen: the next or the previous of those that match and are shown. Null
 * where there is none.
 */
export function stepFrom(article: Element, selector: string, step: 1 | -1): HTMLElement | null {
  const shown = `${selector}:not([hidden], [hidden] *)`;
  const focused = document.activeElement;
  if (focused && article.contains(focused) && focused.matches(shown)) return neighbour(article, shown, step);
  const edge = readingTop();
  const found =
    step > 0
      ? firstBelow(article, shown, { y: edge + HERE, edge: 'top' })
      : lastAbove(article, shown, edge - HERE);
  return found ?? null;
}

/** The match after or before the one that has the focus. */
function neighbour(article: Element, selector: string, step: 1 | -1): HTMLElement | null {
  const all = groupsOf(article).flatMap((group) => [...group.querySelectorAll<HTMLElement>(selector)]);
  return all[all.findIndex((element) => element === document.activeElement) + step] ?? null;
}
