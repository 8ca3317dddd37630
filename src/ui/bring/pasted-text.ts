const KEY = 'sidegloss.pasted';

/** What was typed or pasted on this tab's page for bringing a text in, and not yet kept; empty where nothing was. */
export function readPasted(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Remembers it through a reload of this tab. A text that is too long for it stays as long as the page is open. */
export function writePasted(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // It is still in the field.
  }
}
