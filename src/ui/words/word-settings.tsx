import { hasWordRules } from '../../core/claims/checkable-words.ts';
import { WORD_GROUPS } from '../../core/claims/word-groups.ts';
import { WORD_RULES } from '../../core/claims/word-rules.ts';
import { usePreferences } from '../preferences.ts';
import { useReading } from '../reading.ts';
import { GROUP_EXAMPLES, GROUP_NAMES, useWordMarks } from './use-word-marks.ts';
import styles from './word-settings.module.css';

/** Switches the checkable words on, group by group, and offers their list. */
export default function WordSettings({ onList }: { onList: () => void }) {
  const { preferences, change } = usePreferences();
  return (
    <div className={styles['words']}>
      <label className={styles['switch']}>
        <input
          checked={preferences.words}
          type="checkbox"
          onChange={(event) => change({ words: event.target.checked })}
        />
        Show checkable words
      </label>
      {preferences.words && <Groups onList={onList} />}
    </div>
  );
}

function Groups({ onList }: { onList: () => void }) {
  const { article } = useReading();
  const marks = useWordMarks();
  const { preferences, change } = usePreferences();
  const shown = preferences.wordGroups;
  if (!hasWordRules(article))
    return <p className={styles['aside']}>The rules know English only. In this text they mark nothing.</p>;
  return (
    <fieldset className={styles['groups']}>
      <legend className="visually-hidden">Checkable words</legend>
      <p className={styles['aside']}>Rules about words. They do not say whether anything is true.</p>
      {WORD_GROUPS.map((group) => (
        <label key={group}>
          <input
            checked={shown.includes(group)}
            type="checkbox"
            onChange={(event) =>
              change({
                wordGroups: WORD_GROUPS.filter((each) =>
                  each === group ? event.target.checked : shown.includes(each),
                ),
              })
            }
          />
          <span>{GROUP_NAMES[group]}</span>
          <span aria-hidden="true" className={styles['look']} data-words={group}>
            {GROUP_EXAMPLES[group]}
          </span>
          <span className={styles['count']}>
            {marks?.filter(({ rule }) => WORD_RULES[rule].group === group).length ?? '…'}
          </span>
        </label>
      ))}
      <button className={styles['list']} type="button" onClick={onList}>
        List them
      </button>
    </fieldset>
  );
}
