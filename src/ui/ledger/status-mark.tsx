import type { ClaimStatus } from '../../core/notes/claim.ts';
import styles from './status-mark.module.css';

/** One shape for each, so that no status is told by its colour. `fill` is what is drawn solid, in a box of 16 units. */
const SHAPES: Readonly<Record<ClaimStatus, { line?: string; fill?: string; dash?: string }>> = {
  open: { line: 'M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5Z' },
  supported: {
    fill: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Zm2.9 3.2L7.1 9.6 5.3 7.9l-1 1.1 2.9 2.6 4.9-5.4Z',
  },
  partly: {
    line: 'M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5Z',
    fill: 'M8 2.75a5.25 5.25 0 0 0 0 10.5Z',
  },
  contradicted: { line: 'M3.2 3.2h9.6v9.6H3.2ZM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8' },
  unproven: { line: 'M8 2.75a5.25 5.25 0 1 1 0 10.5a5.25 5.25 0 1 1 0-10.5Z', dash: '2.2 1.93' },
  'missing context': {
    line: 'M5.6 2.75H3v10.5h2.6M10.4 2.75H13v10.5h-2.6',
    fill: 'M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2Z',
  },
};

/** A status as a shape and a word. */
export function StatusMark({ status }: { status: ClaimStatus }) {
  const { line, fill, dash } = SHAPES[status];
  return (
    <span className={styles['status']} data-status={status}>
      <svg aria-hidden="true" viewBox="0 0 16 16">
        {line !== undefined && (
          <path d={line} fill="none" stroke="currentColor" strokeDasharray={dash} strokeWidth="1.5" />
        )}
        {fill !== undefined && <path d={fill} fill="currentColor" fillRule="evenodd" />}
      </svg>
      {status}
    </span>
  );
}
