import type { Cue } from './cues.ts';
import { focusOn, keepInMind, personMeant, type Focus } from './focus.ts';
import { mayBeMeant } from './human.ts';
import { FIRST_PERSON } from './lexicon/grammar.ts';
import { nameAt, type Mention } from './mentions.ts';
import { cuesBetween, REACH, type Passage } from './passages.ts';
import { personDescribed, personNamed, type People, type Person } from './people.ts';
import { mainSubject, subjectOf } from './subjects.ts';

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
  if (kind === 'verb' || kind === 'auxiliary') {
    const cue = passage.cues.get(at);
    const person = cue === undefined ? actorOf(reading, passage, at) : speakerOf(reading, passage, cue);
    if (person !== null && person.kind !== 'author') focusOn(reading.focus, person);
  } else {
    const mention = nameAt(passage, at);
    if (mention !== null) keepInMind(reading.focus, personNamed(reading.people, mention));
  }
}

/** Who does what the verb says; null where that is nobody whom a pronoun could mean later. */
function actorOf(reading: Reading, passage: Passage, verb: number): Person | null {
  const mention = subjectOf(passage, verb)?.mention;
  if (mention === undefined || (mention.kind === 'description' && !mayBeMeant(mention.words))) return null;
  return resolve(reading, mention);
}

/** Whom a mention means where the reader has come to; null for a pronoun that nobody in mind fits. */
export function resolve(reading: Reading, mention: Mention): Person | null {
  if (mention.kind === 'name') return personNamed(reading.people, mention);
  if (mention.kind === 'description') return personDescribed(reading.people, mention);
  // Narration in the first person is the author's.
  if (FIRST_PERSON.has(mention.words)) return reading.people.author;
  return personMeant(reading.focus, mention);
}

/** Whom a cue names, read once, where the narration comes to it. */
export function speakerOf(reading: Reading, passage: Passage, cue: Cue): Person | null {
  const known = reading.named.get(cue);
  if (known !== undefined) return known;
  const person = pronounAfterSpeech(reading, passage, cue) ?? resolve(reading, cue.speaker);
  reading.named.set(cue, person);
  return person;
}

/** In a story a new paragraph of speech is a new voice, so "he" beside it is not who spoke in the paragraph before. */
function pronounAfterSpeech({ voice, story, focus }: Reading, passage: Passage, cue: Cue): Person | null {
  if (!story || cue.speaker.kind !== 'pronoun' || voice?.block !== passage.index - 1) return null;
  const ahead = passage.chunks.slice(0, Math.min(cue.first, REACH));
  const opens = ahead.every((chunk) => ['quote', 'comma', 'dash'].includes(chunk.kind));
  return opens ? personMeant(focus, cue.speaker, voice.person) : null;
}

/** "His mother said:" before a new paragraph: whose words come next; null where the block does not end in a colon. */
export function announcedBy(reading: Reading, passage: Passage): Person | null {
  const end = passage.chunks.length - 1;
  if (passage.chunks[end]?.kind !== 'colon') return null;
  const start = passage.sentenceOf[end] ?? 0;
  const cue = cuesBetween(passage, start, end).at(-1);
  if (cue !== undefined) return speakerOf(reading, passage, cue);
  const subject = mainSubject(passage, Math.max(start, end - REACH), end);
  return subject === null ? null : resolve(reading, subject.mention);
}
