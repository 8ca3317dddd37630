import type { PublishedArticle } from '../../storage/published-article.ts';
import { useOpenReading } from '../notes/use-open-reading.ts';
import { PageBar } from '../page-bar.tsx';
import { ReadingContext } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';

/** The questions of an article, and how they were answered. */
export default function QuestionsPage({ published }: { published: PublishedArticle }) {
  return (
    <StatusLine>
      <OpenQuestions published={published} />
    </StatusLine>
  );
}

function OpenQuestions({ published }: { published: PublishedArticle }) {
  const { reading } = useOpenReading(published);
  return (
    <ReadingContext value={reading}>
      <PageBar page="questions" slug={published.slug} />
      <main>
        <h1>Questions</h1>
        <p>{reading.article.exchanges.length}</p>
      </main>
    </ReadingContext>
  );
}
