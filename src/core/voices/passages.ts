import type { Span } from '../text/span.ts';
import type { Block, BlockKind } from './blocks.ts';
import { chunksOf } from './chunks.ts';
import { findCues, type Cue } from './cues.ts';
import type { Narration } from './mentions.ts';
import type { Marked } from './quotation-marks.ts';
import { tokensOf } from './tokens.ts';

/** How many chunks a rule looks back or ahead: longer than any sentence that a reader keeps in mind. */
export const REACH = 60;

/** A block with its narration cut up and its cues found. */
export interface Passage extends Narration {
  /** The index of its block, and that of the block before it that no label gives to somebody else. */
  readonly index: number;
  readonly previous: number;
  readonly kind: BlockKind;
  /** The cue at a chunk, by the chunk of its verb or of "according". */
  readonly cues: ReadonlyMap<number, Cue>;
  /** For each chunk the index of the one that its sentence begins with. */
  readonly sentenceOf: readonly number[];
}

/** Cuts up the narration of all blocks; `labelled` are the indices of blocks that a label gives to somebody. */
export function readPassages(
  source: { text: string; blocks: readonly Block[]; marked: readonly Marked[] },
  labelled: ReadonlyMap<number, unknown>,
): Passage[] {
  const { text, blocks, marked } = source;
  let from = 0;
  let unlabelled = -1;
  return blocks.map((block, index) => {
    while ((marked[from]?.end ?? Infinity) <= block.start) from++;
    const passage = readPassage(
      { text, span: block, marked, from },
      { index, previous: unlabelled, kind: block.kind },
    );
    if (!labelled.has(index)) unlabelled = index;
    return passage;
  });
}

/** Cuts up one stretch; `from` is the first of the marked pairs that may lie in it. */
export function readPassage(
  source: { text: string; span: Span; marked: readonly Marked[]; from: number },
  place: Pick<Passage, 'index' | 'previous' | 'kind'>,
): Passage {
  const { text, span, marked, from } = source;
  const tokens = tokensOf(text, span, { quotes: marked, from });
  const narration: Narration = { text, tokens, chunks: chunksOf(tokens), mentions: new Map() };
  const cues = new Map(findCues(narration).map((cue) => [cue.at, cue]));
  return { ...narration, ...place, cues, sentenceOf: sentencesOf(narration) };
}

function sentencesOf(narration: Narration): number[] {
  let start = 0;
  return narration.chunks.map((_, at) => {
    const afterDash = start === at - 1 && narration.chunks[start]?.kind === 'dash';
    if (at > 0 && (afterDash || endsSentence(narration, at - 1))) start = at;
    return start;
  });
}

function endsSentence(narration: Narration, at: number): boolean {
  const kind = narration.chunks[at]?.kind;
  return kind === 'stop' || kind === 'break' || (kind === 'quote' && closesSentence(narration, at));
}

/** A quotation that ends in a stop ends the sentence around it, unless that goes on in small letters or with its cue. */
function closesSentence({ text, tokens, chunks }: Narration, quote: number): boolean {
  const token = tokens[chunks[quote]!.first]!;
  const next = chunks[quote + 1];
  if (next === undefined || next.kind === 'stop') return false;
  const stop = /([.!?…])[\s\])*_]*['’”"»›]?$/u.exec(
    text.slice(Math.max(token.start, token.end - 5), token.end - 1),
  )?.[1];
  const following = tokens[next.first];
  if (next.kind === 'quote') return stop !== undefined || isBlankBetween(text, token, following);
  if (stop === undefined || following?.kind !== 'word' || !/^\p{Lu}/u.test(following.text)) return false;
  return stop === '.' || !(chunks[quote + 2]?.verb?.sense === 'speech');
}

function isBlankBetween(text: string, token: Span, next: Span | undefined): boolean {
  return next !== undefined && /^[\s*_]*$/.test(text.slice(token.end, next.start));
}

/** The quotation at a chunk, as a span with its marks. */
export function quotedAt({ tokens, chunks }: Narration, at: number): Span {
  return tokens[chunks[at]!.first]!;
}

/** The cues of a passage whose verb stands from one chunk up to another, in order. */
export function cuesBetween(passage: Passage, from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  for (let at = Math.max(from, to - REACH); at < to; at++) {
    const cue = passage.cues.get(at);
    if (cue !== undefined) cues.push(cue);
  }
  return cues;
}
