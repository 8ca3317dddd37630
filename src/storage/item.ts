/*
 * The small things that a browser remembers for a site (Web Storage, HTML Standard): every one goes through here, so that
 * a page whose reader has deleted everything writes nothing of it again. Nothing here throws: a browser may refuse all
 * of it, and nothing that a reader made depends on it.
 */

let isStopped = false;

/** `visit` is this tab's, until it is closed. */
export type Lasting = 'always' | 'visit';

export const storageOf = (lasting: Lasting): Storage => (lasting === 'visit' ? sessionStorage : localStorage);

/** What is remembered under a key; null where nothing is, or the browser does not say. */
export function readItem(key: string, lasting: Lasting = 'always'): string | null {
  try {
    return storageOf(lasting).getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a text, null for nothing. False where the browser refuses, and once everything is to be forgotten. */
export function writeItem(key: string, value: string | null, lasting: Lasting = 'always'): boolean {
  try {
    if (value === null) storageOf(lasting).removeItem(key);
    else if (isStopped) return false;
    else storageOf(lasting).setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Whether this page is one whose reader has deleted everything. */
export function isForgotten(): boolean {
  return isStopped;
}

/** From now on nothing is remembered any more on this page. */
export function stopItems(): void {
  isStopped = true;
}
