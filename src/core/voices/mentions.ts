import type { Span } from '../text/span.ts';
import type { Chunk } from './chunks.ts';
import { DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from './lexicon/grammar.ts';
import { COURTESY_TITLES, NAME_PARTICLES, POSTNOMINALS, ROLE_NOUNS, TITLES } from './lexicon/people.ts';
import { GROUPS } from './lexicon/places.ts';
import { wordList } from './lexicon/word-list.ts';
import type { Token } from './tokens.ts';

/** A word or phrase that points to somebody: a name, a pronoun, or a description such as "the vice president". */
export interface Mention extends Span {
  readonly kind: 'name' | 'pronoun' | 'description';
  /** A name without titles ("Kirill Ozhimko"), a pronoun in lower case, a description without its determiner. */
  readonly words: string;
  /** What the text says beside the name that the person is ("political analyst"); null where it says nothing. */
  readonly role: string | null;
}

/** A stretch of narration, cut up. */
export interface Narration {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  /** What the chunks point to, as far as it has been read. */
  readonly mentions: Map<number, Mention | null>;
}

/** True for a word that can be part of a name: capitalised, or with a capital after a particle ("al-Assad"). */
export function isNameWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && (token.capital || /^(?:al|el|as|d|l|o)['’-]\p{Lu}/u.test(token.text));
}

/** What the chunk at `at` points to; null for what is no noun phrase and no pronoun, and for a bare determiner. */
export function mentionAt(narration: Narration, at: number): Mention | null {
  const known = narration.mentions.get(at);
  if (known !== undefined) return known;
  const mention = readMention(narration, at);
  narration.mentions.set(at, mention);
  return mention;
}

function readMention(narration: Narration, at: number): Mention | null {
  const chunk = narration.chunks[at];
  if (chunk?.kind === 'pronoun') return pronoun(narration, chunk);
  if (chunk?.kind !== 'noun') return null;
  const { tokens } = narration;
  const determined = DETERMINERS.has(tokens[chunk.first]!.lower) && tokens[chunk.first]!.text !== 'A.';
  const first = determined ? chunk.first + 1 : chunk.first;
  if (first > chunk.last)
    return standsAlone(narration, at) ? description(narration, chunk.first, chunk.last) : null;
  if (!isNameWord(tokens[chunk.last])) return description(narration, first, chunk.last);
  const last = endOfBody(narration, at);
  if (last > chunk.last) return name(narration, { first, last, from: first });
  const end = beforePostnominals(tokens, first, last);
  return name(narration, { first, last: end, from: nameStart(tokens, first, end) });
}

/** "Another said", "one told us": a determiner that stands for somebody without a noun. */
function standsAlone({ chunks }: Narration, at: number): boolean {
  const word = chunks[at]!.lower;
  return STANDING_ALONE.has(word) || (word === 'one' && chunks[at + 1]?.kind === 'verb');
}

const STANDING_ALONE = wordList('another some many most several');

/** "Mark Lowe QC": the name without the letters behind it. */
function beforePostnominals(tokens: readonly Token[], first: number, last: number): number {
  let end = last;
  while (end - first > 1 && POSTNOMINALS.has(tokens[end]!.lower)) end--;
  return end;
}

/** The name that the chunk at `at` ends in; null where it is anything else. */
export function nameAt(narration: Narration, at: number): Mention | null {
  const chunk = narration.chunks[at];
  if (chunk?.kind !== 'noun' || !isNameWord(narration.tokens[chunk.last])) return null;
  const mention = mentionAt(narration, at);
  return mention?.kind === 'name' ? mention : null;
}

/** The last token of a name: that of a body may go on behind a preposition ("Commission on Religious Freedom"). */
function endOfBody({ tokens, chunks }: Narration, at: number): number {
  const [chunk, preposition, field] = [chunks[at]!, chunks[at + 1], chunks[at + 2]];
  if (preposition?.kind !== 'preposition' || field?.kind !== 'noun') return chunk.last;
  const body = /^(?:of|on|for)$/.test(preposition.lower) && GROUPS.has(tokens[chunk.last]!.lower);
  const words = tokens.slice(field.first, field.last + 1);
  return body && words.every((token) => isNameWord(token) && !isRoleWord(token.lower))
    ? field.last
    : chunk.last;
}

function pronoun({ tokens }: Narration, chunk: Chunk): Mention {
  const token = tokens[chunk.first];
  const words = (token?.lower ?? '').replace(/['’].*/su, '');
  return { start: token?.start ?? 0, end: token?.end ?? 0, kind: 'pronoun', words, role: null };
}

function description({ text, tokens }: Narration, first: number, last: number): Mention {
  const span = { start: tokens[first]!.start, end: tokens[last]!.end };
  return { ...span, kind: 'description', words: printed(text, unpossessed(span, tokens[last]!)), role: null };
}

/** A span without the ending of the possessive. */
function unpossessed(span: Span, last: Token): Span {
  return last.possessive ? { start: span.start, end: span.end - 2 } : span;
}

/** The words of a span on one line. */
function printed(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  return words.includes('\n') || words.includes('  ') ? words.replace(/\s+/g, ' ') : words;
}

/** Where the name proper begins that ends a noun phrase: after possessors, lower-case nouns, titles and roles. */
function nameStart(tokens: readonly Token[], first: number, last: number): number {
  let from = last;
  while (from > first) {
    const before = tokens[from - 1]!;
    if (before.possessive) break;
    const particle = NAME_PARTICLES.has(before.lower) && isNameWord(tokens[from - 2]) && from - 1 > first;
    if (!isNameWord(before) && !particle) break;
    if (TITLES.has(before.lower) || SUBJECT_PRONOUNS.has(before.lower)) break;
    from--;
  }
  // "Mrs. Hall" keeps its title; "Mrs. Anna Hall" does not need it.
  return from < last - 1 && COURTESY_TITLES.has(tokens[from]!.lower) ? from + 1 : from;
}

function name({ text, tokens }: Narration, at: { first: number; last: number; from: number }): Mention {
  const last = tokens[at.last]!;
  const span = { start: tokens[at.from]!.start, end: last.end };
  const words = printed(text, unpossessed(span, last));
  const titled = at.from > at.first && isRoleWord(tokens[at.from - 1]!.lower);
  const role = titled
    ? printed(text, { start: tokens[at.first]!.start, end: tokens[at.from - 1]!.end })
    : null;
  return { ...span, kind: 'name', words, role };
}

/** Whether a word names an office, a rank or a trade. */
export function isRoleWord(word: string): boolean {
  return TITLES.has(word) || ROLE_NOUNS.has(word) || /(?:olog|ograph|ic|onom)(?:ist|er|ian)s?$/.test(word);
}

/**
 * "Secretary of State Mike Pompeo", "Ambassador to Germany Richard Grenell": the last two words after the preposition
 * are the name, where a title stands before it; null where the chunks around the preposition at `at` are not of this form.
 */
export function titledName(narration: Narration, at: number): Mention | null {
  const { chunks, tokens, text } = narration;
  const [title, preposition, field] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  if (title?.kind !== 'noun' || preposition?.kind !== 'preposition' || field?.kind !== 'noun') return null;
  const head = tokens[title.last]!.lower;
  const run = nameStart(tokens, field.first, field.last);
  if (!isRoleWord(head) || !PREPOSITIONS.has(preposition.lower) || !isNameWord(tokens[field.last]))
    return null;
  const from = Math.max(run, field.last - 1);
  // "President of the Brotherhood" names a body; a person's name would follow it in the same phrase.
  const determined = DETERMINERS.has(tokens[field.first]!.lower);
  if (from - field.first < (determined ? 2 : 1) || GROUPS.has(tokens[field.last]!.lower)) return null;
  const found = name(narration, { first: from, last: field.last, from });
  return {
    ...found,
    role: printed(text, { start: tokens[title.first]!.start, end: tokens[from - 1]!.end }),
  };
}
