import { memo, useState } from 'react';
import type { Article } from '../../core/voices/read-article.ts';
import type { Turn } from '../../core/voices/turns.ts';
import { Badge } from '../badge.tsx';
import type { Voice } from '../reading.ts';
import styles from './found-text.module.css';

/** Turns shown at once; more come when they are asked for. */
const PAGE = 40;
/** Of each turn, so much is shown, in UTF-16 units: enough to know who speaks. */
const GLANCE = 260;

/** The turns that were found, each with its voice and how it begins. */
export const FoundText = memo(function FoundText(props: {
  article: Article;
  voices: ReadonlyMap<string, Voice>;
}) {
  const { article, voices } = props;
  const [shown, setShown] = useState(PAGE);
  const { turns } = article;
  if (turns.length === 0) {
    return <p className={styles['none']}>No turns were found. The text can be read as it is.</p>;
  }
  return (
    <>
      <ol aria-label="Turns found" className={styles['turns']} lang={article.lang}>
        {turns.slice(0, shown).map((turn) => (
          <FoundTurn
            article={article}
            key={turn.id}
            turn={turn}
            voice={turn.speaker === null ? null : (voices.get(turn.speaker) ?? null)}
          />
        ))}
      </ol>
      {shown < turns.length && (
        <button className={styles['more']} type="button" onClick={() => setShown(shown + 10 * PAGE)}>
          Show more of {(turns.length - shown).toLocaleString('en')} further turns
        </button>
      )}
    </>
  );
});

function FoundTurn({ article, turn, voice }: { article: Article; turn: Turn; voice: Voice | null }) {
  const words = article.text.slice(turn.label?.end ?? turn.start, turn.end).trim();
  return (
    <li className={styles['turn']} data-kind={turn.kind} data-slot={voice?.slot ?? 0}>
      <p className={styles['head']} lang="en">
        {voice && <Badge size="small" voice={voice} />}
        <b>{voice?.name ?? 'Unknown voice'}</b>
        <span>{turn.kind}</span>
      </p>
      <p className={styles['words']}>{clip(words)}</p>
    </li>
  );
}

function clip(words: string): string {
  return words.length > GLANCE ? `${words.slice(0, GLANCE).replace(/\s+\S*$/, '')} …` : words;
}
