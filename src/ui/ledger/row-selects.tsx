import {
  ALL_KINDS,
  CHECKABILITIES,
  CLAIM_KINDS,
  CLAIM_STATUSES,
  type Claim,
  type ClaimStatus,
} from '../../core/notes/claim.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { StatusMark } from './status-mark.tsx';
import styles from './table-row.module.css';

/** What a claim's cell shows: a word, or where the row can be changed right here, a choice. */
interface CellProps {
  readonly row: LedgerRow;
  /** Whether choices are offered now. */
  readonly isOffered: boolean;
  readonly tabIndex: number | undefined;
  readonly onClaim: (claim: Partial<Claim>) => void;
}

export function KindCell({ row, isOffered, tabIndex, onClaim }: CellProps) {
  const { kind } = row.claim;
  if (!isOffered) return <span className={styles['kind']}>{kind}</span>;
  return (
    <select
      aria-label="Kind"
      className={styles['choice']}
      tabIndex={tabIndex}
      value={kind}
      onChange={({ target }) => {
        const next = ALL_KINDS.find((each) => each === target.value) ?? kind;
        onClaim({ kind: next, checkable: CLAIM_KINDS[next].checkable });
      }}
    >
      {ALL_KINDS.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}

const CHECKABLE = { yes: 'can be checked', later: 'only later', no: 'cannot be checked' } as const;

export function CheckCell({ row, isOffered, tabIndex, onClaim }: CellProps) {
  const { checkable } = row.claim;
  if (!isOffered) return CHECKABLE[checkable];
  return (
    <select
      aria-label="Can it be checked?"
      className={styles['choice']}
      tabIndex={tabIndex}
      value={checkable}
      onChange={({ target }) =>
        onClaim({ checkable: CHECKABILITIES.find((each) => each === target.value) ?? checkable })
      }
    >
      {CHECKABILITIES.map((each) => (
        <option key={each} value={each}>
          {CHECKABLE[each]}
        </option>
      ))}
    </select>
  );
}

/** `onSourceless`: a status was chosen that needs a source, and the claim has none. */
export function StatusCell(props: CellProps & { readonly onSourceless: (status: ClaimStatus) => void }) {
  const { row, isOffered, tabIndex, onClaim, onSourceless } = props;
  const { status, sources } = row.claim;
  if (!isOffered) return <StatusMark status={status} />;
  return (
    <select
      aria-label="Status"
      className={styles['choice']}
      tabIndex={tabIndex}
      value={status}
      onChange={({ target }) => {
        const next = CLAIM_STATUSES.find((each) => each === target.value) ?? status;
        if (next !== 'open' && sources.length === 0) onSourceless(next);
        else onClaim({ status: next });
      }}
    >
      {CLAIM_STATUSES.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
