import type { Span } from '../text/span.ts';
import {
  CLAUSE_WORDS,
  DETERMINERS,
  MEDIAL_ADVERBS,
  PREPOSITIONS,
  SENTENCE_OPENERS,
  SUBJECT_PRONOUNS,
} from './lexicon/grammar.ts';
import { COURTESY_TITLES, ROLE_NOUNS, TITLES } from './lexicon/people.ts';
import { AUXILIARIES, SPEECH_VERBS } from './lexicon/speech.ts';
import { wordList } from './lexicon/word-list.ts';
import { endsSentence, type Token } from './tokens.ts';

/** A word or phrase that points to somebody: a name, a pronoun, or a description such as "the vice president". */
export interface Mention extends Span {
  readonly kind: 'name' | 'pronoun' | 'description';
  /** A name without titles ("Kirill Ozhimko"), a pronoun in lower case, a description without its determiner. */
  readonly words: string;
  /** What the text says beside the name that the person is ("political analyst"); null where it says nothing. */
  readonly role: string | null;
  /** The index of its last token. */
  readonly last: number;
}

const NAME_PARTICLES = wordList(
  'de da di du del della der den van von la le el al bin ibn ben dos das of y e ter ten zu zur af',
);

/** A token that can be part of a name. */
export function isNameWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    (token.capital || /^(?:al|el|as|d|l|o)['’-]\p{Lu}/u.test(token.text))
  );
}

/** The mention that stands as subject directly before the verb at `verb`; null where none is found. */
export function subjectBefore(text: string, tokens: readonly Token[], verb: number): Mention | null {
  let at = skipMedial(tokens, verb - 1);
  for (let skipped = 0; skipped < 2; skipped++) {
    const token = tokens[at];
    if (token === undefined || endsSentence(token)) return null;
    if (token.kind === 'comma' || token.kind === 'close' || token.kind === 'dash') {
      const before = beforeParenthesis(tokens, at);
      if (before === null) return null;
      const named = bareName(text, tokens, before + 1, at);
      if (named !== null) return named;
      at = before - 1;
      continue;
    }
    break;
  }
  return phraseEndingAt(text, tokens, at);
}

/** Leftward past the adverbs and auxiliaries between a subject and its verb. */
function skipMedial(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at >= 0) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital) break;
    const between =
      AUXILIARIES.has(token.lower) || MEDIAL_ADVERBS.has(token.lower) || /\p{L}{2}ly$/u.test(token.lower);
    if (!between) break;
    at--;
  }
  return at;
}

/** The index of the comma, bracket or dash that opens the parenthesis closed at `close`; null where there is none. */
function beforeParenthesis(tokens: readonly Token[], close: number): number | null {
  const kind = tokens[close]?.kind;
  const opening = kind === 'close' ? 'open' : kind;
  for (let at = close - 1; at >= 0 && close - at < 40; at--) {
    const token = tokens[at];
    if (token === undefined || endsSentence(token) || token.kind === 'quote') return null;
    if (token.kind === opening) return at;
  }
  return null;
}

/** ", Steffen Seibert," after "her spokesperson": the name stands in the parenthesis. */
function bareName(text: string, tokens: readonly Token[], from: number, to: number): Mention | null {
  if (to - from < 2 || to - from > 5) return null;
  for (let at = from; at < to; at++)
    if (!isNameWord(tokens[at]) || tokens[at]?.possessive === true) return null;
  return nameFrom(text, tokens, from, to - 1);
}

/** The noun phrase whose last word is at `last`. */
function phraseEndingAt(text: string, tokens: readonly Token[], last: number): Mention | null {
  const token = tokens[last];
  if (token?.kind !== 'word') return null;
  if (SUBJECT_PRONOUNS.has(token.lower)) {
    return token.lower === 'who' ? antecedent(text, tokens, last) : pronounAt(token, last);
  }
  if (PREPOSITIONS.has(token.lower) || CLAUSE_WORDS.has(token.lower)) return null;
  const first = isNameWord(token) ? nameStart(tokens, last) : last;
  const before = tokens[first - 1];
  if (before?.kind === 'word' && PREPOSITIONS.has(before.lower)) {
    const outer = phraseEndingAt(text, tokens, first - 2);
    if (outer !== null && outer.kind !== 'pronoun')
      return titledName(text, tokens, { outer, first, last }) ?? outer;
  }
  return isNameWord(token) ? nameFrom(text, tokens, first, last) : describe(text, tokens, last);
}

/** "X, who said": the mention before "who". */
function antecedent(text: string, tokens: readonly Token[], who: number): Mention | null {
  const at = tokens[who - 1]?.kind === 'comma' ? who - 2 : who - 1;
  return phraseEndingAt(text, tokens, at);
}

function pronounAt(token: Token, at: number): Mention {
  return { start: token.start, end: token.end, kind: 'pronoun', words: token.lower, role: null, last: at };
}

/** The first index of the run of name words that ends at `last`. */
function nameStart(tokens: readonly Token[], last: number): number {
  let first = last;
  for (;;) {
    const before = tokens[first - 1];
    if (isNameWord(before) && before?.possessive === false && !opensSentence(tokens, first - 1)) first--;
    else if (
      before !== undefined &&
      NAME_PARTICLES.has(before.lower) &&
      before.lower !== 'of' &&
      isNameWord(tokens[first - 2])
    )
      first -= 2;
    else return first;
  }
}

/** True where a word has its capital from the start of a sentence rather than from being a name. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || !SENTENCE_OPENERS.has(token.lower)) return false;
  return before === undefined || before.kind !== 'word';
}

/** "Ambassador to Germany Richard Grenell": what follows the preposition is a place and then the name. */
function titledName(
  text: string,
  tokens: readonly Token[],
  found: { outer: Mention; first: number; last: number },
): Mention | null {
  const { outer, first, last } = found;
  const head = outer.words.split(' ').at(-1)?.toLowerCase() ?? '';
  if (last - first < 2 || !(TITLES.has(head) || ROLE_NOUNS.has(head))) return null;
  const name = nameFrom(text, tokens, last - 1, last);
  return { ...name, role: text.slice(outer.start, tokens[last - 2]?.end ?? outer.end) };
}

/** A name over the tokens given, its titles taken off; a name that is all titles stays as it is. */
function nameFrom(text: string, tokens: readonly Token[], first: number, last: number): Mention {
  const from = afterTitles(tokens, first, last);
  const end = tokens[last];
  const start = tokens[from];
  const role = roleBefore(text, tokens, first, from);
  const span = { start: start?.start ?? 0, end: end?.end ?? 0 };
  const words = text
    .slice(span.start, end?.possessive === true ? span.end - 2 : span.end)
    .replace(/\s+/g, ' ');
  return { ...span, kind: 'name', words, role, last };
}

/** The first index of a name proper in a run of capitalised words. */
function afterTitles(tokens: readonly Token[], first: number, last: number): number {
  let from = first;
  for (let at = first; at < last; at++) if (TITLES.has(tokens[at]?.lower ?? '')) from = at + 1;
  // "Mrs. Hall" keeps its title; "Mrs. Anna Hall" does not need it.
  if (from < last - 1 && COURTESY_TITLES.has(tokens[from]?.lower ?? '')) from++;
  return from;
}

/** The role that stands before a name: capitalised titles in the run, or lower-case nouns ahead of it. */
function roleBefore(text: string, tokens: readonly Token[], first: number, from: number): string | null {
  let start = first;
  while (isRoleWord(tokens[start - 1]) && first - start < 6) start--;
  const nouns = tokens.slice(start, first);
  if (nouns.length > 0 && !nouns.some((token) => ROLE_NOUNS.has(token.lower) || TITLES.has(token.lower)))
    start = first;
  const end = tokens[from - 1];
  return start < from && end !== undefined ? text.slice(tokens[start]?.start ?? 0, end.end).trim() : null;
}

function isRoleWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.possessive) return false;
  return (
    !token.capital &&
    !DETERMINERS.has(token.lower) &&
    !isClosedClass(token.lower) &&
    !SPEECH_VERBS.has(token.lower)
  );
}

function isClosedClass(word: string): boolean {
  return (
    PREPOSITIONS.has(word) ||
    CLAUSE_WORDS.has(word) ||
    AUXILIARIES.has(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    MEDIAL_ADVERBS.has(word)
  );
}

/** A description that ends at `last`: back to its determiner or the edge of the clause. */
function describe(text: string, tokens: readonly Token[], last: number): Mention | null {
  let first = last;
  let determined = false;
  for (let at = last; at >= 0 && last - at < 8; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || isClosedClass(token.lower) || (at < last && SPEECH_VERBS.has(token.lower)))
      break;
    if (DETERMINERS.has(token.lower)) {
      determined = at < last;
      break;
    }
    first = at;
  }
  if (DETERMINERS.has(tokens[last]?.lower ?? '')) return null;
  if (!determined && last - first > 3) first = last;
  return descriptionFrom(text, tokens, first, last);
}

function descriptionFrom(text: string, tokens: readonly Token[], first: number, last: number): Mention {
  const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
  return {
    ...span,
    kind: 'description',
    words: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    role: null,
    last,
  };
}

/** The mention that stands as subject directly after the verb at `verb` ("said X"); null where none is found. */
export function subjectAfter(text: string, tokens: readonly Token[], verb: number): Mention | null {
  let at = verb + 1;
  const head = tokens[at];
  if (head?.kind !== 'word') return null;
  if (SUBJECT_PRONOUNS.has(head.lower)) return pronounAt(head, at);
  const determined = DETERMINERS.has(head.lower);
  if (determined) at++;
  const first = at;
  let name = -1;
  for (; at < tokens.length && at - first < 10; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    if (isNameWord(token)) {
      if (name < 0) name = at;
      if (token.possessive) name = -1;
      continue;
    }
    if (joinsTitle(tokens, at)) continue;
    if (name >= 0 && (TITLES.has(token.lower) || ROLE_NOUNS.has(token.lower))) {
      // "this U.S. vice president": what came before was no name but part of the description.
      name = -1;
      continue;
    }
    if (name >= 0 && !(NAME_PARTICLES.has(token.lower) && isNameWord(tokens[at + 1]))) break;
    if (name < 0 && (isClosedClass(token.lower) || (at > first && /^\p{L}{4,}ing$|ly$/u.test(token.lower))))
      break;
  }
  const last = at - 1;
  if (last < first) return null;
  if (name >= 0) return nameAfterRole(text, tokens, { first, name, last });
  return determined || last > first || /s$/.test(tokens[last]?.lower ?? '')
    ? descriptionFrom(text, tokens, first, last)
    : null;
}

/** "Secretary of State …", "ambassador to Germany …": a preposition that keeps a title and its field together. */
function joinsTitle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !isNameWord(tokens[at + 1]) || !PREPOSITIONS.has(tokens[at]?.lower ?? ''))
    return false;
  return TITLES.has(before.lower) || ROLE_NOUNS.has(before.lower);
}

function nameAfterRole(
  text: string,
  tokens: readonly Token[],
  found: { first: number; name: number; last: number },
): Mention {
  const joined = tokens.slice(found.name, found.last).findLastIndex((token) => PREPOSITIONS.has(token.lower));
  const from = joined < 0 ? found.name : Math.max(found.name + joined + 1, found.last - 1);
  const mention = nameFrom(text, tokens, from, found.last);
  const start = tokens[found.first]?.start ?? mention.start;
  return start < mention.start ? { ...mention, role: text.slice(start, mention.start).trim() } : mention;
}

/** What a name is followed by, between commas, that tells who it is: ", a former soldier of …"; null where nothing does. */
export function appositionAfter(text: string, tokens: readonly Token[], mention: Mention): Span | null {
  const comma = tokens[mention.last + 1];
  const first = tokens[mention.last + 2];
  if (comma?.kind !== 'comma' || first?.kind !== 'word' || text[comma.start] !== ',') return null;
  const noun = tokens[mention.last + 3];
  const opens =
    /^(?:an?|the|one|another|his|her|their)$/.test(first.lower) ||
    ROLE_NOUNS.has(first.lower) ||
    TITLES.has(first.lower);
  if (!opens || (first.lower === 'his' && noun === undefined)) return null;
  let end = first.end;
  for (let at = mention.last + 2; at < tokens.length; at++) {
    const token = tokens[at];
    if (
      token === undefined ||
      endsSentence(token) ||
      ['comma', 'quote', 'colon', 'dash'].includes(token.kind)
    )
      break;
    end = token.end;
  }
  return { start: first.start, end };
}
