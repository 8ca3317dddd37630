import { ledgerRows } from '../../core/claims/ledger.ts';
import type { History } from '../notes/history.ts';
import { useNotebook } from '../notes/notebook.ts';
import { Pictures } from './pictures.tsx';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { useOpenReading } from '../notes/use-open-reading.ts';
import { PageBar } from '../page-bar.tsx';
import { ReadingContext, tellVoice, useReading } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';

/** All claims of an article, published and own. */
export default function LedgerPage({ published }: { published: PublishedArticle }) {
  return (
    <StatusLine>
      <OpenLedger published={published} />
    </StatusLine>
  );
}

function OpenLedger({ published }: { published: PublishedArticle }) {
  const { reading, history } = useOpenReading(published);
  return (
    <ReadingContext value={reading}>
      <PageBar page="claims" slug={published.slug} />
      <main>
        <h1>Claims</h1>
        <Rows />
        <Trial published={published} history={history} />
      </main>
    </ReadingContext>
  );
}

function Trial({ published, history }: { published: PublishedArticle; history: History }) {
  const reading = useReading();
  const notebook = useNotebook(reading.article, published.slug, history);
  const rows = ledgerRows({
    slug: published.slug,
    title: published.title,
    article: reading.article,
    published: reading.notes,
    relations: published.relations,
    placed: notebook.placed,
    unplaced: notebook.unplaced,
  });
  return <Pictures rows={rows} />;
}

function Rows() {
  const reading = useReading();
  return (
    <ul>
      {reading.notes
        .filter(({ claim }) => claim)
        .map((note) => (
          <li key={note.id}>
            {reading.article.text.slice(note.span.start, note.span.end)} ({tellVoice(reading, note)})
          </li>
        ))}
    </ul>
  );
}
