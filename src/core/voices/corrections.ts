import { byPosition, contains, overlaps, type Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import type { Quotation } from './quotations.ts';
import { AUTHOR_ID } from './speakers.ts';
import type { Turn } from './turns.ts';

/** A person's word on what the rules found in a stretch: it is always right. `speaker: null` is "unknown". */
export interface Correction extends Span {
  /** The id of a speaker. */
  readonly speaker: string | null;
  /** A kind of quotation or of turn; any other word is passed over. */
  readonly kind?: string;
}

/** A turn that has no id yet: ids and answers follow from the order of all turns. */
export type UnlinkedTurn = Omit<Turn, 'id' | 'answers'>;

/** What corrections change. */
export interface Correctable {
  readonly blocks: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly turns: readonly UnlinkedTurn[];
}

/**
 * Puts corrections over what was found, in order, the last word winning. Where a correction's span is that of a
 * quotation or of a turn, it says whose that is; where it covers whole blocks, these become a turn of their own, with
 * what its speaker says in marks there; any other span becomes a quotation. A span outside the text, or an empty one, changes nothing.
 */
export function applyCorrections(found: Correctable, corrections: readonly Correction[]): Correctable {
  const end = found.blocks.at(-1)?.end ?? 0;
  const valid = corrections.filter((one) => one.start >= 0 && one.start < one.end && one.end <= end);
  return valid.reduce(correct, found);
}

function correct(found: Correctable, correction: Correction): Correctable {
  const covered = blocksCovered(found.blocks, correction);
  const quoted = found.quotations.some((quotation) => isEqual(quotation, correction));
  const spoken =
    correction.kind !== 'scare' &&
    (correction.speaker !== null || !quoted || found.turns.some((turn) => isEqual(turn, correction)));
  const turns = covered !== null && spoken ? withTurn(found, correction, covered) : found.turns;
  if (quoted)
    return {
      ...found,
      quotations: found.quotations.flatMap((quotation) => corrected(quotation, correction)),
      turns,
    };
  if (covered !== null) return { ...found, turns, quotations: spokenIn(found, correction, covered) };
  return { ...found, quotations: withQuotation(found.quotations, correction) };
}

/** The words that a covered turn's speaker says in marks are the corrected speaker's; those of others stay theirs. */
function spokenIn(
  { blocks, quotations, turns }: Correctable,
  correction: Correction,
  covered: { first: number; last: number },
): readonly Quotation[] {
  // What becomes the author's is narration, in which others are quoted.
  if (correction.speaker === AUTHOR_ID) return quotations;
  const span = { start: blocks[covered.first]!.start, end: blocks[covered.last]!.end };
  const were = turns.filter((turn) => turn.kind !== 'narration' && overlaps(turn, span));
  return quotations.map((quotation) => {
    const { start, end, kind, cue, speaker } = quotation;
    const turn = were.find((one) => contains(one, quotation));
    return kind === 'direct' && contains(span, quotation) && turn?.speaker === speaker
      ? { start, end, kind, ...(cue && { cue }), ...speakerOf(kind, correction) }
      : quotation;
  });
}

function isEqual(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The first and last block that a span covers whole, where it begins and ends with them; else null. */
function blocksCovered(blocks: readonly Block[], span: Span): { first: number; last: number } | null {
  const inside = blocks.flatMap((block, index) => (overlaps(block, span) ? [index] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = { start: blocks[first]!.start, end: blocks[last]!.end };
  return contains(span, whole) ? { first, last } : null;
}

const QUOTATION_KINDS = new Set<string>(['direct', 'scare', 'nested']);
const TURN_KINDS = new Set<string>(['question', 'answer', 'statement', 'narration']);

function isQuotationKind(kind: string | undefined): kind is Quotation['kind'] {
  return kind !== undefined && QUOTATION_KINDS.has(kind);
}

function isTurnKind(kind: string | undefined): kind is Turn['kind'] {
  return kind !== undefined && TURN_KINDS.has(kind);
}

/** The quotation as the correction has it; marked words that are no speech hold no nested quotation either. */
function corrected(quotation: Quotation, correction: Correction): Quotation[] {
  if (!isEqual(quotation, correction)) return [quotation];
  const wanted = isQuotationKind(correction.kind) ? correction.kind : null;
  // A quotation stands inside another one or does not: a correction can't change that.
  const kind =
    quotation.kind === 'nested' || wanted === 'nested'
      ? quotation.kind
      : (wanted ?? (correction.speaker === null ? quotation.kind : unscared(quotation.kind)));
  return [{ start: quotation.start, end: quotation.end, kind, ...speakerOf(kind, correction) }];
}

/** Marked words that are given to somebody are speech. */
function unscared(kind: Quotation['kind']): Quotation['kind'] {
  return kind === 'scare' ? 'direct' : kind;
}

function speakerOf(kind: string, { speaker }: Correction): { speaker: string | null; confidence?: number } {
  return speaker === null || kind === 'scare' ? { speaker: null } : { speaker, confidence: 1 };
}

/** Adds a quotation over the correction's span: nested where it lies inside a direct one, in place of what it cuts across. */
function withQuotation(quotations: readonly Quotation[], correction: Correction): Quotation[] {
  const span = { start: correction.start, end: correction.end };
  const inside = quotations.some((quotation) => quotation.kind === 'direct' && contains(quotation, span));
  const wanted =
    isQuotationKind(correction.kind) && correction.kind !== 'nested' ? correction.kind : 'direct';
  const kind: Quotation['kind'] = inside ? 'nested' : wanted;
  const kept = quotations.filter(
    (quotation) =>
      !overlaps(quotation, span) ||
      contains(quotation, span) ||
      (kind === 'direct' && quotation.kind === 'nested' && contains(span, quotation)),
  );
  return [...kept, { ...span, kind, ...speakerOf(kind, correction) }].toSorted(byPosition);
}

/** Makes the covered blocks a turn of their own; what stood there keeps the blocks before and after. */
function withTurn(
  { blocks, turns }: Correctable,
  correction: Correction,
  covered: { first: number; last: number },
): UnlinkedTurn[] {
  const span = { start: blocks[covered.first]!.start, end: blocks[covered.last]!.end };
  const before = turns.find((turn) => overlaps(turn, span));
  const same = turns.find((turn) => isEqual(turn, span));
  const kind = isTurnKind(correction.kind) ? correction.kind : kindFor(correction, same ?? before);
  const label =
    same?.label ?? (before?.label !== undefined && contains(span, before.label) ? before.label : undefined);
  const turn: UnlinkedTurn = {
    ...span,
    kind,
    ...speakerOf(kind, correction),
    ...(label === undefined ? {} : { label }),
  };
  return [...turns.flatMap((other) => without(other, span, blocks)), turn].toSorted(byPosition);
}

/** The kind of a corrected turn where none is given: what it was, or a statement where it is no longer the author's. */
function kindFor({ speaker }: Correction, was: UnlinkedTurn | undefined): Turn['kind'] {
  if (speaker === AUTHOR_ID) return was?.kind === 'question' ? 'question' : 'narration';
  return was === undefined || was.kind === 'narration' ? 'statement' : was.kind;
}

/** What is left of a turn when some blocks are taken out of it: at most the blocks before and those after. */
function without(turn: UnlinkedTurn, span: Span, blocks: readonly Block[]): UnlinkedTurn[] {
  if (!overlaps(turn, span)) return [turn];
  const head = blocks.findLast((block) => block.start >= turn.start && block.end <= span.start);
  const tail = blocks.find((block) => block.start >= span.end && block.end <= turn.end);
  const parts: UnlinkedTurn[] = [];
  if (head !== undefined) parts.push({ ...turn, end: head.end });
  if (tail !== undefined) {
    const { end, kind, speaker, confidence } = turn;
    parts.push({
      start: tail.start,
      end,
      kind,
      speaker,
      ...(confidence === undefined ? {} : { confidence }),
    });
  }
  return parts;
}
