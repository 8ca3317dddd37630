import { useState } from 'react';
import { counted } from '../../core/text/counted.ts';
import { Link } from 'wouter';
import type { OwnListing } from '../../storage/library-store.ts';
import { RenameDialog } from './rename-dialog.tsx';
import styles from './own-entry.module.css';

/** An own article in the list, and what can be done with it. */
export function OwnEntry(props: {
  article: OwnListing;
  onRename: (title: string) => void;
  onDuplicate: () => void;
  /** Not offered where undefined. */
  onExport: (() => void) | undefined;
  onRemove: () => void;
}) {
  const { article, onRename, onDuplicate, onExport, onRemove } = props;
  const { id, title, lang, voices } = article;
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const actions = `actions-${id}`;
  return (
    <li className={styles['entry']}>
      <Link className={styles['title']} href={`/own/?a=${id}`} lang={lang}>
        {title}
      </Link>
      <button
        aria-controls={actions}
        aria-expanded={open}
        aria-label={`What to do with ${title}`}
        className={styles['more']}
        type="button"
        onClick={() => setOpen(!open)}
      >
        <svg aria-hidden="true" fill="currentColor" height="18" viewBox="0 0 16 16" width="18">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
      {voices.length > 0 && <p className={styles['voices']}>{voicesInWords(voices)}</p>}
      <p className={styles['counts']}>{countsInWords(article)}</p>
      <div className={styles['actions']} hidden={!open} id={actions}>
        <button type="button" onClick={() => setRenaming(true)}>
          Rename
        </button>
        <button type="button" onClick={onDuplicate}>
          Duplicate
        </button>
        <Link href={`/own/new/?of=${id}`}>New version</Link>
        {onExport && (
          <button type="button" onClick={onExport}>
            Export…
          </button>
        )}
        <button type="button" onClick={onRemove}>
          Delete
        </button>
      </div>
      {renaming && (
        <RenameDialog
          title={title}
          onClose={(next) => {
            setRenaming(false);
            if (next !== null) onRename(next);
          }}
        />
      )}
    </li>
  );
}

/** As many voices are named in a list. */
const NAMED = 6;

function voicesInWords(voices: readonly string[]): string {
  const more = voices.length - NAMED;
  return [...voices.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}

function countsInWords({ words, notes, opened }: OwnListing): string {
  const read = opened
    ? `last read ${new Date(opened).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' })}`
    : 'not read yet';
  return [counted(words, 'word'), ...(notes > 0 ? [counted(notes, 'note')] : []), read].join(' · ');
}
