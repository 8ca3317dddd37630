import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { clip } from '../../core/text/clip.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { Doubt } from '../../core/voices/review.ts';
import { Badge } from '../badge.tsx';
import type { Voice } from '../reading.ts';
import styles from './who-says-this.module.css';

/** What stands around the words in question is shown so far, in UTF-16 units. */
const AROUND = 140;
/** Of the words themselves, so far. */
const GLANCE = 400;

/** Asks who said some words, an answer a key: digits for those who may have, 0 to leave it open. */
export function WhoSaysThis(props: {
  article: Article;
  voices: ReadonlyMap<string, Voice>;
  doubt: Doubt;
  /** How many questions are left, this one included. */
  left: number;
  /** An id, or the name of somebody new. */
  onAnswer: (speaker: string) => void;
  onLeave: () => void;
}) {
  const { article, voices, doubt, left, onAnswer, onLeave } = props;
  const [name, setName] = useState<string | null>(null);
  const group = useRef<HTMLElement>(null);
  const candidates = doubt.candidates.flatMap((id) => voices.get(id) ?? []);

  // Synchronises with the keyboard: a digit answers wherever on the page the focus is, but not while something is typed.
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog')) return;
      const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : null;
      if (digit === null) return;
      if (digit === 0) onLeave();
      else if (digit <= candidates.length) onAnswer(candidates[digit - 1]!.id);
      else if (digit === candidates.length + 1) setName('');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });

  const named = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && name?.trim()) onAnswer(name.trim());
    if (event.key === 'Escape') {
      setName(null);
      group.current?.focus();
    }
  };
  const before = article.text.slice(Math.max(0, doubt.start - AROUND), doubt.start);
  const after = article.text.slice(doubt.end, doubt.end + AROUND);
  return (
    <section aria-labelledby="who-says" className={styles['doubt']} ref={group} tabIndex={-1}>
      <h2 id="who-says">
        Who says this? <span aria-live="polite">{left === 1 ? 'The last one' : `${left} left`}</span>
      </h2>
      <p className={styles['words']} lang={article.lang}>
        <span>{before.replace(/^\S*\s/, '… ')}</span>
        <strong>{clip(article.text.slice(doubt.start, doubt.end), GLANCE)}</strong>
        <span>{after.replace(/\s\S*$/, ' …')}</span>
      </p>
      <p className={styles['answers']}>
        {candidates.map((voice, index) => (
          <button
            aria-keyshortcuts={String(index + 1)}
            key={voice.id}
            type="button"
            onClick={() => onAnswer(voice.id)}
          >
            <kbd aria-hidden="true">{index + 1}</kbd>
            <Badge size="small" voice={voice} />
            {voice.name}
            {voice.id === doubt.speaker && <small>likely</small>}
          </button>
        ))}
        <button
          aria-expanded={name !== null}
          aria-keyshortcuts={String(candidates.length + 1)}
          type="button"
          onClick={() => setName(name === null ? '' : null)}
        >
          <kbd aria-hidden="true">{candidates.length + 1}</kbd>
          Someone else
        </button>
        <button aria-keyshortcuts="0" type="button" onClick={onLeave}>
          <kbd aria-hidden="true">0</kbd>
          Leave open
        </button>
      </p>
      {name !== null && (
        <p className={styles['answers']}>
          <input
            aria-label="Name of someone else"
            // Asked for by the press before.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={named}
          />
          <button disabled={name.trim() === ''} type="button" onClick={() => onAnswer(name.trim())}>
            Save the name
          </button>
        </p>
      )}
    </section>
  );
}
