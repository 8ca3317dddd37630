import type { WordGroup } from './word-groups.ts';

/** A rule that marks words: of which group they are, and in one sentence what can be done with them. */
export interface WordRule {
  readonly group: WordGroup;
  /** Shown to the reader; `…` stands for the words that were marked. */
  readonly why: string;
}

const made = (group: WordGroup, why: string): WordRule => ({ group, why });

/** Every rule by its id. None says whether anything is true: each says what would test the words, or what they leave open. */
export const WORD_RULES = {
  amount: made('number', 'A number: it can be compared with a count.'),
  money: made('number', 'A sum of money: it can be compared with accounts.'),
  range: made('number', 'A range: a count is inside it or outside.'),
  share: made('number', 'A share: it can be compared with a count of the part and of the whole.'),
  majority: made('number', '“…” says that it is more than half: it can be compared with a count.'),
  ratio: made('number', '“…” compares two numbers: both can be looked up.'),
  rank: made('number', '“…” gives a place in an order: what comes before it can be looked up.'),
  date: made('date', 'A date: it can be compared with a record.'),
  clock: made('date', 'A time of day: it can be compared with a record.'),
  duration: made('date', 'A length of time: two dates would test it.'),
  relative: made('date', '“…” counts from the day on which it was said: that day gives the date.'),
  superlative: made(
    'superlative',
    '“…” puts it at the end of a scale: one further along would contradict it.',
  ),
  unmatched: made(
    'superlative',
    '“…” says that nothing is or was like it: one such thing would contradict it.',
  ),
  total: made('absolute', '“…” allows no exception: one would contradict it.'),
  only: made('absolute', '“…” leaves everything else out: one more would contradict it.'),
  certain: made('absolute', '“…” leaves no doubt: one can ask what it rests on.'),
  open: made('hedge', '“…” leaves it open whether it is so.'),
  view: made('hedge', '“…” gives a view: it does not say that it is so.'),
  hearsay: made('hedge', '“…” passes on what others say: one can ask who.'),
  rough: made('hedge', '“…” makes what follows a rough figure.'),
  limit: made('hedge', '“…” gives a limit, not the figure itself.'),
  extent: made('hedge', '“…” leaves a part out, and does not say how large a part.'),
  frequency: made('hedge', '“…” does not say exactly when, or how often.'),
} as const satisfies Record<string, WordRule>;

export type WordRuleId = keyof typeof WORD_RULES;

/** Why words were marked, in a sentence for the reader. */
export function whyMarked(rule: WordRuleId, words: string): string {
  const oneLine = words.replace(/\s+/g, ' ');
  const named = oneLine.charAt(0).toUpperCase() + oneLine.slice(1);
  // By a function: words of a text may hold what `replace` would take for a pattern.
  return WORD_RULES[rule].why.replace('…', () => named);
}
