import type { View } from '../core/link/view.ts';

/** Says on the root element which view is shown; the stylesheets do the rest. */
export function markView(root: HTMLElement, view: View): void {
  root.dataset['view'] = view;
}

/**
 * Folds away what Interview leaves out, or brings it all back. `hidden="until-found"` keeps the words findable by the
 * browser's own search; React would write `hidden=""`, so the attribute is set here and React never knows of it.
 */
export function foldFor(view: View, article: Element): void {
  // From here on the stylesheets leave it to the attributes.
  article.setAttribute('data-folds', '');
  for (const element of article.querySelectorAll('[data-fold]')) {
    if (view === 'interview') element.setAttribute('hidden', 'until-found');
    else element.removeAttribute('hidden');
  }
}

/** Brings back the folded part that an element lies in; false where it was not folded. */
export function unfold(element: Element): boolean {
  const folded = element.closest('[hidden]');
  folded?.removeAttribute('hidden');
  return folded !== null;
}

/**
 * Calls back when the browser's own search, or a link, is about to show words in a folded part, which the browser
 * then unfolds by itself. The result stops it.
 */
export function watchFound(article: Element, found: (part: Element) => void): () => void {
  const listen = (event: Event): void => {
    if (event.target instanceof Element) found(event.target);
  };
  article.addEventListener('beforematch', listen);
  return () => article.removeEventListener('beforematch', listen);
}
