import styles from './badge.module.css';
import type { Voice } from './reading.ts';

/** The outlines of the badges, in a box of 32 units; the slot's place in the design's table chooses one. */
const SHAPES = {
  circle: 'M16 2.5a13.5 13.5 0 1 1 0 27a13.5 13.5 0 1 1 0-27Z',
  square:
    'M7 3.5h18a3.5 3.5 0 0 1 3.5 3.5v18a3.5 3.5 0 0 1-3.5 3.5H7A3.5 3.5 0 0 1 3.5 25V7A3.5 3.5 0 0 1 7 3.5Z',
  diamond: 'M13.9 1.9a3 3 0 0 1 4.2 0l12 12a3 3 0 0 1 0 4.2l-12 12a3 3 0 0 1-4.2 0l-12-12a3 3 0 0 1 0-4.2Z',
  triangle: 'M13.4 3.2a3 3 0 0 1 5.2 0l12 21.3a3 3 0 0 1-2.6 4.5H4a3 3 0 0 1-2.6-4.5Z',
} as const;
const SHAPE_OF_SLOT = [
  'circle',
  'circle',
  'square',
  'diamond',
  'triangle',
  'square',
  'diamond',
  'triangle',
  'circle',
  'diamond',
  'triangle',
  'circle',
  'square',
] as const;

/** The outline of a slot's badge, a path in a box of 32 units, for drawings that have badges in them. */
export function badgeOutline(slot: number): { outline: string; isLow: boolean } {
  const shape = SHAPE_OF_SLOT[slot] ?? 'circle';
  return { outline: SHAPES[shape], isLow: shape === 'triangle' };
}

/**
 * A voice's badge: its initials in the shape and ink of its slot. The initials are drawn by the stylesheet, so that
 * they are no text of the page: quote links and copies stay the article's own words.
 */
export function Badge({ voice, size = 'normal' }: { voice: Voice; size?: 'normal' | 'small' }) {
  const shape = SHAPE_OF_SLOT[voice.slot] ?? 'circle';
  return (
    <span
      aria-hidden="true"
      className={styles['badge']}
      data-initials={voice.initials}
      data-shape={shape}
      data-size={size}
      data-slot={voice.slot}
    >
      <svg viewBox="0 0 32 32">
        <path d={SHAPES[shape]} />
      </svg>
    </span>
  );
}
