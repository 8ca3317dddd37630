import { boxOf, characterBelow, firstBlockBelow, shownBlocks } from './position.ts';

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
  return passageIn(shownBlocks(article));
}

/** A paragraph that begins this near to the top, as a part of the window's height, is what is being read. */
const NEAR_TOP = 0.2;

/**
 * The passage to hold on to while the view is switched: the first one on screen that no view folds away, so that it
 * stays where it is; where all on screen is folded, the one at the top, whose place the next one takes. A paragraph
 * that begins near the top goes before the last line of the one above it.
 */
export function passageToHold(article: Element): Passage | null {
  const shown = shownBlocks(article);
  const lasting = shown.filter((block) => !block.closest('[data-fold="part"]'));
  const top = readingTop();
  const next = firstBlockBelow(lasting, top - 1, 'top');
  const near = next && next.getBoundingClientRect().top < top + NEAR_TOP * innerHeight;
  const passage = passageIn(near ? [next] : lasting);
  return passage && passage.top < innerHeight ? passage : passageIn(shown);
}

function passageIn(blocks: readonly HTMLElement[]): Passage | null {
  const first = characterBelow(blocks, readingTop());
  return first && { offset: first.offset, top: first.box.top };
}

/**
 * Scrolls without motion so that a passage stands where it did. A passage that is folded away gives its place to the
 * next one that is shown, else to the last before it.
 */
export function restorePassage(article: Element, passage: Passage): void {
  const box = boxOfShown(article, passage.offset);
  if (box) window.scrollBy({ top: box.top - passage.top, behavior: 'instant' });
}

function boxOfShown(article: Element, offset: number): DOMRect | null {
  const pieces = [...article.querySelectorAll<HTMLElement>('[data-start]:not([hidden] *)')];
  const starts = pieces.map((piece) => Number(piece.dataset['start']));
  let index = starts.findLastIndex((start) => start <= offset);
  const inPiece = index >= 0 && offset < starts[index]! + (pieces[index]!.textContent?.length ?? 0);
  if (inPiece) return boxOf(pieces, offset);
  if (index + 1 < pieces.length) index += 1;
  return index < 0 ? null : boxOf(pieces, starts[index]!);
}
