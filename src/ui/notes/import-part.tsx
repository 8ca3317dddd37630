import { useEffect, useId, useRef } from 'react';
import { ImportPreview } from './import-preview.tsx';
import styles from './transfer-dialog.module.css';
import type { Import, Refused } from './use-import.ts';

/** Takes a file of notes, says what is in it, and stores it when the reader says so. */
export function ImportPart({ incoming }: { incoming: Import }) {
  const { state, cancel } = incoming;
  const name = useId();
  return (
    <section aria-labelledby={`${name}-heading`} className={styles['part']}>
      <h3 id={`${name}-heading`}>Import</h3>
      {state.step === 'choose' && (
        <>
          {state.refused && <Refusal refused={state.refused} />}
          <Choose onTake={incoming.take} />
        </>
      )}
      {state.step === 'reading' && (
        <Busy done={state.done} label={`Reading ${state.name}`} onCancel={cancel} />
      )}
      {state.step === 'preview' && <ImportPreview incoming={incoming} told={state} />}
      {state.step === 'storing' && (
        <Busy done={state.done} label={`Storing ${state.name}`} onCancel={cancel} />
      )}
    </section>
  );
}

function Choose({ onTake }: { onTake: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className={styles['about']}>
        A Web Annotation file, an export of Hypothesis, or a backup: choose it or drop it here. You see what
        is in it before anything is stored.
      </p>
      <p className={styles['row']}>
        <button className={styles['second']} type="button" onClick={() => input.current?.click()}>
          Choose a file…
        </button>
        <input
          accept=".json,.jsonld"
          aria-label="File of notes"
          hidden
          ref={input}
          type="file"
          onChange={(event) => {
            onTake([...(event.target.files ?? [])]);
            // So that the same file can be chosen again once it is mended.
            event.target.value = '';
          }}
        />
      </p>
    </>
  );
}

/** What is being done, how far it is, and a way to stop it. */
function Busy({ label, done, onCancel }: { label: string; done: number; onCancel: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={styles['busy']}>
      <p role="status">{label}…</p>
      <progress aria-label={label} max={1} value={done} />
      <p className={styles['row']}>
        <button className={styles['second']} ref={button} type="button" onClick={onCancel}>
          Stop
        </button>
      </p>
    </div>
  );
}

function Refusal({ refused }: { refused: Refused }) {
  const { name, refusal, faults } = refused;
  const box = useRef<HTMLDivElement>(null);
  // A reader who listens or uses keys goes on from here.
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={styles['refusal']} ref={box} role="alert" tabIndex={-1}>
      <p>
        <b>{name}</b>
      </p>
      <p>{refusal}</p>
      {faults.length > 0 && (
        // A list that scrolls must be reachable without a pointer.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div aria-label="Faults" className={styles['faults']} role="region" tabIndex={0}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
