import { wordsOf } from '../../core/notes/note.ts';
import type { Reading } from '../reading.ts';
import styles from './reader.module.css';

/** Notes whose words are not in the text once: said with their words and what is kept, never left out silently. */
export function UnplacedNotes({ unplaced }: { unplaced: Reading['unplaced'] }) {
  return (
    <section aria-labelledby="unplaced-heading" className={styles['unplaced']}>
      <h2 id="unplaced-heading">
        {unplaced.length === 1 ? 'One note has' : `${unplaced.length} notes have`} no place in this text
      </h2>
      <p>
        The article and all other notes are complete. These are kept here until their words are found again:
      </p>
      <ul>
        {unplaced.map((note) => (
          <li key={note.id}>
            <strong>{note.label}</strong> “{wordsOf(note)}”{' '}
            {note.located.outcome === 'lost' ? 'is not in the text' : 'stands in more than one place'}.{' '}
            {note.body}
          </li>
        ))}
      </ul>
    </section>
  );
}
