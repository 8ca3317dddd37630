import { ownerBefore } from './cues.ts';
import { cueAfter, cueBefore, isBeside } from './governing-cues.ts';
import type { Mention } from './mentions.ts';
import { readPassage, type Passage } from './passages.ts';
import { personDescribed, personNamed, type People, type Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';

/**
 * Says for each stretch marked inside a quotation who is quoted there, where the quotation itself names them ("Trump
 * promised '…'"); else null, for a pronoun too: it may mean somebody outside.
 */
export function attributeNested(text: string, outer: Marked, people: People): (Person | null)[] {
  if (outer.inner.length === 0) return [];
  const span = { start: outer.start + 1, end: outer.end - 1 };
  const place = { index: 0, previous: -1, kind: 'paragraph' } as const;
  const passage = readPassage({ text, span, marked: outer.inner, from: 0 }, place);
  const found: (Person | null)[] = outer.inner.map(() => null);
  for (const [at, chunk] of passage.chunks.entries()) {
    const quote = passage.tokens[chunk.first]!.quote;
    const mention = quote < 0 ? null : quotedBy(passage, at);
    if (mention === null) continue;
    found[quote] = mention.kind === 'name' ? personNamed(people, mention) : personDescribed(people, mention);
  }
  return found;
}

/** The cue or the owner of words that names who is quoted at a chunk; null where none does without a pronoun. */
function quotedBy(passage: Passage, at: number): Mention | null {
  const cue = cueBefore(passage, at) ?? cueAfter(passage, at);
  if (cue !== null && isBeside(passage, cue, at)) return cue.speaker.kind === 'pronoun' ? null : cue.speaker;
  const mention = ownerBefore(passage, at) ?? cue?.speaker ?? null;
  return mention?.kind === 'pronoun' ? null : mention;
}
