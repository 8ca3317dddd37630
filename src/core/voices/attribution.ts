import type { Block } from './blocks.ts';
import { fillConversation } from './conversation.ts';
import { ownerOfWords, type Cue } from './cues.ts';
import { focusOn, keepInMind, personMeant, type Focus } from './focus.ts';
import { meetPeople } from './introductions.ts';
import type { Label } from './labels.ts';
import { nameAt, type Mention } from './mentions.ts';
import { cuesBetween, REACH, readPassages, type Passage } from './passages.ts';
import {
  isGroup,
  isHuman,
  mayBeMeant,
  personDescribed,
  personNamed,
  type People,
  type Person,
} from './people.ts';
import type { Marked } from './quotation-marks.ts';
import {
  endsLikeSpeech,
  isAsked,
  isEmbedded,
  isHeadlineMark,
  isNamed,
  looksLikeTerm,
} from './scare-marks.ts';
import { mainSubject, subjectOf } from './subjects.ts';

/** Whose words a quotation holds, and how the text says so. */
export interface Attribution {
  readonly speaker: Person | null;
  readonly confidence: number;
  readonly cue: Cue | null;
  /** True where the marks set off a name, a term or doubtful words rather than speech. */
  readonly scare: boolean;
}

/** What attribution reads. */
export interface Source {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly labels: ReadonlyMap<number, Label>;
  /** What is marked, outermost pairs only, in order. */
  readonly marked: readonly Marked[];
  readonly people: People;
}

/** How far each rule can be trusted. */
const CONFIDENCE = {
  beside: 0.95,
  sentence: 0.85,
  statement: 0.8,
  subject: 0.6,
  paragraph: 0.75,
  beat: 0.58,
  carried: 0.7,
};

const UNKNOWN: Attribution = { speaker: null, confidence: 0, cue: null, scare: false };
const SCARE: Attribution = { ...UNKNOWN, scare: true };

/** What a reader has in mind on the way through the text. */
interface Reading {
  /** True for a text that reads like fiction: see `isStory`. */
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

/** Says for each of the marked stretches, outermost ones and in order, whose words it holds. */
export function attribute({ text, blocks, labels, marked, people }: Source): Attribution[] {
  const passages = readPassages({ text, blocks, marked }, labels);
  for (const passage of passages) meetPeople(passage, people);
  if (marked.length === 0) return [];
  const story = isStory(text, marked);
  const reading: Reading = {
    story,
    people,
    focus: { people: [] },
    named: new Map(),
    voice: null,
    announced: null,
  };
  const found: Attribution[] = marked.map(() => UNKNOWN);
  for (const passage of passages) attributeIn(reading, passage, found);
  return story ? fillConversation(text, blocks, marked, found) : found;
}

/**
 * Characters in a story ask and exclaim; the voices of a report hardly do. Where a fifth of the quotations ask or
 * exclaim, the text is read as a story.
 */
function isStory(text: string, marked: readonly Marked[]): boolean {
  const lively = marked.filter((pair) => /[?!]/.test(text.slice(pair.start, pair.end))).length;
  return marked.length >= 3 && lively >= marked.length * 0.2;
}

function attributeIn(reading: Reading, passage: Passage, found: Attribution[]): void {
  for (const [at, chunk] of passage.chunks.entries()) {
    const quote = passage.tokens[chunk.first]?.quote ?? -1;
    if (quote < 0) {
      follow(reading, passage, at);
      continue;
    }
    if (found[quote] === UNKNOWN)
      found[quote] = coordinate(passage, at, found) ?? attributeOne(reading, passage, at);
    const person = found[quote]?.speaker ?? null;
    if (person !== null) reading.voice = { person, block: passage.index };
  }
  reading.announced = announcedBy(reading, passage);
}

/** "His mother said:" before a new paragraph: whose words come next; null where the block does not end in a colon. */
function announcedBy(reading: Reading, passage: Passage): Person | null {
  const end = passage.chunks.length - 1;
  if (passage.chunks[end]?.kind !== 'colon') return null;
  const start = passage.sentenceOf[end] ?? 0;
  const cue = cuesBetween(passage, start, end).at(-1);
  if (cue !== undefined) return speakerOf(reading, passage, cue);
  const subject = mainSubject(passage, Math.max(start, end - REACH), end);
  return subject === null ? null : resolve(reading, subject.mention);
}

/** "…" and "…": what is joined to a quotation is whose that is; null where nothing is joined so. */
function coordinate(
  { tokens, chunks }: Passage,
  at: number,
  found: readonly Attribution[],
): Attribution | null {
  const first = tokens[chunks[at - 2]?.first ?? -1]?.quote ?? -1;
  const joined = chunks[at - 1]?.kind === 'conjunction' && first >= 0;
  return joined ? (found[first] ?? null) : null;
}

/** Keeps up with whom the narration is about. */
function follow(reading: Reading, passage: Passage, at: number): void {
  const chunk = passage.chunks[at];
  if (chunk?.kind === 'verb' || chunk?.kind === 'auxiliary') {
    const cue = passage.cues.get(at);
    const person = cue === undefined ? actor(reading, passage, at) : speakerOf(reading, passage, cue);
    if (person !== null) focusOn(reading.focus, person);
  } else {
    const mention = nameAt(passage, at);
    if (mention !== null) keepInMind(reading.focus, personNamed(reading.people, mention));
  }
}

/** Who does what the verb says; null where that is nobody whom a pronoun could mean later. */
function actor(reading: Reading, passage: Passage, verb: number): Person | null {
  const mention = subjectOf(passage, verb)?.mention;
  if (mention === undefined || (mention.kind === 'description' && !mayBeMeant(mention.words))) return null;
  return resolve(reading, mention);
}

function resolve(reading: Reading, mention: Mention): Person | null {
  if (mention.kind === 'name') return personNamed(reading.people, mention);
  if (mention.kind === 'description') return personDescribed(reading.people, mention);
  return personMeant(reading.focus, mention);
}

/** Whom a cue names, read once, where the narration comes to it. */
function speakerOf(reading: Reading, passage: Passage, cue: Cue): Person | null {
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

function attributeOne(reading: Reading, passage: Passage, at: number): Attribution {
  if (isNamed(passage, at) || isHeadlineMark(passage, at)) return SCARE;
  const before = cueBefore(passage, at);
  if (before !== null && isBeside(passage, before, at)) return by(reading, passage, before);
  const after = cueAfter(passage, at);
  if (after !== null && (after.kind !== 'according' || before === null)) return by(reading, passage, after);
  if (looksLikeTerm(passage, at) || isAsked(passage, at)) return SCARE;
  // In a story words marked within a sentence of narration are odd words, not somebody's.
  if (reading.story && isEmbedded(passage, at)) return SCARE;
  if (before !== null) return { ...by(reading, passage, before), confidence: CONFIDENCE.sentence };
  const trailing = trailingCue(passage, at);
  if (trailing !== null) return { ...by(reading, passage, trailing), confidence: CONFIDENCE.sentence };
  return passage.sentenceOf[at] === at
    ? inOwnSentence(reading, passage, at)
    : inSentence(reading, passage, at);
}

function by(reading: Reading, passage: Passage, cue: Cue): Attribution {
  return { speaker: speakerOf(reading, passage, cue), confidence: CONFIDENCE.beside, cue, scare: false };
}

function given(person: Person | null, confidence: number): Attribution {
  return person === null ? UNKNOWN : { speaker: person, confidence, cue: null, scare: false };
}

/** The cue earlier in the sentence that governs the quotation: the nearest, or the one whose reported clause it is in. */
function cueBefore(passage: Passage, at: number): Cue | null {
  const start = passage.sentenceOf[at] ?? 0;
  const earlier = cuesBetween(passage, start, at).filter(
    (cue) => cue.first >= start && cue.last < at && !isAside(passage, cue, at),
  );
  const [nearest, outer] = [earlier.at(-1), earlier.at(-2)];
  if (nearest === undefined || outer === undefined || isBeside(passage, nearest, at)) return nearest ?? null;
  const reported = passage.chunks.slice(outer.last, nearest.first).some((chunk) => chunk.lower === 'that');
  return reported ? outer : nearest;
}

/** True for a cue between two dashes or brackets that close before the quotation: "he said — as X reported — '…'". */
function isAside({ chunks }: Passage, cue: Cue, at: number): boolean {
  const parts = (index: number): string => chunks[index]?.kind ?? 'stop';
  let [before, after] = [cue.first - 1, cue.last + 1];
  while (before > cue.first - REACH && !['dash', 'open', 'stop', 'quote'].includes(parts(before))) before--;
  while (after < at && !['dash', 'close', 'stop', 'quote'].includes(parts(after))) after++;
  if (after >= at) return false;
  return (
    (parts(before) === 'dash' && parts(after) === 'dash') ||
    (parts(before) === 'open' && parts(after) === 'close')
  );
}

/** True where no other verb comes between the cue and the quotation. */
function isBeside({ chunks }: Passage, cue: Cue, at: number): boolean {
  const between = chunks.slice(Math.max(cue.at, cue.last) + 1, at);
  return !between.some(
    (chunk) => chunk.kind === 'verb' || (chunk.kind === 'auxiliary' && chunk.lower !== 'to'),
  );
}

/** The cue in the clause that follows the quotation: "…," said X; also across a second quotation: "…" and "…," X said. */
function cueAfter(passage: Passage, at: number): Cue | null {
  const { chunks, sentenceOf } = passage;
  for (let next = at + 1; next < at + REACH && sentenceOf[next] === sentenceOf[at]; next++) {
    const cue = passage.cues.get(next);
    if (cue === undefined || cue.first <= at) continue;
    const between = chunks.slice(at + 1, cue.first);
    const skipped = [
      'comma',
      'dash',
      'adverb',
      'conjunction',
      'quote',
      cue.kind === 'inverted' ? 'auxiliary' : '',
    ];
    const idle = between.every((chunk) => skipped.includes(chunk.kind));
    return idle ? cue : null;
  }
  return null;
}

/** "The border is the '…' between them, he added.": a cue that ends the sentence behind a comma is for the whole of it. */
function trailingCue(passage: Passage, at: number): Cue | null {
  const { chunks, sentenceOf } = passage;
  for (let next = at + 1; next < at + REACH && sentenceOf[next] === sentenceOf[at]; next++) {
    const cue = passage.cues.get(next);
    if (cue === undefined || cue.kind === 'passive' || chunks[cue.first - 1]?.kind !== 'comma') continue;
    const after = chunks[cue.last + 1]?.kind ?? 'stop';
    if (after === 'stop' || after === 'break') return cue;
  }
  return null;
}

/** Whose words a quotation holds that stands within a sentence without a verb of speech. */
function inSentence(reading: Reading, passage: Passage, at: number): Attribution {
  const { chunks } = passage;
  const start = Math.max(passage.sentenceOf[at] ?? 0, at - REACH);
  const before = chunks[at - 1]?.kind;
  const subject = mainSubject(passage, start, at);
  if (subject === null) {
    if (before === 'colon') return inOwnSentence(reading, passage, at);
    return endsLikeSpeech(passage, at) ? UNKNOWN : SCARE;
  }
  const announced = before === 'colon' || (before === 'comma' && chunks[at - 2]?.kind !== 'quote');
  const owner = announced ? announcer(passage, start, at) : ownerOfWords(passage, subject.at);
  if (owner !== null) return given(resolve(reading, owner), CONFIDENCE.statement);
  const person = resolve(reading, subject.mention);
  if (announced) return given(person, CONFIDENCE.statement);
  return person !== null && (isHuman(person) || isGroup(person)) ? given(person, CONFIDENCE.subject) : SCARE;
}

/** "issued a statement from the king: …": the owner of the last noun of speech in the sentence. */
function announcer(passage: Passage, from: number, to: number): Mention | null {
  for (let at = to - 1; at >= from; at--) {
    const owner = ownerOfWords(passage, at);
    if (owner !== null) return owner;
  }
  return null;
}

/** Whose words a quotation holds that is a sentence of its own: those of the voice that its paragraph is about. */
function inOwnSentence(reading: Reading, passage: Passage, at: number): Attribution {
  const { voice, story, announced } = reading;
  if (at === 0 && announced !== null) return given(announced, CONFIDENCE.statement);
  if (voice?.block === passage.index) return given(voice.person, CONFIDENCE.paragraph);
  const said = cuesBetween(passage, 0, at).findLast((cue) => cue.last < at);
  if (said !== undefined) return given(speakerOf(reading, passage, said), CONFIDENCE.paragraph);
  const actor = actorBeside(reading, passage, at);
  if (actor !== null) return given(actor, CONFIDENCE.beat);
  const goesOn = !story && voice !== null && voice.block >= passage.previous && passage.chunks.length === 1;
  return goesOn ? given(voice.person, CONFIDENCE.carried) : UNKNOWN;
}

/** Somebody acting in the sentence after or before a quotation, in its paragraph, is the one who speaks. */
function actorBeside(reading: Reading, passage: Passage, at: number): Person | null {
  const { chunks, sentenceOf } = passage;
  const after = mainSubject(passage, at + 1, Math.min(chunks.length, at + 12));
  const before = at === 0 ? null : mainSubject(passage, Math.max(sentenceOf[at - 1] ?? 0, at - REACH), at);
  for (const subject of [after, before]) {
    const person = subject === null ? null : resolve(reading, subject.mention);
    if (person !== null && isHuman(person)) return person;
  }
  return null;
}

/** The cue or the owner of words that names who is quoted at a chunk, without any pronoun; null where none does. */
export function quotedBy(passage: Passage, at: number): Mention | null {
  const cue = cueBefore(passage, at) ?? cueAfter(passage, at);
  if (cue !== null && isBeside(passage, cue, at)) return cue.speaker.kind === 'pronoun' ? null : cue.speaker;
  const of = passage.chunks[at - 1]?.kind === 'preposition' ? 1 : 0;
  const mention = ownerOfWords(passage, at - 1 - of) ?? cue?.speaker ?? null;
  return mention?.kind === 'pronoun' ? null : mention;
}
