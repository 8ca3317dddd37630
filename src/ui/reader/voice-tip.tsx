import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Badge } from '../badge.tsx';
import { usePreferences } from '../preferences.ts';
import { useReading, voiceOf, type Voice } from '../reading.ts';
import { whyMarkedAt } from '../words/why-marked-at.ts';
import styles from './voice-tip.module.css';

/** A press on words, and where it was, in px of the viewport. */
export interface Pressed {
  /** Whose words they are, where they are quoted: a speaker id, or an empty one for somebody unknown. */
  readonly said: string | undefined;
  /** Who passes the words on, where they are quoted inside a quotation. */
  readonly by: string | undefined;
  /** The offset in the text; null where it is not known. */
  readonly offset: number | null;
  readonly x: number;
  readonly y: number;
}

/**
 * Says why the words that were pressed are marked as checkable, where these are shown, and whose words they are: what a
 * tooltip is to those who can't hover. Nothing where there is nothing to say.
 */
export default function VoiceTip(props: {
  pressed: Pressed;
  onVoice: (speaker: string) => void;
  onClose: () => void;
}) {
  const { pressed, onVoice, onClose } = props;
  const { said, by, offset, x, y } = pressed;
  const reading = useReading();
  const client = useQueryClient();
  const { words, wordGroups: groups } = usePreferences().preferences;
  const why = words && offset !== null ? whyMarkedAt(client, reading, { offset, groups }) : null;
  const tip = useRef<HTMLDivElement>(null);
  // Synchronises with the browser's top layer: what is drawn is open.
  useEffect(() => tip.current?.showPopover(), []);
  if (said === undefined && why === null) return null;
  return (
    <div
      className={styles['tip']}
      popover="auto"
      ref={tip}
      role="status"
      style={{ insetBlockStart: y + 14, insetInlineStart: `clamp(0.5rem, ${x - 40}px, calc(100vw - 19rem))` }}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {why !== null && <p className={styles['why']}>{why}</p>}
      {said !== undefined && (
        <Speaker
          by={by === undefined ? undefined : voiceOf(reading, by)}
          voice={voiceOf(reading, said)}
          onVoice={onVoice}
        />
      )}
    </div>
  );
}

function Speaker(props: { voice: Voice; by: Voice | undefined; onVoice: (speaker: string) => void }) {
  const { voice, by, onVoice } = props;
  return (
    <>
      <Badge voice={voice} />
      <span>
        <span className={styles['name']}>
          {by ? `${by.name}, quoting ${voice.id === '' ? '' : voice.name}` : voice.name}
        </span>
        {voice.role !== undefined && <span className={styles['role']}>{voice.role}</span>}
      </span>
      {voice.id !== '' && !by && (
        <button type="button" onClick={() => onVoice(voice.id)}>
          Only this voice
        </button>
      )}
    </>
  );
}
