import { lazy, memo, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { pathOf } from '../article-pages.ts';
import { useNotebook } from '../notes/notebook.ts';
import { useOpenReading, type OpenReading } from '../notes/use-open-reading.ts';
import { PageBar } from '../page-bar.tsx';
import { ReadingContext } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';
import { Ledger } from './ledger.tsx';
import { Pictures } from './pictures.tsx';
import { useBench } from './use-bench.ts';
import styles from './ledger.module.css';

/** That the store is open is drawn when there is time: the reader may scroll already. */
const DrawnLedger = memo(Ledger);
const TransferDialog = lazy(() => import('../notes/transfer-dialog.tsx'));

/** All claims of an article, published and own. */
export default function LedgerPage({ published }: { published: PublishedArticle }) {
  return (
    <StatusLine>
      <OpenLedger published={published} />
    </StatusLine>
  );
}

function OpenLedger({ published }: { published: PublishedArticle }) {
  const open = useOpenReading(published);
  return (
    <ReadingContext value={open.reading}>
      <PageBar page="claims" slug={published.slug} />
      <main className={styles['page']}>
        <Claims open={open} />
      </main>
    </ReadingContext>
  );
}

function Claims({ open }: { open: OpenReading }) {
  const { reading, history } = open;
  const { article, notes, published, voices } = reading;
  const { slug, title, relations } = published;
  const notebook = useNotebook(article, slug, history);
  const { placed, unplaced, isRead } = notebook;
  const [isImporting, setImporting] = useState(false);
  const articles = useMemo(
    () => [
      { published, source: { slug, title, article, published: notes, relations, placed, unplaced }, voices },
    ],
    [article, notes, placed, published, relations, slug, title, unplaced, voices],
  );
  const text = pathOf(slug, 'text');
  const above = useMemo(
    () => (
      <Link className={styles['above']} href={text} lang={article.lang}>
        {title}
      </Link>
    ),
    [article, text, title],
  );
  const onImport = useCallback(() => setImporting(true), []);
  return (
    <>
      <DrawnLedger
        above={above}
        articles={articles}
        bench={useDeferredValue(useBench(history))}
        below={Pictures}
        heading="Claims"
        isLibrary={false}
        isRead={useDeferredValue(isRead)}
        textPath={text}
        onImport={onImport}
      />
      <Suspense>
        {isImporting && <TransferDialog notebook={notebook} onClose={() => setImporting(false)} />}
      </Suspense>
    </>
  );
}
