import { tallyOf } from '../../core/questions/answer-audit.ts';
import { count } from './count.ts';
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
      {count(entries.length, 'question')} in {count(exchanges, 'exchange')} by {count(askers, 'asker')}.{' '}
      {replies === 0
        ? 'Nobody replies.'
        : judged === 0
          ? `None of ${count(replies, 'reply', 'replies')} judged yet.`
          : `${judged} of ${count(replies, 'reply', 'replies')} judged: ${outcomes.join(', ')}.`}
    </p>
  );
}
