import { viewOf } from '../core/link/view.ts';
import { markView } from '../dom/view.ts';
import { DEFAULT_PREFERENCES, readPreferences } from '../storage/preferences.ts';
import { hasPosition } from '../storage/reading-position.ts';
import { showPreferences } from './theme.ts';

/*
 * Runs in the head before anything is painted, as a file of its own because the CSP admits no inline script: without
 * it the page would be painted in one theme, type and view and then jump to another. Where its element names the app's
 * modules, it also fetches and begins the app: what is served can be read without it, so words come first.
 */
const root = document.documentElement;
root.classList.add('js');
markView(root, viewOf(location.search));
const preferences = readPreferences();
showPreferences(root, preferences);

const { app: modules, part: ofPage } = document.currentScript?.dataset ?? {};
if (modules !== undefined) {
  const [app, ...needed] = modules.split(' ');
  // To go to another place than the page's beginning is the app's work, and a hidden page is not painted.
  const isAsServed = !location.hash && !hasPosition(location.pathname.split('/').at(-2)!) && !document.hidden;
  const fetchApp = (): void => {
    for (const href of `${modules} ${ofPage ?? ''}`.trim().split(' '))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  };
  const beginApp = async (): Promise<void> => {
    // Each in a task of its own: what the reader does comes between them.
    for (const one of [...needed, app!]) {
      // oxlint-disable-next-line no-await-in-loop
      await import(/* @vite-ignore */ one);
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((later) => setTimeout(later));
    }
  };
  const afterPaint = (): void => {
    delete root.dataset['firstPaint'];
    fetchApp();
    void beginApp();
  };
  // What is below the first screen is not laid out for it, where no other type puts more words on it.
  if (isAsServed && preferences === DEFAULT_PREFERENCES) root.dataset['firstPaint'] = '';
  if (!isAsServed) fetchApp();
  document.addEventListener('DOMContentLoaded', () => {
    if (isAsServed) onceShown(afterPaint);
    else void import(/* @vite-ignore */ app!);
  });
}

/** Calls back when words are on the screen (Paint Timing), or where no browser says so, after a while. */
function onceShown(callback: () => void): void {
  const patience = setTimeout(shown, 1000);
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) shown();
  });
  function shown(): void {
    clearTimeout(patience);
    observer.disconnect();
    callback();
  }
  observer.observe({ type: 'paint', buffered: true });
}
