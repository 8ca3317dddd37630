import type { Span } from '../../../src/core/text/span.ts';
import type { SampleNote, Version } from './sample.ts';

/** How many notes came to be on their words, on other words, and nowhere. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly lost: number;
}

/** Of what a place covers, and of what is left of a note's words, so much must be the other: more than half, and most. */
const OWN = 0.5;
const COVERED = 0.6;

/** Where the words of a note stand in a version, from the first to the last that is left; null where none is. */
export function traceOf({ starts, ends }: Version, { first, last }: SampleNote): Span | null {
  let from = first;
  let to = last;
  while (from <= last && starts[from]! < 0) from += 1;
  while (to > from && starts[to]! < 0) to -= 1;
  return from > last ? null : { start: starts[from]!, end: ends[to]! };
}

/** Whether a place is on a note's own words: it covers most of what is left of them, and more than half of it is they. */
export function isRight(version: Version, note: SampleNote, place: Span): boolean {
  const trace = traceOf(version, note);
  if (!trace) return false;
  const common = Math.min(trace.end, place.end) - Math.max(trace.start, place.start);
  return common > OWN * (place.end - place.start) && common >= COVERED * (trace.end - trace.start);
}

/** Judges the places that were found for notes, one each; null is nowhere. */
export function judge(
  version: Version,
  notes: readonly SampleNote[],
  places: readonly (Span | null)[],
): Tally {
  let right = 0;
  let lost = 0;
  for (const [index, note] of notes.entries()) {
    const place = places[index];
    if (!place) lost += 1;
    else if (isRight(version, note, place)) right += 1;
  }
  return { right, lost, wrong: notes.length - right - lost };
}
