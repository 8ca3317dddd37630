import { useDeferredValue, useMemo, type ComponentType, type ReactNode } from 'react';
import { Link } from 'wouter';
import { isNarrowed, widened } from '../../core/claims/ledger-query.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { queryRows } from '../../core/claims/query-rows.ts';
import { CLAIM_STATUSES } from '../../core/notes/claim.ts';
import { counted } from '../../core/text/counted.ts';
import type { Bench } from '../notes/note-steps.ts';
import { useUndo } from '../notes/use-undo.ts';
import { BulkBar } from './bulk-bar.tsx';
import { LedgerFiles } from './ledger-files.tsx';
import { LedgerFilters, LedgerOrder, tellSort } from './ledger-filters.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { openLedger, type LedgerArticle } from './open-ledger.ts';
import { itemsOf } from './table-items.ts';
import { useEdits } from './use-edits.ts';
import { useLedgerQuery } from './use-ledger-query.ts';
import { useSelection } from './use-selection.ts';
import styles from './ledger.module.css';

/** Claims to look through, to sort, and to change where they stand. */
export function Ledger(props: {
  articles: readonly LedgerArticle[];
  /** Where the reader's notes are worked on; null while the store is being opened. */
  bench: Bench | null;
  /** Whether the reader's own notes have been read, too. */
  isRead: boolean;
  /** Whether these are the claims of many articles. */
  isLibrary: boolean;
  heading: string;
  /** Which article they are of. */
  above?: ReactNode;
  /** The path of the article's text, where claims are made. */
  textPath: string;
  /** Takes in a file of claims; absent where there is no one article to put them on. */
  onImport?: () => void;
  /** What stands below, of all the rows whatever is shown. */
  below?: ComponentType<{ rows: readonly LedgerRow[] }>;
}) {
  const { articles, bench, isRead, isLibrary, heading, above, textPath, onImport, below: Below } = props;
  const ledger = useMemo(() => openLedger(articles), [articles]);
  const [query, ask] = useLedgerQuery();
  // What is typed shows at once; the rows follow as soon as there is time.
  const asked = useDeferredValue(query);
  const shown = useMemo(() => queryRows(ledger.rows, asked), [asked, ledger]);
  const items = useMemo(() => itemsOf(shown.groups), [shown]);
  const order = useMemo(() => items.flatMap(({ kind, key }) => (kind === 'row' ? [key] : [])), [items]);
  const inOrder = useMemo(() => order.map((key) => ledger.byKey.get(key)!), [ledger, order]);
  const selection = useSelection(order);
  const edits = useEdits(ledger, bench);
  useUndo(edits);
  const { rows } = ledger;
  return (
    <>
      <section aria-labelledby="ledger-heading" className={styles['ledger']} id="ledger">
        <header className={styles['head']}>
          <div>
            {above}
            <h1 id="ledger-heading">{heading}</h1>
            <p className={styles['counts']}>
              {tellCounts(rows, isLibrary)}{' '}
              <span className={styles['shown']} role="status">
                {isNarrowed(asked) && `${shown.count} of ${rows.length} shown.`}
                <span className="visually-hidden">
                  {asked.sort !== 'place' &&
                    ` Sorted by ${tellSort((asked.descending ? '-' : '') + asked.sort)}.`}
                  {asked.group !== 'none' && ` Grouped by ${asked.group}.`}
                </span>
              </span>
              {isNarrowed(query) && (
                <button className="needs-script" type="button" onClick={() => ask(widened(query))}>
                  Clear filters
                </button>
              )}
            </p>
          </div>
          <LedgerFiles articles={articles} heading={heading} rows={inOrder} onImport={onImport} />
        </header>
        <div className={styles['ways']}>
          {rows.length > 0 && <LedgerOrder isLibrary={isLibrary} query={query} onQuery={ask} />}
        </div>
        {rows.length > 0 && (
          <LedgerFilters isLibrary={isLibrary} ledger={ledger} query={query} shown={shown} onQuery={ask} />
        )}
        {rows.length === 0 && isRead && (
          <p className={styles['empty']}>
            No claims yet. Select words in{' '}
            <Link href={textPath}>{isLibrary ? 'an article' : 'the text'}</Link> and press C, or choose Claim.
          </p>
        )}
        {rows.length > 0 && shown.count === 0 && (
          <p className={styles['empty']}>
            No claim fits all of this.{' '}
            <button type="button" onClick={() => ask(widened(query))}>
              Show all {rows.length}
            </button>
          </p>
        )}
        {shown.count > 0 && (
          <div className={styles['frame']}>
            <LedgerTable
              edits={edits}
              isLibrary={isLibrary}
              isRead={isRead}
              items={items}
              ledger={ledger}
              order={order}
              query={query}
              selection={selection}
              onQuery={ask}
            />
          </div>
        )}
        {edits && selection.selected.size > 0 && (
          <BulkBar count={order.length} edits={edits} ledger={ledger} selection={selection} />
        )}
      </section>
      {Below && <Below rows={rows} />}
    </>
  );
}

/** How many claims there are, of how many voices, and how they stand. */
export function tellCounts(rows: readonly LedgerRow[], isLibrary: boolean): string {
  if (rows.length === 0) return '';
  const voices = new Set(rows.map(({ slug, speaker }) => `${slug} ${speaker}`)).size;
  const articles = new Set(rows.map(({ slug }) => slug)).size;
  const all = `${counted(rows.length, 'claim')} by ${counted(voices, 'voice')}${isLibrary ? ` in ${counted(articles, 'article')}` : ''}`;
  const standing = CLAIM_STATUSES.map(
    (status) => [status, rows.filter(({ claim }) => claim.status === status).length] as const,
  ).filter(([, count]) => count > 0);
  if (standing.length > 1) {
    return `${all}: ${standing.map(([status, count]) => `${count.toLocaleString('en')} ${status}`).join(', ')}.`;
  }
  const [[only] = ['open']] = standing;
  if (only !== 'open') return `${all}, ${rows.length === 1 ? '' : 'all '}${only}.`;
  const hasSources = rows.some(({ claim }) => claim.sources.length > 0);
  return `${all}. ${rows.length === 1 ? 'Open' : 'All open'}${hasSources ? '' : ': no source is recorded yet'}.`;
}
