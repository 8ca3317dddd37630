import { Link } from 'wouter';
import type { Span } from '../../core/text/span.ts';
import { pathOf } from '../article-pages.ts';
import { useReading } from '../reading.ts';
import type { Entry } from './entries.ts';
import styles from './premises-part.module.css';
import { isSame, type Judging } from './use-judging.ts';

/** What a question states or takes for granted, and its sentences: each can be made a claim of who asks. */
export function PremisesPart(props: {
  entry: Entry;
  asker: string;
  claims: readonly Span[];
  judging: Judging;
}) {
  const { entry, asker, claims, judging } = props;
  const { article, published } = useReading();
  const { premises, sentences } = entry.read;
  const others = sentences.filter(
    (sentence) => !premises.some((premise) => isSame(premise, trimmedStop(article.text, sentence))),
  );
  const row = (span: Span, why: string) => (
    <li key={`${span.start} ${span.end}`}>
      <p>
        <q lang={article.lang}>{article.text.slice(span.start, span.end)}</q>
        <span className={styles['why']}>{why}</span>
      </p>
      {claims.some((claim) => isSame(claim, span)) ? (
        <p className={styles['done']}>
          A claim. <Link href={pathOf(published.slug, 'claims')}>See it among the claims</Link>
        </p>
      ) : (
        <button
          aria-disabled={!judging.isReady}
          className="needs-script"
          type="button"
          onClick={() => void judging.claim(span, entry.asked.turn.speaker ?? '')}
        >
          Mark as a claim of {asker}
        </button>
      )}
    </li>
  );
  return (
    <details className={styles['part']}>
      <summary>
        {premises.length === 0
          ? 'Claims in the question'
          : `${premises.length} ${premises.length === 1 ? 'premise' : 'premises'}`}
      </summary>
      <ul>
        {premises.map((premise) => row(premise, premise.why))}
        {others.map((sentence) => row(sentence, 'A sentence of the question.'))}
      </ul>
    </details>
  );
}

/** A sentence without its full stop, as a premise has it. */
function trimmedStop(text: string, { start, end }: Span): Span {
  const marks = /(?<![.…])[.…]*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - marks };
}
