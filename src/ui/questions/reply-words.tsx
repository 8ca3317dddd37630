import { Fragment } from 'react';
import { describe } from '../../core/anchor/describe.ts';
import { wordsIn, type Selectors } from '../../core/anchor/selectors.ts';
import type { Asked } from '../../core/questions/answer-audit.ts';
import { paragraphsIn, sentencesIn } from '../../core/questions/sentences.ts';
import { clip } from '../../core/text/clip.ts';
import { overlaps, type Span } from '../../core/text/span.ts';
import { useReading } from '../reading.ts';
import styles from './replies.module.css';

/** A passage of evidence and where it is: `span` is null where it was not found; `isKnown` says whether that is known. */
export interface PlacedEvidence {
  readonly selectors: Selectors;
  readonly span: Span | null;
  readonly isKnown: boolean;
}

/** What a speaker replies; once it is judged, each sentence can be used as evidence. */
export function ReplyWords(props: {
  asked: Asked;
  speaker: string;
  evidence: readonly PlacedEvidence[];
  canChoose: boolean;
  isReady: boolean;
  onChange: (next: (before: readonly Selectors[]) => readonly Selectors[]) => void;
}) {
  const { asked, speaker, evidence, canChoose, isReady, onChange } = props;
  const { article } = useReading();
  const { text, lang } = article;
  const turns = asked.repliers.find((replier) => replier.speaker === speaker)?.turns ?? [];
  const sentences = turns.map((turn) => ({ start: turn.label?.end ?? turn.start, end: turn.end }));
  const inReply = (span: Span): boolean => sentences.some((turn) => overlaps(turn, span));
  const elsewhere = evidence.filter(({ span, isKnown }) => isKnown && !(span && inReply(span)));
  const toggle = (sentence: Span): void => {
    const words = describe(article, sentence);
    const name = JSON.stringify(words);
    const chosen = evidence.filter(({ span }) => span && overlaps(span, sentence));
    const names = new Set(chosen.map(({ selectors }) => JSON.stringify(selectors)).concat(name));
    onChange((before) => {
      const rest = before.filter((selectors) => !names.has(JSON.stringify(selectors)));
      return rest.length < before.length ? rest : [...before, words];
    });
  };
  const drop = (gone: Selectors): void => {
    const name = JSON.stringify(gone);
    onChange((before) => before.filter((selectors) => JSON.stringify(selectors) !== name));
  };
  return (
    <>
      {canChoose && (
        <p className={`${styles['hint']} needs-script`}>Press a sentence to use it as evidence.</p>
      )}
      <div className={styles['words']} lang={lang}>
        {turns.flatMap((turn) =>
          paragraphsIn(text, { start: turn.label?.end ?? turn.start, end: turn.end }).map((paragraph) => (
            <p key={paragraph.start}>
              {sentencesIn(text, paragraph).map((sentence) => {
                const words = text.slice(sentence.start, sentence.end);
                const isChosen = evidence.some(({ span }) => span !== null && overlaps(span, sentence));
                return (
                  <Fragment key={sentence.start}>
                    {canChoose ? (
                      <button
                        aria-disabled={!isReady}
                        aria-pressed={isChosen}
                        className={styles['sentence']}
                        type="button"
                        onClick={() => toggle(sentence)}
                      >
                        {words}
                      </button>
                    ) : isChosen ? (
                      <mark className={styles['sentence']}>{words}</mark>
                    ) : (
                      words
                    )}{' '}
                  </Fragment>
                );
              })}
            </p>
          )),
        )}
      </div>
      {elsewhere.length > 0 && (
        <ul className={styles['elsewhere']}>
          {elsewhere.map(({ selectors, span }) => (
            <li key={JSON.stringify(selectors)}>
              {span ? 'Evidence from elsewhere: ' : 'Evidence that is not in the text any more: '}
              <q lang={lang}>{clip(wordsIn(selectors), 200)}</q>{' '}
              {canChoose && (
                <button type="button" onClick={() => drop(selectors)}>
                  Remove
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
