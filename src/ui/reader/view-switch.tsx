import { useId } from 'react';
import type { View } from '../../core/link/view.ts';
import styles from './view-switch.module.css';

const VIEWS: readonly [View, string][] = [
  ['interview', 'Interview'],
  ['full', 'Full text'],
];

/** The switch between the two views: native radios, so that arrows, focus and screen readers work as anywhere. */
export function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  const name = useId();
  return (
    <fieldset className={styles['switch']}>
      <legend className="visually-hidden">View</legend>
      {VIEWS.map(([value, label]) => (
        <label className={styles['choice']} data-value={value} key={value}>
          <input
            checked={view === value}
            className="visually-hidden"
            name={name}
            type="radio"
            value={value}
            onChange={() => onView(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
