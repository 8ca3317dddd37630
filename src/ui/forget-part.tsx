import { useQuery, useQueryClient } from '@tanstack/react-query';
import { counted } from '../core/text/counted.ts';
import { useState } from 'react';
import { countKept, forgetEverything, type Kept } from '../storage/forget.ts';
import { useKeeping } from './keeping.ts';
import { tellBytes } from './offline-line.tsx';
import { siteAddress } from './site-address.ts';
import { backUp } from './back-up.ts';
import styles from './privacy-dialog.module.css';

type Step =
  | { readonly is: 'listed' | 'asking' | 'forgetting' }
  /** What was there, and the names of what is still there. */
  | { readonly is: 'forgotten'; readonly kept: Kept; readonly left: readonly string[] };

/** What this browser keeps, in numbers; a backup of it; and the button that deletes all of it. */
export function ForgetPart() {
  const { store, state, now, backedUp } = useKeeping();
  const client = useQueryClient();
  const { data: kept } = useQuery({
    queryKey: ['kept'],
    queryFn: () => countKept(siteAddress()),
    staleTime: 0,
  });
  const [step, setStep] = useState<Step>({ is: 'listed' });
  const [told, setTold] = useState('');
  if (!kept) return null;
  if (step.is === 'forgotten') return <Forgotten kept={step.kept} left={step.left} />;

  const writeBackup = async (): Promise<void> => {
    if (!store) return setTold('Your notes are not open: nothing was written. Try again in a moment.');
    try {
      const name = await backUp(store, now());
      if (name !== null && state === 'kept') backedUp();
      return setTold(name === null ? 'There is nothing to back up.' : `Written to ${name}.`);
    } catch {
      return setTold('The backup could not be written. Nothing was deleted.');
    }
  };
  const forget = async (): Promise<void> => {
    setStep({ is: 'forgetting' });
    const last = await countKept(siteAddress());
    // What could not be kept on disk is forgotten, too.
    if (state !== 'kept') await store?.clear().catch(() => undefined);
    const left = await forgetEverything(siteAddress());
    client.removeQueries({ queryKey: ['offline'] });
    setStep({ is: 'forgotten', kept: last, left });
  };
  return (
    <section aria-labelledby="kept-here">
      <h3 id="kept-here">Kept in this browser</h3>
      <KeptList kept={kept} />
      {kept.bytes !== null && <p>All together {tellBytes(kept.bytes)}, as the browser counts it.</p>}
      <p className={styles['row']}>
        <button type="button" onClick={() => void writeBackup()}>
          Back up everything
        </button>
        {step.is === 'listed' && (
          <button type="button" onClick={() => setStep({ is: 'asking' })}>
            Forget everything…
          </button>
        )}
        <span role="status">{told}</span>
      </p>
      {step.is !== 'listed' && (
        <div className={styles['ask']} role="group" aria-label="Forget everything">
          <p>
            All of this is deleted, in every tab of this site, and what you are writing with it. It can’t be
            undone: a backup is the only way back.
          </p>
          <p className={styles['row']}>
            <button
              aria-disabled={step.is === 'forgetting'}
              data-danger
              type="button"
              onClick={() => {
                if (step.is !== 'forgetting') void forget();
              }}
            >
              Delete all of it
            </button>
            <button ref={focus} type="button" onClick={() => setStep({ is: 'listed' })}>
              Keep it
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

function Forgotten({ kept, left }: { kept: Kept; left: readonly string[] }) {
  return (
    <section aria-labelledby="forgotten" role="status">
      <h3 id="forgotten">
        {left.length === 0 ? 'Everything is forgotten' : 'Not everything could be deleted'}
      </h3>
      {left.length === 0 ? (
        <p>This was deleted, and nothing of it is left in this browser:</p>
      ) : (
        <p>
          Close the other tabs of this site, reload this page and try again. Still there: {left.join(', ')}.
          This was to be deleted:
        </p>
      )}
      <KeptList kept={kept} />
      <p>
        The browser’s own history still has the addresses of pages that you opened; it is emptied in the
        browser’s settings. What this page shows goes when you close it. To open the site again is to begin
        anew.
      </p>
      <p className={styles['row']}>
        <button ref={focus} type="button" onClick={() => location.reload()}>
          Begin anew
        </button>
      </p>
    </section>
  );
}

/** What had the focus is gone; of what came instead, this takes nothing away. */
function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function KeptList({ kept }: { kept: Kept }) {
  return (
    <ul className={styles['kept']}>
      {tellKept(kept).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What there is, in words, a line for each kind. */
export function tellKept({ records, places, preferences, offline }: Kept): string[] {
  const lines = records
    ? [
        many(records.notes, 'note', 'highlights and claims among them'),
        many(records.listings, 'own article', 'with what they were made of'),
        many(records.corrections, 'article', 'with corrections of who says what'),
        many(records.drafts, 'draft', 'what you were writing'),
        many(records.texts, 'text', 'kept to find the words of notes again'),
      ]
    : ['Notes and own articles, which can’t be read'];
  lines.push(
    many(places, 'reading place', 'where you were in an article'),
    preferences ? 'Preferences: type, theme, keys' : '',
    offline ? `The site itself, to work offline: ${tellBytes(offline.bytes)} in ${offline.files} files` : '',
  );
  const told = lines.filter(Boolean);
  return told.length > 0 ? told : ['Nothing'];
}

function many(count: number, what: string, about: string): string {
  return count === 0 ? '' : `${counted(count, what)}: ${about}`;
}
