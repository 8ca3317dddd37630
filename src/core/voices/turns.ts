import type { Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import type { Block } from './blocks.ts';
import type { Label } from './labels.ts';
import { withoutMarkup } from './markup.ts';
import type { Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';

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

/** A turn before its speaker has an id. `speaker` is a person, the author, or null where the text does not tell. */
export interface TurnDraft {
  kind: Turn['kind'];
  readonly speaker: Person | 'author' | null;
  readonly confidence: number;
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
  readonly labelled: ReadonlyMap<number, Person | null>;
  readonly marked: readonly Marked[];
  readonly attributions: readonly Attribution[];
}

/** The quotation that a block opens with or lies inside of. */
interface Quoted {
  readonly speaker: Person;
  readonly confidence: number;
  /** True where the block holds nothing but the quotation. */
  readonly whole: boolean;
}

/** Finds the turns of an article in order; front matter, headings and back matter are in none. */
export function findTurns(source: TurnSource): TurnDraft[] {
  const quoted = quotedBlocks(source);
  const drafts: TurnDraft[] = [];
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    const last = drafts.at(-1);
    const follows = last?.last === index - 1 ? last : undefined;
    const draft = draftAt(source, quoted, { index, follows });
    if (draft === null) {
      if (follows !== undefined) follows.last = index;
    } else drafts.push(draft);
  }
  const turns = drafts.flatMap((draft, index) => splitQuestion(source, draft, drafts[index + 1]));
  setRoles(source, turns);
  return turns;
}

/** The turn that a block opens; null where it continues the one before. */
function draftAt(
  source: TurnSource,
  quoted: readonly (Quoted | null)[],
  at: { index: number; follows: TurnDraft | undefined },
): TurnDraft | null {
  const { index, follows } = at;
  const label = source.labels.get(index);
  if (label !== undefined)
    return {
      kind: 'answer',
      speaker: source.labelled.get(index) ?? null,
      confidence: 0.95,
      label,
      first: index,
      last: index,
    };
  const here = quoted[index] ?? null;
  if (here !== null) {
    if (follows?.speaker === here.speaker) return null;
    const next = quoted[index + 1] ?? null;
    const goesOn = next !== null && next.whole && next.speaker === here.speaker;
    const answers = follows !== undefined && (follows.label !== null || follows.kind === 'answer');
    if (goesOn || (here.whole && answers))
      return {
        kind: 'answer',
        speaker: here.speaker,
        confidence: here.confidence,
        label: null,
        first: index,
        last: index,
      };
  }
  if (follows !== undefined && (follows.kind === 'narration' || follows.label !== null)) return null;
  return { kind: 'narration', speaker: 'author', confidence: 0.9, label: null, first: index, last: index };
}

function quotedBlocks({ blocks, marked, attributions }: TurnSource): (Quoted | null)[] {
  let at = 0;
  return blocks.map((block) => {
    while ((marked[at]?.end ?? Infinity) <= block.start) at++;
    const first = marked[at];
    const attribution = attributions[at];
    if (first === undefined || attribution?.speaker == null || first.start > block.start) return null;
    return {
      speaker: attribution.speaker,
      confidence: attribution.confidence,
      whole: first.end >= block.end,
    };
  });
}

/** Narration that ends in questions, with a voice answering right after it, is the author asking. */
function splitQuestion(
  { text, blocks }: TurnSource,
  draft: TurnDraft,
  next: TurnDraft | undefined,
): TurnDraft[] {
  if (
    draft.kind !== 'narration' ||
    next === undefined ||
    next.label !== null ||
    next.first !== draft.last + 1
  )
    return [draft];
  let first = draft.last + 1;
  while (first > draft.first && isQuestion(text, blocks[first - 1])) first--;
  if (first > draft.last) return [draft];
  const question: TurnDraft = { ...draft, kind: 'question', first, confidence: 0.8 };
  return first === draft.first ? [question] : [{ ...draft, last: first - 1 }, question];
}

const ASKS =
  /^(?:(?:and|but|so|then|also|moreover|besides|finally|or|now|however|furthermore|first|second|still|well|okay|ok),?\s)*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might)\s/i;

/** True for a paragraph of questions: most of its sentences end in a question mark, or it begins as a question does. */
export function isQuestion(text: string, block: Block | undefined): boolean {
  if (block === undefined) return false;
  const words = withoutMarkup(text.slice(block.start, Math.min(block.end, block.start + 2000)));
  const asked = words.match(/[?？]/g)?.length ?? 0;
  const said = words.match(/[.!](?=\s+\p{Lu}|$)|[。！]/gu)?.length ?? 0;
  return asked > said || (said <= 1 && ASKS.test(words));
}

/** Who asks and who answers: a formal label says so; else whoever's turns mostly hold a question asks. */
function setRoles({ text, blocks }: TurnSource, turns: readonly TurnDraft[]): void {
  const asked = new Map<TurnDraft['speaker'], { questions: number; turns: number }>();
  for (const turn of turns) {
    if (turn.label === null) continue;
    const count = asked.get(turn.speaker) ?? { questions: 0, turns: 0 };
    const words = text.slice(blocks[turn.first]?.start ?? 0, blocks[turn.last]?.end ?? 0);
    asked.set(turn.speaker, {
      questions: count.questions + (/[?？]/.test(words) ? 1 : 0),
      turns: count.turns + 1,
    });
  }
  for (const turn of turns) {
    if (turn.label === null) continue;
    const count = asked.get(turn.speaker);
    const asks =
      turn.label.kind === 'question' ||
      (turn.label.kind === 'name' && count !== undefined && count.questions * 2 > count.turns);
    turn.kind = asks ? 'question' : 'answer';
  }
}
