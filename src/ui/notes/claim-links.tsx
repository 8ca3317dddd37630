import { Fragment, lazy, Suspense, useState, type MouseEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Related } from '../../core/claims/relations.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import { clip } from '../../core/text/clip.ts';
import { cardId, openFromLink, useActiveNote, useNoteState } from '../active-note.ts';
import { useReading } from '../reading.ts';
import { claimWeb, unlinkClaims, type ClaimWeb } from './link-claims.ts';
import type { NoteActions } from './note-actions.ts';
import styles from './claim-links.module.css';

const LinkClaimDialog = lazy(() => import('./link-claim-dialog.tsx'));

/** So many characters of a claim without a number stand for it. */
const FIRST_WORDS = 44;

/** What a claim's card needs to show its links and to make some: the reader's claims, and what can be done with them. */
export interface ClaimLinksProps {
  /** The note's id. */
  readonly id: string;
  readonly own: readonly ReaderNote[];
  /** Null while the store is being opened. */
  readonly actions: NoteActions | null;
  /** Whether the card shows the published relations by itself. */
  readonly onlyOwn?: boolean;
}

/** The claims that a claim agrees or disagrees with, and the way to link it to another. */
export function ClaimLinks({ id, own, actions, onlyOwn = false }: ClaimLinksProps) {
  const web = claimWeb(useReading(), own);
  const isOpen = useNoteState([id]) === 'open';
  const [linking, setLinking] = useState(false);
  const shown = (web.related.get(id) ?? []).filter(
    (related) => (!onlyOwn || related.by === 'own') && (web.byId.has(related.other) || related.heldBy === id),
  );
  const unlink = (related: Related): void => {
    if (actions) void unlinkClaims(actions, web, { id, related });
  };
  return (
    <>
      {(['agree', 'disagree'] as const).map((kind) => {
        const some = shown.filter(({ relation }) => relation === kind);
        return (
          some.length > 0 && (
            <p className={styles['links']} key={kind}>
              {kind === 'agree' ? 'Agrees with' : 'Disagrees with'}{' '}
              {some.map((related, index) => (
                <Fragment key={`${related.other} ${related.about}`}>
                  {index > 0 && ', '}
                  <Other related={related} web={web} onUnlink={unlink} />
                  {related.about !== '' && ` ${related.about}`}
                </Fragment>
              ))}
            </p>
          )
        );
      })}
      {isOpen && actions && (
        <button
          aria-haspopup="dialog"
          className={styles['link']}
          type="button"
          onClick={(event) => {
            event.stopPropagation();
            setLinking(true);
          }}
        >
          Link to another claim…
        </button>
      )}
      {linking &&
        actions &&
        createPortal(
          <Suspense fallback={null}>
            <LinkClaimDialog actions={actions} id={id} web={web} onClose={() => setLinking(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

/** The other claim: its number, or its first words, as a link to its card; one that is gone can be taken away. */
function Other(props: { related: Related; web: ClaimWeb; onUnlink: (related: Related) => void }) {
  const { related, web, onUnlink } = props;
  const active = useActiveNote();
  const other = web.byId.get(related.other);
  if (!other) {
    return (
      <>
        a claim that is no longer here{' '}
        <button
          className={styles['remove']}
          type="button"
          onClick={(event) => {
            event.stopPropagation();
            onUnlink(related);
          }}
        >
          Remove
        </button>
      </>
    );
  }
  const go = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    openFromLink(active, other.id);
  };
  return other.label === null ? (
    <a className={styles['words']} href={`#${cardId(other.id)}`} onClick={go}>
      “{clip(other.words, FIRST_WORDS, '…')}”
    </a>
  ) : (
    <a
      aria-label={`claim ${other.label}`}
      className={styles['number']}
      href={`#${cardId(other.id)}`}
      onClick={go}
    >
      {other.label}
    </a>
  );
}
