import { readItem, writeItem } from './item.ts';

const KEY = 'sidegloss.position.';

/** The text offset that a reader was at, and how far below the viewport's top its line stood, in px. */
export interface ReadingPosition {
  readonly offset: number;
  readonly top: number;
}

/** Whether a reader was in an article before, and not at its beginning. */
export const hasPosition = (slug: string): boolean => readItem(KEY + slug) !== null;

/** Where a reader was in an article; null on a first visit. Never throws. */
export function readPosition(slug: string): ReadingPosition | null {
  const [offset, top] = (readItem(KEY + slug) ?? '').split(' ').map(Number);
  if (offset === undefined || top === undefined || !Number.isInteger(offset) || !Number.isFinite(top))
    return null;
  return offset > 0 ? { offset, top } : null;
}

/** Remembers where a reader is, null for the beginning. A browser that refuses only makes the next visit start there. */
export function writePosition(slug: string, position: ReadingPosition | null): void {
  writeItem(KEY + slug, position && `${position.offset} ${Math.round(position.top)}`);
}
