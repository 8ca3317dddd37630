import { useEffect, useRef } from 'react';
import { Badge } from '../badge.tsx';
import type { Voice } from '../reading.ts';
import styles from './voice-tip.module.css';

/** A press on quoted words: whose they are, and where the press was, in px of the viewport. */
export interface Pressed {
  readonly voice: Voice;
  /** Who passes the words on, where they are quoted inside a quotation. */
  readonly by?: Voice | undefined;
  readonly x: number;
  readonly y: number;
}

/** Says whose words were pressed, and offers to see that voice alone: what a tooltip is to those who can't hover. */
export function VoiceTip(props: {
  pressed: Pressed;
  onVoice: (speaker: string) => void;
  onClose: () => void;
}) {
  const { pressed, onVoice, onClose } = props;
  const { voice, by, x, y } = pressed;
  const tip = useRef<HTMLDivElement>(null);
  // Synchronises with the browser's top layer: what is drawn is open.
  useEffect(() => tip.current?.showPopover(), []);
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
    </div>
  );
}
