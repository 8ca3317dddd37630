import type { Block } from './blocks.ts';
import type { Quotation } from './quotations.ts';
import type { Speaker } from './speakers.ts';
import type { Exchange, Turn } from './turns.ts';

/**
 * A text and what the rules found in it. The text never changes; everything else lies beside it as spans.
 * All lists are in reading order.
 */
export interface Article {
  /** BCP 47 tag of the text's language; `und` where it can't be told. */
  readonly lang: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly speakers: readonly Speaker[];
  readonly quotations: readonly Quotation[];
  readonly turns: readonly Turn[];
  readonly exchanges: readonly Exchange[];
}

/** A person's word on what the rules found in a stretch: it is always right. `speaker: null` is "unknown". */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly kind?: string;
}

export interface ArticleHints {
  readonly lang?: string;
  /** What is known of the speakers. An entry is matched by id, else by name or alias; its fields win over what was found. */
  readonly speakers?: readonly Partial<Speaker>[];
  /** Block ids in order; default `p` and the index from 0. */
  readonly blocks?: readonly string[];
  readonly corrections?: readonly Correction[];
  /** The text as it was: block ids are carried over by aligning paragraphs; new paragraphs get unused numbers. */
  readonly previous?: Article;
}
