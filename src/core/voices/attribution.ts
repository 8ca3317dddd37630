import type { Block } from './blocks.ts';
import { chunksOf, type Chunk } from './chunks.ts';
import { fillConversation } from './conversation.ts';
import { findCues, isPassive, isReduced, ownerOfWords, type Cue } from './cues.ts';
import { focusOn, keepInMind, personMeant, type Focus } from './focus.ts';
import { DETERMINERS, FIRST_PERSON, HE, SHE } from './lexicon/grammar.ts';
import { SPEECH_NOUNS, TERM_NOUNS } from './lexicon/speech.ts';
import type { Label } from './labels.ts';
import { mentionAt, type Mention, type Narration } from './mentions.ts';
import {
  addForm,
  isGroup,
  isHuman,
  personDescribed,
  personNamed,
  type People,
  type Person,
} from './people.ts';
import type { Marked } from './quotation-marks.ts';
import { mainSubject, subjectOf } from './subjects.ts';
import { tokensOf } from './tokens.ts';

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

interface Reading {
  readonly text: string;
  /** True for a text that reads like fiction: see `isStory`. */
  readonly story: boolean;
  readonly people: People;
  readonly focus: Focus;
  /** Whom the cues met so far name: a pronoun is read where it stands. */
  readonly named: Map<Cue, Person | null>;
  /** Whose words the last quotation held, and in which block. */
  voice: { person: Person; block: number } | null;
}

/** A block with its narration cut up; sentences are told by the index of their first chunk. */
interface Passage extends Narration {
  readonly index: number;
  /** The index of the block before it that no label gives to somebody else. */
  readonly previous: number;
  readonly kind: Block['kind'];
  readonly cues: readonly Cue[];
  readonly sentenceOf: readonly number[];
}

/** Says for each of the marked stretches, outermost ones and in order, whose words it holds. */
export function attribute({ text, blocks, labels, marked, people }: Source): Attribution[] {
  const passages = readPassages({ text, blocks, labels, marked, people });
  for (const passage of passages) meetPeople(passage, people);
  const reading: Reading = {
    text,
    story: isStory(text, marked),
    people,
    focus: { people: [] },
    named: new Map(),
    voice: null,
  };
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

function readPassages({ text, blocks, labels, marked }: Source): Passage[] {
  let from = 0;
  let before = -1;
  return blocks.map((block, index) => {
    while ((marked[from]?.end ?? Infinity) <= block.start) from++;
    const tokens = tokensOf(text, block, { quotes: marked, from });
    const chunks = chunksOf(tokens);
    const narration = { text, tokens, chunks };
    const previous = before;
    if (!labels.has(index)) before = index;
    return {
      ...narration,
      index,
      previous,
      kind: block.kind,
      cues: findCues(narration),
      sentenceOf: sentencesOf(narration),
    };
  });
}

/** For each chunk the index of the chunk that its sentence begins with. */
function sentencesOf({ text, tokens, chunks }: Narration): number[] {
  let start = 0;
  return chunks.map((chunk, at) => {
    const before = chunks[at - 1];
    if (
      before !== undefined &&
      (before.kind === 'stop' ||
        before.kind === 'break' ||
        (before.kind === 'quote' && closesSentence({ text, tokens, chunks }, at - 1)))
    )
      start = at;
    return chunk.kind === 'stop' ? start : start;
  });
}

/** A quotation that ends in a stop ends the sentence around it, unless that goes on in small letters or with its cue. */
function closesSentence({ text, tokens, chunks }: Narration, quote: number): boolean {
  const token = tokens[chunks[quote]?.first ?? 0];
  const next = chunks[quote + 1];
  if (token === undefined || next === undefined || next.kind === 'stop') return false;
  const stop = /([.!?…])[\s\])*_]*['’”"»›]?$/u.exec(
    text.slice(Math.max(token.start, token.end - 5), token.end - 1),
  )?.[1];
  const following = tokens[next.first];
  if (stop === undefined)
    return (
      next.kind === 'quote' &&
      following !== undefined &&
      /^[\s*_]*$/.test(text.slice(token.end, following.start))
    );
  if (next.kind === 'quote') return true;
  if (following?.kind !== 'word' || !/^\p{Lu}/u.test(following.text)) return false;
  if (stop === '.') return true;
  const verb = chunks[quote + 2];
  return !(verb?.kind === 'verb' && verb.verb?.sense === 'speech');
}

/** Enters the names of a block among the people, and what "he" and "she" after a name tell of them. */
function meetPeople(passage: Passage, people: People): void {
  const { chunks } = passage;
  let last: Person | null = null;
  let subject: Person | null = null;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind === 'pronoun' && (HE.has(chunk.lower) || SHE.has(chunk.lower))) {
      const meant: Person | null = subject ?? last;
      if (meant !== null) meant[HE.has(chunk.lower) ? 'he' : 'she']++;
      last = null;
      subject = null;
    }
    if (chunk.kind !== 'noun') continue;
    const mention = mentionAt(passage, at);
    if (mention?.kind !== 'name') continue;
    last = personNamed(people, mention);
    if (chunks[at - 1]?.kind !== 'preposition' && chunks[at - 1]?.kind !== 'verb') subject = last;
    if (subject === last && isVerbal(chunks[at + 1])) last.acts++;
    noteShortForm(passage, at, { people, person: last });
  }
}

function isVerbal(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'verb' || chunk?.kind === 'auxiliary' || chunk?.kind === 'adverb';
}

/** "the Commission on Religious Freedom (USCIRF)": the letters in brackets are another form of the name. */
function noteShortForm(
  { tokens, chunks }: Passage,
  at: number,
  named: { people: People; person: Person },
): void {
  const [open, inside, close] = [chunks[at + 1], chunks[at + 2], chunks[at + 3]];
  if (
    open?.kind !== 'open' ||
    close?.kind !== 'close' ||
    inside?.kind !== 'noun' ||
    inside.first !== inside.last
  )
    return;
  const letters = tokens[inside.first]?.text ?? '';
  if (/^\p{Lu}[\p{Lu}\p{N}&]{1,9}$/u.test(letters)) addForm(named.people, named.person, letters);
}

function attributeIn(reading: Reading, passage: Passage, found: Attribution[]): void {
  for (const [at, chunk] of passage.chunks.entries()) {
    const quote = chunk.kind === 'quote' ? (passage.tokens[chunk.first]?.quote ?? -1) : -1;
    if (quote >= 0) {
      const known = found[quote]?.speaker ?? null;
      if (known !== null) reading.voice = { person: known, block: passage.index };
      if (found[quote] !== UNKNOWN) continue;
      const attribution = attributeOne(reading, passage, at);
      found[quote] = attribution;
      if (attribution.speaker !== null) {
        reading.voice = { person: attribution.speaker, block: passage.index };
      }
    } else follow(reading, passage, at);
  }
}

/** Keeps up with whom the narration is about. */
function follow(reading: Reading, passage: Passage, at: number): void {
  const chunk = passage.chunks[at];
  if (chunk?.kind === 'verb' || chunk?.kind === 'auxiliary') {
    const cue = passage.cues.find((candidate) => candidate.at === at);
    const subject = cue === undefined ? subjectOf(passage, at)?.mention : undefined;
    const known = cue === undefined ? undefined : reading.named.get(cue);
    const person =
      known ??
      (cue === undefined
        ? subject === undefined
          ? null
          : resolve(reading, subject)
        : resolveCue(reading, passage, cue));
    if (cue !== undefined) reading.named.set(cue, person);
    if (person !== null) focusOn(reading.focus, person);
  } else if (chunk?.kind === 'noun') {
    const mention = mentionAt(passage, at);
    if (mention?.kind === 'name') keepInMind(reading.focus, personNamed(reading.people, mention));
  }
}

function resolve(reading: Reading, mention: Mention): Person | null {
  if (mention.kind === 'name') return personNamed(reading.people, mention);
  if (mention.kind === 'description') return personDescribed(reading.people, mention);
  return personMeant(reading.focus, mention);
}

/** Whom the cue names; in a story a new paragraph of speech is a new voice, so "he" is not who spoke in the last one. */
function resolveCue(reading: Reading, passage: Passage, cue: Cue): Person | null {
  const { voice, story, focus } = reading;
  const fresh = passage.chunks
    .slice(0, cue.first)
    .every((chunk) => chunk.kind === 'quote' || chunk.kind === 'comma' || chunk.kind === 'dash');
  if (!story || !fresh || cue.speaker.kind !== 'pronoun' || voice?.block !== passage.index - 1)
    return resolve(reading, cue.speaker);
  return personMeant(focus, cue.speaker, voice.person) ?? personMeant(focus, cue.speaker);
}

function attributeOne(reading: Reading, passage: Passage, at: number): Attribution {
  if (isNamed(passage, at) || isHeadlineMark(passage, at)) return { ...UNKNOWN, scare: true };
  const before = cueBefore(passage, at);
  if (before !== null && isBeside(passage, before, at)) return by(reading, passage, before);
  const after = cueAfter(passage, at);
  if (after !== null && (after.kind !== 'according' || before === null)) return by(reading, passage, after);
  if (looksLikeTerm(passage, at) || isAsked(passage, at)) return { ...UNKNOWN, scare: true };
  // In a story words marked within a sentence of narration are odd words, not somebody's.
  if (reading.story && isEmbedded(passage, at)) return { ...UNKNOWN, scare: true };
  if (before !== null) return { ...by(reading, passage, before), confidence: CONFIDENCE.sentence };
  return withoutCue(reading, passage, at);
}

function by(reading: Reading, passage: Passage, cue: Cue): Attribution {
  return { speaker: speakerOf(reading, passage, cue), confidence: CONFIDENCE.beside, cue, scare: false };
}

/** Whom a cue names, read once, where the narration comes to it. */
function speakerOf(reading: Reading, passage: Passage, cue: Cue): Person | null {
  const known = reading.named.get(cue);
  if (known !== undefined) return known;
  const person = resolveCue(reading, passage, cue);
  reading.named.set(cue, person);
  return person;
}

/** The cue earlier in the sentence that governs the quotation: the nearest, or the one whose reported clause it is in. */
function cueBefore(passage: Passage, at: number): Cue | null {
  const start = passage.sentenceOf[at] ?? 0;
  const earlier = passage.cues.filter(
    (cue) => cue.first >= start && cue.last < at && !isAside(passage, cue, at),
  );
  const nearest = earlier.at(-1);
  const outer = earlier.at(-2);
  if (nearest === undefined || outer === undefined || isBeside(passage, nearest, at)) return nearest ?? null;
  const reported = passage.chunks.slice(outer.last, nearest.first).some((chunk) => chunk.lower === 'that');
  return reported ? outer : nearest;
}

/** True for a cue between two dashes or brackets that close before the quotation: "he said — as X reported — '…'". */
function isAside({ chunks }: Passage, cue: Cue, at: number): boolean {
  const before = chunks.findLast(
    (chunk, index) => index < cue.first && ['dash', 'open', 'stop', 'quote'].includes(chunk.kind),
  );
  const after = chunks.find(
    (chunk, index) =>
      index > cue.last && index < at && ['dash', 'close', 'stop', 'quote'].includes(chunk.kind),
  );
  return (
    (before?.kind === 'dash' && after?.kind === 'dash') ||
    (before?.kind === 'open' && after?.kind === 'close')
  );
}

/** True where no other verb comes between the cue and the quotation. */
function isBeside(passage: Passage, cue: Cue, at: number): boolean {
  return !passage.chunks
    .slice(Math.max(cue.at, cue.last) + 1, at)
    .some((chunk) => chunk.kind === 'verb' || (chunk.kind === 'auxiliary' && chunk.lower !== 'to'));
}

/** The cue in the clause that follows the quotation: "…," said X; also across a second quotation: "…" and "…," X said. */
function cueAfter(passage: Passage, at: number): Cue | null {
  const { chunks, sentenceOf } = passage;
  const cue = passage.cues.find((candidate) => candidate.first > at);
  if (cue === undefined || sentenceOf[cue.first] !== sentenceOf[at]) return null;
  const between = chunks.slice(at + 1, cue.first);
  const idle = between.every((chunk) =>
    ['comma', 'dash', 'adverb', 'conjunction', 'quote'].includes(chunk.kind),
  );
  return idle ? cue : null;
}

/** True where what stands before the marks gives something a name: "nicknamed", "a process called", "the term". */
function isNamed({ chunks, tokens }: Passage, at: number): boolean {
  const before = chunks[at - 1];
  if (before === undefined || before.kind === 'comma' || before.kind === 'colon') return false;
  if (before.kind === 'noun' && TERM_NOUNS.has(tokens[before.last]?.lower ?? '')) return true;
  const verb = lastVerb(chunks, at);
  const form = verb < 0 ? null : (chunks[verb]?.verb ?? null);
  if (form === null) return false;
  if (form.sense === 'naming' || (form.base === 'call' && verb === at - 1)) return true;
  return (
    /^(?:call|refer|label|brand)$/.test(form.base) && (isPassive(chunks, verb) || isReduced(chunks, verb))
  );
}

/** True for a quotation that neither opens a sentence nor is announced by a comma, a colon or a dash. */
function isEmbedded({ chunks, sentenceOf }: Passage, at: number): boolean {
  const before = chunks[at - 1]?.kind;
  return (
    sentenceOf[at] !== at &&
    before !== 'comma' &&
    before !== 'colon' &&
    before !== 'dash' &&
    before !== 'quote'
  );
}

/** In a title a few marked words are a label, not a statement. */
function isHeadlineMark({ text, kind, chunks, tokens }: Passage, at: number): boolean {
  const quote = tokens[chunks[at]?.first ?? 0];
  if (kind === 'paragraph' || quote === undefined) return false;
  return text.slice(quote.start, quote.end).split(/\s+/).length < 5;
}

/** True where the marked words are written like a name, or stand before a noun as an adjective does. */
function looksLikeTerm({ text, chunks, tokens, sentenceOf }: Passage, at: number): boolean {
  const [before, next] = [chunks[at - 1], chunks[at + 1]];
  const quote = tokens[chunks[at]?.first ?? 0];
  if (before === undefined || quote === undefined || before.kind === 'colon') return false;
  const words = text.slice(quote.start + 1, quote.end - 1).split(/\s+/);
  if (words.length > 1 && words.length < 9 && isTitleCase(words))
    return before.kind !== 'comma' || chunks[at - 2]?.kind === 'noun';
  const modifies =
    next?.kind === 'noun' &&
    sentenceOf[at + 1] === sentenceOf[at] &&
    !DETERMINERS.has(next.lower.split(' ')[0] ?? '');
  return words.length < 4 && modifies;
}

/** True where all longer words begin with a capital, as in the name of a work. */
function isTitleCase(words: readonly string[]): boolean {
  return (
    words.every((word) => word.length < 4 || /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word)) &&
    words.some((word) => word.length > 3)
  );
}

/** The index of the verb shortly before a quotation; -1 where there is none. */
function lastVerb(chunks: readonly Chunk[], at: number): number {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const kind = chunks[back]?.kind;
    if (kind === 'stop' || kind === 'quote') return -1;
    if (kind === 'verb') return back;
  }
  return -1;
}

/** Whose words a quotation holds that no verb of speech stands beside. */
function withoutCue(reading: Reading, passage: Passage, at: number): Attribution {
  const { chunks, sentenceOf } = passage;
  const start = sentenceOf[at] ?? 0;
  const opens = start === at;
  const subject = opens ? null : mainSubject(passage, start, at);
  if (!opens && subject === null && chunks[at - 1]?.kind !== 'colon')
    return { ...UNKNOWN, scare: !endsLikeSpeech(passage, at) };
  if (subject !== null) {
    const announced =
      chunks[at - 1]?.kind === 'colon' ||
      (chunks[at - 1]?.kind === 'comma' && chunks[at - 2]?.kind !== 'quote');
    const owner = announced ? announcedBy(passage, start, at) : ownerOfWords(passage, subject.at);
    if (owner !== null) return given(resolve(reading, owner), CONFIDENCE.statement);
    const person = resolve(reading, subject.mention);
    if (announced) return given(person, CONFIDENCE.statement);
    return person !== null && (isHuman(person) || isGroup(person))
      ? given(person, CONFIDENCE.subject)
      : { ...UNKNOWN, scare: true };
  }
  if (opens || chunks[at - 1]?.kind === 'colon') {
    const voice = reading.voice;
    if (voice !== null && voice.block === passage.index) return given(voice.person, CONFIDENCE.paragraph);
    const said = passage.cues.findLast((cue) => cue.last < at);
    if (said !== undefined) return given(speakerOf(reading, passage, said), CONFIDENCE.paragraph);
    const beat = beatBeside(reading, passage, at);
    if (beat !== null) return given(beat, CONFIDENCE.beat);
    if (!reading.story && voice !== null && voice.block >= passage.previous && chunks.length === 1)
      return given(voice.person, CONFIDENCE.carried);
  }
  return UNKNOWN;
}

/** True for a sentence that asks ("Why does …"): what it marks is in doubt, and nobody's statement. */
function isAsked({ chunks, sentenceOf }: Passage, quote: number): boolean {
  let at = sentenceOf[quote] ?? 0;
  while (chunks[at]?.kind === 'adverb' || chunks[at]?.kind === 'comma' || chunks[at]?.kind === 'conjunction')
    at++;
  return (
    /^(?:why|how|what|who|when|where)$/.test(chunks[at]?.lower ?? '') && chunks[at + 1]?.kind === 'auxiliary'
  );
}

/** True where the marked words end as a sentence or a clause of speech does. */
function endsLikeSpeech({ text, chunks, tokens }: Passage, at: number): boolean {
  const quote = tokens[chunks[at]?.first ?? 0];
  return (
    quote !== undefined &&
    /[.!?…,—–-][^\p{L}\p{N}]?$/u.test(text.slice(quote.start, quote.end - 1)) &&
    quote.end - quote.start > 20
  );
}

/** "issued a statement from the king: …": the owner of the last noun of speech in the sentence. */
function announcedBy(passage: Passage, from: number, to: number): Mention | null {
  for (let at = to - 1; at >= from; at--) {
    const owner = ownerOfWords(passage, at);
    if (owner !== null) return owner;
  }
  return null;
}

function given(person: Person | null, confidence: number): Attribution {
  return person === null ? UNKNOWN : { speaker: person, confidence, cue: null, scare: false };
}

/** Somebody acting in the sentence before or after a quotation, in its paragraph, is the one who speaks. */
function beatBeside(reading: Reading, passage: Passage, at: number): Person | null {
  const { chunks } = passage;
  const next = mainSubject(passage, at + 1, Math.min(chunks.length, at + 12));
  const before = at === 0 ? null : mainSubject(passage, passage.sentenceOf[at - 1] ?? 0, at);
  for (const subject of [next, before]) {
    const person = subject === null ? null : resolve(reading, subject.mention);
    if (person !== null && isHuman(person)) return person;
  }
  return null;
}

/** Says for what is marked inside a quotation whose words it holds, where the quotation itself tells; else null. */
export function attributeInner(text: string, outer: Marked, people: People): (Person | null)[] {
  if (outer.inner.length === 0) return [];
  const tokens = tokensOf(
    text,
    { start: outer.start + 1, end: outer.end - 1 },
    { quotes: outer.inner, from: 0 },
  );
  const narration = { text, tokens, chunks: chunksOf(tokens) };
  const passage: Passage = {
    ...narration,
    index: 0,
    previous: -1,
    kind: 'paragraph',
    cues: findCues(narration),
    sentenceOf: sentencesOf(narration),
  };
  const reading: Reading = {
    text,
    story: false,
    people,
    focus: { people: [] },
    named: new Map(),
    voice: null,
  };
  return outer.inner.map((_, index) => {
    const at = narration.chunks.findIndex(
      (chunk) => chunk.kind === 'quote' && tokens[chunk.first]?.quote === index,
    );
    if (at < 0) return null;
    const cue = cueBefore(passage, at) ?? cueAfter(passage, at);
    const owner = cue === null || !isBeside(passage, cue, at) ? ownerBefore(passage, at) : null;
    const mention = owner ?? cue?.speaker;
    return mention === undefined || mention.kind === 'pronoun' ? null : resolve(reading, mention);
  });
}

/** "X's declaration of '…'": the owner of a noun of speech right before the marks. */
function ownerBefore(passage: Passage, at: number): Mention | null {
  const of = passage.chunks[at - 1]?.kind === 'preposition' ? 1 : 0;
  return ownerOfWords(passage, at - 1 - of);
}

export { SPEECH_NOUNS, FIRST_PERSON };
