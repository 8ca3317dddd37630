import { useEffect, useState } from 'react';
import { askedBy, citationOf } from '../../core/link/citation.ts';
import type { Span } from '../../core/text/span.ts';
import { Badge } from '../badge.tsx';
import { Icon } from '../icon.tsx';
import { useReading, voiceOf } from '../reading.ts';
import styles from './arrival-card.module.css';

/** What a link to a quote has led to; `span` is the words or, where they were not found, their passage. */
export interface Arrived {
  readonly outcome: 'found' | 'reworded' | 'passage' | 'gone';
  readonly span: Span | null;
  /** What the sender of the link has written with it, as plain text; null where they wrote nothing. */
  readonly note: string | null;
}

const TOLD = {
  found: 'You were sent these words',
  reworded: 'The wording changed since this link was made',
  passage: 'The quote was not found; this is its passage',
  gone: 'The passage that this link leads to is gone',
} as const;

/** Says who said the words that a link leads to, and in answer to what; and how sure it is that these are the words. */
export default function ArrivalCard(props: {
  arrived: Arrived;
  onClose: () => void;
  /** Keeps the sender's note as one of the reader's own; null while nothing can be kept. */
  onKeep: ((span: Span, text: string) => Promise<boolean>) | null;
}) {
  const { arrived, onClose, onKeep } = props;
  const reading = useReading();
  const { outcome, span, note } = arrived;
  const [answered, setAnswered] = useState(false);
  const isQuote = span !== null && (outcome === 'found' || outcome === 'reworded');
  const citation = isQuote ? citationOf(reading.article, span) : null;
  const voice = voiceOf(reading, citation?.speaker?.id ?? null);

  // Escape closes it, wherever the focus is, unless something that lies above it has taken the key.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onClose]);
  return (
    <section aria-label="The quote of this link" className={styles['card']} data-outcome={outcome}>
      {citation?.speaker && <Badge voice={voice} />}
      <div className={styles['told']} role="status">
        <p className={styles['outcome']}>{TOLD[outcome]}</p>
        {citation?.speaker && (
          <p>
            <strong>{voice.name}</strong>
            {voice.role !== undefined && `, ${voice.role}`}
          </p>
        )}
        {citation?.question && (
          <p className={styles['asked']}>
            {askedBy(citation.question)}: “{citation.question.words}”
          </p>
        )}
        {note !== null && !answered && (
          <div className={styles['sent']}>
            <p className={styles['outcome']}>Note from the sender of this link</p>
            {/* Text as it came: nothing in it is a link or has a look of its own. */}
            <p className={styles['note']}>{note}</p>
            <p>
              {onKeep && span && (
                <button
                  type="button"
                  onClick={() => void onKeep(span, note).then((kept) => setAnswered(kept))}
                >
                  Keep
                </button>
              )}
              <button type="button" onClick={() => setAnswered(true)}>
                Dismiss
              </button>
            </p>
          </div>
        )}
        {outcome === 'gone' && <p>The article opens at its beginning. Search can find the words.</p>}
      </div>
      <button aria-label="Close" className={styles['close']} type="button" onClick={onClose}>
        <Icon name="close" />
      </button>
    </section>
  );
}
