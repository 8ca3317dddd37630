import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { Link } from 'wouter';
import type { Refused } from '../../core/text/brought.ts';
import { receiveLaunched } from '../../dom/launched-files.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { BookmarkletOffer } from '../bookmarklet-offer.tsx';
import { siteAddress } from '../site-address.ts';
import type { Taken } from './doors.ts';
import styles from './bring-form.module.css';

/** A paste of this length into an empty field is a text, not a phrase: it goes on at once. In UTF-16 units. */
const A_TEXT = 400;

// Reading files takes libraries that only this page needs.
const doors = () => import('./doors.ts');

/** The ways in: paste, choose or drop a file, or take what was sent. */
export function BringForm(props: {
  text: string;
  /** Why the last thing was not taken. */
  refused: Refused | null;
  of: OwnArticle | null;
  /** What is on its way from elsewhere; null where nothing is. */
  arrived: Promise<Taken> | null;
  onText: (text: string) => void;
  onBring: (bringing: Promise<Taken>) => void;
}) {
  const { text, refused, of, arrived, onText, onBring } = props;
  const file = useRef<HTMLInputElement>(null);
  const alert = useRef<HTMLParagraphElement>(null);
  const [dragged, setDragged] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  // A reader who listens or uses keys goes on from here.
  useEffect(() => alert.current?.focus(), [refused]);

  const bring = (name: string, bringing: Promise<Taken>): void => {
    setBusy(name);
    onBring(bringing.finally(() => setBusy(null)));
  };
  // Synchronises with what was shared or sent to this page.
  useEffect(() => {
    if (arrived) onBring(arrived);
    // oxlint-disable-next-line react/exhaustive-deps -- it arrives once
  }, [arrived]);
  const takeFile = (chosen: File | undefined): void => {
    if (chosen)
      bring(
        chosen.name,
        doors().then(({ takeFile: take }) => take(chosen)),
      );
  };
  // Synchronises with files that are opened with the installed site.
  useEffect(() => {
    receiveLaunched(([first]) => takeFile(first));
    // oxlint-disable-next-line react/exhaustive-deps -- whoever listens first hears of all
  }, []);
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { clipboardData } = event;
    const given = clipboardData.files[0];
    if (given) {
      event.preventDefault();
      return takeFile(given);
    }
    const plain = clipboardData.getData('text/plain');
    const html = clipboardData.getData('text/html');
    if (text.trim() !== '' || plain.length < A_TEXT) return undefined;
    event.preventDefault();
    onText(plain);
    return bring(
      'the pasted text',
      doors().then(({ takePaste }) => takePaste({ text: plain, html })),
    );
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setDragged(false);
    const given = event.dataTransfer.files[0];
    if (given) return takeFile(given);
    const plain = event.dataTransfer.getData('text/plain');
    const html = event.dataTransfer.getData('text/html');
    if (plain === '' && html === '') return undefined;
    return bring(
      'the dropped text',
      doors().then(({ takePaste }) => takePaste({ text: plain, html })),
    );
  };
  const waiting = busy ?? (arrived ? 'what was sent' : null);
  return (
    // A drop is one more way; the field and the button for choosing a file are there for keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      className={styles['bring']}
      data-dragged={dragged || undefined}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) setDragged(false);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragged(true);
      }}
      onDrop={dropped}
    >
      <p className={styles['site']}>
        <Link href="/">Sidegloss</Link> <Link href="/library/">Library</Link>
      </p>
      <h1>{of ? `A new version of “${of.title}”` : 'Bring an article'}</h1>
      <p className={styles['about']}>
        Paste an interview or a news text. Who speaks is found by rules, and you check it before anything is
        stored. It stays in this browser.
      </p>
      {refused && (
        <p className={styles['refused']} ref={alert} role="alert" tabIndex={-1}>
          {refused.message}
        </p>
      )}
      <label className={styles['field']}>
        <span>Text</span>
        <textarea
          placeholder="Paste the text here"
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onPaste={pasted}
        />
      </label>
      <p className={styles['row']}>
        <button
          className={styles['main']}
          disabled={text.trim() === ''}
          type="button"
          onClick={() =>
            bring(
              'the pasted text',
              doors().then(({ takePaste }) => takePaste({ text, html: '' })),
            )
          }
        >
          Check the voices
        </button>
        <button className={styles['second']} type="button" onClick={() => file.current?.click()}>
          Choose a file…
        </button>
        <input
          accept=".txt,.text,.md,.markdown,.htm,.html,.docx,text/plain,text/markdown,text/html"
          aria-label="Text file"
          hidden
          ref={file}
          type="file"
          onChange={(event) => {
            takeFile(event.target.files?.[0]);
            // So that the same file can be chosen again once it is mended.
            event.target.value = '';
          }}
        />
        <span className={styles['hint']}>
          .txt, .md, .html or .docx, up to 10 MB; or drop it anywhere here
        </span>
      </p>
      <BookmarkletOffer site={siteAddress()} />
      <p role="status">{waiting !== null && `Reading ${waiting}…`}</p>
    </main>
  );
}
