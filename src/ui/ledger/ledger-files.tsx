import { lazy, Suspense, useState } from 'react';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import type { LedgerArticle } from './open-ledger.ts';
import styles from './ledger-files.module.css';

const ExportClaims = lazy(() => import('./export-claims.tsx'));

/** Hands out the claims that are shown, in their order, and takes files of claims in where `onImport` says how. */
export function LedgerFiles(props: {
  articles: readonly LedgerArticle[];
  rows: readonly LedgerRow[];
  heading: string;
  onImport?: (() => void) | undefined;
}) {
  const { articles, rows, heading, onImport } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={`${styles['files']} needs-script`}>
      {rows.length > 0 && (
        <button aria-haspopup="dialog" type="button" onClick={() => setOpen(true)}>
          Export…
        </button>
      )}
      {onImport && (
        <button aria-haspopup="dialog" type="button" onClick={onImport}>
          Import…
        </button>
      )}
      <Suspense>
        {isOpen && (
          <ExportClaims articles={articles} heading={heading} rows={rows} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </div>
  );
}
