import { useEffect, useRef } from 'react';
import { useReading, voiceOf } from '../reading.ts';
import type { AnyNote } from './notes-at.ts';
import styles from './notes-menu.module.css';

/** Where several notes share the pressed words: each of them, to choose from. `x` and `y` are px of the viewport. */
export default function NotesMenu(props: {
  notes: readonly AnyNote[];
  x: number;
  y: number;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  const { notes, x, y, onChoose, onClose } = props;
  const reading = useReading();
  const menu = useRef<HTMLDivElement>(null);
  // Synchronises with the browser's top layer: what is drawn is open.
  useEffect(() => {
    menu.current?.showPopover();
    menu.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div
      aria-label={`${notes.length} notes on these words`}
      className={styles['menu']}
      data-keeps-note
      popover="auto"
      ref={menu}
      role="dialog"
      style={{ insetBlockStart: y + 12, insetInlineStart: `clamp(0.5rem, ${x - 40}px, calc(100vw - 19rem))` }}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {notes.map((note) => (
        <button
          key={note.id}
          type="button"
          onClick={() => {
            menu.current?.hidePopover();
            onChoose(note.id);
          }}
        >
          <strong>{titleOf(note)}</strong>
          <span>
            {note.claim
              ? `${note.claim.kind}, ${voiceOf(reading, note.claim.voice.speaker).name}`
              : note.body.slice(0, 60)}
          </span>
        </button>
      ))}
    </div>
  );
}

function titleOf(note: AnyNote): string {
  if ('label' in note) return note.claim ? `Claim ${note.label}` : `Note ${note.label}`;
  if (note.kind === 'question') return 'Your reading of a question';
  return `Your ${note.kind === 'comment' ? 'note' : note.kind}`;
}
