import type { KeyboardEvent } from 'react';
import { usePreferences } from '../preferences.ts';
import type { RowFocus } from './use-row-focus.ts';
import type { Selection } from './use-selection.ts';

/**
 * The keys of a table of rows: arrows, Home and End move, Space selects, with Shift a range, Enter goes to the words,
 * Right and Left show and hide what is under a row. Letters (j, k, e, x) act unless the reader has switched such keys off.
 */
export function useTableKeys(given: {
  /** The keys of the rows that are shown. */
  order: readonly string[];
  focus: RowFocus;
  selection: Selection;
  onEdit: (key: string) => void;
  onOpen: (key: string, open: boolean) => void;
}): (event: KeyboardEvent) => void {
  const { order, focus, selection, onEdit, onOpen } = given;
  const { preferences } = usePreferences();

  const act = (key: string, event: KeyboardEvent, isOnRow: boolean): boolean => {
    const index = order.indexOf(key);
    const go = (to: number): boolean => {
      const next = order[Math.max(0, Math.min(order.length - 1, to))];
      if (next === undefined) return false;
      if (event.shiftKey) selection.extend(key, next);
      focus.focus(next);
      return true;
    };
    switch (event.key) {
      case 'ArrowDown':
        return go(index + 1);
      case 'ArrowUp':
        return go(index - 1);
      case 'Home':
        return go(0);
      case 'End':
        return go(order.length - 1);
      case 'ArrowRight':
      case 'ArrowLeft':
        if (isOnRow) onOpen(key, event.key === 'ArrowRight');
        return isOnRow;
      case ' ':
        if (isOnRow) selection.toggle(key, event.shiftKey);
        return isOnRow;
      case 'Enter':
        return isOnRow && follow(event);
      case 'Escape':
        if (!isOnRow) focus.focus(key);
        else if (selection.selected.size > 0) selection.clear();
        else return false;
        return true;
      default:
        return preferences.keys && actOnLetter(key, event.key, go, index);
    }
  };
  const actOnLetter = (key: string, letter: string, go: (to: number) => boolean, index: number): boolean => {
    if (letter === 'j' || letter === 'J') return go(index + 1);
    if (letter === 'k' || letter === 'K') return go(index - 1);
    if (letter === 'e') onEdit(key);
    else if (letter === 'x') selection.toggle(key);
    else return false;
    return true;
  };
  return (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.altKey || !(target instanceof Element)) return;
    if (target.closest('[data-editor], select, input:not([type="checkbox"])')) return;
    const row = target.closest<HTMLElement>('[data-key]');
    const key = row?.dataset['key'];
    if (key === undefined) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'a' || event.shiftKey) return;
      selection.all();
    } else if (!act(key, event, target === row)) return;
    event.preventDefault();
  };
}

/** Follows the link to the words of the row that has the focus. */
function follow({ currentTarget, target }: KeyboardEvent): boolean {
  const link =
    target instanceof Element && currentTarget.contains(target) ? target.querySelector('[data-words]') : null;
  if (!(link instanceof HTMLElement)) return false;
  link.click();
  return true;
}
