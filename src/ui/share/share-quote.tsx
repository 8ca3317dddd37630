import { useEffect, useMemo, useRef, useState } from 'react';
import { askedBy, citationOf } from '../../core/link/citation.ts';
import { withoutDirective } from '../../core/link/locator.ts';
import type { Span } from '../../core/text/span.ts';
import { copyFormats } from '../../dom/clipboard.ts';
import { ownId } from '../../storage/own-article.ts';
import { Badge } from '../badge.tsx';
import { NO_LINK } from '../copy-link.tsx';
import { Dialog } from '../dialog.tsx';
import { formatsOf, sourceOf } from '../quote-address.ts';
import { useReading, voiceOf } from '../reading.ts';
import { useCarriedNote } from './use-carried-note.ts';
import { QuotePicture } from './quote-picture.tsx';
import styles from './share-quote.module.css';

/** The words that are to be shared, who said them and in answer to what, and every way to pass them on. */
export default function ShareQuote({ span, onClose }: { span: Span; onClose: () => void }) {
  const reading = useReading();
  const { published, article } = reading;
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const [picture, setPicture] = useState(false);
  const citation = useMemo(() => citationOf(article, span), [article, span]);
  const source = useMemo(() => sourceOf(reading, span), [reading, span]);
  const { note, setNote, address } = useCarriedNote(source.address ?? '');
  /** With the note, where there is one that fits. What is quoted elsewhere has the bare one. */
  const link = source.address && (address ?? source.address);
  /** A note travels in a link that leads to this site. */
  const canCarry = source.address !== null && ownId(published.slug) === null;
  const voice = voiceOf(reading, citation.speaker?.id ?? null);

  // The dialog opens first: its own effect comes before that of what it is in.
  useEffect(() => first.current?.focus(), []);

  const copy = async (what: string, put: () => Promise<void>): Promise<void> => {
    try {
      await put();
      setSaid(`${what} copied.`);
    } catch {
      setSaid('The browser does not let the page copy. Select the address above and copy it.');
    }
  };
  const copyLink = (): Promise<void> => copy('Link', () => navigator.clipboard.writeText(link ?? ''));
  const copyQuote = (): Promise<void> => copy('Quote', () => copyFormats(formatsOf(citation, source)));
  const copyMarkdown = (): Promise<void> =>
    copy('Markdown', () => navigator.clipboard.writeText(formatsOf(citation, source).markdown));
  const send =
    typeof navigator.share === 'function'
      ? () =>
          navigator.share({
            title: published.title,
            text: `“${citation.words}”`,
            ...(link !== null && { url: link }),
          })
      : null;
  return (
    <Dialog className={styles['dialog']} heading="Share this quote" ref={dialog} onClose={onClose}>
      <figure className={styles['quote']} data-slot={voice.slot}>
        <blockquote>{citation.words}</blockquote>
        <figcaption>
          <Badge voice={voice} />
          <span>
            <strong>{citation.speaker ? voice.name : 'Several voices, or an unknown one'}</strong>
            {citation.speaker?.role !== undefined && `, ${citation.speaker.role}`}
            {citation.question && (
              <span className={styles['asked']}>
                {askedBy(citation.question)}: “{citation.question.words}”
              </span>
            )}
          </span>
        </figcaption>
      </figure>
      {note !== null && (
        <label className={styles['note']}>
          Note that goes with the link
          {/* Whoever asks for it is about to write. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <textarea autoFocus rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          {address === null && (
            <span role="alert">
              That is too long for a link: it would be cut. Shorten it, or send it beside the link.
            </span>
          )}
        </label>
      )}
      {/* Can be selected by hand where the browser refuses to copy. */}
      {link !== null && <output className={styles['address']}>{withoutDirective(link)}</output>}
      <p className={styles['actions']}>
        {link !== null && (
          <button className={styles['first']} ref={first} type="button" onClick={() => void copyLink()}>
            Copy link
          </button>
        )}
        <button ref={link === null ? first : null} type="button" onClick={() => void copyQuote()}>
          Copy quote
        </button>
        <button type="button" onClick={() => void copyMarkdown()}>
          Copy as Markdown
        </button>
        {canCarry && (
          <button
            aria-expanded={note !== null}
            type="button"
            onClick={() => setNote(note === null ? '' : null)}
          >
            {note === null ? 'Add a note…' : 'Without the note'}
          </button>
        )}
        <button aria-expanded={picture} type="button" onClick={() => setPicture(!picture)}>
          Picture
        </button>
        {send && (
          // Closing the system's sheet rejects the promise; that is a choice, not a failure.
          <button type="button" onClick={() => void send().catch(() => undefined)}>
            Send…
          </button>
        )}
      </p>
      <p aria-live="polite" className={styles['said']} role="status">
        {said}
      </p>
      {picture && <QuotePicture citation={citation} slot={voice.slot} source={source} />}
      <p className={styles['hint']}>
        {canCarry
          ? 'The link keeps working when the article is corrected, and says so where the words have changed. Whoever opens it needs no account. Your own notes are not in it.'
          : link === null
            ? NO_LINK
            : 'The link leads to the page that the article came from. Your own notes are not in it.'}
      </p>
    </Dialog>
  );
}
