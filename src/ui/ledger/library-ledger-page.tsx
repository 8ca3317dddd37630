import { useState } from 'react';
import type { ArticleListing } from '../../storage/published-article.ts';
import { createHistory } from '../notes/history.ts';
import { PageBar } from '../page-bar.tsx';
import { StatusLine } from '../status-line.tsx';
import { Ledger } from './ledger.tsx';
import { useBench } from './use-bench.ts';
import { useLibraryClaims, type ArticleQuery } from './use-library-claims.ts';
import styles from './ledger.module.css';

interface LibraryLedgerProps {
  readonly listings: readonly ArticleListing[];
  /** How a published article is fetched and cached. */
  readonly articleQuery: ArticleQuery;
  /** The list of articles could not be fetched. */
  readonly failed: boolean;
}

/** All claims of all articles, published and own. */
export default function LibraryLedgerPage(props: LibraryLedgerProps) {
  return (
    <StatusLine>
      <PageBar slug={null} />
      <main className={styles['page']}>
        <AllClaims {...props} />
      </main>
    </StatusLine>
  );
}

function AllClaims({ listings, articleQuery, failed }: LibraryLedgerProps) {
  const [history] = useState(createHistory);
  const read = useLibraryClaims(listings, articleQuery);
  const missing = read.claims?.missing ?? 0;
  return (
    <>
      {read.failed && (
        <p className={styles['empty']} role="alert">
          Your notes could not be read. Nothing is lost by it; reload the page.
        </p>
      )}
      {(failed || missing > 0) && (
        <p className={styles['empty']} role="alert">
          {failed ? 'The list of articles' : missing === 1 ? 'One article' : `${missing} articles`} could not
          be fetched: the claims published there are missing here. Reload the page to try again.
        </p>
      )}
      <Ledger
        articles={read.claims?.articles ?? NONE}
        bench={useBench(history)}
        heading="All claims"
        isLibrary
        isRead={read.claims !== null}
        textPath="/library/"
      />
    </>
  );
}

const NONE: readonly never[] = [];
