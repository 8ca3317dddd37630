import { countBefore } from '../text/bisect.ts';
import type { Span } from '../text/span.ts';
import { wordList } from './lexicon/word-list.ts';

/** Words that print writes with an apostrophe in front; with one of these the mark opens nothing. */
const ELISIONS = wordList(
  `tis twas twere twould twill twixt em cause til till n bout round ere ee un im er ow neath gainst tween nuff cos cuz
   fraid kay course twasn twaddn tisn twarn twasn't tisn't`,
);

/** The marks that may open or close a single quotation; most of them are apostrophes. */
export const SINGLE_MARKS = /['‘’‚‛]/g;

/** A quotation in single marks is closed within this many code units, or its first mark is taken for an apostrophe. */
const LONGEST_SINGLE = 4000;

/**
 * What single quotation marks hold in a stretch, in order. An apostrophe looks the same, so a mark opens only before
 * a word and after a blank, and closes only after a word; a stop before it tells a closing mark from the apostrophe
 * of "the boys' room". `positions` are those of all single marks of the text; `opaque` are stretches to step over.
 */
export function singleMarked(
  text: string,
  positions: readonly number[],
  within: { span: Span; opaque: readonly Span[] },
): Span[] {
  const marks = candidates(text, positions, within);
  const found: Span[] = [];
  for (let index = 0; index < marks.length; index++) {
    const opening = marks[index]!;
    if (opening.side !== 'opens') continue;
    const closing = closingFor(text, marks, index);
    if (closing < 0) continue;
    found.push({ start: opening.at, end: marks[closing]!.at + 1 });
    index = closing;
  }
  return found;
}

interface Candidate {
  readonly at: number;
  readonly side: 'opens' | 'closes' | 'closes weakly';
}

function candidates(
  text: string,
  positions: readonly number[],
  { span, opaque }: { span: Span; opaque: readonly Span[] },
): Candidate[] {
  const found: Candidate[] = [];
  let step = 0;
  for (let index = firstFrom(positions, span.start); index < positions.length; index++) {
    const at = positions[index]!;
    if (at >= span.end) break;
    while ((opaque[step]?.end ?? Infinity) <= at) step++;
    const side = (opaque[step]?.start ?? Infinity) <= at ? null : sideOf(text, at, span);
    if (side !== null) found.push({ at, side });
  }
  return found;
}

/** The index of the first position that is not before `start`. */
function firstFrom(positions: readonly number[], start: number): number {
  return countBefore(positions.length, (index) => positions[index]! < start);
}

function sideOf(text: string, at: number, span: Span): Candidate['side'] | null {
  const before = at > span.start ? text[at - 1]! : '';
  const after = at + 1 < span.end ? text[at + 1]! : '';
  const free = before === '' || /[\s([{\p{Pd}"“„«]/u.test(before);
  if (free && /[\p{L}\p{N}"“([…$£€]/u.test(after)) return opensElision(text, at) ? null : 'opens';
  if (free || text[at] === '‘' || text[at] === '‚' || /[\p{L}\p{N}]/u.test(after)) return null;
  return /[.,!?…;:)\]”"»\p{Pd}]/u.test(before) || /[.,!?…;:)\]”"»]/u.test(after) || after === ''
    ? 'closes'
    : 'closes weakly';
}

/** True before "'tis", "'em", "'90s": an apostrophe, unless the mark itself is shaped to open. */
function opensElision(text: string, at: number): boolean {
  const word = /^[\p{L}\p{N}]{1,8}(?:['’]t)?/u.exec(text.slice(at + 1, at + 12))?.[0].toLowerCase() ?? '';
  return ELISIONS.has(word) || /^\d\ds?$/.test(word);
}

/** The index of the closing mark for the opening one at `index`; -1 where none comes before the next opening one. */
function closingFor(text: string, marks: readonly Candidate[], index: number): number {
  const from = marks[index]!.at;
  const line = text.slice(from, from + LONGEST_SINGLE).search(/[\n\r]/);
  const limit = from + (line < 0 ? LONGEST_SINGLE : line);
  let weak = -1;
  for (let next = index + 1; next < marks.length; next++) {
    const mark = marks[next]!;
    if (mark.side === 'opens' || mark.at > limit) break;
    if (mark.side === 'closes') return next;
    if (weak < 0 || text[marks[weak]!.at - 1] === 's') weak = next;
  }
  return weak;
}
