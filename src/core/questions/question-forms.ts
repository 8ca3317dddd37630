import type { QuestionForm } from '../notes/question.ts';
import { clip } from '../text/clip.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import type { Turn } from '../voices/turns.ts';
import { findOpening, TAG_ALONE, withoutOpeners, type Opening } from './opening.ts';
import { premisesIn, type Premise } from './premises.ts';
import { SECOND, SIGNS, SUPPOSING, type QuestionRule } from './question-rules.ts';
import { sentencesIn, trimmed, withoutQuoted } from './sentences.ts';

/** Why a question has a form: the rule, in words for the reader, and the words that it goes by. */
export interface FormSign {
  readonly form: QuestionForm;
  /** The rule's id. */
  readonly rule: string;
  readonly why: string;
  readonly span: Span;
}

/** What the rules see in a question. */
export interface QuestionForms {
  /** False where the article is in a language that the rules do not know: then there are sentences only. */
  readonly isRead: boolean;
  /** All sentences of the turn, in order, without the printed label. */
  readonly sentences: readonly Span[];
  /** Those that ask. */
  readonly asking: readonly Span[];
  /** In the order of the text; a form that has several signs is there several times. */
  readonly signs: readonly FormSign[];
  readonly premises: readonly Premise[];
}

/** A sentence as the rules read it: `words` is as long as its span. */
export interface ReadSentence extends Span {
  readonly words: string;
  /** How it asks; null where it only states. */
  readonly opening: Opening | null;
}

const NOT_READ = { isRead: false, asking: [], signs: [], premises: [] } as const;

/**
 * The forms of the question in a turn, each with the rule that gave it, and what the question takes for granted. Whoever
 * asks with a question mark asks an open or a closed question; where nothing is asked there are no signs. The rules are
 * `question-rules`; they read English, and of an article in another language give nothing.
 */
export function questionForms(article: Article, turn: Turn): QuestionForms {
  const span = questionSpan(article, turn);
  const sentences = span ? sentencesIn(article.text, span) : [];
  if (!span || !isEnglish(article.lang)) return { ...NOT_READ, isRead: isEnglish(article.lang), sentences };
  const words = plain(article.text.slice(span.start, span.end));
  const read = sentences.map(({ start, end }): ReadSentence => {
    const sentence = words.slice(start - span.start, end - span.start);
    return { start, end, words: sentence, opening: findOpening(sentence) };
  });
  const asking = read.filter(({ opening }) => opening !== null);
  const signs = [
    ...asking.flatMap(signsOf),
    ...read.flatMap((sentence) => matchOf(SUPPOSING, sentence) ?? []),
    ...secondQuestion(asking),
  ];
  return {
    isRead: true,
    sentences,
    asking: asking.map(({ start, end }) => ({ start, end })),
    signs: distinct(signs).toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    premises: premisesIn(read),
  };
}

/** Whether the rules read a language, by its BCP 47 tag. */
export function isEnglish(lang: string): boolean {
  return /^en(?:-|$)/i.test(lang);
}

/** The words of a turn, without its printed label and the Markdown around it; null where there are none. */
export function questionSpan(article: Article, turn: Turn): Span | null {
  return trimmed(article.text, { start: Math.min(turn.label?.end ?? turn.start, turn.end), end: turn.end });
}

/** The words as the patterns know them: one apostrophe, one blank, nothing quoted. The length stays. */
function plain(words: string): string {
  return withoutQuoted(words).replaceAll(/[’ʼ]/g, "'").replaceAll(/\s/g, ' ');
}

function signsOf(sentence: ReadSentence): FormSign[] {
  const { opening, words } = sentence;
  if (!opening) return [];
  const asks = signAt(opening.rule, sentence, opening.at);
  const signs = SIGNS.flatMap((rule) => matchesOf(rule, sentence));
  const alternatives = opening.rule.form === 'closed' && / or /i.exec(words.slice(opening.at.start));
  if (alternatives) {
    const start = opening.at.start + alternatives.index + 1;
    signs.push(signAt(ALTERNATIVES, sentence, { start, end: start + 2 }));
  }
  const so = opening.rule.id === 'declarative' && /^(?:so|then|in other words|meaning)\b/i.exec(words);
  if (so) signs.push(signAt(SO, sentence, { start: 0, end: so[0].length }));
  const from = Math.max(opening.at.end, withoutOpeners(words));
  const second = SECOND.pattern.exec(words.slice(from));
  if (second && opening.rule.id !== 'declarative') {
    const start = from + second.index;
    signs.push(signAt(SECOND, sentence, { start, end: start + second[0].length }));
  }
  return [asks, ...signs];
}

const ALTERNATIVES: QuestionRule = {
  id: 'alternatives',
  form: 'closed',
  why: '“{}” between alternatives: asks to choose.',
  pattern: / or /i,
};
const SO: QuestionRule = {
  id: 'conclusion',
  form: 'leading',
  why: '“{}” before a statement: offers a conclusion to agree with.',
  pattern: /^so\b/i,
};
const SEVERAL: QuestionRule = {
  id: 'several',
  form: 'double',
  why: 'A second question stands in the same turn: “{}”',
  pattern: /\?/,
};

/** A second sentence that asks something of its own: no tag, and no alternative to the one before. */
function secondQuestion(asking: readonly ReadSentence[]): FormSign[] {
  const own = asking.filter(({ words }) => !TAG_ALONE.test(words) && !/^or\b/i.test(words));
  const second = own[1];
  return second ? [signAt(SEVERAL, second, { start: 0, end: second.words.length })] : [];
}

function matchesOf(rule: QuestionRule, sentence: ReadSentence): FormSign[] {
  return [...sentence.words.matchAll(rule.pattern)].map((match) =>
    signAt(rule, sentence, { start: match.index, end: match.index + match[0].length }),
  );
}

function matchOf(rule: QuestionRule, sentence: ReadSentence): FormSign | null {
  const match = rule.pattern.exec(sentence.words);
  return match && signAt(rule, sentence, { start: match.index, end: match.index + match[0].length });
}

const LONGEST = 60;

/** A sign of a rule; `at` is within the sentence. */
function signAt(rule: QuestionRule, sentence: ReadSentence, at: Span): FormSign {
  const { words, start } = sentence;
  const quoted = clip(words.slice(at.start, at.end).trim(), LONGEST);
  // By a function, because in a text for it `$&` would mean something.
  const why = rule.why.replace('{}', () => quoted);
  return { form: rule.form, rule: rule.id, why, span: { start: start + at.start, end: start + at.end } };
}

/** Each thing said once. */
function distinct(signs: readonly FormSign[]): FormSign[] {
  return [...new Map(signs.map((sign) => [`${sign.form} ${sign.why.toLowerCase()}`, sign])).values()];
}

/** The forms that have a sign, each once, in the order of `QUESTION_FORMS`. */
export function formsOf({ signs }: QuestionForms, order: readonly QuestionForm[]): QuestionForm[] {
  return order.filter((form) => signs.some((sign) => sign.form === form));
}
