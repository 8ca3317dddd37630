import type { ReaderNote } from '../../core/notes/note.ts';
import { wordsOf } from '../../core/notes/note.ts';
import { readingInWords } from '../../core/notes/question-words.ts';
import { clip } from '../../core/text/clip.ts';
import type { Notebook } from '../notes/notebook.ts';
import { useReading } from '../reading.ts';
import styles from './questions-page.module.css';

/** What the reader made of questions that are not there now: kept and listed, with their words. */
export function LeftReadings({ left, notebook }: { left: readonly ReaderNote[]; notebook: Notebook }) {
  const { article } = useReading();
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="left" className={styles['left']}>
      <h2 id="left">Readings without a question</h2>
      <p>
        You made these of questions that the article no longer has in this place, or has another reading of.
        They are kept; delete what you don’t need.
      </p>
      <ul>
        {left.map((note) => (
          <li key={note.id}>
            <p className={styles['quote']}>“{clip(wordsOf(note), 160)}”</p>
            {note.question && readingInWords(note.question, article).map((line) => <p key={line}>{line}</p>)}
            {note.body !== '' && <p>{note.body}</p>}
            <button
              className={styles['button']}
              type="button"
              onClick={() => void notebook.ready().then((notes) => notes.remove([note]))}
            >
              Delete this reading
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
