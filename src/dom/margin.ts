import { cardsToShorten, placeCards } from './margin-layout.ts';
import type { Span } from '../core/text/span.ts';
import { holdStill, isLong } from './groups.ts';
import { linesFinder, linesOfSpan, pieceAt, piecesNear } from './position.ts';

/** How notes are shown, as the stylesheet has decided: beside the text, under their line, or in a sheet. */
export type NotesMode = 'margin' | 'popover' | 'sheet';

export function notesMode(section: Element): NotesMode {
  const mode = getComputedStyle(section).getPropertyValue('--notes-mode').trim();
  return mode === 'popover' || mode === 'sheet' ? mode : 'margin';
}

const GAP = 14;
/** A card's first line stands on the line of its words, which is set larger: so much lower, px. */
const LEVEL = 2;

/**
 * Puts every card in its place: all reads first, then all writes, so that the browser lays out once. Cards whose words
 * are folded away are taken out; the open card is level with its line.
 */
export function layOutCards(article: Element, section: HTMLElement, open: string | null): void {
  const mode = notesMode(section);
  const cards = [...section.querySelectorAll<HTMLElement>('[data-note]')];
  const origin = section.getBoundingClientRect();
  const column = article.getBoundingClientRect();
  const linesOf = linesFinder(article);
  const read = cards.map((card) => ({
    card,
    words: linesOf(spanOf(card), card.dataset['note'] === open),
    ...heightsOf(card),
    long: isClamped(card.querySelector('[data-body]')),
  }));
  const shown = read.filter((entry) => entry.words !== null);
  const pinned = shown.findIndex(({ card }) => card.dataset['note'] === open);
  const places = { gap: GAP, top: column.top - origin.top, bottom: column.bottom - origin.top, pinned };
  const lines = shown.map(({ words, height, least }) => ({
    line: words!.top - origin.top + LEVEL,
    height,
    least,
  }));
  const short = mode === 'margin' ? cardsToShorten(lines, places) : new Set<number>();
  const tops = placeCards(
    lines.map((line, index) => (short.has(index) ? { ...line, height: line.least } : line)),
    places,
  );
  for (const [index, { card, words }] of shown.entries()) {
    card.toggleAttribute('data-short', short.has(index));
    if (mode === 'margin') card.style.translate = `0 ${Math.round(tops[index]!)}px`;
    else if (mode === 'sheet') card.style.removeProperty('translate');
    else {
      const left = Math.min(words!.left, column.right - card.offsetWidth) - origin.left;
      card.style.translate = `${Math.round(Math.max(0, left))}px ${Math.round(words!.bottom - origin.top + 8)}px`;
    }
  }
  for (const { card, words, long } of read) {
    card.toggleAttribute('data-folded', words === null);
    // An opened card is not clamped: what was measured while it was closed holds.
    if (card.dataset['more'] === undefined) card.toggleAttribute('data-long', long);
  }
  section.dataset['placed'] = mode;
}

/** The height of a card in full, and of its heading with the card's own edges. A card that is short now is remembered. */
function heightsOf(card: HTMLElement): { height: number; least: number } {
  const head = card.querySelector<HTMLElement>('[data-head]');
  const edges = 2 * (head?.offsetTop ?? 0);
  const least = (head?.offsetHeight ?? 0) + edges;
  if (!card.hasAttribute('data-short')) heights.set(card, card.offsetHeight);
  return { height: heights.get(card) ?? card.offsetHeight, least };
}

/** What each card measured when it was last shown in full, px. */
const heights = new WeakMap<HTMLElement, number>();

/** Whether there is more of a text than its box shows. */
function isClamped(body: Element | null): boolean {
  return body !== null && body.scrollHeight > body.clientHeight + 1;
}

/** The words that a card is on: `data-from` and `data-to` say which. */
function spanOf(card: HTMLElement): Span {
  return { start: Number(card.dataset['from']), end: Number(card.dataset['to']) };
}

/** After so much scrolling, in window heights, cards that were placed by estimate may come on screen (`linesFinder`). */
const AFAR = 0.75;

/**
 * Lays out again whenever the text or a card changes its size, and in a long text after some scrolling, at most once a
 * frame. The result stops it.
 */
export function watchLayout(article: Element, section: HTMLElement, layOut: () => void): () => void {
  let frame = 0;
  let scrolled = scrollY;
  const request = (): void => {
    if (frame === 0) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        scrolled = scrollY;
        layOut();
      });
    }
  };
  const sizes = new ResizeObserver(request);
  sizes.observe(article);
  sizes.observe(section);
  for (const card of section.querySelectorAll('[data-note]')) sizes.observe(card);
  const scroll = (): void => {
    if (Math.abs(scrollY - scrolled) > AFAR * innerHeight && isLong(article)) request();
  };
  addEventListener('scroll', scroll, { passive: true });
  return () => {
    sizes.disconnect();
    removeEventListener('scroll', scroll);
    cancelAnimationFrame(frame);
  };
}

/** How much of the screen under a note's words its card takes, px. */
function heightBelow(section: HTMLElement, card: HTMLElement): number {
  const mode = notesMode(section);
  if (mode === 'sheet') return section.getBoundingClientRect().height;
  return mode === 'popover' ? card.offsetHeight + 8 : 0;
}

/** Scrolls, only as far as needed and without motion, until a note's words stand clear of the bar and of the sheet. */
export function showWords(article: Element, section: HTMLElement, id: string): void {
  const card = section.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  const span = card && spanOf(card);
  const box = span && linesOfSpan(piecesNear(article, span), span);
  if (!box) return;
  const top = (document.querySelector('[data-bar]')?.getBoundingClientRect().bottom ?? 0) + 24;
  const bottom = innerHeight - heightBelow(section, card) - 24;
  if (box.top >= top && box.bottom <= bottom) return;
  const room = bottom - top;
  // A third of the way down what can be seen: what came before the words is part of reading them.
  const wanted =
    box.bottom - box.top > room ? top : Math.min(top + room / 3, bottom - (box.bottom - box.top));
  scrollBy({ top: box.top - wanted, behavior: 'instant' });
  const piece = pieceAt(article, span.start);
  if (piece) holdStill(article, piece);
}
