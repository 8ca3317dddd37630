import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { View } from '../../core/link/view.ts';
import type { Placed, PublishedNote } from '../../core/notes/note.ts';
import { layOutCards, showWords, watchLayout } from '../../dom/margin.ts';
import { returnToText, useActiveNote, useOpenNote } from '../active-note.ts';
import { Icon } from '../icon.tsx';
import { notesIn, useReading } from '../reading.ts';
import { NoteCard } from './note-card.tsx';
import styles from './margin.module.css';

/**
 * The notes of the article, all there always: beside their lines where there is room, else one at a time under its
 * line or in a sheet. Where script is off they follow the text.
 */
export function Margin({ article, view }: { article: RefObject<HTMLElement | null>; view: View }) {
  const { notes, article: text } = useReading();
  const section = useRef<HTMLElement>(null);
  const open = useOpenNote();
  const openNow = useRef(open);
  const layout = useRef<ReturnType<typeof watchLayout> | null>(null);

  // Synchronises the cards' places with the lines that the browser has broken the text into.
  useLayoutEffect(() => {
    const [column, cards] = [article.current, section.current];
    if (!column || !cards) return undefined;
    const layOut = (): void => layOutCards(column, cards, openNow.current);
    layout.current = watchLayout(column, cards, layOut);
    layOut();
    return layout.current.stop;
    // The cards are those of the notes.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [article, notes]);

  useLayoutEffect(() => {
    openNow.current = open;
    const [column, cards] = [article.current, section.current];
    if (!column || !cards) return;
    layOutCards(column, cards, open);
    if (open !== null) showWords(column, cards, open);
    // The view decides which words have a place.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [article, open, view]);

  useDismissal(section, open);
  const blockOf = (note: Placed<PublishedNote>): string =>
    text.blocks.find((block) => block.end > note.span.start)?.id ?? '';
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
      {open !== null && <SheetBar open={open} view={view} />}
      {notes.map((note) => (
        <NoteCard block={blockOf(note)} key={note.id} note={note} />
      ))}
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
      if (target && !section.current?.contains(target) && !target.closest('mark, [role="doc-noteref"]'))
        active.open(null);
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
function SheetBar({ open, view }: { open: string; view: View }) {
  const notes = notesIn(useReading(), view);
  const active = useActiveNote();
  const index = notes.findIndex((note) => note.id === open);
  const go = (step: number): void => active.open(notes[(index + step + notes.length) % notes.length]!.id);
  return (
    <div className={styles['sheet']}>
      <button aria-label="Previous note" type="button" onClick={() => go(-1)}>
        <Icon name="up" />
      </button>
      <button aria-label="Next note" type="button" onClick={() => go(1)}>
        <Icon name="down" />
      </button>
      <span>
        {index + 1} of {notes.length}
      </span>
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
