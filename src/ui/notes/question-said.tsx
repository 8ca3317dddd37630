import { Link } from 'wouter';
import { blockAt } from '../../core/anchor/describe.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { readingInWords } from '../../core/notes/question-words.ts';
import { pathOf } from '../article-pages.ts';
import { useReading } from '../reading.ts';

/** What the reader made of a question, and the way to where that is changed. */
export default function QuestionSaid({
  note,
  className,
}: {
  note: Placed<ReaderNote>;
  className: string | undefined;
}) {
  const { article, published } = useReading();
  const lines = note.question ? readingInWords(note.question, article) : [];
  const place = `#q-${blockAt(article, note.span.start)?.id ?? ''}`;
  return (
    <div className={className}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <Link href={pathOf(published.slug, 'questions', { more: 'show=both' }) + place}>
          Change it among the questions
        </Link>
      </p>
    </div>
  );
}
