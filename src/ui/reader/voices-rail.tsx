import { memo, Suspense, useMemo } from 'react';
import { blockAt } from '../../core/anchor/describe.ts';
import { shares, type Share } from '../../core/voices/stretches.ts';
import type { Exchange } from '../../core/voices/turns.ts';
import { questionTitle } from '../../core/voices/question-title.ts';
import { Badge } from '../badge.tsx';
import { useReading, voiceOf, type Reading } from '../reading.ts';
import styles from './voices-rail.module.css';

/** The legend: every voice with its share of the words; choosing one dims the others. Below it, the questions. */
export const VoicesRail = memo(function VoicesRail(props: {
  focus: string | null;
  onFocus: (speaker: string | null) => void;
}) {
  const { focus, onFocus } = props;
  const reading = useReading();
  const all = useMemo(() => inOrder(reading, shares(reading.article)), [reading]);
  const most = Math.max(...all.map((share) => share.words), 1);
  const leading = useMemo(() => leadingOf(reading, all), [all, reading]);
  const others = all.filter((share) => !leading.has(share));
  const rows = (shown: readonly Share[]) => (
    <ul>
      {shown.map((share) => (
        <VoiceRow focus={focus} key={share.speaker} share={share} most={most} onFocus={onFocus} />
      ))}
    </ul>
  );
  return (
    <>
      <section aria-labelledby="voices-heading" className={styles['voices']}>
        <h2 className={styles['heading']} id="voices-heading">
          Voices
        </h2>
        {rows(all.filter((share) => leading.has(share)))}
        {others.length > 0 && (
          <details className={styles['others']}>
            <summary>{others.length} more who are quoted</summary>
            {rows(others)}
          </details>
        )}
        <p className={styles['of']}>Share of the {all[0]?.of ?? 0} words of the article’s body.</p>
      </section>
      <Questions />
    </>
  );
});

/** So many voices fit beside the text; where there are more, those who are only quoted and say least wait behind a line. */
const FITTING = 9;

function leadingOf(reading: Reading, all: readonly Share[]): ReadonlySet<Share> {
  if (all.length <= FITTING) return new Set(all);
  const speaks = ({ speaker }: Share): boolean => voiceOf(reading, speaker).part !== 'quoted';
  const byWords = all.toSorted((a, b) => Number(speaks(b)) - Number(speaks(a)) || b.words - a.words);
  return new Set(byWords.filter((share, index) => index < FITTING - 1 && (speaks(share) || index < 5)));
}

/** In the order in which the voices come in, the author and unknown voices last. */
function inOrder({ voices }: Reading, all: readonly Share[]): Share[] {
  const order = [...voices.values()].filter((voice) => voice.part !== 'author').map((voice) => voice.id);
  const rank = ({ speaker }: Share): number => {
    const index = speaker === null ? -1 : order.indexOf(speaker);
    return index < 0 ? order.length : index;
  };
  return all.toSorted((a, b) => rank(a) - rank(b));
}

function VoiceRow(props: {
  share: Share;
  most: number;
  focus: string | null;
  onFocus: (speaker: string | null) => void;
}) {
  const { share, most, focus, onFocus } = props;
  const reading = useReading();
  const voice = voiceOf(reading, share.speaker);
  const percent = Math.round((100 * share.words) / share.of);
  const chosen = focus === share.speaker && focus !== null;
  return (
    <li>
      <button
        aria-pressed={chosen}
        className={styles['voice']}
        data-slot={voice.slot}
        disabled={share.speaker === null}
        title={`${share.words} of ${share.of} words`}
        type="button"
        onClick={() => onFocus(chosen ? null : share.speaker)}
      >
        <Badge voice={voice} />
        <span className={styles['who']}>
          <span className={styles['name']}>{voice.name}</span>
          {voice.role !== undefined && <span className={styles['role']}>{voice.role}</span>}
        </span>
        <span className={styles['percent']}>{percent < 1 ? '<1' : percent} %</span>
        {/* A drawing in user units: the served page has no style attributes. */}
        <svg aria-hidden="true" className={styles['bar']} preserveAspectRatio="none" viewBox="0 0 100 1">
          <rect height="1" width={(100 * share.words) / most} />
        </svg>
      </button>
    </li>
  );
}

/** So many questions are one list; of a longer one the browser lays out the parts that are near. */
const LISTED = 100;

const Questions = memo(function Questions() {
  const { article } = useReading();
  const { exchanges } = article;
  if (exchanges.length === 0) return null;
  const starts = new Map(article.turns.map((turn) => [turn.id, turn.start]));
  const item = (exchange: Exchange, number: number) => {
    const block = blockAt(article, starts.get(exchange.questions[0] ?? '') ?? 0);
    return (
      <li key={exchange.questions[0]}>
        <a data-number={number} data-passage={block?.id} href={`#${block?.id}`}>
          {questionTitle(article, exchange)}
        </a>
      </li>
    );
  };
  const lists = Array.from({ length: Math.ceil(exchanges.length / LISTED) }, (_, index) => index * LISTED);
  return (
    <nav aria-labelledby="questions-heading" className={styles['questions']}>
      <h2 className={styles['heading']} id="questions-heading">
        Questions
      </h2>
      {/* Taken over after the text, as the groups of that are. */}
      <Suspense>
        {lists.map((from) => (
          <ol className={lists.length > 1 ? styles['part'] : undefined} key={from}>
            {exchanges.slice(from, from + LISTED).map((exchange, index) => item(exchange, from + index + 1))}
          </ol>
        ))}
      </Suspense>
    </nav>
  );
});
