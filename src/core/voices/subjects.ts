import type { Chunk } from './chunks.ts';
import { CLAUSE_PREPOSITIONS, SUBJECT_PRONOUNS } from './lexicon/grammar.ts';
import { PLACES } from './lexicon/places.ts';
import { isRoleWord, mentionAt, titledName, type Mention, type Narration } from './mentions.ts';

/** A subject farther from its verb, in chunks, is not looked for. */
const LONGEST_CLAUSE = 60;

/** A subject and the index of its chunk. */
export interface Subject {
  readonly mention: Mention;
  readonly at: number;
}

/**
 * The subject of the verb at chunk `verb`: the nearest noun phrase to its left that is neither the object of a
 * preposition nor that of another verb. Null where the clause has none.
 */
export function subjectOf(narration: Narration, verb: number): Subject | null {
  const { chunks } = narration;
  /** Whether a comma, a conjunction or a relative word has parted the verb from what stands at `at`. */
  let parted = false;
  /** Whether "who" has been met last: what it refers to stands right before it, whatever it is to its own verb. */
  let relative = false;
  for (let at = verb - 1; at >= Math.max(0, verb - LONGEST_CLAUSE); at--) {
    const chunk = chunks[at];
    if (chunk === undefined || chunk.kind === 'stop' || chunk.kind === 'break') return null;
    if (chunk.kind === 'close') at = openingOf(chunks, at);
    else if (chunk.kind === 'comma' || chunk.kind === 'conjunction' || chunk.kind === 'dash') parted = true;
    else if (chunk.kind === 'subordinator') {
      if (!isRelative(chunks, at) && !parted) return null;
      [parted, relative] = [true, chunk.lower === 'who'];
    } else if (chunk.kind === 'noun' || chunk.kind === 'pronoun') {
      const role = roleOf(chunks, at, { verb, parted });
      const mention = role === 'subject' || (role === 'object' && relative) ? mentionAt(narration, at) : null;
      if (mention !== null) return { mention, at };
      const titled =
        role === 'in phrase' && !parted
          ? (titledName(narration, at - 1) ?? officeHolder(narration, at))
          : null;
      if (titled !== null) return { mention: titled, at };
      if (role === 'object' || role === 'in phrase') at--;
    }
  }
  return null;
}

/** "House of Commons Speaker John Bercow": the name with its title ends a phrase that began before the preposition. */
function officeHolder(narration: Narration, at: number): Mention | null {
  const mention = narration.chunks[at - 1]?.lower === 'of' ? mentionAt(narration, at) : null;
  return mention?.kind === 'name' && mention.role !== null && !mention.role.startsWith('the ')
    ? mention
    : null;
}

function openingOf(chunks: readonly Chunk[], close: number): number {
  let at = close;
  while (at > 0 && chunks[at]?.kind !== 'open' && close - at < 40) at--;
  return at;
}

/** "X, who said": a relative word takes its subject from before it. */
function isRelative(chunks: readonly Chunk[], at: number): boolean {
  const word = chunks[at]?.lower;
  const before = chunks[at - 1]?.kind;
  return (
    (word === 'who' || word === 'which') && (before === 'comma' || before === 'noun' || before === 'close')
  );
}

/** What a noun phrase is to the clauses around it, seen from the verb to its right. */
function roleOf(
  chunks: readonly Chunk[],
  at: number,
  from: { verb: number; parted: boolean },
): 'subject' | 'object' | 'in phrase' | 'skip' {
  const chunk = chunks[at];
  const before = chunks[at - 1];
  if (chunk === undefined) return 'skip';
  const subjectForm =
    chunk.kind === 'pronoun' &&
    SUBJECT_PRONOUNS.has(chunk.lower.replace(/['’].*/su, '')) &&
    chunk.lower !== 'it';
  if (subjectForm) return 'subject';
  if (chunk.kind === 'pronoun' && chunk.lower !== 'it') return 'skip';
  if (before?.kind === 'preposition') {
    const participle = before.lower === 'with' && chunks[from.verb]?.verb?.form === 'ing';
    const opensClause = participle || CLAUSE_PREPOSITIONS.has(before.lower);
    return opensClause && !from.parted ? 'subject' : 'in phrase';
  }
  if (before?.kind === 'verb') return opensReport(chunks, at, from) ? 'subject' : 'object';
  if (before?.kind === 'auxiliary' && /^(?:is|are|was|were|be|been)$/.test(before.lower)) return 'object';
  if (from.parted && isApposition(chunks, at)) return 'skip';
  if (before?.kind === 'comma' && isPlaceName(chunk) && chunks[at - 2]?.kind === 'noun') return 'skip';
  if (before?.kind === 'conjunction' && isJoinedObject(chunks, at)) return 'skip';
  if (before?.kind === 'conjunction' && chunks[at - 2]?.kind !== 'comma' && isBareRole(chunk)) return 'skip';
  return 'subject';
}

/** "Smith said Jones left": a noun between a verb of speech and the next verb is the subject of that. */
function opensReport(chunks: readonly Chunk[], at: number, from: { verb: number; parted: boolean }): boolean {
  const report = chunks[at - 1]?.verb;
  if (from.parted || report?.sense !== 'speech' || report.form === 'ing') return false;
  return chunks
    .slice(at + 1, from.verb)
    .every((chunk) => chunk.kind === 'adverb' || chunk.kind === 'auxiliary');
}

/** "on Italy and Egypt", "of Cyprus, France and Greece": what joins the object of a preposition is in its phrase too. */
function isJoinedObject(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (chunk === undefined || chunk.lower.split(' ').some(isRoleWord)) return false;
  let first = at - 2;
  while (chunks[first - 1]?.kind === 'comma' && chunks[first - 2]?.kind === 'noun' && isPlaceName(chunk))
    first -= 2;
  return chunks[first]?.kind === 'noun' && chunks[first - 1]?.kind === 'preposition';
}

/** "Washington, D.C.": a place behind a comma only says where the one before it lies. */
function isPlaceName(chunk: Chunk): boolean {
  return chunk.lower.split(' ').every((word) => PLACES.has(word) || word === 'los' || word === 'san');
}

/** "X of Boston and contributor to Slate": a second role of the same person. */
function isBareRole(chunk: Chunk): boolean {
  return isRoleWord(chunk.lower);
}

/** ", a Toronto lawyer," after a name: the name before the comma is the subject. */
function isApposition(chunks: readonly Chunk[], at: number): boolean {
  // ", also a painter,"
  const comma = chunks[at - 1]?.kind === 'adverb' ? at - 2 : at - 1;
  const [chunk, before] = [chunks[at], chunks[comma - 1]];
  if (chunk === undefined || chunks[comma]?.kind !== 'comma' || before === undefined) return false;
  const words = chunk.lower.split(' ');
  const describes =
    /^(?:an?|the|his|her|its|their|one|another|\d+)$/.test(words[0]!) || words.some(isRoleWord);
  return (describes || comma < at - 1) && (before.kind === 'noun' || before.kind === 'close');
}

/** The subject of the first finite verb in a stretch of chunks; null where it has none. */
export function mainSubject(narration: Narration, from: number, to: number): Subject | null {
  for (let at = from; at < to; at++) {
    const chunk = narration.chunks[at];
    const finite = chunk?.kind === 'auxiliary' || (chunk?.kind === 'verb' && chunk.verb?.form !== 'ing');
    const subject = finite ? subjectOf(narration, at) : null;
    if (subject !== null && subject.at >= from) return subject;
  }
  return null;
}
