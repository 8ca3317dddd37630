import type { Preferences } from '../storage/preferences.ts';

/** Rail, notes, two gaps and the padding at both sides, in px at a root size of 16: with the text 1,263 at the defaults, so that a 1,280 px window with a scroll bar fits. */
const BESIDE_TEXT = 230 + 300 + 2 * 52 + 2 * 20;
/** Below this width a screen counts as a phone's: smaller text, notes in a sheet. */
const PHONE = 760;

/**
 * Puts what a reader has chosen on the root element, where the stylesheets look for it. Custom properties are set
 * through the CSSOM, which the CSP allows; `style` attributes in markup it does not.
 */
export function showPreferences(root: HTMLElement, preferences: Preferences): void {
  root.dataset['theme'] = preferences.theme;
  root.dataset['font'] = preferences.font;
  root.dataset['claims'] = preferences.claims ? 'on' : 'off';
  root.style.setProperty('--leading', String(preferences.leading));
  root.style.setProperty('--measure', String(preferences.measure));
  if (preferences.size === null) root.style.removeProperty('--text-size');
  else root.style.setProperty('--text-size', `${preferences.size / 16}rem`);
  showColumns(root, preferences);
}

/**
 * Says on the root element whether rail, text and notes fit side by side. A container query can't say it, because the
 * text's width is the reader's choice, in em of the reader's size.
 */
export function showColumns(root: HTMLElement, preferences: Preferences): void {
  const width = root.clientWidth;
  const rem = Number.parseFloat(getComputedStyle(root).fontSize);
  const textSize = preferences.size ?? (width < PHONE ? 18 : 19);
  const needed = (BESIDE_TEXT + preferences.measure * textSize) * (rem / 16);
  root.dataset['columns'] = width >= needed ? '3' : '1';
}
