import { wordList } from '../voices/lexicon/word-list.ts';
import { isNameLike, type Token, type WordMatch } from './word-tokens.ts';
import type { WordRuleId } from './word-rules.ts';

const MONTHS = wordList(
  'january february march april may june july august september october november december',
);
/** Months that are words or names too: by themselves they are a month only where a date is spoken of. */
const UNSURE_MONTHS = wordList('march may april june august');
const SHORT_MONTHS = wordList('jan feb mar apr jun jul aug sep sept oct nov dec');
const WEEKDAYS = wordList(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
   sundays`,
);
const SEASONS = wordList('spring summer autumn fall winter');
const RELATIVE = wordList('last next this past previous coming');
const SPANS = wordList(
  `week month year decade century summer winter spring autumn night weekend morning afternoon evening quarter`,
);
/** Words before a year. */
const BEFORE_YEAR = wordList(
  `in since until till by from of before after during around circa early late mid through between year years summer winter
   spring autumn fall to and or election elections`,
);
const BEFORE_MONTH = wordList(
  'in since until till by last next this of during early late mid from to before after through between',
);
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;

/** A date, a time of day, or words that count from the day they are said, at a token; null where none is. */
export function matchDate(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  if (token.kind === 'figure') return matchFigureDate(tokens, at);
  if (token.kind !== 'word') return null;
  if (token.capital && WEEKDAYS.has(token.word)) return { to: at + 1, rule: 'date' };
  if (token.capital && (MONTHS.has(token.word) || SHORT_MONTHS.has(token.word)))
    return matchMonth(tokens, at);
  if (RELATIVE.has(token.word)) return matchRelative(tokens, at);
  if (SEASONS.has(token.word)) return matchSeason(tokens, at);
  return matchPeriod(tokens, at);
}

function matchFigureDate(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  const { word } = token;
  if (/^\d{4}-\d{2}-\d{2}$/.test(word) || /^\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})$/.test(word))
    return { to: at + 1, rule: 'date' };
  const years = /^(\d{4})[-–](\d{2}|\d{4})$/.exec(word);
  if (years && isYear(years[1]!)) return { to: at + 1, rule: 'date' };
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word))
    return { to: pastHalfOfDay(tokens, at + 1) ?? at + 1, rule: 'clock' };
  if (!/^\d+$/.test(word)) return null;
  if (
    word.length === 4 &&
    /^(?:utc|gmt|bst|cet|est|edt|hours)$/.test(tokens[at + 1]?.word ?? '') &&
    Number(word) < 2400
  )
    return { to: at + 2, rule: 'clock' };
  const clock = Number(word) <= 24 ? pastHalfOfDay(tokens, at + 1) : null;
  if (clock !== null) return { to: clock, rule: 'clock' };
  return matchDayFirst(tokens, at) ?? matchYear(tokens, at) ?? matchCentury(tokens, at);
}

/** `5 May 2024`, `5th of May`. */
function matchDayFirst(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const day = Number(tokens[at]!.word);
  if (day < 1 || day > 31) return null;
  let to = at + 1;
  if (/^(?:st|nd|rd|th)$/.test(tokens[to]?.word ?? '') && tokens[to]!.joined) to += 1;
  if (tokens[to]?.word === 'of') to += 1;
  const month = tokens[to];
  if (!month?.capital || !(MONTHS.has(month.word) || SHORT_MONTHS.has(month.word))) return null;
  return { to: pastYear(tokens, pastDot(tokens, to + 1)), rule: 'date' };
}

/** A bare year where a date is spoken of, and a decade (`1990s`). */
function matchYear(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const { word } = tokens[at]!;
  const next = tokens[at + 1];
  if (next?.joined && next.word === 's' && word.endsWith('0')) return { to: at + 2, rule: 'date' };
  if (!isYear(word)) return null;
  const before = tokens[at - 1];
  if (!before || next?.word === '%') return null;
  const isRecent = Number(word) >= 1800;
  const isBracketed = before.word === '(' && next !== undefined && /^[),–-]$/.test(next.word);
  // “The 2016 election”; “the 3000 soldiers” is a number.
  const isNamed = isRecent && (before.word === 'the' || before.word === "'s");
  const isPrefixed = before.word === '-' && /^(?:mid|pre|post|early|late)$/.test(tokens[at - 2]?.word ?? '');
  if (isBracketed || isNamed || isPrefixed || (BEFORE_YEAR.has(before.word) && isRecent))
    return { to: at + 1, rule: 'date' };
  return /^(?:in|since|until|circa|year)$/.test(before.word) ? { to: at + 1, rule: 'date' } : null;
}

/** `21st century`. */
function matchCentury(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const isCentury =
    /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.word ?? '') &&
    /^centur(?:y|ies)$/.test(tokens[at + 2]?.word ?? '');
  return isCentury ? { to: at + 3, rule: 'date' } : null;
}

function matchMonth(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const token = tokens[at]!;
  const behind = pastDot(tokens, at + 1);
  const next = tokens[behind];
  const isFull = MONTHS.has(token.word);
  if (next?.kind === 'figure' && /^\d{1,2}$/.test(next.word) && Number(next.word) <= 31) {
    let to = behind + 1;
    if (tokens[to]?.joined && /^(?:st|nd|rd|th)$/.test(tokens[to]!.word)) to += 1;
    return { to: pastYear(tokens, to), rule: 'date' };
  }
  const withYear = pastYear(tokens, behind);
  if (withYear > behind) return { to: withYear, rule: 'date' };
  if (!isFull) return null;
  const isMeant = !UNSURE_MONTHS.has(token.word) || BEFORE_MONTH.has(tokens[at - 1]?.word ?? '');
  // A name, a verb or a wish (“Theresa May”, “May it last”): passed over, so that no other rule takes it.
  return { to: at + 1, rule: isMeant ? 'date' : null };
}

function matchRelative(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return null;
  const isTime = SPANS.has(next.word) || (next.capital && (WEEKDAYS.has(next.word) || MONTHS.has(next.word)));
  return isTime && !isNameLike(tokens[at]!) ? { to: at + 2, rule: 'relative' } : null;
}

/** `summer 2024`, `summer of 2024`. */
function matchSeason(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const behind = tokens[at + 1]?.word === 'of' ? at + 2 : at + 1;
  const to = pastYear(tokens, behind);
  return to > behind ? { to, rule: 'date' } : null;
}

/** `Q3 2024`, `first quarter`, `nineteenth century`. */
function matchPeriod(tokens: readonly Token[], at: number): WordMatch<WordRuleId> | null {
  const { word } = tokens[at]!;
  const next = tokens[at + 1]?.word ?? '';
  if (/^q[1-4]$/.test(word)) {
    const to = pastYear(tokens, at + 1);
    const isMeant = to > at + 1 || /^(?:in|of|the|by|since|last)$/.test(tokens[at - 1]?.word ?? '');
    return isMeant ? { to, rule: 'date' } : null;
  }
  if (next === 'quarter' && /^(?:first|second|third|fourth)$/.test(word)) {
    const behind = tokens[at + 2]?.word === 'of' ? at + 3 : at + 2;
    const to = pastYear(tokens, behind);
    return { to: to > behind ? to : at + 2, rule: 'date' };
  }
  return next === 'century' && /(?:th|first|second|third)$/.test(word) ? { to: at + 2, rule: 'date' } : null;
}

const isYear = (word: string): boolean =>
  /^\d{4}$/.test(word) && Number(word) >= FIRST_YEAR && Number(word) <= LAST_YEAR;

/** Behind a year that may stand at a token, with a comma before it. */
function pastYear(tokens: readonly Token[], at: number): number {
  const behind = tokens[at]?.word === ',' ? at + 1 : at;
  return isYear(tokens[behind]?.word ?? '') ? behind + 1 : at;
}

function pastDot(tokens: readonly Token[], at: number): number {
  const isDotted = tokens[at]?.word === '.' && SHORT_MONTHS.has(tokens[at - 1]!.word);
  return isDotted ? at + 1 : at;
}

/** Behind `am`, `p.m.` or `o'clock`; null where none stands there. */
function pastHalfOfDay(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.word ?? '';
  if (/^(?:am|pm|o'clock)$/.test(word)) return at + 1;
  const isDotted = /^[ap]$/.test(word) && tokens[at + 1]?.word === '.' && tokens[at + 2]?.word === 'm';
  if (!isDotted) return null;
  return tokens[at + 3]?.word === '.' ? at + 4 : at + 3;
}
