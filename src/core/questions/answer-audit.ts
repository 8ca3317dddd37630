import type { Placed, ReaderNote } from '../notes/note.ts';
import { AVOIDANCES, type Avoidance, type QuestionReading, type Reply } from '../notes/question.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import type { Turn } from '../voices/turns.ts';
import { questionSpan } from './question-forms.ts';

/** Who replies to a question, with which turns. */
export interface Replier {
  /** The speaker's id; empty where it is not known who speaks. */
  readonly speaker: string;
  readonly turns: readonly Turn[];
}

/** A question of an article with those who reply to it. */
export interface Asked {
  readonly turn: Turn;
  /** Its words, without the printed label. */
  readonly span: Span;
  /** Its place among the article's questions, from 1. */
  readonly number: number;
  /** The number of its exchange, from 1, as the article shows it. */
  readonly exchange: number;
  /** Empty where nobody replies. */
  readonly repliers: readonly Replier[];
}

/**
 * The questions of an article in order. To each reply all who speak in the answers of its exchange, but for who asks:
 * where several questions stand together, the text does not say which of them an answer is to.
 */
export function askedQuestions(article: Article): Asked[] {
  const turns = new Map(article.turns.map((turn) => [turn.id, turn]));
  const asked: Asked[] = [];
  for (const [index, exchange] of article.exchanges.entries()) {
    const answers = exchange.answers.flatMap((id) => turns.get(id) ?? []);
    for (const turn of exchange.questions.flatMap((id) => turns.get(id) ?? [])) {
      const span = questionSpan(article, turn);
      if (!span) continue;
      const repliers = repliersIn(
        answers.filter(({ speaker }) => speaker === null || speaker !== turn.speaker),
      );
      asked.push({ turn, span, number: asked.length + 1, exchange: index + 1, repliers });
    }
  }
  return asked;
}

function repliersIn(answers: readonly Turn[]): Replier[] {
  const ids = [...new Set(answers.map(({ speaker }) => speaker))];
  return ids.map((id) => ({ speaker: id ?? '', turns: answers.filter(({ speaker }) => speaker === id) }));
}

/** Which note is on which question. */
export interface Readings {
  /** By the id of the question's turn. */
  readonly byTurn: ReadonlyMap<string, Placed<ReaderNote>>;
  /** Notes on words that are no question of the article any more, and second ones on the same question. */
  readonly left: readonly Placed<ReaderNote>[];
}

/**
 * Finds the notes of kind `question` again by their place: on exactly the question's words, or on more than half of
 * them and with more than half of their own. Of several the closest is taken, and of those the oldest.
 */
export function readingsOf(asked: readonly Asked[], notes: readonly Placed<ReaderNote>[]): Readings {
  const readings = notes.filter(({ kind, question }) => kind === 'question' && question !== undefined);
  const byTurn = new Map<string, Placed<ReaderNote>>();
  const taken = new Set<string>();
  const fits = asked
    .flatMap(({ turn, span }) => readings.map((note) => ({ turn, note, fit: likeness(span, note.span) })))
    .filter(({ fit }) => fit > 0.5)
    .toSorted((a, b) => b.fit - a.fit || (a.note.created < b.note.created ? -1 : 1));
  for (const { turn, note } of fits) {
    if (byTurn.has(turn.id) || taken.has(note.id)) continue;
    byTurn.set(turn.id, note);
    taken.add(note.id);
  }
  return { byTurn, left: readings.filter(({ id }) => !taken.has(id)) };
}

/** How much of the longer span the two share, 0 to 1. */
function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / Math.max(a.end - a.start, b.end - b.start);
}

/** One reply to one question, judged or not. */
export interface AuditedReply {
  readonly asked: Asked;
  readonly speaker: string;
  /** Null where it has not been judged. */
  readonly reply: Reply | null;
  /** False where the reply was judged, and the article gives it to somebody else now. */
  readonly isHere: boolean;
}

/** All replies to a question: of those who reply, and what was judged of somebody who does no longer. */
export function auditedReplies(asked: Asked, question: QuestionReading | undefined): AuditedReply[] {
  const replies = question?.replies ?? [];
  const here = asked.repliers.map(({ speaker }): AuditedReply => ({
    asked,
    speaker,
    reply: replies.find((reply) => reply.speaker === speaker) ?? null,
    isHere: true,
  }));
  const gone = replies
    .filter(({ speaker }) => asked.repliers.every((replier) => replier.speaker !== speaker))
    .map((reply): AuditedReply => ({ asked, speaker: reply.speaker, reply, isHere: false }));
  return [...here, ...gone];
}

/** How replies were judged. `replies` = `judged` + those not judged; `judged` = `answered` + `partly` + `not`. */
export interface Tally {
  readonly replies: number;
  readonly judged: number;
  readonly answered: number;
  readonly partly: number;
  readonly not: number;
  /** How often each way of avoiding was seen, the most frequent first; one reply may show several. */
  readonly ways: readonly (readonly [way: Avoidance, count: number])[];
}

/** The tally of replies that are in the article now; what was judged of somebody who replies no longer is not counted. */
export function tallyOf(all: readonly AuditedReply[]): Tally {
  const here = all.filter(({ isHere }) => isHere);
  const judged = here.flatMap(({ reply }) => reply ?? []);
  const count = (outcome: Reply['outcome']): number =>
    judged.filter((reply) => reply.outcome === outcome).length;
  const ways = AVOIDANCES.map(
    (way) => [way, judged.filter((reply) => reply.ways.includes(way)).length] as const,
  );
  return {
    replies: here.length,
    judged: judged.length,
    answered: count('answered'),
    partly: count('partly'),
    not: count('not'),
    ways: ways.filter(([, times]) => times > 0).toSorted((a, b) => b[1] - a[1]),
  };
}

/** The tally of everyone who replies, in the order in which they first do. */
export function talliesBySpeaker(all: readonly AuditedReply[]): (Tally & { readonly speaker: string })[] {
  const speakers = new Set(all.filter(({ isHere }) => isHere).map(({ speaker }) => speaker));
  return [...speakers].map((speaker) => ({
    speaker,
    ...tallyOf(all.filter((one) => one.speaker === speaker)),
  }));
}

/** The rate, with its denominator: “2 of 3 judged replies answered”; null where nothing was judged. */
export function rateInWords({ judged, answered }: Tally): string | null {
  return judged === 0
    ? null
    : `${answered} of ${judged} judged ${judged === 1 ? 'reply' : 'replies'} answered`;
}
