import { isPassive, isReduced } from './cues.ts';
import { DETERMINERS } from './lexicon/grammar.ts';
import { TERM_NOUNS } from './lexicon/speech.ts';
import { quotedAt, type Passage } from './passages.ts';

/** True where what stands before the marks gives something a name: "nicknamed", "a process called", "the term". */
export function isNamed(passage: Passage, at: number): boolean {
  const { chunks, tokens } = passage;
  const before = chunks[at - 1];
  if (before === undefined || before.kind === 'comma' || before.kind === 'colon') return false;
  if (before.kind === 'conjunction' && before.lower === 'or' && chunks[at - 2]?.kind !== 'quote') return true;
  if (before.kind === 'noun' && TERM_NOUNS.has(tokens[before.last]!.lower)) return true;
  const verb = lastVerb(passage, at);
  const form = chunks[verb]?.verb ?? null;
  if (form === null) return false;
  const participle = chunks[verb - 1]?.kind === 'noun' && chunks[verb - 2]?.kind !== 'subordinator';
  if (form.sense === 'naming' || (form.base === 'call' && verb === at - 1 && participle)) return true;
  if (form.base === 'call' && /^(?:they|we|you|people)$/.test(chunks[verb - 1]?.lower ?? '')) return true;
  return (
    /^(?:call|refer|label|brand|identify)$/.test(form.base) &&
    (isPassive(chunks, verb) || isReduced(chunks, verb))
  );
}

/** The index of the verb shortly before a quotation; -1 where there is none. */
function lastVerb({ chunks }: Passage, at: number): number {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const kind = chunks[back]?.kind;
    if (kind === 'stop' || kind === 'quote') return -1;
    if (kind === 'verb') return back;
  }
  return -1;
}

/** True for a quotation that neither opens a sentence nor is announced by a comma, a colon or a dash. */
export function isEmbedded({ chunks, sentenceOf }: Passage, at: number): boolean {
  const before = chunks[at - 1]?.kind ?? 'stop';
  return sentenceOf[at] !== at && !['comma', 'colon', 'dash', 'quote'].includes(before);
}

/** In a title a few marked words are a label, not a statement. */
export function isHeadlineMark(passage: Passage, at: number): boolean {
  return passage.kind !== 'paragraph' && wordsAt(passage, at).length < 5;
}

/** The marked words, up to a few more than any rule here counts. */
function wordsAt(passage: Passage, at: number): string[] {
  const { start, end } = quotedAt(passage, at);
  return passage.text.slice(start + 1, Math.min(end - 1, start + 200)).split(/\s+/);
}

/** True where the marked words are written like a name, or stand before a noun as an adjective does. */
export function looksLikeTerm(passage: Passage, at: number): boolean {
  const { chunks, sentenceOf } = passage;
  const [before, next] = [chunks[at - 1], chunks[at + 1]];
  if (before === undefined || before.kind === 'colon' || sentenceOf[at] === at) return false;
  const words = wordsAt(passage, at);
  if (words.length > 1 && words.length < 9 && isTitleCase(words)) {
    return before.kind !== 'comma' || chunks[at - 2]?.kind === 'noun';
  }
  const sameSentence = sentenceOf[at + 1] === sentenceOf[at];
  const modifies = next?.kind === 'noun' && sameSentence && !DETERMINERS.has(next.lower.split(' ', 1)[0]!);
  return words.length < 4 && modifies;
}

/** True where all longer words begin with a capital, as in the name of a work. */
function isTitleCase(words: readonly string[]): boolean {
  const longer = words.filter((word) => word.length > 3);
  return longer.length > 0 && longer.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
}

/** True for a sentence that asks ("Why does …"): what it marks is in doubt, and nobody's statement. */
export function isAsked({ chunks, sentenceOf }: Passage, quote: number): boolean {
  let at = sentenceOf[quote]!;
  while (at < quote && ['adverb', 'comma', 'conjunction'].includes(chunks[at]!.kind)) at++;
  return /^(?:why|how|what|who|when|where)$/.test(chunks[at]!.lower) && chunks[at + 1]?.kind === 'auxiliary';
}

/** True where the marked words are more than a few and end as a sentence or a clause of speech does. */
export function endsLikeSpeech(passage: Passage, at: number): boolean {
  const { start, end } = quotedAt(passage, at);
  return end - start > 20 && /[.!?…,—–-][^\p{L}\p{N}]?$/u.test(passage.text.slice(end - 3, end - 1));
}
