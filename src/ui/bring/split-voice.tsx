import { useId, useRef, useState } from 'react';
import { clip } from '../../core/text/clip.ts';
import type { Article, Correction } from '../../core/voices/read-article.ts';
import type { Span } from '../../core/text/span.ts';
import { Dialog } from '../dialog.tsx';
import type { Voice } from '../reading.ts';
import styles from './split-voice.module.css';

/** Gives some of a voice's passages to somebody else. */
export function SplitVoice(props: {
  article: Article;
  voice: Voice;
  onSplit: (corrections: readonly Correction[]) => void;
  onClose: () => void;
}) {
  const { article, voice, onSplit, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<Span>>(new Set());
  const [name, setName] = useState('');
  const field = useId();
  const [passages] = useState(() => passagesOf(article, voice.id));
  const ready = name.trim() !== '' && chosen.size > 0;
  const toggle = (span: Span): void => {
    const next = new Set(chosen);
    if (!next.delete(span)) next.add(span);
    setChosen(next);
  };
  return (
    <Dialog heading={`Split ${voice.name}`} ref={dialog} onClose={onClose}>
      <form
        className={styles['split']}
        method="dialog"
        onSubmit={() => {
          if (ready) onSplit([...chosen].map(({ start, end }) => ({ start, end, speaker: name.trim() })));
        }}
      >
        <label htmlFor={field}>Who says the passages ticked below?</label>
        <input
          autoComplete="off"
          id={field}
          list={`${field}-names`}
          placeholder="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <datalist id={`${field}-names`}>
          {article.speakers
            .filter(({ id }) => id !== voice.id)
            .map((speaker) => (
              <option key={speaker.id} value={speaker.name}>
                {speaker.name}
              </option>
            ))}
        </datalist>
        <fieldset>
          <legend>Passages of {voice.name}</legend>
          {passages.map((span) => (
            <label key={span.start}>
              <input checked={chosen.has(span)} type="checkbox" onChange={() => toggle(span)} />
              <span lang={article.lang}>{clip(article.text.slice(span.start, span.end), 160)}</span>
            </label>
          ))}
        </fieldset>
        <p className={styles['row']}>
          <button className={styles['main']} disabled={!ready} type="submit">
            Split
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** At most so many passages are offered: a list that is longer is not gone through by hand. */
const MOST = 500;

function passagesOf({ turns, quotations }: Article, speaker: string): Span[] {
  const spoken = turns.filter((turn) => turn.speaker === speaker);
  const quoted = quotations.filter(
    (one) =>
      one.kind === 'direct' &&
      one.speaker === speaker &&
      !spoken.some((turn) => turn.start <= one.start && one.end <= turn.end),
  );
  return [...spoken, ...quoted].toSorted((a, b) => a.start - b.start).slice(0, MOST);
}
