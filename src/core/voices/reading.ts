import type { Cue } from './cues.ts';
import { focusBehind, focusOn, keepInMind, personMeant, type Focus } from './focus.ts';
import { mayBeMeant } from './human.ts';
import { FIRST_PERSON } from './lexicon/grammar.ts';
import { nameAt, type Mention } from './mentions.ts';
import { addressIn, isCalled } from './address.ts';
import { cuesBetween, quotedAt, REACH, type Passage } from './passages.ts';
import { personDescribed, personNamed, type People, type Person } from './people.ts';
import { mainSubject, subjectOf, type Subject } from './subjects.ts';

/** What a reader has in mind on the way through a text. */
export interface Reading {
  /** True for a text that reads like fiction. */
  readonly story: boolean;
  readonly people: People;
  readonly focus: Focus;
  /** Whom the cues met so far name: a pronoun is read where it stands. */
  readonly named: Map<Cue, Person | null>;
  /** Whose words the last quotation held, and in which block. */
  voice: { person: Person; block: number } | null;
  /** Whom a block that ends in a colon announces to the next one. */
  announced: Person | null;
}

/** A reader who has read nothing yet. */
export function beginReading(people: People, story: boolean): Reading {
  return { story, people, focus: { people: [] }, named: new Map(), voice: null, announced: null };
}

/** Keeps up with whom the narration is about, over one more chunk of it. */
export function follow(reading: Reading, passage: Passage, at: number): void {
  const kind = passage.chunks[at]?.kind;
  if (kind === 'verb' || kind === 'auxiliary') followVerb(reading, passage, at);
  else {
    const mention = nameAt(passage, at);
    if (mention !== null) keepInMind(reading.focus, personNamed(reading.people, mention));
  }
}

function followVerb(reading: Reading, passage: Passage, at: number): void {
  const cue = passage.cues.get(at);
  const subject = cue === undefined ? subjectOf(passage, at) : null;
  const person = cue === undefined ? actorOf(reading, subject) : speakerOf(reading, passage, cue);
  if (person === null || person.kind === 'author') return;
  // A name that stands beside a cue is that of somebody who speaks, so "he" or "she" can mean it.
  if (cue !== undefined) person.acts++;
  if (isSubordinate(passage, cue?.first ?? subject?.at ?? at)) focusBehind(reading.focus, person);
  else focusOn(reading.focus, person);
}

/** True for a clause inside another one: behind "that" and its kind, or right behind a verb ("Smith said Jones left"). */
function isSubordinate({ chunks }: Passage, subject: number): boolean {
  const before = chunks[subject - 1];
  if (before === undefined) return false;
  return (
    before.kind === 'subordinator' ||
    before.kind === 'verb' ||
    (before.kind === 'preposition' && before.lower !== 'with')
  );
}

/** Who acts; null where that is nobody whom a pronoun could mean later. */
function actorOf(reading: Reading, subject: Subject | null): Person | null {
  const mention = subject?.mention;
  if (mention === undefined || (mention.kind === 'description' && !mayBeMeant(mention.words))) return null;
  return resolve(reading, mention);
}

/** Whom a mention means where the reader has come to; null for a pronoun that nobody in mind fits. */
export function resolve(reading: Reading, mention: Mention): Person | null {
  if (mention.kind === 'name') return personNamed(reading.people, mention);
  if (mention.kind === 'description') return personDescribed(reading.people, mention);
  // Narration in the first person is the author's.
  if (FIRST_PERSON.has(mention.words)) return reading.people.author;
  return personMeant(reading.focus, mention, { sure: reading.story });
}

/** Whom a cue names, read once, where the narration comes to it. */
export function speakerOf(reading: Reading, passage: Passage, cue: Cue): Person | null {
  const known = reading.named.get(cue);
  if (known !== undefined) return known;
  const pronoun = cue.speaker.kind === 'pronoun' && reading.story;
  const person = (pronoun ? inConversation(reading, passage, cue) : null) ?? resolve(reading, cue.speaker);
  reading.named.set(cue, person);
  return person;
}

/**
 * Whom "he" means beside the speech of a story: not who is spoken to, and, in a new paragraph of speech, which is a new
 * voice, not who spoke in the paragraph before.
 */
function inConversation({ voice, focus, people }: Reading, passage: Passage, cue: Cue): Person | null {
  if (FIRST_PERSON.has(cue.speaker.words)) return null;
  const { text, chunks } = passage;
  const quote = [cue.first - 1, cue.first - 2, cue.last + 1, cue.last + 2].find(
    (at) => chunks[at]?.kind === 'quote',
  );
  const address = quote === undefined ? null : addressIn(text, quotedAt(passage, quote));
  const except = address === null ? [] : people.all.filter((person) => isCalled(person, address));
  const ahead = chunks.slice(0, Math.min(cue.first, REACH));
  const opens = ahead.every((chunk) => ['quote', 'comma', 'dash'].includes(chunk.kind));
  if (opens && voice?.block === passage.index - 1) except.push(voice.person);
  return personMeant(focus, cue.speaker, { except, sure: true });
}

/** "His mother said:" before a new paragraph: whose words come next; null where the block does not end in a colon. */
export function announcedBy(reading: Reading, passage: Passage): Person | null {
  const end = passage.chunks.length - 1;
  if (passage.chunks[end]?.kind !== 'colon') return null;
  const start = passage.sentenceOf[end]!;
  const cue = cuesBetween(passage, start, end).at(-1);
  if (cue !== undefined) return speakerOf(reading, passage, cue);
  const subject = mainSubject(passage, Math.max(start, end - REACH), end);
  return subject === null ? null : resolve(reading, subject.mention);
}
