import type { Formatting } from './formatting.ts';

/** What a person brought, as it came: kept with the article, so that nothing is lost. */
export interface Original {
  /** The file's name; null for what was pasted or sent. */
  readonly name: string | null;
  readonly type: 'text/plain' | 'text/markdown' | 'text/html' | typeof DOCX;
  readonly content: string | Uint8Array;
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a text says of itself; null is unknown, nothing is guessed. */
export interface About {
  readonly title: string | null;
  /** BCP 47 tag. */
  readonly lang: string | null;
  readonly author: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
  readonly source: { readonly name: string; readonly url: string } | null;
}

/** A text that came in: words for `readArticle`, and what lies beside them. */
export interface Imported {
  /** Plain text, a blank line between paragraphs, no markup. */
  readonly text: string;
  /** In order of position, outer before inner; offsets in UTF-16 units of `text`. */
  readonly formatting: readonly Formatting[];
  readonly about: About;
  readonly original: Original;
  /** What was left out, for a person: "3 pictures", "a table". Empty where nothing was. */
  readonly leftOut: readonly string[];
}

/** Why something could not be brought in, and the text that could be saved of it, for the reader to use otherwise. */
export interface Refused {
  readonly ok: false;
  readonly reason: 'empty' | 'too-large' | 'unknown-type' | 'unreadable' | 'too-slow';
  /** What happened and what to do, for a person. */
  readonly message: string;
  readonly kept: string | null;
}

export type Brought = { readonly ok: true; readonly imported: Imported } | Refused;
