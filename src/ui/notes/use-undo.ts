import { useEffect } from 'react';
import type { NoteActions } from './note-actions.ts';

/** Ctrl+Z takes the last action back, Ctrl+Shift+Z and Ctrl+Y do it again; in a field they are the field's own. */
export function useUndo(actions: Pick<NoteActions, 'undo' | 'redo'> | null): void {
  // Synchronises with the document's key presses.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest(TYPING);
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? actions?.redo() : actions?.undo());
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions]);
}

/** Where a text is typed, which has an undo of its own. */
const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select';
