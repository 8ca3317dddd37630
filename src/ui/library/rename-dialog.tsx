import { useEffect, useId, useRef } from 'react';
import { Dialog } from '../dialog.tsx';
import styles from './rename-dialog.module.css';
import { oneLine } from '../../core/text/one-line.ts';

/** Asks for another title. Closes with it, with null where it is to stay as it is. */
export function RenameDialog({ title, onClose }: { title: string; onClose: (title: string | null) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const name = useId();
  // Synchronises the focus with the dialog, which is open by now: it begins where one types.
  useEffect(() => input.current?.select(), []);
  return (
    <Dialog heading="Rename" ref={dialog} onClose={() => onClose(chosen.current)}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get('title');
          const next = typeof given === 'string' ? oneLine(given) : '';
          chosen.current = next === '' || next === title ? null : next;
          dialog.current?.close();
        }}
      >
        <label htmlFor={name}>Title</label>
        <input defaultValue={title} id={name} maxLength={1000} name="title" ref={input} required />
        <p>
          <button type="submit">Rename</button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}
