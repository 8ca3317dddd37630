import { memo, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { stretches, type Stretch } from '../../core/voices/stretches.ts';
import { useReading, voiceOf } from '../reading.ts';
import { useOffset, type Place } from './use-place.ts';
import styles from './voice-strip.module.css';

/**
 * The whole text in one line: every voice in order and to scale, ticks for claims, and a mark for where the reader is.
 * Pointing or the arrow keys name a passage; a click or Enter goes there.
 */
export function VoiceStrip(props: {
  place: Place;
  /** The reader's own notes that have a place in the text. */
  own: readonly Placed<ReaderNote>[];
  onGo: (offset: number) => void;
}) {
  const { place, own, onGo } = props;
  const reading = useReading();
  const offset = useOffset(place);
  const length = Math.max(1, reading.article.text.length);
  const [named, setNamed] = useState<Stretch | null>(null);
  const all = useMemo(() => stretches(reading.article), [reading]);
  const here = all.find((stretch) => stretch.end > offset) ?? all.at(-1);
  const nameOf = (stretch: Stretch): string =>
    `${voiceOf(reading, stretch.speaker).name}, ${Math.round((100 * stretch.start) / length)} %`;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined && here) {
      const index = all.indexOf(named ?? here) + step;
      setNamed(all[Math.min(Math.max(index, 0), all.length - 1)] ?? null);
    } else if (event.key === 'Home' || event.key === 'End') {
      setNamed(all.at(event.key === 'Home' ? 0 : -1) ?? null);
    } else if ((event.key === 'Enter' || event.key === ' ') && named) onGo(named.start);
    else return;
    event.preventDefault();
  };
  const pointedAt = (event: MouseEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.round(((event.clientX - box.left) / box.width) * length);
  };
  const told = named ?? here;
  return (
    <div
      aria-label="Voices in order"
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={Math.round((100 * (named?.start ?? offset)) / length)}
      aria-valuetext={told && nameOf(told)}
      className={styles['strip']}
      role="slider"
      tabIndex={0}
      onBlur={() => setNamed(null)}
      onClick={(event) => onGo(pointedAt(event))}
      onKeyDown={onKeyDown}
      onPointerLeave={() => setNamed(null)}
      onPointerMove={(event) => setNamed(all.find((stretch) => stretch.end > pointedAt(event)) ?? null)}
    >
      <Stretches own={own} />
      <svg
        aria-hidden="true"
        className={styles['over']}
        preserveAspectRatio="none"
        viewBox={`0 0 ${length} 7`}
      >
        {named && (
          <rect className={styles['named']} height="7" width={named.end - named.start} x={named.start} />
        )}
        <line className={styles['here']} x1={offset} x2={offset} y1="0" y2="7" />
      </svg>
      {named && (
        <span
          className={styles['tip']}
          data-slot={voiceOf(reading, named.speaker).slot}
          // Set through the CSSOM once somebody points; the served page has no style attribute.
          style={{ insetInlineStart: `clamp(4rem, ${(100 * named.start) / length}%, calc(100% - 12rem))` }}
        >
          {nameOf(named)}
        </span>
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** All stretches of a voice as one shape: of thousands of shapes, each would be styled and laid out by itself. */
function shapeOf(all: readonly Stretch[], voice: string | null): string {
  return all
    .filter(({ speaker }) => speaker === voice)
    .map(({ start, end }) => `M${start} 0H${end}V7H${start}z`)
    .join('');
}

const Stretches = memo(function Stretches({ own }: { own: readonly Placed<ReaderNote>[] }) {
  const reading = useReading();
  const { article, notes } = reading;
  const all = stretches(article);
  const ticks = [...notes, ...own].map(({ claim, span }) => (claim ? `M${span.start} 4V7` : '')).join('');
  return (
    <svg
      aria-hidden="true"
      className={styles['voices']}
      preserveAspectRatio="none"
      viewBox={`0 0 ${Math.max(1, article.text.length)} 7`}
    >
      {[...new Set(all.map(({ speaker }) => speaker))].map((speaker) => (
        <path
          className={styles['stretch']}
          d={shapeOf(all, speaker)}
          data-slot={voiceOf(reading, speaker).slot}
          data-voice={speaker ?? undefined}
          key={speaker ?? ''}
        />
      ))}
      {/* Each in ink on a ground of the page's, to be seen on every voice. */}
      <path className={styles['ticks']} d={ticks} />
      <path className={styles['ticks']} d={ticks} />
    </svg>
  );
});
