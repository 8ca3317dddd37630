import type { Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import type { Block } from './blocks.ts';
import type { Sides } from './interviewee.ts';
import type { LabelVoices } from './label-voices.ts';
import type { Label } from './labels.ts';
import { isRule, settingOf } from './markup.ts';
import type { Person } from './people.ts';
import { endsAsking, isQuestion } from './questions.ts';
import type { Marked } from './quotation-marks.ts';
import { setRoles } from './roles.ts';

/**
 * Whole paragraphs in one voice. The span includes the printed label, and a cue clause stays inside its turn.
 * Narration's speaker is the author; `null` is a voice that the text does not name.
 */
export interface Turn extends Span {
  readonly id: string;
  readonly kind: 'question' | 'answer' | 'statement' | 'narration';
  readonly speaker: string | null;
  /** The printed label with its mark (`Q:`, `"Outlet" (SP):`), where there is one. */
  readonly label?: Span;
  /** The id of the question that this turn answers. */
  readonly answers?: string;
  /** How far the rule behind `speaker` can be trusted, 0 to 1; absent where there is no speaker. */
  readonly confidence?: number;
}

/** Questions that stand together and the answers they got: turn ids, in reading order. */
export interface Exchange {
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}

/** A turn before its speaker has an id. */
export interface TurnDraft {
  kind: Turn['kind'];
  /** Null where the text does not tell. */
  speaker: Person | null;
  confidence: number;
  readonly label: Label | null;
  /** Indices of its first and last block. */
  readonly first: number;
  last: number;
}

/** What the turns are read from. */
export interface TurnSource {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly labels: ReadonlyMap<number, Label>;
  readonly voices: LabelVoices;
  /** Indices of the blocks in which an interviewer without a label asks. */
  readonly questions: ReadonlySet<number>;
  readonly sides: Sides;
  readonly author: Person;
  readonly marked: readonly Marked[];
  readonly attributions: readonly Attribution[];
}

const CONFIDENCE = { label: 0.95, narration: 0.9, asked: 0.8, side: 0.8 };

/** The quotation that a block opens with or lies inside of. */
interface Quoted {
  readonly speaker: Person;
  readonly confidence: number;
  /** True where the block holds nothing but the quotation. */
  readonly whole: boolean;
}

/** Finds the turns of an article in order; front matter, section headings and back matter are in none. */
export function findTurns(source: TurnSource): TurnDraft[] {
  const { text, blocks, questions } = source;
  const quoted = quotedBlocks(source);
  const drafts: TurnDraft[] = [];
  for (const [index, block] of blocks.entries()) {
    if (!questions.has(index) && (block.kind !== 'paragraph' || isRule(text, block))) continue;
    const last = drafts.at(-1);
    const follows = last !== undefined && onlyCaptions(blocks, last.last + 1, index) ? last : undefined;
    const draft = draftAt(source, quoted, { index, follows });
    if (draft !== null) drafts.push(draft);
    else if (follows !== undefined) follows.last = index;
  }
  const turns = drafts.flatMap((draft, index) => splitQuestion(source, draft, drafts[index + 1]));
  setRoles(text, blocks, turns);
  return splitAnswers(source, turns);
}

/** As many questions answered without a label are a habit of the page; fewer are questions with a remark behind them. */
const FEWEST_UNLABELLED = 3;

/** Where only the questions carry labels, what follows their question marks answers them. */
function splitAnswers(source: TurnSource, turns: readonly TurnDraft[]): TurnDraft[] {
  const parts = turns.map((turn) => splitAnswer(source, turn));
  const habit = parts.filter((part) => part.length > 1).length >= FEWEST_UNLABELLED;
  return habit ? parts.flat() : [...turns];
}

/** A labelled question that ends in a question mark, parted from the plain text after it. */
function splitAnswer({ text, blocks, sides }: TurnSource, turn: TurnDraft): TurnDraft[] {
  if (turn.kind !== 'question' || turn.label === null) return [turn];
  let last = turn.first;
  while (last < turn.last && !asks(text, blocks[last])) last++;
  if (last === turn.last || blocks.slice(last + 1, turn.last + 1).some((block) => asks(text, block)))
    return [turn];
  const answer: TurnDraft = {
    ...turn,
    kind: 'answer',
    speaker: sides.interviewee,
    confidence: CONFIDENCE.side,
    label: null,
    first: last + 1,
  };
  return [{ ...turn, last }, answer];
}

function asks(text: string, block: Block | undefined): boolean {
  return block !== undefined && endsAsking(text, block);
}

/** Pictures with their captions do not part a turn. */
function onlyCaptions(blocks: readonly Block[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (blocks[at]?.kind !== 'caption') return false;
  return true;
}

/** A block and the turn right before it. */
interface Place {
  readonly index: number;
  readonly follows: TurnDraft | undefined;
}

/** The turn that a block opens; null where it continues the one before. */
function draftAt(source: TurnSource, quoted: readonly (Quoted | null)[], at: Place): TurnDraft | null {
  const { index, follows } = at;
  const { labels, questions, sides } = source;
  const label = labels.get(index);
  if (label !== undefined) return labelledDraft(source, label, index);
  if (questions.has(index)) {
    if (follows?.kind === 'question' && follows.label === null) return null;
    return opened({ kind: 'question', speaker: sides.interviewer, confidence: CONFIDENCE.side }, index);
  }
  const voice = quotedVoice(source, quoted, at);
  if (voice === 'same') return null;
  if (voice !== null)
    return opened({ kind: 'answer', speaker: voice.speaker, confidence: voice.confidence }, index);
  if (follows === undefined) return narration(source, index);
  if (opensAnswer(source, follows))
    return opened({ kind: 'answer', speaker: sides.interviewee, confidence: CONFIDENCE.side }, index);
  return isAside(source, index) && follows.label !== null
    ? narration(source, index)
    : continuation(source, follows, index);
}

function opened(voice: Pick<TurnDraft, 'kind' | 'speaker' | 'confidence'>, index: number): TurnDraft {
  return { ...voice, label: null, first: index, last: index };
}

function narration({ author }: TurnSource, index: number): TurnDraft {
  return opened({ kind: 'narration', speaker: author, confidence: CONFIDENCE.narration }, index);
}

/** A paragraph without a voice of its own goes on with a labelled or unlabelled speech, but not with a quoted one. */
function continuation(source: TurnSource, follows: TurnDraft, index: number): TurnDraft | null {
  const quotedSpeech =
    follows.label === null && follows.kind === 'answer' && follows.confidence !== CONFIDENCE.side;
  return quotedSpeech ? narration(source, index) : null;
}

function labelledDraft({ voices, sides }: TurnSource, label: Label, index: number): TurnDraft {
  const side =
    label.kind === 'question' ? sides.interviewer : label.kind === 'answer' ? sides.interviewee : null;
  const speaker = voices.people.get(index) ?? side;
  return {
    kind: label.kind === 'question' ? 'question' : 'answer',
    speaker,
    confidence: CONFIDENCE.label,
    label,
    first: index,
    last: index,
  };
}

/** The voice of a block that opens with a quotation; `same` where it is that of the turn before; null where there is none. */
function quotedVoice(
  source: TurnSource,
  quoted: readonly (Quoted | null)[],
  at: Place,
): Quoted | 'same' | null {
  const here = quoted[at.index] ?? null;
  const { follows } = at;
  if (here === null) return null;
  if (follows?.speaker === here.speaker) return 'same';
  const next = quoted[at.index + 1] ?? null;
  if (next !== null && next.whole && next.speaker === here.speaker) return here;
  if (follows === undefined || (follows.label === null && follows.kind !== 'answer')) return null;
  const answers = follows.label !== null && asks(source.text, source.blocks[follows.last]);
  return here.whole || answers ? here : null;
}

/** True after a question that ends with its block: one without a label, or one that is bold from label to end. */
function opensAnswer({ text, blocks }: TurnSource, follows: TurnDraft): boolean {
  if (follows.label === null) return follows.kind === 'question';
  const block = blocks[follows.last];
  return block !== undefined && follows.first === follows.last && settingOf(text, block) !== 'plain';
}

/** A paragraph in italics among labelled speech is a note of the editor's. */
function isAside({ text, blocks }: TurnSource, index: number): boolean {
  const block = blocks[index];
  return block !== undefined && settingOf(text, block) === 'italic';
}

function quotedBlocks({ blocks, marked, attributions }: TurnSource): (Quoted | null)[] {
  let at = 0;
  return blocks.map((block) => {
    while ((marked[at]?.end ?? Infinity) <= block.start) at++;
    const first = marked[at];
    const attribution = attributions[at];
    if (first === undefined || first.start > block.start) return null;
    if (attribution?.speaker == null || attribution.speaker.kind === 'author') return null;
    return {
      speaker: attribution.speaker,
      confidence: attribution.confidence,
      whole: first.end >= block.end,
    };
  });
}

/** Narration that ends in questions, with a voice answering right after it, is the author asking, or the interviewer. */
function splitQuestion(
  { text, blocks }: TurnSource,
  draft: TurnDraft,
  next: TurnDraft | undefined,
): TurnDraft[] {
  if (
    draft.kind !== 'narration' ||
    next === undefined ||
    next.kind !== 'answer' ||
    next.first !== draft.last + 1
  )
    return [draft];
  let first = draft.last + 1;
  while (first > draft.first && asksHere(text, blocks[first - 1], next)) first--;
  if (first > draft.last) return [draft];
  const speaker = next.label === null ? draft.speaker : null;
  const question: TurnDraft = { ...draft, kind: 'question', speaker, first, confidence: CONFIDENCE.asked };
  return first === draft.first ? [question] : [{ ...draft, last: first - 1 }, question];
}

function asksHere(text: string, block: Block | undefined, next: TurnDraft): boolean {
  if (block === undefined || !isQuestion(text, block)) return false;
  return next.label === null || endsAsking(text, block);
}
