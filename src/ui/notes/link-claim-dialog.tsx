import { useId, useMemo, useRef, useState, type FormEvent } from 'react';
import type { Related } from '../../core/claims/relations.ts';
import { RELATIONS } from '../../core/notes/claim.ts';
import { clip } from '../../core/text/clip.ts';
import { fold } from '../../core/text/fold.ts';
import { Dialog } from '../dialog.tsx';
import { useSay } from '../status-line.tsx';
import { linkClaims, unlinkClaims, type ClaimWeb, type LinkedClaim } from './link-claims.ts';
import type { NoteActions } from './note-actions.ts';
import styles from './link-claim-dialog.module.css';

const LONGEST_ABOUT = 80;
const LONGEST_WORDS = 140;
/** So many claims are listed at a time; the rest is found by its words. */
const MOST_LISTED = 60;

/** Says of a claim what other claim of the article it agrees or disagrees with, and on what; shows and removes such links. */
export default function LinkClaimDialog(props: {
  /** The note's id. */
  id: string;
  web: ClaimWeb;
  actions: NoteActions;
  onClose: () => void;
}) {
  const { id, web, actions, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const claim = web.byId.get(id);
  return (
    <Dialog
      className={styles['dialog']}
      data-keeps-note
      heading="Link to another claim"
      ref={dialog}
      onClick={(event) => event.stopPropagation()}
      onClose={onClose}
      // The keys of the page and of the card under it are not for what is typed here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {claim ? (
        <>
          <blockquote className={styles['claim']}>
            <ClaimWords claim={claim} />
          </blockquote>
          <Links actions={actions} claim={claim} web={web} />
          <NewLink actions={actions} claim={claim} web={web} onDone={() => dialog.current?.close()} />
        </>
      ) : (
        <p>This claim is no longer here.</p>
      )}
    </Dialog>
  );
}

function ClaimWords({ claim }: { claim: LinkedClaim }) {
  return (
    <>
      <span className={styles['words']}>
        {claim.label !== null && <b>{claim.label}</b>} “{clip(claim.words, LONGEST_WORDS, '…')}”
      </span>
      <span className={styles['voice']}>
        {claim.voice}
        {claim.label === null && ' · your claim'}
      </span>
    </>
  );
}

/** The links that are there; those of the article cannot be removed. */
function Links({ claim, web, actions }: { claim: LinkedClaim; web: ClaimWeb; actions: NoteActions }) {
  const [removed, setRemoved] = useState('');
  const links = web.related.get(claim.id) ?? [];
  const remove = async (related: Related): Promise<void> => {
    if (await unlinkClaims(actions, web, { id: claim.id, related }))
      setRemoved('Link removed. Undo: Ctrl+Z.');
  };
  return (
    <section aria-label="Links of this claim" className={styles['links']}>
      {links.length > 0 && (
        <ul>
          {links.map((related) => {
            const other = web.byId.get(related.other);
            return (
              <li key={`${related.other} ${related.relation} ${related.about}`}>
                <span>
                  {related.relation === 'agree' ? 'Agrees with ' : 'Disagrees with '}
                  {other ? (
                    <>
                      {other.label} “{clip(other.words, 60, '…')}”
                    </>
                  ) : (
                    'a claim that is no longer here'
                  )}
                  {related.about !== '' && `, on: ${related.about}`}
                  {related.by === 'published' && ' (from the article)'}
                </span>
                {related.by === 'own' && (
                  <button type="button" onClick={() => void remove(related)}>
                    Remove
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p role="status">{removed}</p>
    </section>
  );
}

function NewLink(props: { claim: LinkedClaim; web: ClaimWeb; actions: NoteActions; onDone: () => void }) {
  const { claim, web, actions, onDone } = props;
  const say = useSay();
  const name = useId();
  const [words, setWords] = useState('');
  const [other, setOther] = useState<LinkedClaim | null>(null);
  const [relation, setRelation] = useState<(typeof RELATIONS)[number] | null>(null);
  const [about, setAbout] = useState('');
  const [fault, setFault] = useState('');
  const found = useMemo(() => {
    const wanted = fold(words.trim()).text;
    return web.claims.filter(
      (each) =>
        each.id !== claim.id &&
        (wanted === '' || fold(`${each.label ?? ''} ${each.words} ${each.voice}`).text.includes(wanted)),
    );
  }, [claim, web, words]);
  const link = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = faultOf({ claim, web, other, relation, about });
    setFault(wrong);
    if (wrong !== '' || !other || !relation) return;
    const done = await linkClaims(actions, [claim, other], { relation, about: about.trim() });
    if (!done) return;
    onDone();
    const text =
      done === 'copied' ? `Linked. Claim ${claim.label} is now among your notes, with the link.` : 'Linked.';
    say({ text, action: { label: 'Undo', act: () => void actions.undo() } });
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void link(event)}>
      <input
        aria-label="Find a claim by its words"
        placeholder="Find a claim"
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <fieldset className={styles['list']}>
        <legend className="visually-hidden">The other claim</legend>
        {found.slice(0, MOST_LISTED).map((each) => (
          <label key={each.id}>
            <input
              checked={other?.id === each.id}
              name={`${name}-other`}
              type="radio"
              onChange={() => setOther(each)}
            />
            <span>
              <ClaimWords claim={each} />
            </span>
          </label>
        ))}
        {found.length === 0 && <p>No other claim has these words.</p>}
        {found.length > MOST_LISTED && <p>{found.length - MOST_LISTED} more: find them by their words.</p>}
      </fieldset>
      <fieldset className={styles['relation']}>
        <legend>This claim</legend>
        {RELATIONS.map((each) => (
          <label key={each}>
            <input
              checked={relation === each}
              name={`${name}-relation`}
              type="radio"
              onChange={() => setRelation(each)}
            />
            {each === 'agree' ? 'agrees with it' : 'disagrees with it'}
          </label>
        ))}
      </fieldset>
      <label className={styles['about']}>
        About what, in a few words
        <input maxLength={LONGEST_ABOUT} value={about} onChange={(event) => setAbout(event.target.value)} />
      </label>
      {fault !== '' && (
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
      <button className={styles['save']} type="submit">
        Link
      </button>
    </form>
  );
}

/** Why two claims can't be linked yet; empty where they can. */
function faultOf(given: {
  claim: LinkedClaim;
  web: ClaimWeb;
  other: LinkedClaim | null;
  relation: Related['relation'] | null;
  about: string;
}): string {
  const { claim, web, other, relation, about } = given;
  if (!other) return 'Choose the other claim.';
  if (!relation) return 'Say whether they agree or disagree.';
  const isThere = web.related
    .get(claim.id)
    ?.some(
      (each) =>
        web.byId.get(each.other)?.id === other.id &&
        each.relation === relation &&
        each.about.toLowerCase() === about.trim().toLowerCase(),
    );
  return isThere ? 'These two are linked in this way already.' : '';
}
