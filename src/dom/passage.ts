import { firstBelow, holdStill, SHOWN_BLOCK } from './groups.ts';
import { boxOf, characterBelow, groupsFrom } from './position.ts';

/** A place in the text and how far below the viewport's top its line stands, in px. */
export interface Passage {
  readonly offset: number;
  readonly top: number;
}

/** Where reading begins, in px from the viewport's top: clear of the bar, where a jump brings what it leads to. */
function readingTop(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
}

/** The passage at the top of what can be read; null where no text is on screen. */
export function passageOnScreen(article: Element): Passage | null {
  const y = readingTop();
  return passageIn(firstBelow(article, SHOWN_BLOCK, { y, edge: 'bottom' }));
}

/** A paragraph that begins this near to the top, as a part of the window's height, is what is being read. */
const NEAR_TOP = 0.2;

/** A block that no view folds away. */
const LASTING = `${SHOWN_BLOCK}:not([data-fold="part"] *)`;

/**
 * The passage to hold on to while the view is switched: the first one on screen that no view folds away, so that it
 * stays where it is; where all on screen is folded, the one at the top, whose place the next one takes. A paragraph
 * that begins near the top goes before the last line of the one above it.
 */
export function passageToHold(article: Element): Passage | null {
  const top = readingTop();
  const next = firstBelow(article, LASTING, { y: top - 1, edge: 'top' });
  const near = next && next.getBoundingClientRect().top < top + NEAR_TOP * innerHeight;
  const passage = passageIn(near ? next : firstBelow(article, LASTING, { y: top, edge: 'bottom' }));
  return passage && passage.top < innerHeight ? passage : passageOnScreen(article);
}

function passageIn(block: HTMLElement | undefined): Passage | null {
  const first = block && characterBelow(block, readingTop());
  return first ? { offset: first.offset, top: first.box.top } : null;
}

/**
 * Scrolls without motion so that a passage stands where it did. A passage that is folded away gives its place to the
 * next one that is shown, else to the last before it.
 */
export function restorePassage(article: Element, passage: Passage): void {
  const shown = shownAt(article, passage.offset);
  const box = shown && boxOf([shown.piece], shown.offset);
  if (!box) return;
  window.scrollBy({ top: box.top - passage.top, behavior: 'instant' });
  holdStill(article, shown.piece);
}

/** The piece that shows the text at an offset, or where that is folded away the next piece that is shown, else the last. */
function shownAt(article: Element, offset: number): { piece: HTMLElement; offset: number } | null {
  let before: HTMLElement | undefined;
  for (const group of groupsFrom(article, offset)) {
    const pieces = [...group.querySelectorAll<HTMLElement>('[data-start]:not([hidden] *)')];
    const piece = pieces.find((candidate) => endOf(candidate) > offset);
    if (piece) return { piece, offset: Math.max(offset, Number(piece.dataset['start'])) };
    before ??= pieces.at(-1);
  }
  return before ? { piece: before, offset: Number(before.dataset['start']) } : null;
}

const endOf = (piece: HTMLElement): number => Number(piece.dataset['start']) + piece.textContent.length;
