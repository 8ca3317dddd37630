import { viewOf } from '../core/link/view.ts';
import { markView } from '../dom/view.ts';
import { readPreferences } from '../storage/preferences.ts';
import { hasPosition } from '../storage/reading-position.ts';
import { showPreferences } from './theme.ts';

/*
 * Runs in the head before anything is painted, as a file of its own because the CSP admits no inline script: without
 * it the page would be painted in one theme, type and view and then jump to another. It also begins the app, whose file
 * its element names: what is served can be read without it, so the first paint does not wait for it.
 */
const root = document.documentElement;
root.classList.add('js');
const view = viewOf(location.search);
markView(root, view);
showPreferences(root, readPreferences());

const app = document.currentScript?.dataset['app'];
if (app !== undefined) {
  // Where the app folds the page or goes to a place in it, it does so the sooner the better; a hidden page is not painted.
  const slug = location.pathname.split('/').at(-2)!;
  const isAsServed = view === 'full' && !location.hash && !hasPosition(slug) && !document.hidden;
  // Styles leave out of the layout what is not on the first screen.
  if (isAsServed) root.dataset['firstPaint'] = '';
  const begin = (): void => {
    delete root.dataset['firstPaint'];
    void import(/* @vite-ignore */ app);
  };
  document.addEventListener('DOMContentLoaded', () =>
    isAsServed ? requestAnimationFrame(() => setTimeout(begin)) : begin(),
  );
}
