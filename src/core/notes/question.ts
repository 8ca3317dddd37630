import type { Selectors } from '../anchor/selectors.ts';

/**
 * The forms of a question, as handbooks of interviewing and studies of news interviews tell them apart; one question may
 * have several. `open` asks for an account, `closed` for yes, no or one of a few; `leading` suggests its answer; `loaded`
 * takes something for granted that is not settled; `double` asks two things at once; `hypothetical` asks about what is
 * not (yet) so.
 */
export const QUESTION_FORMS = ['open', 'closed', 'leading', 'loaded', 'double', 'hypothetical'] as const;
export type QuestionForm = (typeof QUESTION_FORMS)[number];

/** Whether a reply gives what was asked for. */
export const OUTCOMES = ['answered', 'partly', 'not'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The ways in which replies avoid an answer, after Bull's typology (P. Bull and K. Mayer, How not to answer questions in
 * political interviews, Political Psychology 14, 1993, with the twelfth from P. Bull, The Microanalysis of Political
 * Communication, 2003).
 */
export const AVOIDANCES = [
  'ignores',
  'acknowledges',
  'questions',
  'attacks question',
  'attacks interviewer',
  'declines',
  'political point',
  'incomplete',
  'repeats',
  'already answered',
  'apologises',
  'literal',
] as const;
export type Avoidance = (typeof AVOIDANCES)[number];

/** How one speaker dealt with a question. */
export interface Reply {
  /** The speaker's id; empty where it is not known who replies. */
  readonly speaker: string;
  readonly outcome: Outcome;
  /** The ways of avoiding; none where the question was answered. */
  readonly ways: readonly Avoidance[];
  /** The passages that show it, each by its own selectors. */
  readonly evidence: readonly Selectors[];
}

/** What a reader makes of a question: a note of kind `question` on the question's words has one. */
export interface QuestionReading {
  /** The question's forms as the reader sees them, in place of what the rules say; absent while the rules stand. */
  readonly forms?: readonly QuestionForm[];
  /** One for each speaker whose reply has been judged. */
  readonly replies: readonly Reply[];
}
