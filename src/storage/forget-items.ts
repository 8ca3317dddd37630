import { stopItems, storageOf, writeItem, type Lasting } from './item.ts';

/** What the names of all that is kept here begin with: items, databases, caches. */
export const OURS = 'sidegloss';

/** The keys of what is remembered that begin like this. */
export function itemKeys(begin: string, lasting: Lasting = 'always'): string[] {
  try {
    return Object.keys(storageOf(lasting)).filter((key) => key.startsWith(begin));
  } catch {
    return [];
  }
}

/** Forgets everything that was remembered; nothing is remembered any more on this page. */
export function forgetItems(): void {
  stopItems();
  for (const lasting of ['always', 'visit'] as const)
    for (const key of itemKeys(OURS, lasting)) writeItem(key, null, lasting);
}
