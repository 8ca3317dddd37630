import { useCallback, useEffect, type RefObject } from 'react';
import type { View } from '../../core/link/view.ts';
import { speakerOf } from '../../core/anchor/describe.ts';
import { jumpTo, stepFrom } from '../../dom/jump.ts';
import { watchFound } from '../../dom/view.ts';
import { cardId, linkId, type ActiveNote } from '../active-note.ts';
import { usePreferences } from '../preferences.ts';
import { notesIn, type Reading } from '../reading.ts';
import type { Panel } from './panels.tsx';
import { useKeys } from './use-keys.ts';

interface Navigation {
  readonly article: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly activeNote: ActiveNote;
  readonly view: View;
  readonly switchView: (view: View) => void;
  readonly place: number;
  readonly voice: string | null;
  readonly setVoice: (speaker: string | null) => void;
  readonly setPanel: (panel: Panel | null) => void;
}

/** Getting about: single keys, links to passages, and what an address names when the page opens or changes. */
export function useNavigation(given: Navigation): { goToPassage: (id: string) => void } {
  const { article, reading, activeNote, view, switchView, place, voice, setVoice, setPanel } = given;
  const { preferences, change } = usePreferences();

  const goToPassage = useCallback(
    (id: string): void => {
      const element = document.getElementById(id);
      if (!element || !article.current?.contains(element)) return;
      // Words that Interview leaves out are shown where they belong: in the full text.
      if (element.closest('[hidden]')) switchView('full');
      requestAnimationFrame(() => jumpTo(element));
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
    if (next) jumpTo(next);
  };
  const stepNote = (step: 1 | -1): void => {
    const notes = notesIn(reading, view);
    const { open } = activeNote.get();
    const at = notes.findIndex((note) => note.id === open);
    const near =
      step > 0 ? notes.findIndex((n) => n.span.end > place) : notes.findLastIndex((n) => n.span.end <= place);
    const next = notes[at >= 0 ? at + step : near];
    if (!next) return;
    activeNote.open(next.id);
    document.getElementById(linkId(next.id))?.focus({ preventScroll: true });
  };
  useKeys({
    nextTurn: () => stepTo('[data-turn]', 1),
    previousTurn: () => stepTo('[data-turn]', -1),
    nextQuestion: () => stepTo('[data-kind="question"]', 1),
    previousQuestion: () => stepTo('[data-kind="question"]', -1),
    nextNote: () => stepNote(1),
    previousNote: () => stepNote(-1),
    view: () => switchView(view === 'full' ? 'interview' : 'full'),
    notes: () => change({ claims: !preferences.claims }),
    voice: () =>
      setVoice(voice === null ? speakerOf(reading.article, { start: place, end: place + 1 }) : null),
    find: () => setPanel('find'),
    keys: () => setPanel('keys'),
  });
  return { goToPassage };
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
