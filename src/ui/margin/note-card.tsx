import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import type { Claim } from '../../core/notes/claim.ts';
import { Link } from 'wouter';
import type { Placed, PublishedNote, Relation } from '../../core/notes/note.ts';
import { isWebAddress } from '../../core/notes/web-address.ts';
import { cardId, linkId, openFromLink, returnToText, useActiveNote, useNoteState } from '../active-note.ts';
import { pathOf } from '../article-pages.ts';
import { Badge } from '../badge.tsx';
import { CopyLink } from '../copy-link.tsx';
import { PassageText } from '../passage-text.tsx';
import { tellVoice, useReading, voiceOf } from '../reading.ts';
import styles from './note-card.module.css';

const CHECKABLE = { yes: 'can be checked', later: 'later', no: 'cannot be checked' } as const;

/**
 * One note beside its words: what kind of claim, whose, what would test it, and what it agrees or disagrees with. `links`
 * are those that the reader has made, and the way to more.
 */
export function NoteCard({ note, links }: { note: Placed<PublishedNote>; links: ReactNode }) {
  const reading = useReading();
  const active = useActiveNote();
  const state = useNoteState([note.id]);
  const [more, setMore] = useState(false);
  const { claim } = note;
  const address = async (): Promise<string | null> =>
    (await import('../quote-address.ts')).quoteAddress(reading, note.span);
  const relations = reading.relations.get(note.id) ?? [];
  return (
    // HTML does not allow the role `comment` (ARIA 1.3) on <article>.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      aria-label={claim ? `Claim ${note.label}` : `Note ${note.label}`}
      className={styles['card']}
      data-more={more || state === 'open' || undefined}
      data-from={note.span.start}
      data-note={note.id}
      data-to={note.span.end}
      data-state={state}
      id={cardId(note.id)}
      role="comment"
      tabIndex={-1}
      onClick={() => active.open(note.id)}
      onFocus={(event) => {
        // Not for a pointer: an opening card moves, and the press that is under way would miss what it was on.
        if (event.target.matches(':focus-visible')) active.open(note.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        returnToText(note.id);
        active.open(null);
      }}
      onPointerEnter={() => active.point(note.id)}
      onPointerLeave={() => active.point(null)}
    >
      <p className={styles['head']} data-head>
        <a
          aria-label={`Back to the words of ${claim ? 'claim' : 'note'} ${note.label}`}
          className={styles['label']}
          href={`#${linkId(note.id)}`}
          role="doc-backlink"
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            returnToText(note.id);
          }}
        >
          {note.label}
        </a>
        <span className={styles['kind']}>{claim ? claim.kind : 'translation'}</span>
        {claim && <span className={styles['checkable']}>{CHECKABLE[claim.checkable]}</span>}
        {claim && (
          <span className={styles['status']} data-status={claim.status}>
            {claim.status}
          </span>
        )}
      </p>
      <p className={styles['body']} data-body>
        <PassageText text={note.body} />
      </p>
      {claim && (claim.sources.length > 0 || claim.history) && <Sources claim={claim} />}
      {relations.length > 0 && <Relations note={note} relations={relations} />}
      {claim && links}
      <p className={styles['foot']}>
        <span className={styles['voice']}>
          {claim && <Badge size="small" voice={voiceOf(reading, claim.voice.speaker)} />}
          {tellVoice(reading, note)}
        </span>
        <span className={styles['actions']}>
          <button
            aria-expanded={more}
            aria-label={`${more ? 'Less' : 'More'} of note ${note.label}`}
            className={`${styles['more']} needs-script`}
            type="button"
            onClick={() => setMore(!more)}
          >
            {more ? 'less' : 'more'}
          </button>
          {claim && (
            <Link
              className={styles['ledger']}
              href={`${pathOf(reading.published.slug, 'claims')}#row-${note.id}`}
            >
              In the ledger
            </Link>
          )}
          <CopyLink address={address} what={`the words of note ${note.label}`} />
        </span>
      </p>
    </div>
  );
}

/** What a status rests on: in full once its part is fetched, which most articles need none of. Until then, what to open. */
function Sources({ claim }: { claim: Claim }) {
  const { data: drawing } = useQuery({
    queryKey: ['claim-sources'],
    queryFn: () => import('../claim-sources.tsx'),
  });
  if (drawing) return <drawing.ClaimSources claim={claim} />;
  return claim.sources.map(({ title, url }) => (
    <p className="sources" key={url + title}>
      <a href={isWebAddress(url) ? url : undefined} rel="noreferrer noopener">
        {title}
      </a>
    </p>
  ));
}

/** The claims that this one agrees or disagrees with; beside the text their subjects show once the note is open. */
function Relations({ note, relations }: { note: Placed<PublishedNote>; relations: readonly Relation[] }) {
  return (['agree', 'disagree'] as const).map((kind) => {
    const some = relations.filter(({ relation }) => relation === kind);
    if (some.length === 0) return null;
    return (
      <p className={styles['relations']} key={kind}>
        {kind === 'agree' ? 'Agrees with' : 'Disagrees with'}{' '}
        {some.map((relation, index) => (
          <Fragment key={relation.claims.join()}>
            {index > 0 && ', '}
            <RelatedClaim id={relation.claims.find((id) => id !== note.id)!} />
            <span className={styles['about']}> {relation.about}</span>
          </Fragment>
        ))}
      </p>
    );
  });
}

function RelatedClaim({ id }: { id: string }) {
  const reading = useReading();
  const active = useActiveNote();
  const other = reading.notes.find((candidate) => candidate.id === id);
  if (!other) return id;
  return (
    <a
      aria-label={`claim ${other.label}`}
      className={styles['other']}
      href={`#${cardId(id)}`}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        openFromLink(active, id);
      }}
    >
      {other.label}
    </a>
  );
}
