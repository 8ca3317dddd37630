import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { labelAt } from './labels.ts';
import { dashSpeech } from './dash-dialogue.ts';
import { MARKUP } from './markup.ts';
import { SINGLE_MARKS, singleMarked } from './single-marks.ts';

/** Words between a pair of quotation marks, the marks included, and what is marked inside them. */
export interface Marked extends Span {
  readonly inner: readonly Marked[];
}

/** Marks of one family close each other, so that `“…"` and `„…“` are pairs; an opening that closes is a common slip. */
type Family = 'double' | 'angle' | 'single angle' | 'corner' | 'white corner';

const FAMILY: Readonly<Record<string, Family>> = {
  '"': 'double', '“': 'double', '”': 'double', '„': 'double', '‟': 'double', '＂': 'double', '〝': 'double', '〞': 'double',
  '«': 'angle', '»': 'angle', '‹': 'single angle', '›': 'single angle',
  '「': 'corner', '」': 'corner', '『': 'white corner', '』': 'white corner',
}; // prettier-ignore

const MARKS = /["“”„‟＂〝〞«»‹›「」『』]/g;

/** How many paragraphs without any mark an open quotation may run on through. */
const LONGEST_UNMARKED_RUN = 12;

type Side = 'opens' | 'closes' | 'either';

interface Mark {
  readonly at: number;
  readonly family: Family;
  readonly side: Side;
  /** True for the first thing in its paragraph: there an opening mark may take up a quotation left open. */
  readonly leads: boolean;
}

interface Open {
  readonly start: number;
  readonly family: Family;
  /** False for a mark that may open or close: such a one holds nothing beyond its paragraph. */
  readonly sure: boolean;
  inner: Marked[];
}

/**
 * Pairs the quotation marks of a text: the outermost pairs in reading order, each with those inside it. A quotation
 * left open at the end of a paragraph goes on in the next one if that opens with a mark again, or comes to a closing
 * mark before any opening one; else it ends with its paragraph. A mark without its pair marks nothing.
 */
export function pairMarks(text: string, blocks: readonly Block[]): Marked[] {
  const found: Marked[] = [];
  let open: Open[] = [];
  let confirmed = 0;
  let unmarked = 0;
  const positions = positionsOf(text, MARKS);
  let next = 0;
  for (const block of blocks) {
    const first = next;
    while ((positions[next] ?? Infinity) < block.end) next++;
    const marks = marksAt(text, block, positions.slice(first, next));
    let from = 0;
    const pending = open[0];
    if (pending !== undefined) {
      const taken = takesUp(pending, marks, unmarked > 0);
      if (taken === 'ends' || unmarked > LONGEST_UNMARKED_RUN || interrupts(text, block)) {
        found.push({ start: pending.start, end: confirmed, inner: pending.inner });
        open = [];
        unmarked = 0;
      } else if (taken === 'unmarked') {
        unmarked++;
        continue;
      } else {
        unmarked = 0;
        from = taken === 'reopens' ? 1 : 0;
      }
    }
    open = pairInBlock(marks.slice(from), open, found);
    confirmed = block.end;
  }
  const last = open[0];
  if (last !== undefined) found.push({ start: last.start, end: confirmed, inner: last.inner });
  const pairs = found.filter((marked) => marked.end - marked.start > 2);
  return withDashes(dashSpeech(text, blocks), withSingles(text, blocks, pairs));
}

/** What a new paragraph does with a quotation that the one before it left open. */
function takesUp(
  pending: Open,
  marks: readonly Mark[],
  afterUnmarked: boolean,
): 'reopens' | 'continues' | 'unmarked' | 'ends' {
  const first = marks.find((mark) => mark.family === pending.family);
  if (first === undefined) return 'unmarked';
  if (first.leads && first.side !== 'closes') return afterUnmarked ? 'ends' : 'reopens';
  return first.side === 'opens' ? 'ends' : 'continues';
}

/** A heading, a caption or a label is not part of a quotation that was left open above it. */
function interrupts(text: string, block: Block): boolean {
  return block.kind !== 'paragraph' || labelAt(text, block) !== null;
}

/** Where a text holds any of some marks, in one pass. */
function positionsOf(text: string, marks: RegExp): number[] {
  const positions: number[] = [];
  marks.lastIndex = 0;
  for (let hit = marks.exec(text); hit !== null; hit = marks.exec(text)) positions.push(hit.index);
  return positions;
}

/** The marks of a block; `positions` are all that lie before its end and behind the block before. */
function marksAt(text: string, block: Block, positions: readonly number[]): Mark[] {
  const marks: Mark[] = [];
  for (const at of positions) {
    const family = FAMILY[text[at]!];
    if (family === undefined || at < block.start) continue;
    const leads = marks.length === 0 && charBefore(text, at, block) === '';
    marks.push({ at, family, side: sideOf(text, at, block), leads });
  }
  return marks;
}

/** The character before a position, markup skipped; empty at the start of the span. */
function charBefore(text: string, at: number, span: Span): string {
  let before = at - 1;
  while (before >= span.start && MARKUP.has(text[before]!)) before--;
  return before < span.start ? '' : text[before]!;
}

function charAfter(text: string, at: number, span: Span): string {
  let after = at + 1;
  while (after < span.end && MARKUP.has(text[after]!)) after++;
  return after >= span.end ? '' : text[after]!;
}

/** Whether a mark opens or closes: by what stands beside it, and by its shape where that leaves it open. */
function sideOf(text: string, at: number, span: Span): Side {
  const glyph = text[at]!;
  if ('「『'.includes(glyph)) return 'opens';
  if ('」』'.includes(glyph)) return 'closes';
  const before = charBefore(text, at, span);
  const after = charAfter(text, at, span);
  const free = before === '' || /[\s([{<\p{Pd}“„«‹「『]/u.test(before);
  const done = after === '' || /[\s)\]}>\p{Pd}.,;:!?…。，、！？；：”»›」』]/u.test(after);
  if (free && !done) return 'opens';
  if (done && !free) return 'closes';
  if ('“„‟«‹〝'.includes(glyph)) return 'opens';
  return '”»›〞'.includes(glyph) ? 'closes' : 'either';
}

/** Pairs the marks of one paragraph; gives what is left open at its end, outermost first. */
function pairInBlock(marks: readonly Mark[], pending: readonly Open[], found: Marked[]): Open[] {
  const stack = [...pending];
  const left = countSides(marks);
  for (const mark of marks) {
    const sides = left[mark.family];
    if (mark.side === 'opens') sides.opening--;
    else sides.closing--;
    const depth = stack.findLastIndex((open) => open.family === mark.family);
    const closes = depth >= 0 && mark.side !== 'opens';
    if (closes) close(stack, depth, mark.at + 1, found);
    else if (mark.side !== 'closes') {
      // A second opening mark stands inside the first only if enough closing marks follow for both.
      if (depth >= 0 && sides.closing - sides.opening < 2) dropOpen(stack, depth, found);
      stack.push({
        start: mark.at,
        family: mark.family,
        sure: mark.side === 'opens' || mark.leads,
        inner: [],
      });
    }
  }
  for (let depth = stack.length - 1; depth > 0; depth--) dropOpen(stack, depth, found);
  if (stack[0]?.sure === false) dropOpen(stack, 0, found);
  return stack;
}

function countSides(marks: readonly Mark[]): Record<Family, { opening: number; closing: number }> {
  const none = (): { opening: number; closing: number } => ({ opening: 0, closing: 0 });
  const sides = {
    double: none(),
    angle: none(),
    'single angle': none(),
    corner: none(),
    'white corner': none(),
  };
  for (const mark of marks) sides[mark.family][mark.side === 'opens' ? 'opening' : 'closing']++;
  return sides;
}

function close(stack: Open[], depth: number, end: number, found: Marked[]): void {
  while (stack.length > depth + 1) dropOpen(stack, stack.length - 1, found);
  const open = stack.pop();
  if (open === undefined) return;
  (stack.at(-1)?.inner ?? found).push({ start: open.start, end, inner: open.inner });
}

/** Forgets an opening mark that has no pair; what was marked inside it moves up. */
function dropOpen(stack: Open[], depth: number, found: Marked[]): void {
  const [open] = stack.splice(depth, 1);
  const outer = stack[depth - 1]?.inner ?? found;
  for (const pair of open?.inner ?? []) outer.push(pair);
}

/** Adds speech that a dash opens; what is marked in it stands inside it. */
function withDashes(speeches: readonly Span[], pairs: readonly Marked[]): Marked[] {
  if (speeches.length === 0) return [...pairs];
  return nest([...speeches.map(({ start, end }): Marked => ({ start, end, inner: [] })), ...pairs]);
}

/** Adds what single quotation marks hold, inside the pairs found and between them. */
function withSingles(text: string, blocks: readonly Block[], pairs: readonly Marked[]): Marked[] {
  const positions = positionsOf(text, SINGLE_MARKS);
  const singlesIn = (span: Span, opaque: readonly Span[]): Marked[] =>
    singleMarked(text, positions, { span, opaque }).map(({ start, end }) => ({ start, end, inner: [] }));
  const nested = pairs.map(({ start, end, inner }): Marked => {
    const singles = singlesIn({ start: start + 1, end: end - 1 }, inner);
    return { start, end, inner: nest([...inner, ...singles]) };
  });
  const outer: Marked[] = [];
  let next = 0;
  for (const block of blocks) {
    const first = next;
    while ((nested[next]?.start ?? Infinity) < block.end) next++;
    const here = nested.slice(first, next);
    const before = outer.at(-1);
    const opaque = before !== undefined && before.end > block.start ? [before, ...here] : here;
    for (const pair of nest([...here, ...singlesIn(block, opaque)])) outer.push(pair);
  }
  return outer;
}

/** Puts each of some pairs inside the one that holds it. */
function nest(pairs: readonly Marked[]): Marked[] {
  const outer: Marked[] = [];
  for (const pair of pairs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = outer.at(-1);
    if (last !== undefined && pair.end <= last.end)
      outer[outer.length - 1] = { ...last, inner: [...last.inner, pair] };
    else if (last === undefined || pair.start >= last.end) outer.push(pair);
  }
  return outer;
}
