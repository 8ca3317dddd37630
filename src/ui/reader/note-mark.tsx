import { Fragment, type ReactNode } from 'react';
import type { Placed, PublishedNote } from '../../core/notes/note.ts';
import { cardId, linkId, openFromLink, useActiveNote, useNoteState } from '../active-note.ts';
import { tellVoice, useReading } from '../reading.ts';
import styles from './note-mark.module.css';

/**
 * Words that notes were made on, each note's link behind its last word. The link is empty: its number is drawn from
 * `data-label`, because text here would stand among the article's words, and a CSS counter would miscount where
 * folded paragraphs are skipped.
 */
export function NoteMark(props: {
  notes: readonly Placed<PublishedNote>[];
  end: number;
  children: ReactNode;
}) {
  const { notes, end, children } = props;
  const active = useActiveNote();
  const ids = notes.map((note) => note.id);
  const state = useNoteState(ids);
  const last = ids.at(-1)!;
  return (
    <>
      {/* A press on the words opens the note, too: use-press sees to that for every sort of note alike. */}
      <mark
        aria-details={ids.map(cardId).join(' ')}
        className={styles['mark']}
        data-kind={notes.at(-1)!.claim?.kind ?? 'translation'}
        data-notes={ids.join(' ')}
        data-state={state}
        onPointerEnter={() => active.point(last)}
        onPointerLeave={() => active.point(null)}
      >
        {children}
      </mark>
      {notes.map((note) => (
        <Fragment key={note.id}>{note.span.end === end && <NoteLink note={note} />}</Fragment>
      ))}
    </>
  );
}

function NoteLink({ note }: { note: Placed<PublishedNote> }) {
  const reading = useReading();
  const active = useActiveNote();
  const state = useNoteState([note.id]);
  const what = note.claim
    ? `claim ${note.label}: ${note.claim.kind}, ${tellVoice(reading, note)}`
    : `note ${note.label}: translation`;
  return (
    // The roles of the Digital Publishing WAI-ARIA Module: a reference to a note, and the note's link back.
    <a
      aria-label={what}
      className={styles['link']}
      data-label={note.label}
      data-state={state}
      href={`#${cardId(note.id)}`}
      id={linkId(note.id)}
      role="doc-noteref"
      onBlur={() => active.point(null)}
      onClick={(event) => {
        event.preventDefault();
        openFromLink(active, note.id);
      }}
      onFocus={() => active.point(note.id)}
    />
  );
}
