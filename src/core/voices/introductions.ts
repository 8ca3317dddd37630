import type { Chunk } from './chunks.ts';
import { HE, SHE } from './lexicon/grammar.ts';
import { isHumanNoun } from './human.ts';
import { mentionAt, nameAt, type Mention } from './mentions.ts';
import type { Passage } from './passages.ts';
import { addForm, personDescribed, personNamed, type People, type Person } from './people.ts';

/**
 * Enters the names of a passage among the people, with what the narration goes on to tell of them: whether it says "he"
 * or "she", whether they act, and by which letters in brackets they are known.
 */
export function meetPeople(passage: Passage, people: People): void {
  const { chunks } = passage;
  let last: Person | null = null;
  let subject: Person | null = null;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind === 'pronoun' && (HE.has(chunk.lower) || SHE.has(chunk.lower))) {
      const meant: Person | null = subject ?? last;
      if (meant !== null) meant[HE.has(chunk.lower) ? 'he' : 'she']++;
      [last, subject] = [null, null];
    }
    const mention = nameAt(passage, at) ?? humanAt(passage, at);
    if (mention === null) continue;
    last = mention.kind === 'name' ? personNamed(people, mention) : personDescribed(people, mention);
    const before = chunks[at - 1]?.kind;
    if (before !== 'preposition' && before !== 'verb') subject = last;
    if (subject === last && (isVerbal(chunks[at + 1]) || isNamedRole(passage, at))) last.acts++;
    const letters = lettersAfter(passage, at);
    if (letters !== null) addForm(people, last, letters);
  }
}

/** The description of one human being that a chunk makes ("the old man"); null where it is anything else. */
function humanAt(passage: Passage, at: number): Mention | null {
  const chunk = passage.chunks[at];
  if (chunk?.kind !== 'noun' || !isHumanNoun(passage.tokens[chunk.last]!.lower)) return null;
  return mentionAt(passage, at);
}

function isVerbal(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' || chunk?.kind === 'auxiliary' || chunk?.kind === 'adverb';
}

/** "his wife, Noor," names somebody whom the words before the comma describe. */
function isNamedRole({ tokens, chunks }: Passage, at: number): boolean {
  const [role, comma, close] = [chunks[at - 2], chunks[at - 1], chunks[at + 1]];
  if (role?.kind !== 'noun' || comma?.kind !== 'comma' || close?.kind !== 'comma') return false;
  return isHumanNoun(tokens[role.last]!.lower);
}

/** "the Commission on Religious Freedom (USCIRF)": the capitals in brackets behind a name; null where there are none. */
function lettersAfter({ tokens, chunks }: Passage, at: number): string | null {
  const [open, inside, close] = [chunks[at + 1], chunks[at + 2], chunks[at + 3]];
  if (open?.kind !== 'open' || close?.kind !== 'close' || inside?.kind !== 'noun') return null;
  const letters = inside.first === inside.last ? tokens[inside.first]!.text : '';
  return /^\p{Lu}[\p{Lu}\p{N}&]{1,9}$/u.test(letters) ? letters : null;
}
