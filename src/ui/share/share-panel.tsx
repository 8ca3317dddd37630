import { searchFor, type View } from '../../core/link/view.ts';
import { CopyLink, NO_LINK } from '../copy-link.tsx';
import styles from './share-panel.module.css';

/** Addresses to pass on: of the article in the view that is open, and of the passage on screen. */
export default function SharePanel(props: {
  title: string;
  passage: string;
  view: View;
  /** Nobody else has the article: it has no address to pass on. */
  isOwn: boolean;
  onExport: () => void;
}) {
  const { title, passage, view, isOwn, onExport } = props;
  const address = (hash: string): string =>
    new URL(location.pathname + searchFor(view) + hash, location.href).href;
  const share =
    typeof navigator.share === 'function' && !isOwn
      ? () => navigator.share({ title, url: address('') })
      : null;
  return (
    <div className={styles['panel']}>
      <h2>Share</h2>
      {isOwn ? (
        <p>{NO_LINK}</p>
      ) : (
        <>
          <p className={styles['row']}>
            <span>{view === 'interview' ? 'The interview' : 'The full text'}</span>
            <CopyLink address={address('')} what="the article in this view" />
          </p>
          <p className={styles['row']}>
            <span>The passage on screen</span>
            <CopyLink address={address(`#${passage}`)} what="the passage on screen" />
          </p>
        </>
      )}
      <p>
        <button className={styles['send']} type="button" onClick={onExport}>
          Export the article with your notes…
        </button>
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
