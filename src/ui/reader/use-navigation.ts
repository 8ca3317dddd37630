import { useCallback, useEffect, type RefObject } from 'react';
import type { View } from '../../core/link/view.ts';
import { speakerOf } from '../../core/anchor/describe.ts';
import type { Span } from '../../core/text/span.ts';
import { jumpTo, stepFrom } from '../../dom/jump.ts';
import { watchFound } from '../../dom/view.ts';
import { cardId, linkId, useActiveNote, type ActiveNote } from '../active-note.ts';
import { usePreferences } from '../preferences.ts';
import type { Notebook } from '../notes/notebook.ts';
import { useUndo } from '../notes/use-undo.ts';
import { useReading, type Reading } from '../reading.ts';
import type { Annotating } from './use-annotating.tsx';
import type { Panel } from './panels.tsx';
import type { Ordered } from './use-cards.tsx';
import { useKeys } from '../use-keys.ts';
import type { Place } from './use-place.ts';

interface Navigation {
  readonly article: RefObject<HTMLElement | null>;
  readonly annotating: Annotating;
  readonly notebook: Notebook;
  /** All notes that the view shows, in reading order. */
  readonly order: readonly Ordered[];
  readonly view: View;
  readonly switchView: (view: View) => void;
  readonly place: Place;
  readonly voice: string | null;
  readonly setVoice: (speaker: string | null) => void;
  readonly setPanel: (panel: Panel | null) => void;
}

/** Getting about: single keys, links to passages, and what an address names when the page opens or changes. */
export function useNavigation(given: Navigation): { goToPassage: (id: string) => void } {
  const { article, annotating, notebook, order, view, switchView, place, voice, setVoice, setPanel } = given;
  const reading = useReading();
  const activeNote = useActiveNote();
  const { preferences, change } = usePreferences();

  const goToPassage = useCallback(
    (id: string): void => {
      const element = document.getElementById(id);
      if (!element || !article.current?.contains(element)) return;
      // Words that Interview leaves out are shown where they belong: in the full text.
      if (element.closest('[hidden]')) switchView('full');
      requestAnimationFrame(() => article.current && jumpTo(article.current, element));
    },
    [article, switchView],
  );

  useAddress(goToPassage, activeNote, reading);

  // Synchronises with the browser's own search, which unfolds what it finds: its notes get their place.
  useEffect(() => {
    if (!article.current) return undefined;
    return watchFound(article.current, () => requestAnimationFrame(() => dispatchEvent(new Event('resize'))));
  }, [article]);

  const stepTo = (selector: string, step: 1 | -1): void => {
    const next = article.current && stepFrom(article.current, selector, step);
    if (article.current && next) jumpTo(article.current, next);
  };
  const stepNote = (step: 1 | -1): void => {
    const { open } = activeNote.get();
    const at = open === null ? -1 : order.findIndex(({ id }) => id === open);
    const next = (at >= 0 ? order[at + step] : nearest(order, place.get(), step))?.id;
    if (next === undefined) return;
    activeNote.open(next);
    const focus = (): void => document.getElementById(linkId(next))?.focus({ preventScroll: true });
    // The link of a note that was far from the screen is drawn after it is opened.
    if (document.getElementById(linkId(next))) focus();
    else requestAnimationFrame(focus);
  };
  useKeys({
    nextTurn: () => stepTo('[data-turn]', 1),
    previousTurn: () => stepTo('[data-turn]', -1),
    nextQuestion: () => stepTo('[data-kind="question"]', 1),
    previousQuestion: () => stepTo('[data-kind="question"]', -1),
    nextNote: () => stepNote(1),
    previousNote: () => stepNote(-1),
    highlight: () => annotating.actions.highlight('yellow'),
    note: annotating.actions.note,
    claim: annotating.actions.claim,
    quote: annotating.actions.copyQuote,
    link: annotating.actions.copyLink,
    share: annotating.actions.share,
    cursor: annotating.toggleCursor,
    panel: () => setPanel('notes'),
    view: () => switchView(view === 'full' ? 'interview' : 'full'),
    notes: () => change({ claims: !preferences.claims }),
    voice: () => setVoice(voice === null ? speakerOf(reading.article, spanAt(place.get())) : null),
    find: () => setPanel('find'),
    keys: () => setPanel('keys'),
  });
  useUndo(notebook.actions);
  return { goToPassage };
}

const spanAt = (offset: number): Span => ({ start: offset, end: offset + 1 });

/** The first note from an offset on, or the last one before it. */
function nearest(order: readonly Ordered[], offset: number, step: 1 | -1): Ordered | undefined {
  return step > 0
    ? order.find(({ span }) => span.end > offset)
    : order.findLast(({ span }) => span.end <= offset);
}

/** Goes where the address says: a passage, or a note and its words. */
function useAddress(goToPassage: (id: string) => void, activeNote: ActiveNote, reading: Reading): void {
  useEffect(() => {
    const go = (): void => {
      const id = location.hash.slice(1);
      const note = reading.notes.find(
        (candidate) => cardId(candidate.id) === id || linkId(candidate.id) === id,
      );
      if (note) activeNote.open(note.id);
      else if (reading.article.blocks.some((block) => block.id === id)) goToPassage(id);
    };
    go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
    // The address is read when the page opens and when it changes, not when what it names is drawn again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reading]);
}
