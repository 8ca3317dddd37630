import { useId } from 'react';
import { QUESTION_FORMS } from '../../core/notes/question.ts';
import { FORM_MEANINGS } from '../../core/notes/question-words.ts';
import { useReading, voiceOf } from '../reading.ts';
import type { ReadEntry } from './entries.ts';
import { SHOWN, type Lens } from './lens.ts';
import styles from './filters.module.css';

/** The switch between questions and answers, and which of the questions are shown. */
export function Filters(props: {
  entries: readonly ReadEntry[];
  lens: Lens;
  onChange: (some: Partial<Lens>) => void;
}) {
  const { entries, lens, onChange } = props;
  const reading = useReading();
  const askers = [...new Set(entries.map(({ entry }) => entry.asked.turn.speaker ?? ''))];
  const forms = QUESTION_FORMS.map((form) => ({
    value: form,
    label: form,
    meaning: FORM_MEANINGS[form],
    count: entries.filter((entry) => entry.forms.includes(form)).length,
  }));
  return (
    <search className={`${styles['filters']} needs-script`}>
      <Choice
        legend="Show"
        look="switch"
        options={Object.entries(SHOWN).map(([value, label]) => ({ value, label }))}
        value={lens.show}
        onChoose={(show) => onChange({ show: show as Lens['show'] })}
      />
      <Choice
        legend="Form"
        options={[{ value: '', label: 'all', count: entries.length }, ...forms]}
        value={lens.form ?? ''}
        onChoose={(form) => onChange({ form: QUESTION_FORMS.find((one) => one === form) ?? null })}
      />
      {askers.length > 1 && (
        <Choice
          legend="Asked by"
          options={[
            { value: ALL, label: 'all', count: entries.length },
            ...askers.map((asker) => ({
              value: asker,
              label: voiceOf(reading, asker || null).name,
              count: entries.filter(({ entry }) => (entry.asked.turn.speaker ?? '') === asker).length,
            })),
          ]}
          value={lens.asker ?? ALL}
          onChoose={(asker) => onChange({ asker: asker === ALL ? null : asker })}
        />
      )}
    </search>
  );
}

/** No speaker's id, which has no blank. */
const ALL = ' all';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
  readonly meaning?: string;
}

/** One of several, as native radios that look like chips or like a switch. */
function Choice(props: {
  legend: string;
  look?: 'chips' | 'switch';
  options: readonly Option[];
  value: string;
  onChoose: (value: string) => void;
}) {
  const { legend, look = 'chips', options, value, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles['choice']} data-look={look}>
      <legend className={look === 'switch' ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              checked={option.value === value}
              className="visually-hidden"
              name={name}
              type="radio"
              value={option.value}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
            {option.count !== undefined && <span className={styles['count']}>{option.count}</span>}
            {option.meaning !== undefined && <span className="visually-hidden">, {option.meaning}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
