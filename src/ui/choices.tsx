import { useId } from 'react';
import styles from './choices.module.css';

/** One of several ways to choose from: a file's form, mostly; `ending` is that of the file's name. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly ending?: string;
  readonly about: string;
}

/** A list of ways, of which one is chosen, each with a sentence about it: native radios. */
export function Choices<Value extends string>(props: {
  legend: string;
  choices: readonly Choice<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  const { legend, choices, chosen, onChoose } = props;
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(({ value, label, ending, about }) => (
        <label key={value}>
          <input checked={value === chosen} name={name} type="radio" onChange={() => onChoose(value)} />
          <span>
            {label} {ending !== undefined && <small>.{ending}</small>}
            <span className={styles['about']}>{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
