import { Suspense, useEffect, useState, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { lazyPart } from '../lazy-part.ts';
import { offsetAtPoint } from '../../dom/selection.ts';
import { useActiveNote } from '../active-note.ts';
import type { Notebook } from '../notes/notebook.ts';
import { notesAt, type AnyNote } from '../notes/notes-at.ts';
import { usePreferences } from '../preferences.ts';
import { useReading } from '../reading.ts';
import type { Pressed } from './voice-tip.tsx';

const NotesMenu = lazyPart(() => import('../notes/notes-menu.tsx'));
const VoiceTip = lazyPart(() => import('./voice-tip.tsx'));

/**
 * What a press on the text does: on a passage's link it goes there; on noted words it opens the note, or offers each
 * where several share them; on other words it says whose they are where they are quoted, and why they are marked where
 * checkable words are shown. A press that ends a selection does nothing.
 */
export function usePress(given: {
  article: RefObject<HTMLElement | null>;
  notebook: Notebook;
  onPassage: (id: string) => void;
  onVoice: (speaker: string) => void;
}): { press: (event: MouseEvent) => void; shown: ReactNode } {
  const { article, notebook, onPassage, onVoice } = given;
  const reading = useReading();
  const active = useActiveNote();
  const { preferences } = usePreferences();
  const [tip, setTip] = useState<Pressed | null>(null);
  const [menu, setMenu] = useState<{ notes: AnyNote[]; x: number; y: number } | null>(null);

  const at = (offset: number | null): AnyNote[] => {
    const published = preferences.claims ? reading.notes : [];
    return offset === null ? [] : notesAt([...published, ...notebook.placed], offset);
  };
  const press = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('a[data-passage], a[data-unfold]');
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { hash } = new URL(link.href);
      history.pushState(null, '', hash);
      onPassage(hash.slice(1));
      return;
    }
    // A link of the text itself goes where it leads.
    if (target?.closest('a[data-start]')) return;
    if (!target?.closest('[data-start]') || document.getSelection()?.isCollapsed === false) return;
    const { clientX: x, clientY: y } = event;
    const offset = article.current && offsetAtPoint(article.current, x, y);
    const notes = at(offset);
    if (notes.length > 1) setMenu({ notes, x, y });
    else if (notes[0]) active.open(notes[0].id);
    else {
      const { said, by } = target.closest<HTMLElement>('[data-said]')?.dataset ?? {};
      setTip({ said, by, offset, x, y });
    }
  };
  usePointing(article, notebook);
  const shown = (
    <Suspense fallback={null}>
      {tip && (
        <VoiceTip key={`${tip.x} ${tip.y}`} pressed={tip} onClose={() => setTip(null)} onVoice={onVoice} />
      )}
      {menu && (
        <NotesMenu
          key={`${menu.x} ${menu.y}`}
          {...menu}
          onChoose={active.open}
          onClose={() => setMenu(null)}
        />
      )}
    </Suspense>
  );
  return { press, shown };
}

/** Pointing at painted words marks their card, as pointing at the card marks the words. */
function usePointing(article: RefObject<HTMLElement | null>, notebook: Notebook): void {
  const active = useActiveNote();
  useEffect(() => {
    const element = article.current;
    if (!element || notebook.placed.length === 0) return undefined;
    let frame = 0;
    let pointed: string | null = null;
    const move = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const offset = offsetAtPoint(element, event.clientX, event.clientY);
        const next = offset === null ? null : (notesAt(notebook.placed, offset)[0]?.id ?? null);
        if (next === pointed) return;
        pointed = next;
        active.point(next);
        element.toggleAttribute('data-over-note', next !== null);
      });
    };
    element.addEventListener('pointermove', move);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('pointermove', move);
    };
  }, [active, article, notebook.placed]);
}
