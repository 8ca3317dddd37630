import { useMemo, useState } from 'react';
import type { WordMark } from '../../core/claims/checkable-words.ts';
import { WORD_GROUPS, type WordGroup } from '../../core/claims/word-groups.ts';
import { WORD_RULES, whyMarked } from '../../core/claims/word-rules.ts';
import type { Span } from '../../core/text/span.ts';
import { usePreferences } from '../preferences.ts';
import { useReading } from '../reading.ts';
import { PanelFrame, SidePanel } from '../side-panel.tsx';
import { GROUP_NAMES, useWordMarks } from './use-word-marks.ts';
import styles from './words-panel.module.css';

/** So many of a group are listed at first, and with every “more”. */
const SOME = 40;
/** Characters around the words of an entry. */
const AROUND = 34;

/** The checkable words that are shown, by group, each with why it is marked. `onGo` brings the reader to the words. */
export default function WordsPanel({ onGo, onClose }: { onGo: (span: Span) => void; onClose: () => void }) {
  const marks = useWordMarks();
  const { preferences } = usePreferences();
  const shown = useMemo(() => {
    const groups = new Map<WordGroup, WordMark[]>();
    for (const group of WORD_GROUPS) if (preferences.wordGroups.includes(group)) groups.set(group, []);
    for (const mark of marks ?? []) groups.get(WORD_RULES[mark.rule].group)?.push(mark);
    return [...groups];
  }, [marks, preferences.wordGroups]);
  const count = shown.reduce((sum, [, some]) => sum + some.length, 0);
  return (
    <SidePanel
      closeLabel="Close the list of checkable words"
      count={marks ? count : '…'}
      heading="Checkable words"
      onClose={onClose}
    >
      <p className={styles['aside']}>
        Found by plain rules about words. They do not say whether anything is true.
        {count === 0 && marks !== null && ' Of the groups that are shown there is none in this text.'}
      </p>
      <PanelFrame label="Words by group">
        {shown.map(
          ([group, some]) => some.length > 0 && <Group group={group} key={group} marks={some} onGo={onGo} />,
        )}
      </PanelFrame>
    </SidePanel>
  );
}

function Group(props: { group: WordGroup; marks: readonly WordMark[]; onGo: (span: Span) => void }) {
  const { group, marks, onGo } = props;
  const [most, setMost] = useState(SOME);
  const rest = marks.length - most;
  return (
    <section aria-labelledby={`words-${group}`}>
      <h3 className={styles['group']} id={`words-${group}`}>
        {GROUP_NAMES[group]} <span className={styles['count']}>{marks.length}</span>
      </h3>
      <ul>
        {marks.slice(0, most).map((mark) => (
          <li key={mark.start}>
            <Entry mark={mark} onGo={onGo} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button className={styles['more']} type="button" onClick={() => setMost(most + SOME)}>
          Show {Math.min(SOME, rest)} more of {marks.length} {GROUP_NAMES[group].toLowerCase()}
        </button>
      )}
    </section>
  );
}

function Entry({ mark, onGo }: { mark: WordMark; onGo: (span: Span) => void }) {
  const { text, lang } = useReading().article;
  const { start, end, rule } = mark;
  const words = text.slice(start, end);
  return (
    <button className={styles['entry']} type="button" onClick={() => onGo(mark)}>
      <span className={styles['words']} lang={lang}>
        {before(text, start)}
        <b data-words={WORD_RULES[rule].group}>{words}</b>
        {after(text, end)}
      </span>
      <span className={styles['why']}>{whyMarked(rule, words)}</span>
    </button>
  );
}

/** The words before, from the beginning of the paragraph or with a mark that some are left out. */
function before(text: string, start: number): string {
  const some = text.slice(Math.max(0, start - AROUND), start);
  const line = some.slice(some.lastIndexOf('\n') + 1);
  return line.length < AROUND ? line : `…${line.replace(/^\S*\s/, '')}`;
}

function after(text: string, end: number): string {
  const some = text.slice(end, end + AROUND);
  const line = some.split('\n', 1)[0]!;
  return line.length < AROUND ? line : `${line.replace(/\s\S*$/, '')}…`;
}
