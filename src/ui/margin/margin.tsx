import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { View } from '../../core/link/view.ts';
import { layOutCards, showWords, watchLayout } from '../../dom/margin.ts';
import { returnToText, useActiveNote, useOpenNote } from '../active-note.ts';
import { Icon } from '../icon.tsx';
import styles from './margin.module.css';

/** A card of the margin, in reading order: what is drawn must carry `data-note`, `data-from` and `data-to`. */
export interface MarginCard {
  readonly id: string;
  readonly content: ReactNode;
}

/**
 * The column of cards: beside their lines where there is room, else one at a time under its line or in a sheet. Where
 * script is off they follow the text. `order` is all notes, also those whose card is not drawn now.
 */
export function Margin(props: {
  article: RefObject<HTMLElement | null>;
  view: View;
  cards: readonly MarginCard[];
  order: readonly Pick<MarginCard, 'id'>[];
  /** While something is being written, a press elsewhere does not close it. */
  held: boolean;
}) {
  const { article, view, cards, order, held } = props;
  const section = useRef<HTMLElement>(null);
  const open = useOpenNote();
  const openNow = useRef(open);
  const shown = useRef('');
  const drawn = cards.map((card) => card.id).join(' ');

  // Synchronises the cards' places with the lines that the browser breaks the text into.
  useLayoutEffect(() => {
    const [column, cardColumn] = [article.current, section.current];
    if (!column || !cardColumn) return undefined;
    return watchLayout(column, cardColumn, () => layOutCards(column, cardColumn, openNow.current));
    // Other cards are other sizes to watch.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [article, drawn]);

  useLayoutEffect(() => {
    openNow.current = open;
    const [column, cardColumn] = [article.current, section.current];
    if (!column || !cardColumn) return;
    layOutCards(column, cardColumn, open);
    const showing = `${open ?? ''} ${view}`;
    if (open !== null && shown.current !== showing) showWords(column, cardColumn, open);
    shown.current = showing;
    // The view decides which words have a place.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [article, drawn, open, view]);

  useDismissal(section, held ? null : open);
  return (
    <section
      aria-labelledby="notes-heading"
      className={styles['notes']}
      data-open={open ?? undefined}
      ref={section}
    >
      <h2 className={styles['heading']} id="notes-heading">
        Notes
      </h2>
      {open !== null && <SheetBar open={open} order={order} />}
      {cards.map((card) => card.content)}
    </section>
  );
}

/** Escape, or a press outside of notes and their words, closes the open note. */
function useDismissal(section: RefObject<HTMLElement | null>, open: string | null): void {
  const active = useActiveNote();
  useEffect(() => {
    if (open === null) return undefined;
    const press = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const stays = target?.closest('mark, [role="doc-noteref"], [data-keeps-note]');
      if (target && !section.current?.contains(target) && !stays) active.open(null);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) active.open(null);
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', key);
    };
  }, [active, open, section]);
}

/** On a phone: which note of how many, the one before and after, and a way out. */
function SheetBar({ open, order }: { open: string; order: readonly Pick<MarginCard, 'id'>[] }) {
  const active = useActiveNote();
  const index = order.findIndex(({ id }) => id === open);
  const go = (step: number): void => active.open(order.at((index + step) % order.length)?.id ?? null);
  return (
    <div className={styles['sheet']}>
      <button aria-label="Previous note" disabled={index < 0} type="button" onClick={() => go(-1)}>
        <Icon name="up" />
      </button>
      <button aria-label="Next note" disabled={index < 0} type="button" onClick={() => go(1)}>
        <Icon name="down" />
      </button>
      <span>{index < 0 ? 'New note' : `${index + 1} of ${order.length}`}</span>
      <button
        aria-label="Close the note"
        type="button"
        onClick={() => {
          returnToText(open);
          active.open(null);
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
