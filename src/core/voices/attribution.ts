import type { Block } from './blocks.ts';
import { confidenceIn, type Rule } from './confidence.ts';
import { fillConversation } from './conversation.ts';
import { ownerBefore, ownerOfWords, type Cue } from './cues.ts';
import { cueAfter, cueBefore, isBeside, trailingCue } from './governing-cues.ts';
import { isGroup, isHuman } from './human.ts';
import { meetPeople } from './introductions.ts';
import type { Label } from './labels.ts';
import type { Mention } from './mentions.ts';
import { cuesBetween, REACH, readPassages, type Passage } from './passages.ts';
import type { People, Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';
import { announcedBy, beginReading, follow, resolve, speakerOf, type Reading } from './reading.ts';
import {
  endsLikeSpeech,
  isAsked,
  isEmbedded,
  isHeadlineMark,
  isNamed,
  looksLikeTerm,
} from './scare-marks.ts';
import { mainSubject } from './subjects.ts';

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

/** Below this nobody is named. */
const LEAST = 0.5;

const UNKNOWN: Attribution = { speaker: null, confidence: 0, cue: null, scare: false };
const SCARE: Attribution = { ...UNKNOWN, scare: true };

/** Says for each of the marked stretches, outermost ones and in order, whose words it holds. */
export function attribute({ text, blocks, labels, marked, people }: Source): Attribution[] {
  const passages = readPassages({ text, blocks, marked }, labels);
  for (const passage of passages) meetPeople(passage, people);
  if (marked.length === 0) return [];
  const reading = beginReading(people, isStory(text, marked));
  const found: Attribution[] = marked.map(() => UNKNOWN);
  for (const passage of passages) attributeIn(reading, passage, found);
  return reading.story ? fillConversation(text, blocks, marked, found) : found;
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
    const quote = passage.tokens[chunk.first]!.quote;
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

/** The rules in the order in which they are trusted. */
function attributeOne(reading: Reading, passage: Passage, at: number): Attribution {
  if (isNamed(passage, at) || isHeadlineMark(passage, at)) return SCARE;
  const before = cueBefore(passage, at);
  if (before !== null && isBeside(passage, before, at))
    return byCue(reading, passage, { cue: before, beside: true });
  const after = cueAfter(passage, at);
  if (after !== null && (after.kind !== 'according' || before === null))
    return byCue(reading, passage, { cue: after, beside: true });
  if (looksLikeTerm(passage, at) || isAsked(passage, at)) return SCARE;
  // In a story words marked within a sentence of narration are odd words, not somebody's.
  if (reading.story && isEmbedded(passage, at)) return SCARE;
  const cue = before ?? trailingCue(passage, at);
  if (cue !== null) return byCue(reading, passage, { cue, beside: false });
  const owner = ownerBefore(passage, at);
  if (owner !== null) return given(reading, resolve(reading, owner), 'statement');
  return passage.sentenceOf[at] === at
    ? inOwnSentence(reading, passage, at)
    : inSentence(reading, passage, at);
}

function byCue(
  reading: Reading,
  passage: Passage,
  { cue, beside }: { cue: Cue; beside: boolean },
): Attribution {
  const person = speakerOf(reading, passage, cue);
  const rule = cue.speaker.kind === 'pronoun' ? 'pronoun' : 'name';
  return { ...given(reading, person, beside ? `${rule} beside` : `${rule} in sentence`), cue };
}

function given(reading: Reading, person: Person | null, rule: Rule): Attribution {
  const confidence = person === null ? 0 : confidenceIn(person, rule, reading.story);
  // A report that seems to let a thing speak has been misread; in a story a horse may speak.
  if (person === null || (confidence < LEAST && !reading.story)) return UNKNOWN;
  return { speaker: person, confidence, cue: null, scare: false };
}

/** Whose words a quotation holds that stands within a sentence without a verb of speech. */
function inSentence(reading: Reading, passage: Passage, at: number): Attribution {
  const { chunks } = passage;
  const start = Math.max(passage.sentenceOf[at]!, at - REACH);
  const before = chunks[at - 1]?.kind;
  const subject = mainSubject(passage, start, at);
  if (subject === null) {
    if (before === 'colon') return inOwnSentence(reading, passage, at);
    return endsLikeSpeech(passage, at) ? UNKNOWN : SCARE;
  }
  const announced = before === 'colon' || (before === 'comma' && chunks[at - 2]?.kind !== 'quote');
  const owner = announced ? announcer(passage, start, at) : ownerOfWords(passage, subject.at);
  if (owner !== null) return given(reading, resolve(reading, owner), 'statement');
  const person = resolve(reading, subject.mention);
  if (announced) return given(reading, person, 'statement');
  return person !== null && (isHuman(person) || isGroup(person)) ? given(reading, person, 'subject') : SCARE;
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
  if (at === 0 && announced !== null) return given(reading, announced, 'statement');
  // In a story quotations side by side are two voices.
  if (story && passage.chunks[at - 1]?.kind === 'quote') return UNKNOWN;
  if (voice?.block === passage.index) return given(reading, voice.person, 'paragraph');
  const said = cuesBetween(passage, 0, at).findLast((cue) => cue.last < at);
  if (said !== undefined) return given(reading, speakerOf(reading, passage, said), 'paragraph');
  const actor = actorBeside(reading, passage, at);
  if (actor !== null) return given(reading, actor, 'actor');
  const goesOn = !story && voice !== null && voice.block >= passage.previous && passage.chunks.length === 1;
  return goesOn ? given(reading, voice.person, 'carried') : UNKNOWN;
}

/** Somebody acting in the sentence after or before a quotation, in its paragraph, is the one who speaks. */
function actorBeside(reading: Reading, passage: Passage, at: number): Person | null {
  const { chunks, sentenceOf } = passage;
  const after = mainSubject(passage, at + 1, Math.min(chunks.length, at + 12));
  const before = at === 0 ? null : mainSubject(passage, Math.max(sentenceOf[at - 1]!, at - REACH), at);
  for (const subject of [after, before]) {
    const person = subject === null ? null : resolve(reading, subject.mention);
    if (person !== null && isHuman(person)) return person;
  }
  return null;
}
