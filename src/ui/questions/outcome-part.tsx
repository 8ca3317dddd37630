import { useId, useState } from 'react';
import { AVOIDANCES, OUTCOMES, type Avoidance, type Outcome, type Reply } from '../../core/notes/question.ts';
import { AVOIDANCE_WORDS } from '../../core/notes/question-words.ts';
import type { Voice } from '../reading.ts';
import styles from './outcome-part.module.css';

/** Whether a speaker answered, as the reader judges it, and where not, in which ways it was avoided. */
export function OutcomePart(props: {
  reply: Reply | null;
  speaker: string;
  voice: Voice;
  isReady: boolean;
  onChange: (edit: (reply: Reply | null) => Reply | null) => void;
}) {
  const { reply, speaker, voice, isReady, onChange } = props;
  const name = useId();
  const choose = (outcome: Outcome | null): void =>
    onChange((before) => {
      if (outcome === null) return null;
      const { ways = [], evidence = [] } = before ?? {};
      return { speaker, outcome, ways: outcome === 'answered' ? [] : ways, evidence };
    });
  return (
    <div className={`${styles['part']} needs-script`}>
      <fieldset className={styles['outcomes']}>
        <legend>Did {voice.short} answer? Your judgement:</legend>
        {[...OUTCOMES, null].map((outcome) => (
          <label key={outcome}>
            <input
              aria-disabled={!isReady}
              checked={(reply?.outcome ?? null) === outcome}
              name={name}
              type="radio"
              onChange={() => choose(outcome)}
            />
            {outcome === null ? 'Not judged' : LABELS[outcome]}
          </label>
        ))}
      </fieldset>
      {reply && reply.outcome !== 'answered' && <Ways isReady={isReady} reply={reply} onChange={onChange} />}
    </div>
  );
}

const LABELS: Readonly<Record<Outcome, string>> = { answered: 'Answered', partly: 'Partly', not: 'Not' };

function Ways(props: {
  reply: Reply;
  isReady: boolean;
  onChange: (edit: (reply: Reply | null) => Reply | null) => void;
}) {
  const { reply, isReady, onChange } = props;
  const [isOpen, setOpen] = useState(reply.ways.length === 0);
  const chosen = reply.ways.map((way) => AVOIDANCE_WORDS[way].label);
  const check = (way: Avoidance, isOn: boolean): void =>
    onChange(
      (before) =>
        before && {
          ...before,
          ways: AVOIDANCES.filter((one) => (one === way ? isOn : before.ways.includes(one))),
        },
    );
  return (
    <details className={styles['ways']} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>How it was avoided: {chosen.length > 0 ? chosen.join(', ') : 'nothing chosen'}</summary>
      <div className={styles['grid']}>
        {AVOIDANCES.map((way) => (
          <label key={way}>
            <input
              aria-disabled={!isReady}
              checked={reply.ways.includes(way)}
              type="checkbox"
              onChange={(event) => check(way, event.target.checked)}
            />
            <strong>{AVOIDANCE_WORDS[way].label}</strong>
            <span className={styles['meaning']}>{AVOIDANCE_WORDS[way].meaning}</span>
          </label>
        ))}
      </div>
      <p className={styles['source']}>
        After P. Bull’s typology of non-replies (Bull and Mayer 1993, Bull 2003), in our words.
      </p>
    </details>
  );
}
