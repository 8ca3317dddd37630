import { useEffect, useRef } from 'react';
import { actionOf, type Action } from './keymap.ts';
import { usePreferences } from './preferences.ts';

/** Lets single keys act, unless the reader has switched them off or a dialog is open. */
export function useKeys(actions: Partial<Record<Action, () => void>>): void {
  const { preferences } = usePreferences();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  // Synchronises with the document's key presses.
  useEffect(() => {
    if (!preferences.keys) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog:modal')) return;
      const action = actionOf(event, preferences.keymap);
      const act = action && latest.current[action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [preferences.keys, preferences.keymap]);
}
