import { viewOf } from '../core/link/view.ts';
import { markView } from '../dom/view.ts';
import { readPreferences } from '../storage/preferences.ts';
import { showPreferences } from './theme.ts';

/*
 * Runs in the head before anything is painted, as a file of its own because the CSP admits no inline script: without
 * it the page would be painted in one theme, type and view and then jump to another.
 */
const root = document.documentElement;
root.classList.add('js');
markView(root, viewOf(location.search));
showPreferences(root, readPreferences());
