import type { Span } from '../../core/text/span.ts';
import { termsIn } from '../../core/text/terms.ts';

/** Words of an excerpt; those that were searched for are marked. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** An excerpt has so many words, so many of them before the first that was searched for. */
const LENGTH = 28;
const BEFORE = 8;

/**
 * The part of a text in which most of the terms stand, the first of such, with each place marked. `marked` runs from the
 * first of them to the last there, in the text's own offsets; null where none is in it, and then the text begins.
 */
export function excerptOf(
  text: string,
  terms: ReadonlySet<string>,
): { pieces: readonly Piece[]; marked: Span | null } {
  const words = termsIn(text);
  const found = words.flatMap(({ term }, at) => (terms.has(term) ? [at] : []));
  const first = found[bestOf(found, (at) => words[at]!.term)] ?? 0;
  const from = Math.max(0, Math.min(first - BEFORE, words.length - LENGTH));
  const to = Math.min(words.length, from + LENGTH);
  const start = from === 0 ? 0 : words[from]!.start;
  const end = to === words.length ? text.length : words[to - 1]!.end;
  const marks = found.filter((at) => at >= from && at < to).map((at) => words[at]!);
  const pieces: Piece[] = [];
  const push = (piece: string, isMarked: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, isMarked });
  };
  push(start > 0 ? '… ' : '', false);
  let at = start;
  for (const mark of marks) {
    push(text.slice(at, mark.start), false);
    push(text.slice(mark.start, mark.end), true);
    at = mark.end;
  }
  push(text.slice(at, end) + (end < text.length ? ' …' : ''), false);
  const inside = marks.filter((mark) => mark.start >= words[first]!.start);
  return {
    pieces,
    marked: inside.length > 0 ? { start: inside[0]!.start, end: inside.at(-1)!.end } : null,
  };
}

/** The first place behind which most different terms stand within an excerpt. `found` are indexes of words, in order. */
function bestOf(found: readonly number[], termAt: (at: number) => string): number {
  let best = 0;
  let most = 0;
  const counts = new Map<string, number>();
  let end = 0;
  for (const [index, at] of found.entries()) {
    while (end < found.length && found[end]! < at + LENGTH - BEFORE) {
      const term = termAt(found[end]!);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      end += 1;
    }
    if (counts.size > most) {
      most = counts.size;
      best = index;
    }
    const left = (counts.get(termAt(at)) ?? 1) - 1;
    if (left > 0) counts.set(termAt(at), left);
    else counts.delete(termAt(at));
  }
  return best;
}
