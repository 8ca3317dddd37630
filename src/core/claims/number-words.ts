import { wordList } from '../voices/lexicon/word-list.ts';
import { isNameLike, type Token, type WordMatch } from './word-tokens.ts';
import type { WordRuleId } from './word-rules.ts';

const SMALL = wordList(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`,
);
const TENS = wordList('twenty thirty forty fifty sixty seventy eighty ninety');
const SCALES = wordList(
  'tens hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens',
);
/** Scales that stand right behind digits: `5m`, `10k`. */
const JOINED_SCALES = wordList('k m bn mn tn b');
const TIMES = wordList(
  `second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months quarter
   quarters year years decade decades century centuries generation generations hrs mins yrs`,
);
const MEASURES = wordList(
  `kilometer kilometers kilometre kilometres km kms mile miles meter meters metre metres cm mm foot feet inch inches yard
   yards ton tons tonne tonnes kilogram kilograms kilo kilos kg gram grams pound pounds lb lbs ounce ounces liter liters
   litre litres hectare hectares ha acre acres degree degrees barrel barrels watt watts kw mw gw kwh mwh gb tb mb mph kph`,
);
const MONEY = wordList(
  `dollar dollars euro euros cent cents ruble rubles rouble roubles yuan yen franc francs rupee rupees hryvnia hryvnias peso
   pesos krona kroner usd eur gbp rub cny jpy uah chf sterling`,
);
const SIGNS = new Set(['$', '€', '£', '¥', '₽', '₴', '₹']);
const SHARES = new Set(['%', '‰', 'percent', 'pct']);
const FRACTIONS =
  /^(?:half|halves|third|thirds|quarter|quarters|fourth|fourths|fifth|fifths|sixth|sixths|seventh|sevenths|eighth|eighths|ninth|ninths|tenth|tenths|hundredth|hundredths|thousandth|thousandths)$/;
const ORDINALS = wordList(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth hundredth thousandth millionth',
);
/** Words before a figure that make it a name: `Article 5`, `No. 7`, `p. 12`. */
const LABELS = wordList(
  `article articles section sections chapter chapters figure figures fig table tables page pages p pp paragraph paragraphs
   resolution flight no nos vol volume art ch step phase part item level grade group channel route room line unit block
   type model version v clause amendment directive regulation form gate terminal platform bus class psalm act scene area zone district ward`,
);
/** Between two ends of a range. */
const BETWEEN = new Set(['-', '–', '—', 'to', 'and', 'or']);
const DEFINITE = wordList('the these those both our their your his her its my that this');

/** A number at a token, with its unit, its scale and the other end of its range. Null where none is, or where it counts nothing. */
export function matchNumber(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (token.kind === 'mark') return SIGNS.has(token.word) ? matchMoney(tokens, at) : null;
  if (token.kind === 'figure') return matchFigure(tokens, at);
  return matchFraction(tokens, at) ?? matchNumeral(tokens, at) ?? matchRank(tokens, at);
}

function matchMoney(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const figure = tokens[at + 1];
  if (figure?.kind !== 'figure' || !figure.joined) return null;
  let to = pastScale(tokens, at + 2);
  const other = tokens[to];
  if (other && BETWEEN.has(other.word) && other.word !== 'and') {
    const next = SIGNS.has(tokens[to + 1]?.word ?? '') ? to + 2 : to + 1;
    if (tokens[next]?.kind === 'figure') to = pastScale(tokens, next + 1);
  }
  return { to, rule: 'money' };
}

function matchFigure(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (countsNothing(tokens, at)) return { to: at + 1, rule: null };
  if (/[-–]/.test(token.word)) {
    const isRange = /^[\d.,\u00a0\u202f]+[-–][\d.,\u00a0\u202f]+$/.test(token.word);
    return isRange ? withUnit(tokens, at + 1, 'range') : { to: at + 1, rule: null };
  }
  if (token.word.includes('/')) return { to: at + 1, rule: /^\d+\/\d+$/.test(token.word) ? 'share' : null };
  // A version, a telephone number, a figure of a chapter.
  if (/\d[.:]\d+[.:]\d/.test(token.word)) return { to: at + 1, rule: null };
  const next = tokens[at + 1];
  if (next?.joined && next.kind === 'word') {
    if (/^(?:st|nd|rd|th)$/.test(next.word)) return rankAt(tokens, at, at + 2);
    const isUnit =
      JOINED_SCALES.has(next.word) || MEASURES.has(next.word) || MONEY.has(next.word) || next.word === 'x';
    // `5G`, `3D`: a name.
    if (!isUnit) return { to: at + 2, rule: null };
  }
  return withRange(tokens, at, at + 1);
}

/** List numbers, citations, labels of things, figures that are part of a name, and those that only name a day or an hour. */
function countsNothing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.word === '24/7' || token.word === '9/11') return true;
  if (!before) return next !== undefined && next.joined && /^[.)]$/.test(next.word);
  if (before.word === '[' || (before.word === '(' && next?.word === ')' && /^\d{1,3}$/.test(token.word)))
    return true;
  if (token.joined && /^[-–/_@.]$/.test(before.word) && before.joined) return true;
  const label = before.word === '.' ? tokens[at - 2] : before;
  if (!label || label.kind !== 'word') return false;
  if (LABELS.has(label.word)) return true;
  const isCounted = token.word.length > 4 || hasUnit(tokens, at + 1);
  return label === before && isNameLike(label) && !isCounted && !MONEY.has(label.word);
}

/** Number words: `three million`, `twenty-five`; a small one alone, unless it only points back (`the two`). */
function matchNumeral(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  if (!isNumeral(token.word) || isNameLike(token) || (token.joined && before?.word === '-')) return null;
  const to = pastNumerals(tokens, at);
  const length = to - at;
  const next = tokens[to];
  if (next && isFraction(tokens, to)) return { to: to + (next.word === '-' ? 2 : 1), rule: 'share' };
  if (next?.joined && next.word === '-' && !hasUnit(tokens, to)) {
    return SCALES.has(tokens[to - 1]!.word) ? { to, rule: 'amount' } : { to, rule: null };
  }
  if (hasUnit(tokens, to)) {
    // “One day we will”: no length of time is meant.
    const isLoose = token.word === 'one' && length === 1 && TIMES.has(next?.word ?? '');
    if (
      isLoose &&
      !/^(?:in|within|for|just|only|after|under|than|least|about|every)$/.test(before?.word ?? '')
    )
      return { to: to + 1, rule: null };
    return withRange(tokens, at, to);
  }
  if (length > 1 || !SMALL.has(token.word)) return withRange(tokens, at, to);
  if (token.word === 'one' || DEFINITE.has(before?.word ?? '')) return { to, rule: null };
  return withRange(tokens, at, to);
}

/** `half of`, `a third of`, `a quarter`: shares, where they are no place in an order. */
function matchFraction(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (!FRACTIONS.test(token.word) || isNameLike(token)) return null;
  const before = tokens[at - 1]?.word;
  const next = tokens[at + 1];
  if (token.word === 'half') {
    if (next?.joined || before === 'first' || before === 'second' || before === 'other')
      return { to: at + 1, rule: null };
    return { to: at + 1, rule: 'share' };
  }
  return before === 'a' && next?.word === 'of' ? { to: at + 1, rule: 'share' } : null;
}

/** “The first”, “in third place”: a rank, but not what only counts points off (“First,”, “first of all”). */
function matchRank(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (!ORDINALS.has(token.word) || isNameLike(token)) return null;
  return rankAt(tokens, at, at + 1);
}

const POINTS = wordList(
  `of half point points thing things step place question reason part day days two three few and is was for world lady
   minister hand thought thoughts name floor term sentence paragraph line person degree party parties quarter aid`,
);

function rankAt(tokens: readonly Token[], at: number, to: number): WordMatch<WordRuleId> {
  const before = tokens[at - 1]?.word ?? '';
  const next = tokens[to];
  const ranks = /^(?:ranked|ranks|rank|finished|placed|came|in)$/.test(before);
  if (ranks && (before !== 'in' || next?.word === 'place')) return { to, rule: 'rank' };
  const isOne = before === 'the' || before === "'s" || /^(?:his|her|its|their|our|my)$/.test(before);
  const isRanked = next?.kind === 'word' && !POINTS.has(next.word) && !isNameLike(next);
  if (isOne && isRanked) return { to, rule: 'rank' };
  return { to, rule: next?.word === 'time' && before === 'for' ? 'rank' : null };
}

/** A number that ends at `to`, with its unit or the other end of its range. */
function withRange(tokens: readonly Token[], at: number, to: number): WordMatch<WordRuleId> {
  const end = pastScale(tokens, to);
  const joint = tokens[end];
  if (joint && BETWEEN.has(joint.word)) {
    const isBetween = tokens[at - 1]?.word === 'between';
    const other = numberEnd(tokens, end + 1);
    const isRange = joint.word === 'and' ? isBetween : joint.word !== 'to' || isUnitBehind(tokens, at, other);
    if (other !== null && isRange) return withUnit(tokens, other, 'range');
  }
  return withUnit(tokens, end, 'amount');
}

/** “5 to 10 days” is a range, “lost 5 to 3” might be a score: digits, or a unit behind. */
function isUnitBehind(tokens: readonly Token[], at: number, other: number | null): boolean {
  return (
    other !== null &&
    (tokens[at]!.kind === 'figure' || SCALES.has(tokens[other - 1]!.word) || hasUnit(tokens, other))
  );
}

/** Where the number that begins at a token ends; null where none does. */
function numberEnd(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.kind === 'figure' && /^[\d.,]+$/.test(token.word)) return pastScale(tokens, at + 1);
  return token && isNumeral(token.word) && token.word !== 'one' ? pastNumerals(tokens, at) : null;
}

/** What the unit behind a number makes of it, and up to where it reaches. */
function withUnit(tokens: readonly Token[], end: number, plain: 'amount' | 'range'): WordMatch<WordRuleId> {
  const hyphen = tokens[end]?.word === '-' && tokens[end].joined ? 1 : 0;
  const first = tokens[end + hyphen];
  if (!first) return { to: end, rule: plain };
  const to = end + hyphen + 1;
  const second = tokens[to]?.word ?? '';
  if (SHARES.has(first.word)) return { to, rule: 'share' };
  if (first.word === 'per' && second === 'cent') return { to: to + 1, rule: 'share' };
  if (first.word === 'percentage' && /^points?$/.test(second)) return { to: to + 1, rule: 'share' };
  if (MONEY.has(first.word)) return { to, rule: 'money' };
  if (SIGNS.has(first.word)) return { to, rule: 'money' };
  if (first.word === 'times' || first.word === 'fold' || first.word === 'x') return { to, rule: 'ratio' };
  if (TIMES.has(first.word)) return asTime(tokens, to);
  if (MEASURES.has(first.word)) return { to, rule: plain };
  if (/^(?:square|cubic|metric|nautical)$/.test(first.word) && MEASURES.has(second))
    return { to: to + 1, rule: plain };
  return { to: end, rule: plain };
}

/** “18 years old” is an age, “two years ago” a date, anything else a length of time. */
function asTime(tokens: readonly Token[], to: number): WordMatch<WordRuleId> {
  const hyphen = tokens[to]?.word === '-' && tokens[to].joined ? 1 : 0;
  const next = tokens[to + hyphen]?.word;
  if (next === 'of' && tokens[to + 1]?.word === 'age') return { to: to + 2, rule: 'amount' };
  if (next === 'old' || next === 'olds') return { to: to + hyphen + 1, rule: 'amount' };
  if (next === 'ago') return { to: to + 1, rule: 'relative' };
  if (next === 'earlier' || next === 'later') return { to: to + 1, rule: 'duration' };
  return { to, rule: 'duration' };
}

function hasUnit(tokens: readonly Token[], end: number): boolean {
  const at = pastScale(tokens, end);
  const { to, rule } = withUnit(tokens, at, 'amount');
  return to > end || rule !== 'amount';
}

const isNumeral = (word: string): boolean => SMALL.has(word) || TENS.has(word) || SCALES.has(word);

function pastNumerals(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  for (;;) {
    const next = tokens[to];
    const isJoint = next && ((next.word === '-' && next.joined) || next.word === 'and' || next.word === 'of');
    const then = isJoint ? tokens[to + 1] : next;
    if (!then || !isNumeral(then.word)) return to;
    // “Tens of thousands” and “two hundred and five” are one number; “two and three” and “one of two” are not.
    if (isJoint && next.word !== '-' && !SCALES.has(tokens[to - 1]!.word)) return to;
    if (!isJoint && SMALL.has(tokens[to - 1]!.word) && !SCALES.has(then.word)) return to;
    to += isJoint ? 2 : 1;
  }
}

function pastScale(tokens: readonly Token[], at: number): number {
  const next = tokens[at];
  if (!next) return at;
  return SCALES.has(next.word) || (next.joined && JOINED_SCALES.has(next.word)) ? at + 1 : at;
}

function isFraction(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]!;
  const then = next.word === '-' && next.joined ? tokens[at + 1] : next;
  return then !== undefined && FRACTIONS.test(then.word) && then.word !== 'half';
}

/** Whether a match is more than a bare small number word: what “about” and “around” can stand before. */
export function isFigure(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]!;
  return token.kind !== 'word' || to - at > 1 || !SMALL.has(token.word);
}
