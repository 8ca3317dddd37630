import { useId, useMemo, useRef, useState } from 'react';
import type { Reviewer } from '../../core/claims/claim-data.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { isWebAddress } from '../../core/notes/web-address.ts';
import { download } from '../../dom/download.ts';
import { fileStem } from '../article-pages.ts';
import { Choices } from '../choices.tsx';
import { Dialog } from '../dialog.tsx';
import { useKeeping } from '../keeping.ts';
import {
  appearanceOf,
  CLAIM_FORMATS,
  countReviews,
  writeClaimFile,
  type ClaimFormat,
} from './claim-files.ts';
import type { LedgerArticle } from './open-ledger.ts';
import styles from './export-claims.module.css';

const ALL: readonly ClaimFormat[] = ['markdown', 'csv', 'annotations', 'schema'];

/**
 * Asks in which form claims are to go out, and saves them as a file. `rows` are those that the ledger shows, in its order;
 * of several articles there are no Web Annotations, because a page of them is about one.
 */
export default function ExportClaims(props: {
  articles: readonly LedgerArticle[];
  rows: readonly LedgerRow[];
  /** What the ledger is called, where it is of several articles. */
  heading: string;
  onClose: () => void;
}) {
  const { articles, rows, heading, onClose } = props;
  const { now } = useKeeping();
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<ClaimFormat>('markdown');
  const [reviewer, setReviewer] = useState<Reviewer>({ is: 'Person', name: '', url: '' });
  const [told, setTold] = useState<{ text: string; failed: boolean }>({ text: '', failed: false });
  const only = articles.length === 1 ? articles[0]?.published : undefined;
  const name = only ? `${fileStem(only.slug)}-claims` : 'sidegloss-claims';
  const isOne = new Set(rows.map(({ slug }) => slug)).size === 1;
  const choices = ALL.filter((each) => isOne || each !== 'annotations').map((value) => ({
    value,
    ...CLAIM_FORMATS[value],
  }));
  const given = useMemo(
    () => ({
      rows,
      appearances: new Map(
        articles.map(({ source, published }) => [source.slug, appearanceOf(published, source.article)]),
      ),
      notes: new Map(
        articles.flatMap(({ source }) =>
          [...source.placed, ...source.unplaced].map((note) => [note.id, note]),
        ),
      ),
      title: only?.title ?? heading,
    }),
    [articles, heading, only, rows],
  );
  const answering = readReviewer(reviewer);
  const reviews = useMemo(() => (format === 'schema' ? countReviews(given) : 0), [format, given]);
  const save = (): void => {
    const time = now();
    const { ending, type } = CLAIM_FORMATS[format];
    const file = `${name}-${time.slice(0, 10)}.${ending}`;
    try {
      download(
        file,
        new Blob([writeClaimFile(format, { ...given, reviewer: answering, now: time })], { type }),
      );
      setTold({ text: `${countOf(rows.length)} written to ${file}.`, failed: false });
    } catch {
      setTold({ text: 'The file could not be written. Nothing was changed. Try again.', failed: true });
    }
  };
  return (
    <Dialog className={styles['dialog']} heading="Export claims" ref={dialog} onClose={onClose}>
      <Choices
        choices={choices}
        chosen={format}
        legend="Form"
        onChoose={(next) => {
          setFormat(next);
          setTold({ text: '', failed: false });
        }}
      />
      {format === 'schema' && (
        <ReviewerFields count={answering ? reviews : 0} reviewer={reviewer} onReviewer={setReviewer} />
      )}
      <p className={styles['row']}>
        <button className={styles['main']} type="button" onClick={save}>
          Export {countOf(rows.length)}
        </button>
      </p>
      <p className={styles['told']} data-failed={told.failed || undefined} role="status">
        {told.text}
      </p>
    </Dialog>
  );
}

/** Who answers for the statuses: without a name there are no reviews. */
function ReviewerFields(props: {
  reviewer: Reviewer;
  count: number;
  onReviewer: (reviewer: Reviewer) => void;
}) {
  const { reviewer, count, onReviewer } = props;
  const id = useId();
  const isWrong = Boolean(reviewer.url) && !isWebAddress(reviewer.url!);
  return (
    <fieldset className={styles['reviewer']}>
      <legend>Who answers for the statuses?</legend>
      <div className={styles['kinds']}>
        {(['Person', 'Organization'] as const).map((is) => (
          <label key={is}>
            <input
              checked={reviewer.is === is}
              name={id}
              type="radio"
              onChange={() => onReviewer({ ...reviewer, is })}
            />
            {is === 'Person' ? 'A person' : 'An organisation'}
          </label>
        ))}
      </div>
      <label>
        Name
        <input
          autoComplete="name"
          value={reviewer.name}
          onChange={(event) => onReviewer({ ...reviewer, name: event.target.value })}
        />
      </label>
      <label>
        Web address (may be empty)
        <input
          aria-describedby={isWrong ? `${id}-fault` : undefined}
          aria-invalid={isWrong}
          autoComplete="url"
          inputMode="url"
          value={reviewer.url}
          onChange={(event) => onReviewer({ ...reviewer, url: event.target.value.trim() })}
        />
      </label>
      {isWrong && (
        <p className={styles['fault']} id={`${id}-fault`}>
          This is no address of the web. It begins with http:// or https://.
        </p>
      )}
      <p className={styles['about']} role="status">
        {reviewer.name.trim() === ''
          ? 'Without a name there are claims, and no reviews.'
          : `${count === 1 ? '1 review' : `${count} reviews`}: a review needs a status, a source and an address.`}
      </p>
    </fieldset>
  );
}

function readReviewer({ is, name, url }: Reviewer): Reviewer | null {
  if (name.trim() === '') return null;
  return { is, name: name.trim(), ...(url && isWebAddress(url) && { url }) };
}

const countOf = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);
