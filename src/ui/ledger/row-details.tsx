import type { ReactNode } from 'react';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { CLAIM_KINDS, type Claim, type Source } from '../../core/notes/claim.ts';
import { isWebAddress } from '../../core/notes/web-address.ts';
import { Host } from '../claim-sources.tsx';
import { labelOf, rowAnchor, type OpenLedger } from './open-ledger.ts';
import { StatusMark } from './status-mark.tsx';
import styles from './row-details.module.css';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** What a row has no room for: with which claims it agrees and on what, its sources, how it stood before. */
export function RowDetails(props: {
  row: LedgerRow;
  ledger: OpenLedger;
  isLibrary: boolean;
  onDelete: (() => void) | null;
}) {
  const { row, ledger, isLibrary, onDelete } = props;
  const { claim } = row;
  const original = ledger.originalOf(row);
  const related = row.relations.flatMap((relation) => {
    const other = ledger.find(row.slug, relation.other);
    return other ? [{ ...relation, other }] : [];
  });
  return (
    <dl className={styles['details']}>
      <Entry name="Kind">
        <strong>{claim.kind}</strong>: {CLAIM_KINDS[claim.kind].meaning}
      </Entry>
      {related.length > 0 && (
        <Entry name="Bears on">
          <ul>
            {related.map(({ other, relation, about }) => (
              <li key={`${other.key} ${relation} ${about}`}>
                {relation === 'agree' ? 'agrees with ' : 'disagrees with '}
                <a href={`#${rowAnchor(other, isLibrary)}`}>{labelOf(other)}</a>
                {other.label !== '' && (
                  <>
                    , <q className={styles['words']}>{other.words}</q>
                  </>
                )}
                {about !== '' && <span className={styles['quiet']}> on: {about}</span>}
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {claim.sources.length > 0 && (
        <Entry name={claim.sources.length === 1 ? 'Source' : 'Sources'}>
          <ul>
            {claim.sources.map((source) => (
              <li key={source.url + source.title}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </Entry>
      )}
      {claim.history && claim.history.length > 0 && <Entry name="Status so far">{tellHistory(claim)}</Entry>}
      {row.modified !== null && <Entry name="Last change">{DAY.format(new Date(row.modified))}</Entry>}
      {row.claim.copyOf !== undefined && (
        <Entry name="Your copy">
          {original ? (
            <details>
              <summary>Show the published one</summary>
              <p>
                {original.claim.kind} · can be checked: {original.claim.checkable} ·{' '}
                <StatusMark status={original.claim.status} />
              </p>
              <p>{original.note}</p>
            </details>
          ) : (
            'The published one is no longer there.'
          )}
        </Entry>
      )}
      {onDelete && (
        <Entry name="">
          <button className={styles['delete']} type="button" onClick={onDelete}>
            {original ? 'Delete your copy' : 'Delete this claim'}
          </button>
          {original && <span className={styles['quiet']}> The published one then stands here again.</span>}
        </Entry>
      )}
    </dl>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { title, url, words, seen, bears } = source;
  return (
    <>
      <a href={isWebAddress(url) ? url : undefined} rel="noreferrer noopener" target="_blank">
        {title || url}
      </a>
      <Host words={title || url} url={url} />
      {bears !== undefined && ` (${bears} the claim)`}
      {words !== undefined && (
        <>
          : <q className={styles['words']}>{words}</q>
        </>
      )}
      {seen !== undefined && <span className={styles['quiet']}> seen {tellDay(seen)}</span>}
    </>
  );
}

/** How a claim stood, in the order of time: “open until 3 May 2025, then supported”. */
export function tellHistory({ history = [], status }: Pick<Claim, 'history' | 'status'>): string {
  const parts = history.map(({ status: was, until }) => `${was} until ${tellDay(until)}`);
  return [...parts, status].join(', then ');
}

function tellDay(time: string): string {
  const day = new Date(time);
  return Number.isNaN(day.getTime()) ? time : DAY.format(day);
}
