import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { View } from '../../core/link/view.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { byPosition, type Span } from '../../core/text/span.ts';
import { useOpenNote } from '../active-note.ts';
import type { MarginCard } from '../margin/margin.tsx';
import { NoteCard } from '../margin/note-card.tsx';
import { tagsOf, type Notebook } from '../notes/notebook.ts';
import type { EditorProps } from '../notes/draft-fields.ts';
import type { CardActions } from '../notes/reader-card.tsx';
import { NEW_NOTE, type WritingControl } from '../notes/use-writing.ts';
import { shownIn, useReading } from '../reading.ts';

/** A note among all that the view shows, in reading order, whether its card is drawn or not. */
export type Ordered = Pick<MarginCard, 'id'> & { readonly span: Span };

/**
 * The cards of the margin in reading order: all published notes, the reader's comments and claims near the screen, the
 * note that is open whatever it is, and the editor of a new one. `order` is every note that the view shows.
 */
export function useCards(given: {
  /** The reader's notes near the screen, and the one that is open. */
  near: readonly Placed<ReaderNote>[];
  notebook: Notebook;
  writing: WritingControl;
  view: View;
  actions: CardActions;
}): { cards: MarginCard[]; order: readonly Ordered[] } {
  const { near, notebook, writing, view, actions } = given;
  const reading = useReading();
  const open = useOpenNote();
  const order = useMemo(
    () =>
      [...shownIn(reading, view, reading.notes), ...shownIn(reading, view, notebook.placed)]
        .toSorted(bySpan)
        .map(({ id, span }) => ({ id, span })),
    [notebook.placed, reading, view],
  );
  const claims = useClaims(notebook);
  // Fetched when a note is opened, or when there may be links to show.
  const { data: linking } = useQuery({
    queryKey: ['claim-links'],
    queryFn: () => import('../notes/claim-links.tsx'),
    enabled: open !== null || claims.length > 0,
  });
  const { notes } = actions;
  const published = useMemo(
    () =>
      reading.notes.map((note) => ({
        id: note.id,
        span: note.span,
        content: (
          <NoteCard
            key={note.id}
            links={linking && <linking.ClaimLinks actions={notes} id={note.id} own={claims} onlyOwn />}
            note={note}
          />
        ),
      })),
    [claims, linking, notes, reading],
  );
  const { writing: now } = writing;
  const isWriting = now !== null;
  const knownTags = useMemo(() => (isWriting ? tagsOf(notebook.all) : []), [isWriting, notebook.all]);
  const editor: EditorProps | null = now && {
    draft: now.draft,
    speakers: reading.article.speakers,
    knownTags,
    onDraft: writing.update,
    onSave: writing.save,
    onCancel: writing.cancel,
  };
  const edited = now?.note?.id;
  // Fetched when the reader has notes: reading needs none of it.
  const { data: drawing } = useQuery({
    queryKey: ['reader-card'],
    queryFn: () => import('../notes/reader-card.tsx'),
    enabled: near.length > 0 || isWriting,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!drawing) return { cards: published, order };
  const { EditorCard, ReaderCard } = drawing;
  const drawn = near.filter((note) => note.id === open || note.id === edited || note.kind !== 'highlight');
  const placed = [
    ...published,
    ...drawn.map((note) => ({
      id: note.id,
      span: note.span,
      content: (
        <ReaderCard
          actions={actions}
          claims={claims}
          editing={edited === note.id ? editor : null}
          key={note.id}
          note={note}
        />
      ),
    })),
  ];
  if (now && !now.note && editor) {
    placed.push({
      id: NEW_NOTE,
      span: now.span,
      content: <EditorCard editor={editor} id={NEW_NOTE} key={NEW_NOTE} span={now.span} />,
    });
  }
  return { cards: placed.toSorted(bySpan), order };
}

const NONE: readonly ReaderNote[] = [];

/** The reader's claims; the same list while there are none. */
function useClaims({ all }: Notebook): readonly ReaderNote[] {
  return useMemo(() => {
    const claims = all.filter(({ claim }) => claim);
    return claims.length > 0 ? claims : NONE;
  }, [all]);
}

const bySpan = (a: { span: Span }, b: { span: Span }): number => byPosition(a.span, b.span);
