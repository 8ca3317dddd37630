import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { locateVerbatim } from '../../core/anchor/verbatim.ts';
import type { QuestionReading, Reply } from '../../core/notes/question.ts';
import { AVOIDANCE_WORDS, OUTCOME_LABELS } from '../../core/notes/question-words.ts';
import { auditedReplies, type Asked } from '../../core/questions/answer-audit.ts';
import { Badge } from '../badge.tsx';
import { useReading, voiceOf } from '../reading.ts';
import { OutcomePart } from './outcome-part.tsx';
import styles from './replies.module.css';
import { ReplyWords, type PlacedEvidence } from './reply-words.tsx';
import type { Edit } from './use-judging.ts';

/** The replies to a question, one part for each who replies; where they can be judged, with how they were. */
export function Replies(props: {
  asked: Asked;
  question: QuestionReading;
  canJudge: boolean;
  isReady: boolean;
  onJudge: (edit: Edit) => void;
}) {
  const { asked, question, canJudge, isReady, onJudge } = props;
  const reading = useReading();
  const evidence = useEvidence(question);
  const replies = auditedReplies(asked, question);
  if (replies.length === 0) return <p className={styles['none']}>Nobody replies.</p>;
  return replies.map(({ speaker, reply, isHere }) => {
    const voice = voiceOf(reading, speaker || null);
    const change = (edit: (reply: Reply | null) => Reply | null): void =>
      onJudge((before) => withReply(before, speaker, edit));
    return (
      <div
        aria-label={`Reply by ${voice.name}`}
        className={styles['reply']}
        data-slot={voice.slot}
        key={speaker}
        role="group"
      >
        <h3 className={styles['who']}>
          <Badge voice={voice} />
          {voice.name}
          {reply && <span className={styles['outcome']}>{tellReply(reply)}, in your judgement</span>}
        </h3>
        {!isHere && (
          <p className={styles['none']}>
            You judged a reply of theirs, and the article gives them none in this exchange now. It is kept,
            and not counted.
          </p>
        )}
        <ReplyWords
          asked={asked}
          canChoose={canJudge && reply !== null}
          evidence={
            reply?.evidence.map(
              (selectors) => evidence.get(selectors) ?? { selectors, span: null, isKnown: false },
            ) ?? []
          }
          isReady={isReady}
          speaker={speaker}
          onChange={(next) => change((before) => before && { ...before, evidence: next(before.evidence) })}
        />
        {canJudge && (
          <OutcomePart isReady={isReady} reply={reply} speaker={speaker} voice={voice} onChange={change} />
        )}
      </div>
    );
  });
}

/** An outcome with its ways, in words. */
function tellReply({ outcome, ways }: Reply): string {
  const how = ways.map((way) => AVOIDANCE_WORDS[way].label).join(', ');
  return OUTCOME_LABELS[outcome] + (how && ` (${how})`);
}

/** A judgement with the reply of one speaker changed; null takes it away. */
function withReply(
  before: Parameters<Edit>[0],
  speaker: string,
  edit: (reply: Reply | null) => Reply | null,
) {
  const { question } = before;
  const at = question.replies.findIndex((reply) => reply.speaker === speaker);
  const next = edit(question.replies[at] ?? null);
  const replies = question.replies.flatMap((reply, index) => (index === at ? (next ?? []) : reply));
  return { ...before, question: { ...question, replies: at < 0 && next ? [...replies, next] : replies } };
}

/**
 * Where the evidence of a question is in the text. What stands where it was is found at once; for the rest the engine is
 * fetched, and until it is there nothing is said of them.
 */
function useEvidence({ replies }: QuestionReading): ReadonlyMap<PlacedEvidence['selectors'], PlacedEvidence> {
  const { article } = useReading();
  const all = useMemo(() => replies.flatMap(({ evidence }) => evidence), [replies]);
  const isWaiting = all.some((selectors) => locateVerbatim(article, selectors) === null);
  const { data: engine } = useQuery({
    queryKey: ['anchors'],
    queryFn: () => import('../../core/anchor/locate.ts'),
    enabled: isWaiting,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(
    () =>
      new Map(
        all.map((selectors) => {
          const located = locateVerbatim(article, selectors) ?? engine?.locate(article, selectors) ?? null;
          const span = located && 'span' in located ? located.span : null;
          return [selectors, { selectors, span, isKnown: located !== null }];
        }),
      ),
    [all, article, engine],
  );
}
