import { wordsIn } from '../anchor/selectors.ts';
import type { Article } from '../voices/read-article.ts';
import { nameOf } from './listing.ts';
import type { Avoidance, Outcome, QuestionForm, QuestionReading } from './question.ts';

/*
 * How forms, outcomes and ways of avoiding are called, and what each means, in one sentence.
 */

export const FORM_MEANINGS: Readonly<Record<QuestionForm, string>> = {
  open: 'asks for an account',
  closed: 'asks for yes, no or one of a few',
  leading: 'suggests its answer',
  loaded: 'takes for granted what is not settled',
  double: 'asks two things at once',
  hypothetical: 'asks about what is not, or not yet, so',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  answered: 'answered',
  partly: 'partly answered',
  not: 'not answered',
};

/** After Bull's typology (see `AVOIDANCES`), in our words. */
export const AVOIDANCE_WORDS: Readonly<
  Record<Avoidance, { readonly label: string; readonly meaning: string }>
> = {
  ignores: {
    label: 'passes over the question',
    meaning: 'Speaks of something else, as if nothing had been asked.',
  },
  acknowledges: {
    label: 'notes the question only',
    meaning: 'Shows that the question was heard, and leaves it there.',
  },
  questions: { label: 'asks back', meaning: 'Asks what is meant, or returns the question.' },
  'attacks question': {
    label: 'objects to the question',
    meaning: 'Says that the question is wrong, unfair, beside the point or rests on something untrue.',
  },
  'attacks interviewer': {
    label: 'objects to who asks',
    meaning: 'Criticises the person or the outlet that asks.',
  },
  declines: {
    label: 'declines',
    meaning: 'Says that there will be no answer: cannot, must not, not now, not for them to say.',
  },
  'political point': {
    label: 'makes a point of their own',
    meaning: 'Puts forward a case, praises their side or criticises another one.',
  },
  incomplete: {
    label: 'answers in part',
    meaning: 'Begins and breaks off, takes up one part, or answers half of it.',
  },
  repeats: { label: 'repeats an earlier answer', meaning: 'Says again what was said to another question.' },
  'already answered': {
    label: 'says that it was answered',
    meaning: 'Says or implies that the answer was given before.',
  },
  apologises: { label: 'apologises', meaning: 'Says sorry in place of an answer.' },
  literal: {
    label: 'takes it to the letter',
    meaning: 'Answers the wording, and not what is plainly meant.',
  },
};

/** What a reader makes of a question, a line for its forms and one for each reply that was judged; plain text. */
export function readingInWords({ forms, replies }: QuestionReading, article: Article): string[] {
  return [
    ...(forms ? [`Forms: ${forms.length > 0 ? forms.join(', ') : 'none'}`] : []),
    ...replies.map(({ speaker, outcome, ways, evidence }) => {
      const how = ways.map((way) => AVOIDANCE_WORDS[way].label).join(', ');
      const passages = evidence.map((selectors) => `“${wordsIn(selectors)}”`).join(' ');
      const judged = `${nameOf(speaker, article)}: ${OUTCOME_LABELS[outcome]}`;
      return `${judged}${how && ` (${how})`}${passages && `; evidence: ${passages}`}`;
    }),
  ];
}
