import { runSlices, type Slices } from '../text/slices.ts';
import type { Article } from '../voices/read-article.ts';
import { overlaps, type Span } from '../text/span.ts';
import { matchDate } from './date-words.ts';
import { isFigure, matchNumber } from './number-words.ts';
import { matchSuperlative } from './superlative-words.ts';
import { PHRASES_BY_FIRST_WORD, type Phrase } from './word-phrases.ts';
import type { WordRuleId } from './word-rules.ts';
import { isNameLike, tokensIn, type Token, type WordMatch } from './word-tokens.ts';

/** Words that a rule marks, and the rule's id in `WORD_RULES`. */
export interface WordMark extends Span {
  readonly rule: WordRuleId;
}

/** Whether the rules know the language of an article: English only. */
export function hasWordRules({ lang }: Pick<Article, 'lang'>): boolean {
  return /^en(?:-|$)/i.test(lang);
}

/**
 * The words of an article that can be checked, or that say how far its words go: numbers, dates, superlatives, absolutes
 * and hedges. Only plain rules about words, in English; of other languages nothing is marked. `span`: only what touches
 * it. Names, labels of speakers, addresses and the page's back matter are passed over. In the order of the text, without
 * overlaps; the time taken grows with the text alone.
 */
export function checkableWords(article: Article, span?: Span): WordMark[] {
  return runSlices(checkableWordsInSlices(article, span));
}

/** `checkableWords` in slices of some paragraphs, for a page that must go on meanwhile. */
export function* checkableWordsInSlices(article: Article, span?: Span): Slices<WordMark[]> {
  const marks: WordMark[] = [];
  if (!hasWordRules(article)) return marks;
  const labels = article.turns.flatMap(({ label }) => label ?? []);
  let label = 0;
  let done = 0;
  for (const block of article.blocks) {
    if (block.kind === 'back-matter' || (span && !overlaps(block, span))) continue;
    const isTitle = block.kind === 'title' || block.kind === 'heading';
    let { start } = block;
    while (label < labels.length && labels[label]!.end <= start) label += 1;
    // A label stands at the head of its block.
    const own = labels[label];
    if (own && own.start <= start + 1 && own.start < block.end) start = own.end;
    for (const mark of marksIn(tokensIn(article.text, { start, end: block.end }), isTitle)) {
      if (!span || overlaps(mark, span)) marks.push(mark);
    }
    if (block.end - done < SLICE) continue;
    done = block.end;
    yield done / article.text.length;
  }
  return marks;
}

/** Characters in a slice: about 2 ms on a laptop. */
const SLICE = 15_000;

/** The marks of a block's tokens. In titles capital letters make no names. */
function marksIn(tokens: readonly Token[], isTitle: boolean): WordMark[] {
  const marks: WordMark[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = matchAt(tokens, at, isTitle);
    if (match?.rule)
      marks.push({ start: tokens[at]!.start, end: tokens[match.to - 1]!.end, rule: match.rule });
    at = match?.to ?? at + 1;
  }
  return marks;
}

function matchAt(tokens: readonly Token[], at: number, isTitle: boolean): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  return (
    (token.kind === 'word' ? (matchUnsure(tokens, at) ?? matchRough(tokens, at)) : null) ??
    matchDate(tokens, at) ??
    (token.kind === 'word' ? matchPhrase(tokens, at, isTitle) : null) ??
    matchNumber(tokens, at) ??
    matchSuperlative(tokens, at, isTitle)
  );
}

function matchPhrase(tokens: readonly Token[], at: number, isTitle: boolean): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  const phrase = PHRASES_BY_FIRST_WORD.get(token.word)?.find((each) => standsAt(each, tokens, at));
  if (!phrase) return null;
  const to = at + phrase.words.length;
  const isName = isNameLike(token) && !isTitle && token.word !== 'i';
  if (isName || isAnother(tokens, at, to)) return { to, rule: null };
  return { to, rule: phrase.rule };
}

function standsAt({ words }: Phrase, tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => tokens[at + index]?.word === word);
}

/** Words that say something else where they stand: parts of a compound, “military might”, “not to be completely …”. */
function isAnother(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]!;
  const next = tokens[to];
  const before = tokens[at - 1];
  if (next?.joined && next.word === '-') return true;
  if (token.joined && before?.word === '-') return true;
  if (token.word === 'might') return MIGHT_AS_POWER.test(before?.word ?? '') || next?.word === 'of';
  // “Could you say”: a question, or a wish.
  if (MODALS.test(token.word) && SUBJECTS.test(next?.word ?? '')) return true;
  if (token.word === 'may') return token.capital && !token.shouted;
  return DENIABLE.has(token.word) && isDenied(tokens, at);
}

const MODALS = /^(?:may|might|could)$/;
const SUBJECTS = /^(?:i|you|he|she|it|we|they)$/;
const MIGHT_AS_POWER =
  /^(?:military|economic|industrial|naval|full|his|her|their|our|its|the|whose|of|all|'s)$/;

/** How far a thing goes: “not willing to completely end it” does not say that it goes all the way. */
const DENIABLE = new Set([
  'completely',
  'entirely',
  'totally',
  'wholly',
  'fully',
  'absolutely',
  'certain',
  'always',
]);
const BETWEEN_DENIAL = new Set([
  'be',
  'been',
  'is',
  'are',
  'was',
  'were',
  'have',
  'has',
  'so',
  'yet',
  'quite',
  'willing',
  'able',
  'to',
  'want',
  'need',
  'going',
]);

function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index >= at - 4; index -= 1) {
    const { word } = tokens[index]!;
    if (isDenial(word)) return true;
    if (!BETWEEN_DENIAL.has(word)) return false;
  }
  return false;
}

const isDenial = (word: string): boolean => word === 'not' || word === 'cannot' || word.endsWith("n't");
const BEFORE_SURE = new Set([
  'be',
  'been',
  'so',
  'yet',
  'quite',
  'really',
  'completely',
  'entirely',
  'absolutely',
  'totally',
  'fully',
]);

/** “Not sure”, “can't be completely certain”. */
function matchUnsure(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  if (!isDenial(tokens[at]!.word)) return null;
  let to = at + 1;
  while (to <= at + 3 && BEFORE_SURE.has(tokens[to]?.word ?? '')) to += 1;
  return /^(?:sure|certain)$/.test(tokens[to]?.word ?? '') ? { to: to + 1, rule: 'open' } : null;
}

const ROUGH = /^(?:about|around|approximately|roughly|some|circa|nearly|almost)$/;
/** What makes a figure a limit, word by word. */
const LIMITS: ReadonlyMap<string, string | null> = new Map([
  ['at', 'least most'],
  ['up', 'to'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['over', null],
  ['under', null],
  ['below', null],
  ['above', null],
]);
/** After these a figure may be small; “talk about two things” and “over three days” give no rough figure. */
const BEFORE_ANY = /^(?:approximately|roughly|nearly|almost|at|up|more|less|fewer)$/;

/** “About” before a figure makes it a rough one, “at least” a limit. */
function matchRough(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const { word } = tokens[at]!;
  const second = LIMITS.get(word);
  const isLimit = second !== undefined;
  if (!isLimit && !ROUGH.test(word)) return null;
  if (second !== undefined && second !== null && !second.split(' ').includes(tokens[at + 1]?.word ?? ''))
    return null;
  const to = second ? at + 2 : at + 1;
  const figure = tokens[to]?.word === 'a' ? to + 1 : to;
  if (!tokens[figure]) return null;
  const match = matchNumber(tokens, figure);
  if (!match?.rule || match.rule === 'rank') return null;
  if (!BEFORE_ANY.test(word) && !isFigure(tokens, figure, match.to)) return null;
  if (second === null && (match.rule === 'duration' || matchDate(tokens, figure))) return null;
  return { to, rule: isLimit ? 'limit' : 'rough' };
}
