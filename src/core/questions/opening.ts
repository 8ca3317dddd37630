import type { Span } from '../text/span.ts';
import { INVERTED, OPENINGS, REQUEST, SIGNS, type QuestionRule } from './question-rules.ts';

/** How a sentence asks: the rule that tells it, and the words that it goes by, counted within the sentence. */
export interface Opening {
  readonly rule: QuestionRule;
  readonly at: Span;
}

/** What comes before the first word that counts. */
const OPENERS =
  /^(?:["“”'([…—–*_-]+ ?|(?:and|but|so|then|also|moreover|besides|finally|or|now|however|furthermore|first(?:ly| of all)?|second(?:ly)?|lastly|well|okay|ok|great|thanks|thank you|yes|yeah|yep|right|alright|oh|uh|um|hi|hey|hello|again|still|plus|next|actually|basically|honestly|seriously|anyway|meanwhile|i mean|you know|sorry|wow|cool|nice|interesting|perfect|awesome|exactly|sure|ah|hmm|by the way|just curious|curious|in other words)(?:[,.!:;…—–-]+ ?| ))+/i;

/** A sentence that is only a tag to the one before. */
export const TAG_ALONE =
  /^(?:right|correct|yes|no|yeah|okay|ok|true|isn't (?:that|it) (?:so|right|true)|isn't it|is that (?:right|correct|so|true))\?$/i;

/** What a clause may stand after, with a word that joins it. */
const JOINTS = /(?:[,;:)…]["”']* +|[—–] *| --? +)(?:(?:and|but|or|so|then),? )?/gi;

const SUBJECT =
  '(?:you|he|she|it|we|they|there|this|that|these|those|I|the|your|his|her|their|our|my|its|an?|any|some|people)';
const DECLARATIVE: QuestionRule = {
  id: 'declarative',
  form: 'closed',
  why: 'No question word and no verb before its subject, but a question mark: asks to confirm.',
  pattern: /\?/,
};
const IN_PLACE: QuestionRule = {
  id: 'in-place',
  form: 'open',
  why: 'Asks with “{}”, which leaves the answer open.',
  pattern: /\b(?:what|who|where|when|how|why)(?=\?["”')]*$)/i,
};
/** A question word or a verb before its subject where no comma parts it from what comes before. */
const INSIDE: readonly QuestionRule[] = [
  {
    id: 'inside-request',
    form: 'open',
    why: '“{}” asks for an account, though a yes would answer its form.',
    pattern: new RegExp(`\\b(?:can|could|would|will) you(?: \\w+)? ${REQUEST}`, 'i'),
  },
  {
    ...IN_PLACE,
    id: 'inside-open',
    pattern: new RegExp(
      `\\b(?:what|why|how|which|who|where|when)(?: \\w+){0,2} (?=${INVERTED} ${SUBJECT}\\b)`,
      'i',
    ),
  },
  {
    id: 'inside-closed',
    form: 'closed',
    why: '“{}” with the verb before its subject: asks for yes or no.',
    pattern: new RegExp(`\\b${INVERTED} (?:you|he|she|we|they|there)\\b(?!\\?)`, 'i'),
  },
];

const TAG = SIGNS.find(({ id }) => id === 'tag');

/** What stands behind the last word. */
const afterWords = (words: string): string => /(?<!\W)\W*$/.exec(words)?.[0] ?? '';

/** How a sentence asks, or null where it states. */
export function findOpening(words: string): Opening | null {
  const first = withoutOpeners(words);
  // A mark inside quotation marks is that of who is quoted: "She said: 'Why?'" asks nothing.
  const asks =
    /\?[')*_\]]*$/.test(words) ||
    (/\?["”»]/.test(afterWords(words)) && (/^["“«]/.test(words) || isInverted(words, first)));
  if (!asks) return withoutMark(words);
  if (!isLatin(words)) return null;
  const opening = openingAt(words, first);
  // "When you look back, what do you see?" asks behind the comma.
  const isBefore =
    /^(?:when|where|whenever|as|while) /i.test(words.slice(first)) && !isInverted(words, first);
  if (opening && !isBefore) return opening;
  return laterOpening(words, first) ?? opening ?? insideOpening(words) ?? declarative(words);
}

/** Whether most letters are Latin: a translation that stands beside a question is not read. */
function isLatin(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return (words.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters;
}

/** The offset of the first word behind such as "And", "Well," and "Thank you.". */
export function withoutOpeners(words: string): number {
  const length = OPENERS.exec(words)?.[0].length ?? 0;
  return length < words.length ? length : 0;
}

/** A request asks without a mark, and so does a question whose mark was forgotten. */
function withoutMark(words: string): Opening | null {
  const first = withoutOpeners(words);
  const opening = openingAt(words, first);
  if (!opening) return null;
  if (/request|wondering|whether/.test(opening.rule.id)) return opening;
  const isStatement = /(?:[^.]\.|!)["”')*_\]]*$/.test(words);
  if (isStatement ? ASKS_ANYWAY.test(words.slice(first)) : isInverted(words, first)) return opening;
  return null;
}

/** The order of words of a question, which no statement has, even where it ends in a full stop. */
const ASKS_ANYWAY = new RegExp(
  `^(?:why ${INVERTED}|(?:how|what|which|who|where|when) (?:do|does|did)(?:n't)? ${SUBJECT}) `,
  'i',
);

/** Whether a verb stands before its subject there, with or without a question word before. */
function isInverted(words: string, from: number): boolean {
  return INVERSION.test(words.slice(from));
}
const INVERSION = new RegExp(
  `^(?:(?:(?:in|at|to|for|by|from|with|on|of|about) )?(?:why|how|what|which|who|whom|whose|where|when)(?: \\w+){0,2} )?${INVERTED} (?:not )?(?:${SUBJECT}|\\w+)\\b`,
  'i',
);

function openingAt(words: string, from: number): Opening | null {
  const rest = words.slice(from);
  for (const rule of OPENINGS) {
    const match = rule.pattern.exec(rest);
    if (match && match[0].trim() !== '') return { rule, at: { start: from, end: from + match[0].length } };
  }
  return null;
}

/** The clause that asks where others come before it; a relative clause ("…, which is …") is none. */
function laterOpening(words: string, from: number): Opening | null {
  const tag = [...words.matchAll(TAG!.pattern)].at(-1)?.index ?? words.length;
  for (const joint of words.slice(from).matchAll(JOINTS)) {
    const start = from + joint.index + joint[0].length;
    if (start >= tag) break;
    if (LATER.test(words.slice(start)) || NAMED.test(words.slice(start))) return openingAt(words, start);
  }
  return null;
}
const LATER = new RegExp(
  `^(?:(?:in |to |for |at )?(?:what|why|how)\\b|(?:who|which|where|when|whom|whose)(?: \\w+)? (?:do|does|did|can|could|will|would|should|are|is)(?:n't)? (?:you|he|she|it|we|they|there|your|the)\\b|${INVERTED} (?:not )?${SUBJECT}\\b|(?:please )?(?:tell (?:us|me)|describe|explain)\\b|(?:can|could|would|will) you (?:\\w+ )?${REQUEST})`,
  'i',
);
const NAMED = new RegExp(
  `^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should) \\p{Lu}`,
  'u',
);

function insideOpening(words: string): Opening | null {
  const tag = [...words.matchAll(TAG!.pattern)].at(-1)?.index ?? words.length;
  for (const rule of [IN_PLACE, ...INSIDE]) {
    const match = rule.pattern.exec(words);
    if (match && match.index < tag)
      return { rule, at: { start: match.index, end: match.index + match[0].trimEnd().length } };
  }
  return null;
}

function declarative(words: string): Opening {
  const mark = words.lastIndexOf('?');
  return { rule: DECLARATIVE, at: { start: mark, end: mark + 1 } };
}
