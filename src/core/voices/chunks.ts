import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NOT_ADVERBS,
  NOT_PAST,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SENTENCE_OPENERS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './lexicon/grammar.ts';
import { isForeignSpeech, verbForm, type VerbForm } from './lexicon/verbs.ts';
import type { Token, TokenKind } from './tokens.ts';

/** What a chunk is: a noun phrase, a pronoun, a verb, a joining word, or a mark. */
export type ChunkKind =
  | 'noun'
  | 'pronoun'
  | 'verb'
  | 'auxiliary'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'adverb'
  | Exclude<TokenKind, 'word'>;

/** Some tokens that work as one in a sentence. */
export interface Chunk {
  readonly kind: ChunkKind;
  /** Indices of its first and last token. */
  readonly first: number;
  readonly last: number;
  /** The words in lower case; empty for marks. */
  readonly lower: string;
  /** For a verb, how it is formed and what it does. */
  readonly verb: VerbForm | null;
}

/** No noun phrase that matters here has more words; this keeps the work on a text without punctuation in bounds. */
const LONGEST_PHRASE = 14;

/**
 * Cuts a stretch of narration into chunks: a shallow parse by closed word classes, word endings and capitals. It knows
 * no grammar beyond the neighbouring chunk, which is enough to tell a subject from the object of a verb or preposition.
 */
export function chunksOf(tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const last = chunks.at(-1);
    if (token.kind !== 'word') {
      chunks.push({ kind: token.kind, first: at, last: at, lower: '', verb: null });
      continue;
    }
    const { kind, verb } = classOf(tokens, at, chunks);
    const joins = kind === 'noun' && last?.kind === 'noun' && !DETERMINERS.has(wordOf(token));
    if (joins && at - last.first < LONGEST_PHRASE) {
      chunks[chunks.length - 1] = { ...last, last: at, lower: `${last.lower} ${token.lower}` };
    } else chunks.push({ kind, first: at, last: at, lower: token.lower, verb });
  }
  return chunks;
}

/** A word in lower case, or nothing for a name: "May" is not "may". */
function wordOf(token: Token | undefined): string {
  return token === undefined || token.capital ? '' : token.lower;
}

interface WordClass {
  readonly kind: ChunkKind;
  readonly verb: VerbForm | null;
}

const plain = (kind: ChunkKind): WordClass => ({ kind, verb: null });
const NOUN = plain('noun');

/** The class of every word that belongs to a closed one; where lists share a word, the last one here has it. */
const CLOSED: ReadonlyMap<string, WordClass> = new Map(
  (
    [
      [PREPOSITIONS, 'preposition'],
      [ADVERBS, 'adverb'],
      [CONJUNCTIONS, 'conjunction'],
      [SUBORDINATORS, 'subordinator'],
      [DETERMINERS, 'noun'],
      [AUXILIARIES, 'auxiliary'],
      [OBJECT_PRONOUNS, 'pronoun'],
      [SUBJECT_PRONOUNS, 'pronoun'],
    ] as const
  ).flatMap(([words, kind]) => [...words].map((word): [string, WordClass] => [word, plain(kind)])),
);

function classOf(tokens: readonly Token[], at: number, chunks: readonly Chunk[]): WordClass {
  const token = tokens[at];
  if (token === undefined) return NOUN;
  const opensSentence = token.capital && startsSentence(chunks);
  if (token.capital && (isAbbreviation(token) || (!opensSentence && !isEverywhereLower(token)))) return NOUN;
  // "World War I" is all one name.
  if (token.text === 'I' && tokens[at - 1]?.capital === true && chunks.at(-1)?.kind === 'noun') return NOUN;
  const word = withoutContraction(token.lower);
  if (token.possessive && !SUBJECT_PRONOUNS.has(word)) return NOUN;
  const closed = closedClass(word, tokens[at + 1]);
  if (closed !== null) return closed;
  const verb = verbAt(word, tokens[at + 1], {
    last: chunks.at(-1),
    before: chunks.at(-2),
    head: tokens[at - 1],
  });
  if (verb !== null && (!token.capital || verb.form !== 'bare')) return { kind: 'verb', verb };
  return opensSentence && SENTENCE_OPENERS.has(word) ? plain('adverb') : NOUN;
}

/** "he" of "he'd". */
function withoutContraction(word: string): string {
  return word.includes("'") || word.includes('’') ? word.replace(/['’](?:d|ll|ve|re|m)$/u, '') : word;
}

function startsSentence(chunks: readonly Chunk[]): boolean {
  const kind = chunks.at(-1)?.kind;
  return kind === undefined || ['stop', 'break', 'quote', 'colon', 'open', 'dash'].includes(kind);
}

/** "US" is not "us". */
function isAbbreviation({ text, lower }: Token): boolean {
  return text.length > 1 && text.length < 6 && text.toUpperCase() === text && text !== lower;
}

/** "I", and the days of the week, keep their capital wherever they stand. */
function isEverywhereLower(token: Token): boolean {
  return (
    token.lower === 'i' ||
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(token.lower) ||
    /^i['’]/.test(token.lower)
  );
}

function closedClass(word: string, next: Token | undefined): WordClass | null {
  if (word === 'her' && !mayFollowDeterminer(next)) return plain('pronoun');
  if (word === 'to') return plain(isInfinitive(next) ? 'auxiliary' : 'preposition');
  // "a déclaré le ministre": before a participle of speech this is no article.
  if (word.length < 4 && /^(?:a|ha|ont|hat|han)$/.test(word) && isForeignSpeech(next?.lower ?? ''))
    return plain('auxiliary');
  const closed = CLOSED.get(word);
  if (closed !== undefined) return closed;
  if (word.endsWith('ly') && word.length > 3 && !NOT_ADVERBS.has(word)) return plain('adverb');
  return /n['’]t$/.test(word) ? plain('auxiliary') : null;
}

function isInfinitive(next: Token | undefined): boolean {
  return next?.kind === 'word' && !next.capital && verbForm(next.lower)?.form === 'bare';
}

/** True for a word that "her" may belong to: "her words" as against "told her that". */
function mayFollowDeterminer(next: Token | undefined): boolean {
  if (next?.kind !== 'word') return false;
  const kind = CLOSED.get(next.lower)?.kind;
  return kind === undefined || kind === 'pronoun' || kind === 'auxiliary';
}

/** The verb that a word is where it stands; null where it is a noun or an adjective there. */
function verbAt(
  word: string,
  next: Token | undefined,
  left: { last: Chunk | undefined; before: Chunk | undefined; head: Token | undefined },
): VerbForm | null {
  const { last, head } = left;
  const form = verbForm(word) ?? regularForm(word, last);
  if (form === null) return null;
  const inPhrase = last?.kind === 'noun' && (head?.possessive === true || DETERMINERS.has(wordOf(head)));
  if (inPhrase) return null;
  const afterNoun = last?.kind === 'noun' || last?.kind === 'pronoun';
  if (form.form === 'past')
    return last?.kind === 'preposition' &&
      next?.kind === 'word' &&
      word.endsWith('ed') &&
      head?.lower !== 'as'
      ? null
      : form;
  if (form.form === 'ing') return form;
  if (form.form === 'present') return takesPresent(left, afterNoun) && !isVerb(next) ? form : null;
  const plural =
    afterNoun &&
    (head?.lower.endsWith('s') === true ||
      ['i', 'we', 'they', 'you', 'both', 'others'].includes(last?.lower ?? '') ||
      last?.kind === 'pronoun');
  const auxiliary = last?.kind === 'adverb' ? left.before : last;
  return auxiliary?.kind === 'auxiliary' || (plural && !isVerb(next)) ? form : null;
}

function takesPresent(
  left: { last: Chunk | undefined; before: Chunk | undefined },
  afterNoun: boolean,
): boolean {
  const { last, before } = left;
  if (afterNoun) return true;
  if (last === undefined) return false;
  if (['quote', 'close', 'subordinator', 'conjunction'].includes(last.kind)) return true;
  return (
    (last.kind === 'adverb' || last.kind === 'comma') && before !== undefined && before.kind !== 'preposition'
  );
}

function isVerb(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital) return false;
  return AUXILIARIES.has(token.lower) || verbForm(token.lower)?.form === 'past';
}

/** A word in none of the lists is a verb if it ends in -ed, in -ing where a participle may stand, or in -s after "he". */
function regularForm(word: string, last: Chunk | undefined): VerbForm | null {
  if (/^\p{L}{3,}ed$/u.test(word) && !NOT_PAST.has(word)) return { base: word, form: 'past', sense: 'other' };
  const participle =
    last !== undefined && ['comma', 'subordinator', 'preposition', 'dash'].includes(last.kind);
  if (participle && /^\p{L}{4,}ing$/u.test(word)) return { base: word, form: 'ing', sense: 'other' };
  const third =
    last?.kind === 'pronoun' && /^(?:he|she|it|who)$/.test(last.lower) && /^\p{L}{2,}s$/u.test(word);
  return third ? { base: word, form: 'present', sense: 'other' } : null;
}
