import type { Placed, PublishedNote, ReaderNote } from '../../core/notes/note.ts';

/** A note of either sort, in its place. */
export type AnyNote = Placed<PublishedNote> | Placed<ReaderNote>;

/** The notes whose words cover an offset, the shortest first: what is inside others is meant more exactly. */
export function notesAt(notes: readonly AnyNote[], offset: number): AnyNote[] {
  return notes
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}
