const KEY = 'sidegloss.position.';

/** The text offset that a reader was at, and how far below the viewport's top its line stood, in px. */
export interface ReadingPosition {
  readonly offset: number;
  readonly top: number;
}

/** Where a reader was in an article; null on a first visit. Never throws. */
export function readPosition(slug: string): ReadingPosition | null {
  try {
    const [offset, top] = (localStorage.getItem(KEY + slug) ?? '').split(' ').map(Number);
    if (offset === undefined || top === undefined || !Number.isInteger(offset) || !Number.isFinite(top))
      return null;
    return offset > 0 ? { offset, top } : null;
  } catch {
    return null;
  }
}

/** Remembers where a reader is, null for the beginning. A browser that refuses only makes the next visit start there. */
export function writePosition(slug: string, position: ReadingPosition | null): void {
  try {
    if (position) localStorage.setItem(KEY + slug, `${position.offset} ${Math.round(position.top)}`);
    else localStorage.removeItem(KEY + slug);
  } catch {
    // Nothing is lost that a reader made.
  }
}
