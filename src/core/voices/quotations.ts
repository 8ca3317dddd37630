import type { Span } from '../text/span.ts';

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
