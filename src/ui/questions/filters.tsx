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
        options={SHOWN}
        value={lens.show}
        onChoose={(show) => onChange({ show })}
      />
      <Choice
        legend="Form"
        options={[{ value: '' as const, label: 'all', count: entries.length }, ...forms]}
        value={lens.form ?? ''}
        onChoose={(form) => onChange({ form: form === '' ? null : form })}
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

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
  readonly meaning?: string;
}

/** One of several, as native radios that look like chips or like a switch. */
function Choice<Value extends string>(props: {
  legend: string;
  look?: 'chips' | 'switch';
  options: readonly Option<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
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
