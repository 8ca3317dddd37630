import { contains, type Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { findCues, type Cue } from './cues.ts';
import { isNameWord, subjectBefore, type Mention } from './mentions.ts';
import { isPersonal, isSomebody, personDescribed, personNamed, type People, type Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';
import { endsSentence, tokensOf, type Token } from './tokens.ts';

/** Whose words a quotation holds, and how the text says so. */
export interface Attribution {
  readonly speaker: Person | null;
  readonly confidence: number;
  readonly cue: Cue | null;
}

/** How far each rule can be trusted. */
const CONFIDENCE = { beside: 0.95, sentence: 0.8, carried: 0.75 };

const UNKNOWN: Attribution = { speaker: null, confidence: 0, cue: null };

interface Reading {
  readonly text: string;
  readonly people: People;
  /** The person whom "he" or "she" would mean here. */
  subject: Person | null;
  /** Whose words the last quotation held. */
  voice: Person | null;
}

/** Says for each of the marked stretches, outermost ones and in order, whose words it holds. */
export function attribute(
  text: string,
  blocks: readonly Block[],
  marked: readonly Marked[],
  people: People,
): Attribution[] {
  const reading: Reading = { text, people, subject: null, voice: null };
  const found: Attribution[] = marked.map(() => UNKNOWN);
  for (const block of blocks) {
    const tokens = tokensOf(text, block, marked);
    noteNames(reading, tokens);
    const cues = findCues(text, tokens);
    let next = 0;
    for (const [at, token] of tokens.entries()) {
      for (; (cues[next]?.at ?? Infinity) <= at; next++) follow(reading, cues[next]);
      if (token.kind !== 'quote' || found[token.quote] !== UNKNOWN) continue;
      const attribution = attributeOne(reading, { tokens, cues, at, block });
      found[token.quote] = attribution;
      if (attribution.speaker !== null) reading.voice = attribution.speaker;
    }
  }
  return found;
}

/** Enters the names of a block among the people, so that a short form finds its full one. */
function noteNames(reading: Reading, tokens: readonly Token[]): void {
  for (let at = 0; at < tokens.length; at++) {
    if (!isNameWord(tokens[at]) || isNameWord(tokens[at + 1])) continue;
    const mention = subjectBefore(reading.text, tokens, at + 1);
    if (mention !== null && mention.kind === 'name' && mention.words.includes(' ')) {
      const person = personNamed(reading.people, mention);
      reading.subject ??= person;
    }
  }
}

function follow(reading: Reading, cue: Cue | undefined): void {
  if (cue === undefined) return;
  const person = resolve(reading, cue.speaker);
  if (person !== null && isSomebody(person)) reading.subject = person;
}

function resolve(reading: Reading, mention: Mention): Person | null {
  if (mention.kind === 'name') return personNamed(reading.people, mention);
  if (mention.kind === 'description') return personDescribed(reading.people, mention);
  return isPersonal(mention.words) ? reading.subject : null;
}

interface Place {
  readonly tokens: readonly Token[];
  readonly cues: readonly Cue[];
  readonly at: number;
  readonly block: Block;
}

function attributeOne(reading: Reading, place: Place): Attribution {
  const after = cueAfter(place);
  if (after !== null) return by(reading, after, CONFIDENCE.beside);
  const before = cueBefore(place);
  if (before !== null)
    return by(reading, before, before.last === place.at - 1 ? CONFIDENCE.beside : CONFIDENCE.sentence);
  const { block, tokens, at } = place;
  const quote = tokens[at];
  const whole = quote !== undefined && at === 0 && (tokens.length === 1 || quote.end > block.end);
  return whole && reading.voice !== null
    ? { speaker: reading.voice, confidence: CONFIDENCE.carried, cue: null }
    : UNKNOWN;
}

function by(reading: Reading, cue: Cue, confidence: number): Attribution {
  return { speaker: resolve(reading, cue.speaker), confidence, cue };
}

/** The cue in the clause that follows the quotation: "…," said X. */
function cueAfter({ tokens, cues, at }: Place): Cue | null {
  for (const cue of cues) {
    if (cue.at <= at) continue;
    for (let step = at + 1; step < cue.at; step++) {
      const token = tokens[step];
      if (token === undefined || endsSentence(token) || token.kind === 'quote') return null;
    }
    const first = Math.min(cue.at, firstToken(tokens, cue));
    return first - at <= 2 ? cue : null;
  }
  return null;
}

function firstToken(tokens: readonly Token[], cue: Cue): number {
  return tokens.findIndex((token) => token.start >= cue.start);
}

/** The cue earlier in the sentence: right before the quotation, else the one that the sentence opens with. */
function cueBefore({ tokens, cues, at }: Place): Cue | null {
  let start = at;
  while (start > 0 && !endsSentence(tokens[start - 1] as Token)) start--;
  const earlier = cues.filter((cue) => cue.at >= start && cue.at < at);
  const nearest = earlier.at(-1);
  if (nearest === undefined) return null;
  return at - nearest.last <= 1 ? nearest : (earlier[0] ?? null);
}

/** Says for what is marked inside a quotation whose words it holds, where the quotation itself tells; else null. */
export function attributeInner(
  text: string,
  outer: Span,
  inner: readonly Marked[],
  people: People,
): (Person | null)[] {
  const tokens = tokensOf(text, { start: outer.start + 1, end: outer.end - 1 }, inner);
  const cues = findCues(text, tokens);
  const reading: Reading = { text, people, subject: null, voice: null };
  return inner.map((_, index) => {
    const at = tokens.findIndex((token) => token.quote === index);
    const before =
      at < 0 ? null : cueBefore({ tokens, cues, at, block: { id: '', kind: 'paragraph', ...outer } });
    if (before === null || before.speaker.kind === 'pronoun') return null;
    return contains(outer, before.speaker) ? resolve(reading, before.speaker) : null;
  });
}
