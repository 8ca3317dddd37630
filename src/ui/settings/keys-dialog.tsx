import { useRef, useState, type KeyboardEvent } from 'react';
import { Dialog } from '../dialog.tsx';
import { ALL_ACTIONS, keysOf, ownerOf, type Action } from '../keymap.ts';
import { usePreferences } from '../preferences.ts';
import styles from './keys-dialog.module.css';

const LABELS: Readonly<Record<Action, string>> = {
  nextTurn: 'Next turn',
  previousTurn: 'Previous turn',
  nextQuestion: 'Next question',
  previousQuestion: 'Previous question',
  nextNote: 'Next note or claim',
  previousNote: 'Previous note or claim',
  highlight: 'Highlight the selected words, or the turn',
  note: 'Write a note on them (Ctrl+Enter saves)',
  claim: 'Mark them as a claim',
  quote: 'Copy them as a quote',
  link: 'Copy a link to them',
  share: 'Share them: link, quote, picture',
  cursor: 'Text cursor: select words with arrows and Shift',
  panel: 'All your notes',
  view: 'Switch between interview and full text',
  notes: 'Show or hide claims and notes',
  voice: 'Only this voice, or all again',
  find: 'Find in the article',
  keys: 'All keys',
};

/** All single keys: what each does, another key for it, and a switch for all of them (WCAG 2.1.4). */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { preferences, change } = usePreferences();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asking, setAsking] = useState<Action | null>(null);
  const keys = keysOf(preferences.keymap);

  const take = (event: KeyboardEvent): void => {
    if (!asking || event.key.length !== 1 || event.key === ' ') return;
    event.preventDefault();
    const owner = ownerOf(event.key, keys);
    const freed = keys.get(asking) ?? '';
    // The key's former owner takes the one that becomes free, so that no action is left without a key.
    change({
      keymap: { ...preferences.keymap, [asking]: event.key, ...(owner && { [owner]: freed }) },
    });
    setAsking(null);
  };
  return (
    <Dialog heading="Keys" ref={dialog} onClose={onClose} onKeyDown={take}>
      <label className={styles['switch']}>
        <input
          checked={preferences.keys}
          type="checkbox"
          onChange={(event) => change({ keys: event.target.checked })}
        />
        Single keys act
      </label>
      <table className={styles['keys']}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Key</th>
          </tr>
        </thead>
        <tbody>
          {ALL_ACTIONS.map((action) => (
            <tr key={action}>
              <th scope="row">{LABELS[action]}</th>
              <td>
                <button
                  aria-label={`${keys.get(action)}: change the key for “${LABELS[action]}”`}
                  className={styles['key']}
                  data-asking={asking === action || undefined}
                  type="button"
                  onBlur={() => setAsking(null)}
                  onClick={() => setAsking(action)}
                >
                  {asking === action ? 'press a key' : keys.get(action)}
                </button>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Close what is open, and go back to where you were</th>
            <td>
              <kbd className={styles['fixed']}>Esc</kbd>
            </td>
          </tr>
        </tbody>
      </table>
      <button className={styles['reset']} type="button" onClick={() => change({ keymap: {} })}>
        Back to the usual keys
      </button>
    </Dialog>
  );
}
