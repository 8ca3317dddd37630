import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import { useLocation, useSearch } from 'wouter';
import { searchFor, viewOf, type View } from '../../core/link/view.ts';
import { passageToHold, restorePassage, type Passage } from '../../dom/passage.ts';
import { foldFor, markView } from '../../dom/view.ts';

/**
 * The view, which lives in the address, and its switch. Switching replaces the history entry, and what stood at the
 * top of the screen stays where it stood. Without scrolling in between, switching back returns to the very same words,
 * even from a passage that the other view folds away.
 */
export function useView(article: RefObject<HTMLElement | null>): [View, (view: View) => void] {
  const view = viewOf(useSearch());
  const [path, navigate] = useLocation();
  const held = useRef<{ passage: Passage; scrollY: number } | null>(null);

  const switchView = useCallback(
    (next: View): void => {
      const element = article.current;
      if (element && (held.current === null || Math.abs(held.current.scrollY - scrollY) > 1)) {
        const passage = passageToHold(element);
        held.current = passage && { passage, scrollY };
      }
      navigate(path + searchFor(next, location.search) + location.hash, { replace: true });
    },
    [article, navigate, path],
  );

  // Synchronises the one DOM with the view: an attribute on the root element, and what is folded away.
  useLayoutEffect(() => {
    const element = article.current;
    if (!element) return;
    markView(document.documentElement, view);
    foldFor(view, element);
    if (held.current) {
      restorePassage(element, held.current.passage);
      held.current = { ...held.current, scrollY };
    }
  }, [article, view]);
  return [view, switchView];
}
