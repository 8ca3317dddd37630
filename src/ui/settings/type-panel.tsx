import { useId, type ReactNode } from 'react';
import {
  DEFAULT_PREFERENCES,
  THEMES,
  TYPE_LIMITS,
  type Preferences,
  type Theme,
} from '../../storage/preferences.ts';
import { OfflineLine } from '../offline-line.tsx';
import { usePreferences } from '../preferences.ts';
import styles from './type-panel.module.css';

const THEME_NAMES: Record<Theme, string> = {
  system: 'System',
  paper: 'Paper',
  night: 'Night',
  sepia: 'Sepia',
  contrast: 'High contrast',
};

/**
 * Theme, face, size, leading and measure: what the reader chooses shows at once and is remembered. `more` follows what
 * is shown over the text.
 */
export default function TypePanel(props: { onKeys: () => void; onPrivacy: () => void; more: ReactNode }) {
  const { onKeys, onPrivacy, more } = props;
  const { preferences, change } = usePreferences();
  const phone = matchMedia('(width < 47.5rem)').matches;
  return (
    <div className={styles['panel']}>
      <fieldset>
        <legend>Theme</legend>
        <div className={styles['themes']}>
          {THEMES.map((theme) => (
            <label className={styles['theme']} data-swatch={theme} key={theme}>
              <input
                checked={preferences.theme === theme}
                className="visually-hidden"
                name="theme"
                type="radio"
                onChange={() => change({ theme })}
              />
              <span aria-hidden="true" className={styles['swatch']}>
                Aa
              </span>
              {THEME_NAMES[theme]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Typeface</legend>
        <div className={styles['faces']}>
          {(['serif', 'sans'] as const).map((font) => (
            <label className={styles['face']} data-face={font} key={font}>
              <input
                checked={preferences.font === font}
                className="visually-hidden"
                name="font"
                type="radio"
                onChange={() => change({ font })}
              />
              {font === 'serif' ? 'Serif' : 'Sans serif'}
            </label>
          ))}
        </div>
      </fieldset>
      <Slider
        label="Size"
        name="size"
        tell={(value) => `${value} px`}
        value={preferences.size ?? (phone ? 18 : 19)}
      />
      <Slider
        label="Line height"
        name="leading"
        tell={(value) => value.toFixed(1)}
        value={preferences.leading}
      />
      <Slider
        label="Line length"
        name="measure"
        tell={(value) => `${value} em`}
        value={preferences.measure}
      />
      <label className={styles['check']}>
        <input
          checked={preferences.claims}
          type="checkbox"
          onChange={(event) => change({ claims: event.target.checked })}
        />
        Show claims and notes
      </label>
      {more}
      <button
        className={styles['reset']}
        type="button"
        onClick={() => {
          const { theme, font, size, leading, measure } = DEFAULT_PREFERENCES;
          change({ theme, font, size, leading, measure });
        }}
      >
        Back to the usual
      </button>
      <button className={styles['reset']} type="button" onClick={onKeys}>
        Keyboard: all keys
      </button>
      <p className={styles['about']}>
        <button className={styles['reset']} type="button" onClick={onPrivacy}>
          Privacy
        </button>
        <OfflineLine />
      </p>
    </div>
  );
}

function Slider(props: {
  label: string;
  name: keyof typeof TYPE_LIMITS & keyof Preferences;
  value: number;
  tell: (value: number) => string;
}) {
  const { label, name, value, tell } = props;
  const { change } = usePreferences();
  const { least, most, step } = TYPE_LIMITS[name];
  const id = useId();
  return (
    <p className={styles['slider']}>
      <label htmlFor={id}>{label}</label>
      <span aria-hidden="true">{tell(value)}</span>
      <input
        id={id}
        aria-valuetext={tell(value)}
        max={most}
        min={least}
        step={step}
        type="range"
        value={value}
        onChange={(event) => change({ [name]: Number(event.target.value) })}
      />
    </p>
  );
}
