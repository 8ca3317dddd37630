import { lazy, memo, Suspense } from 'react';
import type { Claim } from '../../core/notes/claim.ts';
import { Link } from 'wouter';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { cardId, linkId, useActiveNote, useNoteState } from '../active-note.ts';
import { pathOf } from '../article-pages.ts';
import { CopyLink } from '../copy-link.tsx';
import { ClaimSources } from '../claim-sources.tsx';
import { tellVoice, useReading } from '../reading.ts';
import { speakerOf } from '../../core/anchor/describe.ts';
import { selectorOf } from '../../core/anchor/selectors.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { ClaimLinks } from './claim-links.tsx';
import { MarkdownText } from './markdown-text.tsx';
import type { NoteActions } from './note-actions.ts';
import type { EditorProps } from './draft-fields.ts';
import styles from './reader-card.module.css';

/** What a card can have done to its note. */
export interface CardActions {
  readonly edit: (note: Placed<ReaderNote>) => void;
  readonly remove: (note: ReaderNote) => void;
  readonly copyQuote: (note: Placed<ReaderNote>) => void;
  /** What can be done with notes in general; null while the store is being opened. */
  readonly notes: NoteActions | null;
}

/** One of the reader's own notes beside its words. */
export const ReaderCard = memo(function ReaderCard(props: {
  note: Placed<ReaderNote>;
  actions: CardActions;
  /** The reader's claims, for the links between them. */
  claims: readonly ReaderNote[];
  /** The editor, while the note is being changed; null otherwise. */
  editing: EditorProps | null;
}) {
  const { note, actions, claims, editing } = props;
  const active = useActiveNote();
  const state = useNoteState([note.id]);
  return (
    // HTML does not allow the role `comment` (ARIA 1.3) on <article>.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      aria-label={`Your ${NOUN[note.kind]}`}
      className={styles['card']}
      data-colour={note.colour}
      data-from={note.span.start}
      data-kind={note.kind}
      data-note={note.id}
      data-state={state}
      data-to={note.span.end}
      id={cardId(note.id)}
      role="comment"
      tabIndex={-1}
      onClick={() => active.open(note.id)}
      onFocus={(event) => {
        // Not for a pointer: an opening card moves, and the press that is under way would miss what it was on.
        if (event.target.matches(':focus-visible')) active.open(note.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        active.open(null);
        document.getElementById(linkId(note.id))?.focus();
      }}
      onPointerEnter={() => active.point(note.id)}
      onPointerLeave={() => active.point(null)}
    >
      {editing ? <Editor {...editing} /> : <CardBody actions={actions} claims={claims} note={note} />}
    </div>
  );
});

/** The editor of a note on words that have none yet; `id` is what stands for the note's. */
export function EditorCard({ editor, id, span }: { editor: EditorProps; id: string; span: Span }) {
  return (
    <div
      className={styles['card']}
      data-from={span.start}
      data-kind="comment"
      data-note={id}
      data-state="open"
      data-to={span.end}
      id={cardId(id)}
    >
      <Editor {...editor} />
    </div>
  );
}

/** Fetched when something is first written. */
const NoteEditor = lazy(() => import('./note-editor.tsx'));

function Editor(props: EditorProps) {
  return (
    <Suspense fallback={<p>…</p>}>
      <NoteEditor {...props} />
    </Suspense>
  );
}

const NOUN = {
  highlight: 'highlight',
  comment: 'note',
  claim: 'claim',
  question: 'reading of a question',
} as const;

function CardBody(props: { note: Placed<ReaderNote>; actions: CardActions; claims: readonly ReaderNote[] }) {
  const { note, actions, claims } = props;
  const reading = useReading();
  const { claim } = note;
  const address = async (): Promise<string | null> =>
    (await import('../quote-address.ts')).quoteAddress(reading, note.span);
  return (
    <>
      <p className={styles['head']} data-head>
        <span className={styles['kind']}>
          Your {NOUN[note.kind]}
          {claim && <span className={styles['what']}> · {claim.kind}</span>}
        </span>
        <time
          className={styles['time']}
          dateTime={note.modified}
          title={EXACT.format(new Date(note.modified))}
        >
          {tellDay(note.modified)}
        </time>
      </p>
      {note.splitFrom !== undefined && (
        <p className={styles['aside']}>Changed in two tabs at once; both texts are kept.</p>
      )}
      {isAnothers(reading.article, note) && (
        <Suspense>
          <VoiceChange className={styles['aside']} note={note} />
        </Suspense>
      )}
      {note.body !== '' && (
        <div className={styles['body']} data-body>
          <MarkdownText text={note.body} />
        </div>
      )}
      {claim && (
        <p className={styles['aside']}>
          {tellVoice(reading, { claim: voiced(claim, speakerOf(reading.article, note.span)) })} ·{' '}
          {claim.status}
        </p>
      )}
      {note.question && (
        <Suspense>
          <QuestionSaid className={styles['aside']} note={note} />
        </Suspense>
      )}
      {claim && <ClaimSources claim={claim} />}
      {claim && <ClaimLinks actions={actions.notes} id={note.id} own={claims} />}
      {note.tags.length > 0 && (
        <p className={styles['tags']}>{note.tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
      <p className={styles['foot']}>
        {note.kind !== 'question' && (
          <button type="button" onClick={stopping(() => actions.edit(note))}>
            {note.kind === 'highlight' ? 'Add a note' : 'Edit'}
          </button>
        )}
        <button type="button" onClick={stopping(() => actions.remove(note))}>
          Delete
        </button>
        <button type="button" onClick={stopping(() => actions.copyQuote(note))}>
          Copy quote
        </button>
        {claim && (
          <Link href={`${pathOf(reading.published.slug, 'claims')}#row-${note.id}`}>In the ledger</Link>
        )}
        <CopyLink address={address} what="the words of this note" />
      </p>
    </>
  );
}

/** A claim of which nobody is known to assert it is told as of whoever says its words. */
function voiced(claim: Claim, speaker: string | null): Claim {
  return { ...claim, voice: { ...claim.voice, speaker: claim.voice.speaker || (speaker ?? '') } };
}

/** Fetched for the few notes whose words the text no longer gives to the same speaker. */
const VoiceChange = lazy(() => import('./voice-change.tsx'));

/** Fetched for readings of questions, which are changed on a page of their own. */
const QuestionSaid = lazy(() => import('./question-said.tsx'));

function isAnothers(article: Article, note: Placed<ReaderNote>): boolean {
  const was = selectorOf(note.selectors, 'ArticleSelector')?.speaker ?? null;
  return was !== null && was !== speakerOf(article, note.span);
}

/** A press on a button of the card is not a press on the card. */
const stopping = (act: () => void) => (event: { stopPropagation: () => void }) => {
  event.stopPropagation();
  act();
};

// Made once: a formatter takes longer to make than a card to draw.
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const HOUR = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The day, in few words; the exact time is in the tooltip. */
function tellDay(time: string): string {
  const then = new Date(time);
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days === 0) return HOUR.format(then);
  return days === 1 ? 'yesterday' : DAY.format(then);
}
