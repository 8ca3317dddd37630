import type { Span } from '../../../../src/core/text/span.ts';
import type { BenchNote } from '../sample.ts';

/**
 * The page that all contestants are given: an article of plain paragraphs, each of one text node, and between them the
 * empty lines as they are in the text; so the words of the page and of the text are the same, character by character.
 */
export interface Stage {
  readonly root: HTMLElement;
  readonly text: string;
  /** The text that the notes were written on. */
  readonly saved: string;
  readonly notes: readonly BenchNote[];
}

/** Where a note was found: offsets in the text, a range of the page, or the elements that its words were put into. */
export type Place = Span | Range | readonly Element[] | null;

type Maybe<T> = T | Promise<T>;

/** What is measured, each used as its users use it. A part that it does not have is not there. */
export interface Contestant {
  /** What `anchor` needs or changes: only the text; the page; the page, which it marks. */
  readonly anchorsIn?: 'text' | 'page' | 'marks';
  /** Before the clock starts: whatever is there before notes come. */
  readonly prepare?: (stage: Stage) => Maybe<void>;
  /** Finds all notes; one place for each, in their order. */
  readonly anchor?: (stage: Stage) => Maybe<readonly Place[]>;
  /** Makes all notes visible, in the text that they were written on; done when they have been handed to the browser. */
  readonly paint?: (stage: Stage) => Maybe<void>;
  /** Makes one more visible: as what it was written on, a range of the page as it now is, as a selection would be. */
  readonly add?: (stage: Stage, note: BenchNote, selected: Range) => Maybe<void>;
  /** Takes away what is not part of the article. */
  readonly clear?: () => void;
}
