import type { Attribution } from './attribution.ts';
import type { Block } from './blocks.ts';
import { addressIn, isCalled } from './address.ts';
import type { Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';

/** How far the turn-taking of a conversation can be trusted. */
const CONFIDENCE = { paragraph: 0.78, alternate: 0.68, addressed: 0.6, other: 0.62 };

/** How many speeches back somebody still takes part in a conversation. */
const MEMORY = 6;

/** What one paragraph of a conversation says, and who says it, as far as that is known. */
interface Speech {
  /** Indices of its quotations. */
  readonly quotes: number[];
  readonly block: number;
  voice: Person | null;
  confidence: number;
  /** What the speaker calls the listener, in lower case. */
  readonly address: string | null;
}

/**
 * Gives voices to the paragraphs of a story that no cue speaks of. In print a new paragraph of speech is a new voice,
 * and two people who talk take turns: whoever spoke two paragraphs ago speaks again, and who is addressed answers.
 */
export function fillConversation(
  text: string,
  blocks: readonly Block[],
  marked: readonly Marked[],
  found: readonly Attribution[],
): Attribution[] {
  const speeches = speechesIn(text, blocks, marked, found);
  for (let at = 0; at < speeches.length; at++) {
    answerCall(speeches, at);
    takeTurn(speeches, at, 1);
  }
  for (let at = speeches.length - 1; at >= 0; at--) takeTurn(speeches, at, -1);
  for (let at = 0; at < speeches.length; at++) answerSomehow(speeches, at);
  const filled = [...found];
  for (const { quotes, voice, confidence } of speeches) {
    for (const quote of quotes) {
      const attribution = filled[quote];
      if (attribution === undefined || attribution.scare || attribution.speaker !== null || voice === null)
        continue;
      filled[quote] = {
        ...attribution,
        speaker: voice,
        confidence: Math.min(confidence, CONFIDENCE.paragraph),
      };
    }
  }
  return filled;
}

/** The speeches in order: the quotations of a paragraph are one, but quotations side by side are several. */
function speechesIn(
  text: string,
  blocks: readonly Block[],
  marked: readonly Marked[],
  found: readonly Attribution[],
): Speech[] {
  const speeches: Speech[] = [];
  let block = 0;
  for (const [index, pair] of marked.entries()) {
    const attribution = found[index];
    if (attribution === undefined || attribution.scare) continue;
    while ((blocks[block]?.end ?? Infinity) <= pair.start) block++;
    const last = speeches.at(-1);
    const before = marked[last?.quotes.at(-1) ?? -1];
    const aside = before !== undefined && text.slice(before.end, pair.start).trim() === '';
    const other = attribution.speaker !== null && last?.voice != null && attribution.speaker !== last.voice;
    if (last?.block !== block || aside || other) {
      speeches.push({ quotes: [], block, voice: null, confidence: 0, address: addressIn(text, pair) });
    }
    const speech = speeches.at(-1);
    if (speech === undefined) continue;
    speech.quotes.push(index);
    if (attribution.confidence > speech.confidence) {
      speech.voice = attribution.speaker;
      speech.confidence = attribution.confidence;
    }
  }
  return speeches;
}

/** Fills a gap behind a speech that calls somebody by name who takes part: they answer. */
function answerCall(speeches: readonly Speech[], at: number): void {
  const [speech, before] = [speeches[at], speeches[at - 1]];
  if (speech === undefined || speech.voice !== null || before?.voice == null || !isNear(speech, before))
    return;
  const called = takingPart(speeches, at).find(
    (person) => person !== before.voice && isCalled(person, before.address),
  );
  if (called === undefined) return;
  speech.voice = called;
  speech.confidence = CONFIDENCE.addressed;
}

/** Fills a gap between speeches by turns: the voice two speeches away, if the one between is another's. */
function takeTurn(speeches: readonly Speech[], at: number, step: 1 | -1): void {
  const [speech, between, far] = [speeches[at], speeches[at - step], speeches[at - 2 * step]];
  if (speech === undefined || speech.voice !== null || between?.voice == null || far?.voice == null) return;
  if (between.voice === far.voice || !isNear(speech, between) || !isNear(between, far)) return;
  if (isCalled(far.voice, speech.address)) return;
  speech.voice = far.voice;
  speech.confidence = CONFIDENCE.alternate;
}

/** True where no more than one paragraph of narration parts two speeches. */
function isNear(a: Speech, b: Speech): boolean {
  return Math.abs(a.block - b.block) <= 2;
}

/** Fills what is left: another one of those who talk. */
function answerSomehow(speeches: readonly Speech[], at: number): void {
  const [speech, before] = [speeches[at], speeches[at - 1]];
  if (speech === undefined || speech.voice !== null) return;
  const other = takingPart(speeches, at).find(
    (person) => person !== before?.voice && !isCalled(person, speech.address),
  );
  speech.voice = other ?? null;
  speech.confidence = CONFIDENCE.other;
}

/** Who speaks nearby, the nearest first. */
function takingPart(speeches: readonly Speech[], at: number): Person[] {
  const people: Person[] = [];
  for (let away = 1; away <= MEMORY; away++) {
    for (const near of [speeches[at - away], speeches[at + away]]) {
      if (near?.voice != null && !people.includes(near.voice)) people.push(near.voice);
    }
  }
  return people;
}
