import { contains, type Span } from '../text/span.ts';
import { withoutOpeners } from './opening.ts';
import type { ReadSentence } from './question-forms.ts';

/** Words of a question that state something, or take it for granted: a reader may mark them as a claim of who asks. */
export interface Premise extends Span {
  /** Why the rules take it for one, in words for the reader. */
  readonly why: string;
}

/** A rule: what comes before the words that are taken for granted. The premise is the group `premise`. */
interface PremiseRule {
  readonly why: string;
  readonly pattern: RegExp;
}

/** To the end of the clause. */
const CLAUSE = '(?<premise>[^,;:?!—–]{8,})';
const BE = "(?:is|are|was|were|am|has|have|had|can|could|will|would|should|may|might|must)(?:n't)?";

const RULES: readonly PremiseRule[] = [
  {
    why: 'Asking how something can be justified takes for granted that it is so.',
    pattern: new RegExp(`\\b(?:justify|justification for|get away with) ${CLAUSE}`, 'gi'),
  },
  {
    why: '“Why” asks for the reason of it, and takes for granted that it is so.',
    pattern: new RegExp(
      `\\b(?:why|how come)(?: then| exactly)? (?!would|should|could|might|not )(?:(?:do|does|did) )?(?<premise>(?!do |does |did |about)[^,;:?!—–]{8,})`,
      'gi',
    ),
  },
  {
    why: '“When” takes for granted that it is so.',
    pattern: new RegExp(`^when (?:do|does|did|(?=${BE} )) ?(?<premise>[^,;:?!—–]{8,})\\?`, 'gi'),
  },
  {
    why: 'Given as a ground for the question.',
    pattern: new RegExp(
      `\\b(?:given that|considering that|considering how|seeing (?:that|as)|now that|even though|although|because(?! of)|despite the fact that|in view of the fact that|in light of the fact that) ${CLAUSE}`,
      'gi',
    ),
  },
  {
    why: '“Since” gives it as a ground for the question.',
    pattern: new RegExp(
      `(?<=^|, )since (?=(?:you|he|she|it|we|they|there|the|your|this|that) )${CLAUSE}`,
      'gi',
    ),
  },
  {
    why: 'The verb before it takes it for a fact.',
    pattern: new RegExp(
      `\\b(?:reali[sz]e[sd]?|know|knows|knew|regret(?:s|ted)?|(?:is|are|was|were|be) (?:\\w+ )?aware|admit(?:s|ted)?|acknowledge[sd]?|recogni[sz]e[sd]?|forget|forgot|forgotten|remember|(?:is|are|was|were) (?:\\w+ )?(?:glad|sorry|surprised|happy|proud|ashamed|worried|disappointed|concerned)|the fact|it bother you) that ${CLAUSE}`,
      'gi',
    ),
  },
  {
    why: 'Named as something that is so.',
    pattern:
      /(?<premise>\b(?:your|his|her|their|its|our|the) (?:failure|refusal|inability|unwillingness|reluctance|decision) to [^,;:?!—–]{3,})/gi,
  },
  {
    why: 'What stops, goes on or is still so was so before.',
    pattern:
      /(?<=\b(?:have|has|had|did|when|why) you(?: \w+)? )(?<premise>(?:stopped|quit|ceased|still|kept) [^,;:?!—–]{6,})/gi,
  },
];

const STATEMENT = 'A statement that stands with the question.';
const BEFORE = 'A statement before what is asked.';

/** Openings of sentences that assert nothing about the matter. */
const NO_STATEMENT =
  /^(?:thanks|thank you|welcome|hello|hi|good (?:morning|afternoon|evening|day)|let's|let us|let me|I'd like|I would like|I want|I wanted|I was wondering|I wonder|I'm curious|we'd like|one (?:last|final|more) question|my (?:first|last|next|final|other) question|(?:and )?(?:a )?(?:last|final|next) question|ok|okay|great|yes|yeah|no\.|right|please|congratulations|sorry|imagine|suppose|nice|welcome|it's (?:great|good|nice|a pleasure)|we(?:'re| are) here with|for example|such as|moving on|switching|turning to)\b/i;
/** Beginnings of what stands before a clause that asks and states nothing by itself. */
const NO_CLAUSE =
  /^(?:in|on|at|for|from|with|about|as|to|of|by|after|before|when|while|if|where|whenever|regarding|concerning|speaking|returning|turning|going|looking|coming|moving|given|considering|since|because|although|even|despite|besides|apart|among|during|under|over|between|without|beyond|according|based|thinking|let's|I (?:want|wanted|wonder|was)|what|who|which|how|why)\b/i;
const FEWEST_WORDS = 4;

/** What a question's sentences state or take for granted, in the order of the text; what lies inside another is left out. */
export function premisesIn(sentences: readonly ReadSentence[]): Premise[] {
  const asks = sentences.some(({ opening }) => opening !== null);
  const found = sentences.flatMap((sentence) =>
    sentence.opening ? inQuestion(sentence) : asks ? statement(sentence) : [],
  );
  return found
    .filter((one) => !found.some((other) => other !== one && contains(other, one) && !contains(one, other)))
    .filter((one, index, all) => all.findIndex((other) => contains(other, one)) === index)
    .toSorted((a, b) => a.start - b.start);
}

function statement(sentence: ReadSentence): Premise[] {
  const first = withoutOpeners(sentence.words);
  const rest = sentence.words.slice(first);
  if (NO_STATEMENT.test(sentence.words) || NO_STATEMENT.test(rest)) return [];
  return premise(sentence, { start: first, end: sentence.words.length }, STATEMENT);
}

function inQuestion(sentence: ReadSentence): Premise[] {
  const { words, opening } = sentence;
  const found = RULES.flatMap(({ pattern, why }) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const said = match.groups!['premise']!;
      const start = match.index + match[0].lastIndexOf(said);
      return premise(sentence, { start, end: start + said.length }, why);
    }),
  );
  const first = withoutOpeners(words);
  const before = { start: first, end: opening?.at.start ?? 0 };
  const isBefore =
    opening?.rule.id !== 'declarative' &&
    !NO_CLAUSE.test(words.slice(first)) &&
    VERB.test(words.slice(first, before.end));
  return isBefore ? [...found, ...premise(sentence, before, BEFORE)] : found;
}

/** Signs that words are a clause and no mere name. */
const VERB =
  /\b(?:is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|said|say|says|\w+'(?:s|re|ve|d|ll)|\w{3,}ed)\b/i;

/** A premise at words within a sentence, without marks at their ends; none where they are too few. */
function premise(sentence: ReadSentence, at: Span, why: string): Premise[] {
  const words = sentence.words.slice(at.start, at.end);
  const start = /^[\s"“”'()[\]—–-]*/.exec(words)![0].length;
  const marked = withoutMarks(words);
  const end = withoutMarks(words.slice(0, marked).replace(/\s(?:and|but|so|or)$/, ''));
  if (end <= start || words.slice(start, end).split(' ').length < FEWEST_WORDS) return [];
  const from = sentence.start + at.start;
  return [{ start: from + start, end: from + end, why }];
}

/** How long the words are without the marks at their end; the stop of an abbreviation is none. */
function withoutMarks(words: string): number {
  let end = words.length;
  while (end > 0 && MARK.test(words[end - 1]!) && !/\.\w\.$/.test(words.slice(0, end))) end -= 1;
  return end;
}

/** What ends words without being of them. */
const MARK = /[\s,;:.!?"“”()…—–-]/;
