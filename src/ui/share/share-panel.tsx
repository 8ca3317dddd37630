import { searchFor, type View } from '../../core/link/view.ts';
import { CopyLink } from '../copy-link.tsx';
import styles from './share-panel.module.css';

/** Addresses to pass on: of the article in the view that is open, and of the passage on screen. */
export default function SharePanel({ title, passage, view }: { title: string; passage: string; view: View }) {
  const address = (hash: string): string =>
    new URL(location.pathname + searchFor(view) + hash, location.href).href;
  const share =
    typeof navigator.share === 'function' ? () => navigator.share({ title, url: address('') }) : null;
  return (
    <div className={styles['panel']}>
      <h2>Share</h2>
      <p className={styles['row']}>
        <span>{view === 'interview' ? 'The interview' : 'The full text'}</span>
        <CopyLink address={address('')} what="the article in this view" />
      </p>
      <p className={styles['row']}>
        <span>The passage on screen</span>
        <CopyLink address={address(`#${passage}`)} what="the passage on screen" />
      </p>
      {share && (
        <p>
          {/* Closing the system's sheet rejects the promise; that is a choice, not a failure. */}
          <button className={styles['send']} type="button" onClick={() => share().catch(() => undefined)}>
            Send with another app…
          </button>
        </p>
      )}
    </div>
  );
}
