import { useState } from 'react';
import { wordsOf, type ReaderNote, type Unplaced } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { useReading } from '../reading.ts';
import { useSay } from '../status-line.tsx';
import type { Notebook } from './notebook.ts';
import { useSelectedWords } from './use-selected-words.ts';
import styles from './notes-panel.module.css';

/**
 * Notes whose words are not in the text, or in several places: with their words, and three ways on. They can be put on
 * the words that are selected, on one of the places that fit, or kept as they are.
 */
export function UnplacedList({ notebook }: { notebook: Notebook }) {
  const [kept, setKept] = useState<readonly string[]>([]);
  const waiting = notebook.unplaced.filter((note) => !kept.includes(note.id));
  if (notebook.unplaced.length === 0) return null;
  return (
    <section aria-labelledby="unplaced-notes-heading" className={styles['attention']}>
      <h3 id="unplaced-notes-heading">
        {notebook.unplaced.length === 1 ? 'One note has' : `${notebook.unplaced.length} notes have`} no place
        in this text
      </h3>
      <ul>
        {waiting.map((note) => (
          <UnplacedRow
            key={note.id}
            note={note}
            notebook={notebook}
            onKeep={() => setKept([...kept, note.id])}
          />
        ))}
      </ul>
      {waiting.length < notebook.unplaced.length && (
        <button type="button" onClick={() => setKept([])}>
          Show {notebook.unplaced.length - waiting.length} kept
        </button>
      )}
    </section>
  );
}

function UnplacedRow(props: { note: Unplaced<ReaderNote>; notebook: Notebook; onKeep: () => void }) {
  const { note, notebook, onKeep } = props;
  const { article } = useReading();
  const say = useSay();
  const selected = useSelectedWords();
  const attach = async (span: Span): Promise<void> => {
    if (await (await notebook.ready()).attach(note, span)) say({ text: 'Attached.' });
  };
  const { located } = note;
  return (
    <li>
      <p className={styles['words']}>“{wordsOf(note)}”</p>
      {note.body !== '' && <p className={styles['text']}>{note.body.slice(0, 160)}</p>}
      <p className={styles['about']}>
        {located.outcome === 'lost'
          ? 'These words are no longer there.'
          : 'These words stand in more than one place, or are somebody else’s now.'}
      </p>
      {located.outcome === 'ambiguous' &&
        located.candidates.map((span) => (
          <button
            className={styles['candidate']}
            key={span.start}
            type="button"
            onClick={() => void attach(span)}
          >
            Attach here: “…
            {article.text.slice(Math.max(0, span.start - 30), Math.min(article.text.length, span.end + 30))}…”
          </button>
        ))}
      <button disabled={!selected} type="button" onClick={() => selected && void attach(selected)}>
        {selected ? 'Attach to the selected words' : 'Select words to attach it'}
      </button>
      <button type="button" onClick={onKeep}>
        Keep as it is
      </button>
    </li>
  );
}
