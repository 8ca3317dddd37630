import { memo, useMemo, useState } from 'react';
import { clip } from '../../core/text/clip.ts';
import type { Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { Turn } from '../../core/voices/turns.ts';
import { Badge } from '../badge.tsx';
import type { Voice } from '../reading.ts';
import styles from './found-text.module.css';

/** Passages shown at once; more come when they are asked for. */
const PAGE = 40;
/** Of each passage, so much is shown, in UTF-16 units: enough to know who speaks. */
const GLANCE = 260;

/** A passage in one voice: a turn, or words quoted in narration. */
interface Passage extends Span {
  readonly kind: Turn['kind'] | 'quotation';
  readonly speaker: string | null;
}

/** The passages that were found, each with its voice and how it begins. */
export const FoundText = memo(function FoundText(props: {
  article: Article;
  voices: ReadonlyMap<string, Voice>;
}) {
  const { article, voices } = props;
  const [shown, setShown] = useState(PAGE);
  const passages = useMemo(() => passagesOf(article), [article]);
  if (passages.length === 0) {
    return <p className={styles['none']}>Nobody is quoted here. The text can be read as it is.</p>;
  }
  return (
    <>
      <ol aria-label="Passages found" className={styles['turns']} lang={article.lang}>
        {passages.slice(0, shown).map((passage) => (
          <FoundPassage
            article={article}
            key={`${passage.start} ${passage.kind}`}
            passage={passage}
            voice={passage.speaker === null ? null : (voices.get(passage.speaker) ?? null)}
          />
        ))}
      </ol>
      {shown < passages.length && (
        <button className={styles['more']} type="button" onClick={() => setShown(shown + 10 * PAGE)}>
          Show more of {(passages.length - shown).toLocaleString('en')} further passages
        </button>
      )}
    </>
  );
});

function passagesOf({ turns, quotations }: Article): Passage[] {
  const isInterview = turns.some(({ kind }) => kind !== 'narration');
  let next = 0;
  return turns.flatMap((turn): Passage[] => {
    while (next < quotations.length && quotations[next]!.start < turn.start) next += 1;
    const whole = {
      kind: turn.kind,
      speaker: turn.speaker,
      start: turn.label?.end ?? turn.start,
      end: turn.end,
    };
    if (turn.kind !== 'narration') return [whole];
    const quoted: Passage[] = [];
    for (; next < quotations.length && quotations[next]!.start < turn.end; next += 1) {
      const { start, end, kind, speaker } = quotations[next]!;
      if (kind === 'direct') quoted.push({ kind: 'quotation', speaker, start, end });
    }
    return isInterview ? [whole, ...quoted] : quoted;
  });
}

function FoundPassage(props: { article: Article; passage: Passage; voice: Voice | null }) {
  const { article, passage, voice } = props;
  const words = article.text.slice(passage.start, passage.end).trim();
  return (
    <li className={styles['turn']} data-kind={passage.kind} data-slot={voice?.slot ?? 0}>
      <p className={styles['head']} lang="en">
        {voice && <Badge size="small" voice={voice} />}
        <b>{voice?.name ?? 'Unknown voice'}</b>
        <span>{passage.kind}</span>
      </p>
      <p className={styles['words']}>{clip(words, passage.kind === 'narration' ? GLANCE / 2 : GLANCE)}</p>
    </li>
  );
}
