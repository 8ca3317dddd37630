import { useEffect, type RefObject } from 'react';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { paint, type Stroke } from '../../dom/paint.ts';
import { piecesOf, rangeOf } from '../../dom/position.ts';
import { useActiveNote } from '../active-note.ts';
import type { Writing } from '../notes/use-writing.ts';
import { useReading } from '../reading.ts';
import { usePainter } from './use-painter.ts';

/** Paints these notes over the text, the words that are being written on, and the note that is open or pointed at. */
export function usePainting(
  article: RefObject<HTMLElement | null>,
  notes: readonly Placed<ReaderNote>[],
  writing: Writing | null,
): void {
  const reading = useReading();
  const painter = usePainter(article);

  // Synchronises the paint with the notes.
  useEffect(() => {
    const strokes = new Map<string, Stroke>();
    for (const { id, span, kind, colour } of notes) {
      // What a reader makes of a whole question is told by its card.
      if (kind === 'question') continue;
      strokes.set(id, { span, look: `${kind === 'highlight' ? 'highlight' : 'note'}-${colour}` });
    }
    if (writing && !writing.note)
      strokes.set('writing', { span: writing.span, look: `note-${writing.draft.colour}` });
    painter.current?.show(strokes);
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [notes, reading, writing]);

  const active = useActiveNote();
  useEffect(() => {
    const spans = new Map<string, Span>(notes.map(({ id, span }) => [id, span]));
    const show = (): void => {
      const { open, pointed } = active.get();
      const chosen = [open, pointed].flatMap((id) => (id === null ? [] : (spans.get(id) ?? [])));
      const pieces = article.current && chosen.length > 0 ? piecesOf(article.current) : [];
      paint(
        'chosen',
        chosen.flatMap((span) => rangeOf(pieces, span) ?? []),
      );
    };
    show();
    return active.watch(show);
  }, [active, article, notes]);
}
