import type { Span } from '../text/span.ts';

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
