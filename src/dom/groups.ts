import { countBefore } from '../core/text/bisect.ts';

/*
 * A long text is drawn in groups, children of the article with `data-group`, of which the browser lays out only those near
 * the screen (`content-visibility`). To ask for the box of anything in a group lays that group out; so whatever looks
 * for a place on the page looks for the group first, whose own box is always known.
 */

/** What may be on screen: a block that is not folded away. */
export const SHOWN_BLOCK = '[data-block]:not([hidden], [hidden] *)';

type Edge = 'top' | 'bottom';

/** The groups of an article in reading order, its front the first; an article without is one itself. */
export function groupsOf(article: Element): Element[] {
  const groups = [...article.children].filter((child) => child.hasAttribute('data-group'));
  return groups.length > 0 ? groups : [article];
}

/** Whether an article is so long that some of it may not be laid out: the front and the first group always are. */
export function isLong(article: Element): boolean {
  return groupsOf(article).length > 2;
}

const edgeOf = (element: Element, edge: Edge): number => element.getBoundingClientRect()[edge];

/** The first of these elements with an edge below a height in the viewport, px, by bisection: they follow each other. */
function firstOf(elements: readonly HTMLElement[], y: number, edge: Edge): HTMLElement | undefined {
  return elements[countBefore(elements.length, (index) => edgeOf(elements[index]!, edge) <= y)];
}

/** The first match of a selector in the article with an edge below a height in the viewport, px. */
export function firstBelow(
  article: Element,
  selector: string,
  { y, edge }: { readonly y: number; readonly edge: Edge },
): HTMLElement | undefined {
  const groups = groupsOf(article);
  for (let index = firstGroupBelow(groups, y); index < groups.length; index += 1) {
    const found = firstOf(matchesIn(groups[index]!, selector), y, edge);
    if (found) return found;
  }
  return undefined;
}

/** The last match of a selector in the article that begins above a height in the viewport, px. */
export function lastAbove(article: Element, selector: string, y: number): HTMLElement | undefined {
  const groups = groupsOf(article);
  for (let index = Math.min(firstGroupBelow(groups, y), groups.length - 1); index >= 0; index -= 1) {
    const matches = matchesIn(groups[index]!, selector);
    const found = matches[countBefore(matches.length, (at) => edgeOf(matches[at]!, 'top') < y) - 1];
    if (found) return found;
  }
  return undefined;
}

function firstGroupBelow(groups: readonly Element[], y: number): number {
  return countBefore(groups.length, (index) => edgeOf(groups[index]!, 'bottom') <= y);
}

const matchesIn = (group: Element, selector: string): HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>(selector),
];

/** For how many frames after the last correction a place is held: groups near it are laid out in the next one or two. */
const FRAMES = 5;

let stopHolding: (() => void) | undefined;

/**
 * Keeps an element where it now stands in the window, while groups around it are laid out for the first time and take
 * their true height. Ends by itself after some frames, and as soon as somebody scrolls.
 */
export function holdStill(article: Element, element: Element): void {
  stopHolding?.();
  if (!isLong(article)) return;
  let left = FRAMES;
  let top = edgeOf(element, 'top');
  let scrolled = scrollY;
  const look = (): void => {
    const moved = edgeOf(element, 'top') - top;
    const page = moved + scrollY - scrolled;
    // The page is as it was, and yet the element is not: somebody scrolled.
    if (Math.abs(moved) > 1 && Math.abs(page) <= 1) return;
    if (Math.abs(moved) > 1) {
      scrollBy({ top: moved, behavior: 'instant' });
      left = FRAMES;
    }
    top = edgeOf(element, 'top');
    scrolled = scrollY;
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  stopHolding = () => cancelAnimationFrame(frame);
}
