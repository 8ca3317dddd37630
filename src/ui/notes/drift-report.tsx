import { useMemo, useState } from 'react';
import { comparingWords } from '../../core/anchor/drift.ts';
import { isSameWording } from '../../core/anchor/passage.ts';
import { wordsOf } from '../../core/notes/note.ts';
import { runSlices } from '../../core/text/slices.ts';
import type { Span } from '../../core/text/span.ts';
import { useActiveNote } from '../active-note.ts';
import { useReading } from '../reading.ts';
import { useSay } from '../status-line.tsx';
import type { Notebook } from './notebook.ts';
import { useSelectedWords } from './use-selected-words.ts';
import { tellVoiceChange } from './voice-change.tsx';
import type { Drifted } from './use-placing.ts';
import styles from './notes-panel.module.css';

/**
 * What became of the notes when the text was changed: how many are in their place, moved, reworded or without a place;
 * and each that is not as it was, with the old words beside the new, to be accepted, put elsewhere, or left.
 */
export function DriftReport({ notebook }: { notebook: Notebook }) {
  const { placed, drifted, unplaced } = notebook;
  const [kept, setKept] = useState<readonly string[]>([]);
  const say = useSay();
  if (drifted.length === 0) return null;
  const waiting = drifted.filter(({ note }) => !kept.includes(note.id));
  const moved = waiting.filter(({ outcome }) => outcome === 'moved');
  const count = (outcome: Drifted['outcome']): number =>
    drifted.filter((each) => each.outcome === outcome).length;
  const unsure = unplaced.filter(({ located }) => located.outcome === 'ambiguous').length;
  const told = [
    `${placed.length - drifted.length} in their place`,
    `${count('moved')} moved`,
    `${count('reworded')} reworded`,
    `${unsure} unsure`,
    `${unplaced.length - unsure} lost`,
  ].join(' · ');
  const acceptMoved = async (): Promise<void> => {
    for (const { note } of moved) {
      // One after the other: each is a step that can be undone.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await (await notebook.ready()).attach(note, note.span))) return;
    }
    say({ text: 'Accepted.' });
  };
  return (
    <section aria-labelledby="drift-heading" className={styles['attention']}>
      <h3 id="drift-heading">The text has changed since these notes were made</h3>
      <p className={styles['about']}>{told}</p>
      {moved.length > 1 && (
        <button type="button" onClick={() => void acceptMoved()}>
          Accept all {moved.length} that only moved
        </button>
      )}
      <ul>
        {waiting.map((each) => (
          <DriftedRow
            drifted={each}
            key={each.note.id}
            notebook={notebook}
            onKeep={() => setKept([...kept, each.note.id])}
          />
        ))}
      </ul>
    </section>
  );
}

function DriftedRow(props: { drifted: Drifted; notebook: Notebook; onKeep: () => void }) {
  const { drifted, notebook, onKeep } = props;
  const { note, outcome } = drifted;
  const reading = useReading();
  const { article } = reading;
  const active = useActiveNote();
  const say = useSay();
  const selected = useSelectedWords();
  const attach = async (span: Span, said: string): Promise<void> => {
    if (await (await notebook.ready()).attach(note, span)) say({ text: said });
  };
  const was = wordsOf(note);
  const is = article.text.slice(note.span.start, note.span.end);
  const isSame = outcome === 'moved' || isSameWording(was, is);
  const voice = tellVoiceChange(reading, note);
  return (
    <li>
      {isSame ? <p className={styles['words']}>“{is}”</p> : <ChangedWords is={is} was={was} />}
      <p className={styles['about']}>
        {outcome === 'moved' && 'The same words, in another place.'}
        {outcome === 'reworded' && !isSame && 'The words in its place are not the same.'}
        {outcome === 'reworded' && isSame && 'The same words, but not of the same speaker.'} {voice}
      </p>
      <button type="button" onClick={() => active.open(note.id)}>
        Show
      </button>
      <button type="button" onClick={() => void attach(note.span, 'Accepted.')}>
        Accept
      </button>
      <button
        disabled={!selected}
        type="button"
        onClick={() => selected && void attach(selected, 'Attached.')}
      >
        {selected ? 'Attach to the selected words' : 'Select words to attach it'}
      </button>
      <button type="button" onClick={onKeep}>
        Keep as it is
      </button>
    </li>
  );
}

/** The old words and the new ones, with what is different marked: by element and line, never by colour alone. */
function ChangedWords({ was, is }: { was: string; is: string }) {
  const parts = useMemo(() => runSlices(comparingWords(was, is)), [was, is]);
  const side = (other: 'old' | 'new') =>
    parts
      .filter(({ kind }) => kind === 'same' || kind === other)
      .map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'old' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      });
  return (
    <dl className={styles['wordings']}>
      <dt>Before</dt>
      <dd>“{side('old')}”</dd>
      <dt>Now</dt>
      <dd>“{side('new')}”</dd>
    </dl>
  );
}
