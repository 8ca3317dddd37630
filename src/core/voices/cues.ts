import type { Span } from '../text/span.ts';
import { DETERMINERS, PREPOSITIONS } from './lexicon/grammar.ts';
import { SPEECH_NOUNS, SPEECH_VERBS } from './lexicon/speech.ts';
import { appositionAfter, isNameWord, subjectAfter, subjectBefore, type Mention } from './mentions.ts';
import { endsSentence, type Token } from './tokens.ts';

/**
 * A place in the narration that says who speaks: a verb with its subject ("he said", "said the minister"), "according
 * to" with a name, or a noun of speech that belongs to somebody ("Vance's declaration of").
 */
export interface Cue extends Span {
  readonly kind: 'verb' | 'inverted' | 'according' | 'noun';
  readonly speaker: Mention;
  /** The index of the verb, of "according", or of the noun. */
  readonly at: number;
  /** The index of the cue's last token. */
  readonly last: number;
}

/** All cues in a stretch of narration, in order. */
export function findCues(text: string, tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(text, tokens, at);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function cueAt(text: string, tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return accordingAt(text, tokens, at);
  if (
    SPEECH_VERBS.has(token.lower) &&
    !token.possessive &&
    (!token.capital || at === 0 || mayBeInverted(tokens, at))
  ) {
    const cue = verbAt(text, tokens, at);
    if (cue !== null) return cue;
  }
  return SPEECH_NOUNS.has(token.lower) ? nounAt(text, tokens, at) : null;
}

function accordingAt(text: string, tokens: readonly Token[], at: number): Cue | null {
  const speaker = subjectAfter(text, tokens, at + 1) ?? objectPronoun(tokens, at + 2);
  if (speaker === null) return null;
  return withEnd(text, tokens, { kind: 'according', speaker, at, start: tokens[at]?.start ?? 0 });
}

/** "according to him": the pronoun as its subject form would stand. */
function objectPronoun(tokens: readonly Token[], at: number): Mention | null {
  const token = tokens[at];
  const subject =
    token?.lower === 'him' ? 'he' : token?.lower === 'her' ? 'she' : token?.lower === 'them' ? 'they' : null;
  if (token === undefined || subject === null) return null;
  return { start: token.start, end: token.end, kind: 'pronoun', words: subject, role: null, last: at };
}

function verbAt(text: string, tokens: readonly Token[], at: number): Cue | null {
  if (standsAsNoun(tokens, at)) return null;
  if (mayBeInverted(tokens, at)) {
    const speaker = subjectAfter(text, tokens, at);
    if (speaker !== null)
      return withEnd(text, tokens, { kind: 'inverted', speaker, at, start: tokens[at]?.start ?? 0 });
  }
  const speaker =
    subjectBefore(text, tokens, at) ??
    (tokens[at]?.lower.endsWith('ing') === true ? mainSubject(text, tokens, at) : null);
  return speaker === null ? null : withEnd(text, tokens, { kind: 'verb', speaker, at, start: speaker.start });
}

/** The subject that a sentence opens with: it is also that of a participle further on (", claiming that …"). */
function mainSubject(text: string, tokens: readonly Token[], at: number): Mention | null {
  let start = at;
  while (start > 0 && at - start < 60) {
    const before = tokens[start - 1];
    if (before === undefined || endsSentence(before) || before.kind === 'quote' || before.kind === 'colon')
      break;
    start--;
  }
  // A word set off by a comma ("Now, …") comes before the subject.
  const opener = tokens[start + 1]?.kind === 'comma' ? start + 1 : start - 1;
  return subjectAfter(text, tokens, opener);
}

/** "the claims", "in reports": after a determiner or a preposition the word is no verb. */
function standsAsNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word') return false;
  return (
    before.possessive ||
    DETERMINERS.has(before.lower) ||
    (PREPOSITIONS.has(before.lower) && before.lower !== 'before')
  );
}

/** A verb that directly follows a quotation, or opens its sentence, may have its subject behind it. */
function mayBeInverted(tokens: readonly Token[], at: number): boolean {
  let before = tokens[at - 1];
  if (before?.kind === 'comma' || before?.kind === 'dash') before = tokens[at - 2];
  return before === undefined || before.kind === 'quote' || endsSentence(before);
}

/** "Vance's declaration of 'significant progress'": the noun's owner speaks. */
function nounAt(text: string, tokens: readonly Token[], at: number): Cue | null {
  let owner = at - 1;
  while (
    owner > at - 4 &&
    tokens[owner]?.kind === 'word' &&
    tokens[owner]?.possessive === false &&
    !tokens[owner]?.capital
  )
    owner--;
  const token = tokens[owner];
  if (token?.kind !== 'word' || !token.possessive || !isNameWord(token)) return null;
  const speaker = subjectBefore(text, tokens, owner + 1);
  if (speaker === null || speaker.kind !== 'name') return null;
  return { kind: 'noun', speaker, at, last: at, start: speaker.start, end: tokens[at]?.end ?? speaker.end };
}

function withEnd(
  text: string,
  tokens: readonly Token[],
  cue: { kind: Cue['kind']; speaker: Mention; at: number; start: number },
): Cue {
  const apposition = appositionAfter(text, tokens, cue.speaker);
  let last = Math.max(cue.at, cue.speaker.last);
  if (cue.kind !== 'verb' && apposition !== null) {
    while ((tokens[last + 1]?.end ?? Infinity) <= apposition.end) last++;
  }
  const role =
    cue.speaker.role ??
    (apposition === null
      ? null
      : text.slice(apposition.start, apposition.end).replace(/^(?:an?|the)\s/i, ''));
  const end = Math.max(
    tokens[last]?.end ?? cue.speaker.end,
    apposition !== null && cue.kind !== 'verb' ? apposition.end : 0,
  );
  return { ...cue, last, end, speaker: { ...cue.speaker, role } };
}
