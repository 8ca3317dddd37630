import { createContext, useContext, useSyncExternalStore } from 'react';
import { wordsOf, type Placed, type ReaderNote } from '../../core/notes/note.ts';
import { clip } from '../../core/text/clip.ts';
import { cardId, linkId, openFromLink, useActiveNote } from '../active-note.ts';
import styles from './paragraph-notes.module.css';

/** The reader's notes by the block that their words begin in; a block is told only of changes of its own. */
export interface NotesByBlock {
  readonly get: (block: string) => readonly Placed<ReaderNote>[];
  readonly watch: (changed: () => void) => () => void;
  readonly set: (notes: ReadonlyMap<string, readonly Placed<ReaderNote>[]>) => void;
}

const NONE: readonly Placed<ReaderNote>[] = [];

export function createNotesByBlock(): NotesByBlock {
  let current: ReadonlyMap<string, readonly Placed<ReaderNote>[]> = new Map();
  const watchers = new Set<() => void>();
  return {
    get: (block) => current.get(block) ?? NONE,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    set: (next) => {
      const before = current;
      // A list that says the same stays the same object, so that its block is not drawn again.
      current = new Map(
        [...next].map(([block, notes]) => {
          const old = before.get(block);
          return [block, old && isSame(old, notes) ? old : notes];
        }),
      );
      for (const changed of watchers) changed();
    },
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

export const NotesByBlockContext = createContext<NotesByBlock | null>(null);

/**
 * Links to the reader's notes on a paragraph, after it: paint is seen only by those who see, so this is how others come
 * to a note from its words. It shows when it has the focus, and on paper.
 */
export function ParagraphNotes({ block }: { block: string }) {
  const source = useContext(NotesByBlockContext);
  const notes = useSyncExternalStore(
    source?.watch ?? never,
    () => source?.get(block) ?? NONE,
    () => NONE,
  );
  const active = useActiveNote();
  if (notes.length === 0) return null;
  return (
    <p className={styles['list']} data-paragraph-notes={block}>
      Your notes here:{' '}
      {notes.map((note) => (
        <a
          href={`#${cardId(note.id)}`}
          id={linkId(note.id)}
          key={note.id}
          role="doc-noteref"
          onClick={(event) => {
            event.preventDefault();
            openFromLink(active, note.id);
          }}
        >
          {note.kind === 'comment' ? 'note' : note.kind} on “{opening(note)}”
        </a>
      ))}
    </p>
  );
}

const never = (): (() => void) => () => undefined;

/** The first words that a note is on, to tell it from its neighbours. */
function opening(note: ReaderNote): string {
  const words = wordsOf(note);
  return clip(words, 40, '…');
}
