import { wordList } from '../voices/lexicon/word-list.ts';
import { isNameLike, type Token, type WordMatch } from './word-tokens.ts';
import type { WordRuleId } from './word-rules.ts';

/** Words that end as superlatives do and are none. */
const NO_SUPERLATIVES = wordList(
  `interest disinterest honest dishonest modest immodest forest rainforest request protest contest harvest invest reinvest
   divest suggest digest ingest arrest unrest wrest quest conquest inquest bequest behest guest houseguest detest attest
   retest pretest midwest northwest southwest infest manifest earnest tempest molest incest priest congest everest budapest
   bucharest brest ernest forrest trieste armrest headrest backrest footrest overinvest underinvest`,
);
/** Superlatives of another form. */
const IRREGULAR = wordList(
  'best worst foremost utmost uppermost topmost innermost outermost furthest farthest',
);
/** Superlatives with which sentences begin. */
const HEADING = wordList('best worst latest biggest largest highest lowest greatest oldest youngest');
/** Before “most”, it is a superlative and not a majority. */
const ONE_OF = wordList('the his her its their our my your');

/** A superlative at a token, or a majority (“most people”); null where neither is. */
export function matchSuperlative(
  tokens: readonly Token[],
  at: number,
  isTitle: boolean,
): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (token.kind !== 'word') return null;
  if (token.word === 'most' || token.word === 'least') return matchMost(tokens, at);
  if (isNameLike(token) || !isSuperlative(token.word)) return null;
  // At the head of a sentence it is more likely a name.
  if (token.capital && !token.shouted && !isTitle && !HEADING.has(token.word)) return null;
  const next = tokens[at + 1];
  // “Best-selling” says how, “the best-known” which.
  if (next?.joined && next.word === '-') return { to: at + 1, rule: null };
  return { to: next?.word === 'ever' ? at + 2 : at + 1, rule: 'superlative' };
}

function isSuperlative(word: string): boolean {
  if (IRREGULAR.has(word)) return true;
  // No superlative is shorter: “guest”, “west”.
  return word.length > 5 && word.endsWith('est') && !NO_SUPERLATIVES.has(word);
}

function matchMost(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.word === 'at') return null;
  if (next?.kind !== 'word' || next.word === 'likely') return null;
  const isLeast = token.word === 'least';
  const isOneOf = before !== undefined && (ONE_OF.has(before.word) || before.word === "'s");
  if (isOneOf)
    return next.word === 'part' || isFunctionWord(next.word) ? null : { to: at + 2, rule: 'superlative' };
  if (next.word.endsWith('ly')) return before?.word === 'a' ? null : { to: at + 2, rule: 'superlative' };
  if (isLeast || before?.word === 'a' || isFunctionWord(next.word)) return null;
  return { to: at + 1, rule: 'majority' };
}

const isFunctionWord = (word: string): boolean =>
  /^(?:to|in|is|are|was|were|and|or|but|for|by|from|with|about|that|when|if|as|at|on|it|he|she|they|we|you|i|because)$/.test(
    word,
  );
