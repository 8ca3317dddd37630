import { useMemo } from 'react';
import { Link } from 'wouter';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { pathOf } from '../article-pages.ts';
import { useNotebook } from '../notes/notebook.ts';
import { useOpenReading, type OpenReading } from '../notes/use-open-reading.ts';
import { PageBar } from '../page-bar.tsx';
import { ReadingContext } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';
import { Ledger } from './ledger.tsx';
import { useBench } from './use-bench.ts';
import styles from './ledger.module.css';

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
  const { placed, unplaced, isRead } = useNotebook(article, slug, history);
  const articles = useMemo(
    () => [{ source: { slug, title, article, published: notes, relations, placed, unplaced }, voices }],
    [article, notes, placed, relations, slug, title, unplaced, voices],
  );
  const text = pathOf(slug, 'text');
  return (
    <Ledger
      above={
        <Link className={styles['above']} href={text} lang={article.lang}>
          {title}
        </Link>
      }
      articles={articles}
      bench={useBench(history)}
      heading="Claims"
      isLibrary={false}
      isRead={isRead}
      textPath={text}
    />
  );
}
