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
    <Choice
      chosen={kind}
      label="Kind"
      options={ALL_KINDS}
      tabIndex={tabIndex}
      onChoose={(next) => onClaim({ kind: next, checkable: CLAIM_KINDS[next].checkable })}
    />
  );
}

const CHECKABLE = { yes: 'can be checked', later: 'only later', no: 'cannot be checked' } as const;

export function CheckCell({ row, isOffered, tabIndex, onClaim }: CellProps) {
  const { checkable } = row.claim;
  if (!isOffered) return CHECKABLE[checkable];
  return (
    <Choice
      chosen={checkable}
      label="Can it be checked?"
      nameOf={(each) => CHECKABLE[each]}
      options={CHECKABILITIES}
      tabIndex={tabIndex}
      onChoose={(next) => onClaim({ checkable: next })}
    />
  );
}

/** `onSourceless`: a status was chosen that needs a source, and the claim has none. */
export function StatusCell(props: CellProps & { readonly onSourceless: (status: ClaimStatus) => void }) {
  const { row, isOffered, tabIndex, onClaim, onSourceless } = props;
  const { status, sources } = row.claim;
  if (!isOffered) return <StatusMark status={status} />;
  return (
    <Choice
      chosen={status}
      label="Status"
      options={CLAIM_STATUSES}
      tabIndex={tabIndex}
      onChoose={(next) => {
        if (next !== 'open' && sources.length === 0) onSourceless(next);
        else onClaim({ status: next });
      }}
    />
  );
}

function Choice<Option extends string>(props: {
  label: string;
  options: readonly Option[];
  chosen: Option;
  /** What an option is called; as it is written where this is absent. */
  nameOf?: (option: Option) => string;
  tabIndex: number | undefined;
  onChoose: (option: Option) => void;
}) {
  const { label, options, chosen, nameOf, tabIndex, onChoose } = props;
  return (
    <select
      aria-label={label}
      className={styles['choice']}
      tabIndex={tabIndex}
      value={chosen}
      onChange={({ target }) => onChoose(options.find((each) => each === target.value) ?? chosen)}
    >
      {options.map((each) => (
        <option key={each} value={each}>
          {nameOf?.(each) ?? each}
        </option>
      ))}
    </select>
  );
}
