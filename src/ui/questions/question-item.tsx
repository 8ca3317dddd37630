import { memo, startTransition, useOptimistic } from 'react';
import { Link } from 'wouter';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { segments } from '../../core/text/segments.ts';
import { paragraphsIn } from '../../core/questions/sentences.ts';
import { Badge } from '../badge.tsx';
import { useReading, voiceOf } from '../reading.ts';
import type { Entry } from './entries.ts';
import { FormsPart } from './forms-part.tsx';
import type { Show } from './lens.ts';
import { PremisesPart } from './premises-part.tsx';
import { RemarkPart } from './remark-part.tsx';
import { Replies } from './replies.tsx';
import styles from './question-item.module.css';
import { judgementOf, type Edit, type Judging } from './use-judging.ts';

/** A question with its forms and premises, its replies, or both. */
export const QuestionItem = memo(function QuestionItem(props: {
  entry: Entry;
  note: Placed<ReaderNote> | undefined;
  show: Show;
  /** Where there are claims already. */
  claims: readonly Span[];
  judging: Judging;
}) {
  const { entry, note, show, claims, judging } = props;
  const { asked, id, href } = entry;
  const reading = useReading();
  const asker = voiceOf(reading, asked.turn.speaker);
  // What was pressed shows at once; what is stored takes its place.
  const [judgement, showAtOnce] = useOptimistic(judgementOf(note), (before, edit: Edit) => edit(before));
  const judge = (edit: Edit): void => {
    if (!judging.isReady) return;
    startTransition(async () => {
      showAtOnce(edit);
      await judging.judge(asked, edit);
    });
  };
  const { question, remark } = judgement;
  return (
    <article aria-labelledby={`${id}-head`} className={styles['item']} data-slot={asker.slot} id={id}>
      <header className={styles['head']}>
        <h2 className={styles['who']} data-question id={`${id}-head`} tabIndex={-1}>
          <span className={styles['number']}>
            {show === 'answers' ? 'To question ' : <span className="visually-hidden">Question </span>}
            {asked.number}
          </span>
          <Badge voice={asker} />
          {show === 'answers' && <span className="visually-hidden">of </span>}
          {asker.name}
        </h2>
        <Link className={styles['link']} href={href}>
          Read it in the article
        </Link>
      </header>
      {show !== 'answers' && (
        <>
          <QuestionWords entry={entry} />
          <FormsPart entry={entry} forms={question.forms} isReady={judging.isReady} onJudge={judge} />
          <PremisesPart asker={asker.name} claims={claims} entry={entry} judging={judging} />
        </>
      )}
      {show !== 'questions' && (
        <Replies
          asked={asked}
          canJudge={show === 'both'}
          isReady={judging.isReady}
          question={question}
          onJudge={judge}
        />
      )}
      {show === 'both' && (
        <RemarkPart
          isReady={judging.isReady}
          remark={remark}
          onSave={(text) => judging.judge(asked, (before) => ({ ...before, remark: text }))}
        />
      )}
    </article>
  );
});

/** The question's words, with what they take for granted marked. */
function QuestionWords({ entry }: { entry: Entry }) {
  const { article } = useReading();
  const { text, lang } = article;
  const { asked, read } = entry;
  return (
    <div className={styles['words']} lang={lang}>
      {paragraphsIn(text, asked.span).map((paragraph) => (
        <p key={paragraph.start}>
          {segments(paragraph, read.premises).map(({ start, end, active }) => {
            const words = text.slice(start, end);
            return active.length > 0 ? (
              <span className={styles['premise']} key={start}>
                {words}
              </span>
            ) : (
              words
            );
          })}
        </p>
      ))}
    </div>
  );
}
