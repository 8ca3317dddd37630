import type { Span } from '../text/span.ts';
import type { Chunk } from './chunks.ts';
import { isRoleWord, mentionAt, titledName, type Mention, type Narration } from './mentions.ts';
import { isForeignSpeech } from './lexicon/verbs.ts';
import { SPEECH_NOUNS } from './lexicon/speech.ts';
import { subjectOf } from './subjects.ts';

/**
 * A place in the narration that says who speaks: a verb of speech with its subject ("he said", "said the minister"),
 * or "according to" with a name.
 */
export interface Cue extends Span {
  readonly kind: 'verb' | 'inverted' | 'according' | 'passive';
  readonly speaker: Mention;
  /** The index of the chunk of the verb or of "according". */
  readonly at: number;
  /** Indices of the cue's first and last chunk. */
  readonly first: number;
  readonly last: number;
}

/** All cues in a stretch of narration, in order. */
export function findCues(narration: Narration): Cue[] {
  const cues: Cue[] = [];
  for (const [at, chunk] of narration.chunks.entries()) {
    const cue = accordingCue(narration, at) ?? (chunk.kind === 'verb' ? verbCue(narration, at) : null);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function verbCue(narration: Narration, at: number): Cue | null {
  const { chunks } = narration;
  const verb = chunks[at]?.verb;
  // "requires maintaining": a form in -ing right behind a verb is its object.
  if (verb?.form === 'ing' && chunks[at - 1]?.kind === 'verb') return null;
  if (verb == null || (verb.sense !== 'speech' && !followsQuote(chunks, at))) return null;
  if (verb.sense === 'speech' && isPassive(chunks, at)) return passiveCue(narration, at);
  if (mayBeInverted(chunks, at)) {
    const subject = phraseAfter(narration, at + 1);
    const mention = ownerOfWords(narration, at + 1) ?? subject?.mention;
    if (subject !== null && mention !== undefined)
      return withSpan(narration, { kind: 'inverted', at, first: at, last: subject.last, mention });
  }
  if (verb.sense !== 'speech') return null;
  const source = chunks[at - 1]?.lower === 'as' ? sourceQuoted(narration, at - 1) : null;
  if (source !== null) return withSpan(narration, source);
  const subject = isReduced(chunks, at) ? null : subjectOf(narration, at);
  if (subject === null) return null;
  const mention = ownerOfWords(narration, subject.at) ?? subject.mention;
  return withSpan(narration, { kind: 'verb', at, first: subject.at, last: at, mention });
}

/** "X quoted Y as saying": Y speaks; with "X was quoted as saying" it is the subject after all. */
function sourceQuoted(narration: Narration, as: number): Found | null {
  const { chunks } = narration;
  const quoted = chunks[as - 2];
  if (quoted?.kind !== 'verb' || !/^(?:quote|cite|describe)$/.test(quoted.verb?.base ?? '')) return null;
  const mention = mentionAt(narration, as - 1);
  return mention === null ? null : { kind: 'verb', at: as + 1, first: as - 1, last: as + 1, mention };
}

/** A past verb of any kind right behind a quotation reports it: "…," beamed the boy. */
function followsQuote(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1]?.kind;
  return before === 'quote' && chunks[at]?.verb?.form === 'past';
}

/** A verb that directly follows a quotation, or opens its sentence, may have its subject behind it. */
function mayBeInverted(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.verb?.form === 'ing') return false;
  const skipped = new Set(['comma', 'dash', isForeignSpeech(chunks[at]?.lower ?? '') ? 'auxiliary' : '']);
  let before = at - 1;
  while (before >= 0 && skipped.has(chunks[before]?.kind ?? '')) before--;
  const kind = chunks[before]?.kind;
  return kind === undefined || ['quote', 'stop', 'break'].includes(kind);
}

/** "was told", "reported by": the subject is not who speaks. */
export function isPassive(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at + 1]?.lower === 'by') return true;
  let before = at - 1;
  while (chunks[before]?.kind === 'adverb') before--;
  const auxiliary = chunks[before];
  if (auxiliary?.kind !== 'auxiliary' || chunks[at]?.verb?.form !== 'past') return false;
  return /^(?:is|are|was|were|be|been|being)$/.test(auxiliary.lower);
}

/** "They found a pattern called …": a past form after a noun that is part of another verb's clause has no subject. */
export function isReduced(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.verb?.form !== 'past' || chunks[at - 1]?.kind !== 'noun') return false;
  for (let back = at - 1; back >= Math.max(0, at - 30); back--) {
    const chunk = chunks[back];
    if (chunk?.kind === 'verb')
      return chunk.verb?.form !== 'ing' && !(chunk.verb?.sense === 'speech' && back === at - 2);
    if (chunk?.kind === 'auxiliary') return true;
    if (chunk?.kind !== 'noun' && chunk?.kind !== 'preposition' && chunk?.kind !== 'adverb') return false;
  }
  return false;
}

/** "told by X": the speaker follows "by" in the same clause. */
function passiveCue(narration: Narration, at: number): Cue | null {
  for (let next = at + 1; next < at + 4; next++) {
    const chunk = narration.chunks[next];
    if (chunk === undefined || chunk.kind === 'stop' || chunk.kind === 'quote') return null;
    if (chunk.kind !== 'preposition' || chunk.lower !== 'by') continue;
    const subject = phraseAfter(narration, next + 1);
    return subject === null ? null : withSpan(narration, { kind: 'passive', at, first: at, ...subject });
  }
  return null;
}

/** "according to X", "in the words of X". */
function accordingCue(narration: Narration, at: number): Cue | null {
  const { chunks } = narration;
  const lower = chunks[at]?.lower;
  const to = chunks[at + 1];
  const according = lower === 'according' && to?.lower === 'to';
  const words = lower === 'in' && to?.lower === 'the words' && chunks[at + 2]?.lower === 'of';
  const foreign = lower === 'selon' || lower === 'según';
  if (!according && !words && !foreign) return null;
  const next = at + (words ? 3 : foreign ? 1 : 2);
  const subject = phraseAfter(narration, next);
  if (subject === null) return null;
  const mention = ownerOfWords(narration, next) ?? subject.mention;
  return withSpan(narration, { kind: 'according', at, first: at, last: subject.last, mention });
}

/** The mention that the phrase at `at` makes, with the index of its last chunk. */
function phraseAfter(narration: Narration, at: number): { mention: Mention; last: number } | null {
  const { chunks } = narration;
  const chunk = chunks[at];
  if (chunk?.kind !== 'noun' && chunk?.kind !== 'pronoun') return null;
  const titled = titledName(narration, at + 1);
  if (titled !== null) return { mention: titled, last: at + 2 };
  const mention = mentionAt(narration, at);
  return mention === null ? null : { mention, last: at };
}

interface Found {
  readonly kind: Cue['kind'];
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly mention: Mention;
}

/** The cue with its span: a role that follows the name between commas belongs to it. */
function withSpan(narration: Narration, found: Found): Cue {
  const { text, tokens, chunks } = narration;
  const apposition = found.mention.kind === 'pronoun' ? null : appositionAfter(narration, found.last);
  const role =
    found.mention.role ??
    (apposition === null
      ? null
      : text.slice(apposition.start, apposition.end).replace(/^(?:an?|the)\s/i, ''));
  const last = apposition === null ? found.last : apposition.last;
  const { start } = tokens[chunks[found.first]!.first]!;
  const { end } = tokens[chunks[last]!.last]!;
  const { kind, at, first } = found;
  return { kind, at, first, last, start, end, speaker: { ...found.mention, role } };
}

/** What follows a name between commas and says who it is: ", a former soldier of …"; null where nothing does. */
function appositionAfter({ text, tokens, chunks }: Narration, at: number): (Span & { last: number }) | null {
  const [comma, phrase] = [chunks[at + 1], chunks[at + 2]];
  if (comma?.kind !== 'comma' || phrase?.kind !== 'noun' || text[tokens[comma.first]!.start] !== ',')
    return null;
  const words = phrase.lower.split(' ');
  const opens = /^(?:an?|the|one|another|his|her|their)$/.test(words[0]!) || words.some(isRoleWord);
  if (!opens || (words.length < 2 && !isRoleWord(words[0]!))) return null;
  let last = at + 2;
  while (belongsToRole(chunks[last + 1])) last++;
  const next = chunks[last + 1]?.kind;
  if (next === 'verb' || next === 'auxiliary') return null;
  const { start } = tokens[phrase.first]!;
  return { start, end: tokens[chunks[last]!.last]!.end, last };
}

function belongsToRole(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && ['noun', 'preposition', 'conjunction', 'close', 'open'].includes(chunk.kind);
}

/**
 * Whose words a noun of speech announces: "Vance's declaration of …", "a statement from the king". Null where the chunk
 * at `at` is no such noun, or has no owner beside it.
 */
export function ownerOfWords(narration: Narration, at: number): Mention | null {
  const { chunks, tokens } = narration;
  const chunk = chunks[at];
  if (chunk?.lower === 'part' && chunks[at + 1]?.lower === 'of') return ownerOfWords(narration, at + 2);
  if (chunk?.kind !== 'noun' || !SPEECH_NOUNS.has(tokens[chunk.last]!.lower)) return null;
  const source = sourceAfter(narration, at);
  if (source !== null) return source;
  for (let owner = chunk.last - 1; owner >= chunk.first; owner--) {
    if (tokens[owner]?.possessive === true)
      return mentionAt({ ...narration, chunks: [{ ...chunk, last: owner }], mentions: new Map() }, 0);
  }
  return null;
}

/** "a statement from the king", "a tweet on Monday by X": who stands behind "from" or "by" in the same phrase. */
function sourceAfter(narration: Narration, at: number): Mention | null {
  for (let next = at + 1; next < at + 5; next++) {
    const chunk = narration.chunks[next];
    if (chunk?.kind === 'preposition' && /^(?:from|by)$/.test(chunk.lower))
      return phraseAfter(narration, next + 1)?.mention ?? null;
    if (chunk?.kind !== 'preposition' && chunk?.kind !== 'noun' && chunk?.kind !== 'adverb') return null;
  }
  return null;
}

/** The owner of a noun of speech right before a quotation, with or without a preposition between them. */
export function ownerBefore(narration: Narration, at: number): Mention | null {
  const preposition = narration.chunks[at - 1]?.kind === 'preposition' ? 1 : 0;
  return ownerOfWords(narration, at - 1 - preposition);
}
