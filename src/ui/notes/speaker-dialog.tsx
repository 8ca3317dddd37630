import { useEffect, useId, useRef, useState } from 'react';
import { clip } from '../../core/text/clip.ts';
import type { Span } from '../../core/text/span.ts';
import type { Correction } from '../../core/voices/corrections.ts';
import { useReading } from '../reading.ts';
import styles from './speaker-dialog.module.css';

/** Says who said something: the chosen words, the quotation or the turn that they are in. */
export default function SpeakerDialog(props: {
  span: Span;
  onCorrect: (correction: Correction) => void;
  onClose: () => void;
}) {
  const { span, onCorrect, onClose } = props;
  const { article, voices } = useReading();
  const dialog = useRef<HTMLDialogElement>(null);
  const reaches = reachesOf(article, span);
  const [reach, setReach] = useState(reaches.length > 1 ? 1 : 0);
  const [speaker, setSpeaker] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState('');
  const group = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const chosen = reaches[reach] ?? reaches[0]!;
  const who = speaker === NEW ? name.trim() : speaker;
  return (
    <dialog
      aria-labelledby={`${group}-title`}
      className={styles['dialog']}
      data-keeps-note
      ref={dialog}
      onClose={onClose}
    >
      <form
        method="dialog"
        onSubmit={() => {
          if (who !== '')
            onCorrect({
              start: chosen.span.start,
              end: chosen.span.end,
              speaker: who === UNKNOWN ? null : who,
              ...(chosen.isTurn && kind !== '' && { kind }),
            });
        }}
      >
        <h2 id={`${group}-title`}>Who said this?</h2>
        <blockquote>{clip(article.text.slice(chosen.span.start, chosen.span.end), 160, '…')}</blockquote>
        {reaches.length > 1 && (
          <fieldset>
            <legend>This is about</legend>
            {reaches.map(({ label }, index) => (
              <label key={label}>
                <input
                  checked={index === reach}
                  name={`${group}-reach`}
                  type="radio"
                  onChange={() => setReach(index)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        {chosen.isTurn && (
          <fieldset>
            <legend>What it is</legend>
            {KINDS.map(([value, label]) => (
              <label key={value}>
                <input
                  checked={kind === value}
                  name={`${group}-kind`}
                  type="radio"
                  onChange={() => setKind(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>Speaker</legend>
          {[...voices.values()].map((voice) => (
            <label key={voice.id}>
              <input
                checked={speaker === voice.id}
                name={group}
                type="radio"
                onChange={() => setSpeaker(voice.id)}
              />
              {voice.name}
            </label>
          ))}
          <label>
            <input
              checked={speaker === UNKNOWN}
              name={group}
              type="radio"
              onChange={() => setSpeaker(UNKNOWN)}
            />
            Nobody knows
          </label>
          <label>
            <input checked={speaker === NEW} name={group} type="radio" onChange={() => setSpeaker(NEW)} />
            Somebody else:
            <input
              aria-label="Name of somebody else"
              className={styles['name']}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onFocus={() => setSpeaker(NEW)}
            />
          </label>
        </fieldset>
        <p className={styles['row']}>
          <button className={styles['save']} disabled={who === ''} type="submit">
            Correct
          </button>
          <button formNoValidate type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

/** What a whole turn can be made; an empty kind leaves it what it is. */
const KINDS = [
  ['', 'as it is'],
  ['question', 'a question'],
  ['answer', 'an answer'],
] as const;
const UNKNOWN = ' unknown';
const NEW = ' new';

/** What a correction of the words can be about; whole paragraphs are turns, or become some. */
interface Reach {
  readonly label: string;
  readonly span: Span;
  readonly isTurn: boolean;
}

function reachesOf(article: ReturnType<typeof useReading>['article'], span: Span): Reach[] {
  const within = (item: Span): boolean => item.start <= span.start && span.end <= item.end;
  const reaches: Reach[] = [{ label: 'these words', span, isTurn: false }];
  const quotation = article.quotations.find((item) => item.kind !== 'scare' && within(item));
  if (quotation) reaches.push({ label: 'the quotation that they are in', span: quotation, isTurn: false });
  const turn = article.turns.find(within);
  if (turn) reaches.push({ label: 'the whole turn', span: turn, isTurn: true });
  const block = article.blocks.find(within);
  const isTurn = turn && block && turn.start === block.start && turn.end === block.end;
  if (block && !isTurn) reaches.push({ label: 'the whole paragraph', span: block, isTurn: true });
  return reaches;
}
