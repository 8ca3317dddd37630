import type { Span } from '../text/span.ts';
import type { Attribution } from './attribution.ts';
import type { Person } from './people.ts';
import type { Marked } from './quotation-marks.ts';

/**
 * Words between quotation marks, the marks included. A quotation over several paragraphs is one span.
 * - `direct`: somebody's words. `speaker` is null where the text does not settle whose.
 * - `scare`: marked words that the text gives to no one; `speaker` is null.
 * - `nested`: inside another quotation; `speaker` is who is quoted there, or null.
 */
export interface Quotation extends Span {
  readonly kind: 'direct' | 'scare' | 'nested';
  readonly speaker: string | null;
  /** The clause that names the speaker ("said Alexander Averin, a former soldier"), where there is one beside it. */
  readonly cue?: Span;
  /** How far the rule behind `speaker` can be trusted, 0 to 1; absent where there is no speaker. */
  readonly confidence?: number;
}

/** A marked stretch as it was read: whose it is, and who is quoted in each stretch marked inside it. */
export interface Read {
  readonly pair: Marked;
  readonly attribution: Attribution | undefined;
  readonly inner: readonly (Person | null)[];
}

/** How far the naming of who is quoted inside a quotation can be trusted. */
const NESTED = 0.8;

/** The quotations of an article in reading order, nested ones after the one that holds them. */
export function quotationsFrom(
  reads: readonly Read[],
  idOf: (person: Person | null) => string | null,
): Quotation[] {
  return reads.flatMap(({ pair, attribution, inner }): Quotation[] => {
    const span = { start: pair.start, end: pair.end };
    if (attribution?.scare === true) return [{ ...span, kind: 'scare', speaker: null }];
    const cue =
      attribution?.cue == null ? {} : { cue: { start: attribution.cue.start, end: attribution.cue.end } };
    const nested = pair.inner.map((part, index): Quotation => {
      const within = { start: part.start, end: part.end, kind: 'nested' } as const;
      return { ...within, ...speakerOf(idOf(inner[index] ?? null), NESTED) };
    });
    return [
      {
        ...span,
        kind: 'direct',
        ...speakerOf(idOf(attribution?.speaker ?? null), attribution?.confidence ?? 0),
        ...cue,
      },
      ...nested,
    ];
  });
}

function speakerOf(
  speaker: string | null,
  confidence: number,
): { speaker: string | null; confidence?: number } {
  return speaker === null ? { speaker } : { speaker, confidence };
}
