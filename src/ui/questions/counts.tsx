import { tallyOf } from '../../core/questions/answer-audit.ts';
import { counted } from '../../core/text/counted.ts';
import type { ReadEntry } from './entries.ts';
import styles from './questions-page.module.css';

/** How much there is, and how much of it was judged, each count with what it is out of. */
export function Counts({ entries }: { entries: readonly ReadEntry[] }) {
  const exchanges = new Set(entries.map(({ entry }) => entry.asked.exchange)).size;
  const askers = new Set(entries.map(({ entry }) => entry.asked.turn.speaker)).size;
  const { replies, judged, answered, partly, not } = tallyOf(entries.flatMap((entry) => entry.replies));
  const outcomes = [
    answered > 0 && `${answered} answered`,
    partly > 0 && `${partly} partly`,
    not > 0 && `${not} not`,
  ].filter(Boolean);
  return (
    <p className={styles['counts']}>
      {counted(entries.length, 'question')} in {counted(exchanges, 'exchange')} by {counted(askers, 'asker')}.{' '}
      {replies === 0
        ? 'Nobody replies.'
        : judged === 0
          ? `None of ${counted(replies, 'reply', 'replies')} judged yet.`
          : `${judged} of ${counted(replies, 'reply', 'replies')} judged: ${outcomes.join(', ')}.`}
    </p>
  );
}
