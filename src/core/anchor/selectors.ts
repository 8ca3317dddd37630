/**
 * W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors), as JSON. Inside Sidegloss their
 * numbers are UTF-16 offsets; code points exist only at the W3C’s edge, in `notes/code-points`.
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/**
 * What an article knows beyond the W3C's types: the block that the words begin in, who says them (null: unknown) and
 * the hash of the text that they were taken from. A note from elsewhere has none, and locates without it.
 */
export interface ArticleSelector {
  readonly type: 'ArticleSelector';
  readonly block: string | null;
  readonly speaker: string | null;
  readonly text: string;
}

/** A selector of another type is kept as it came and not used for placing. */
export interface OtherSelector {
  readonly type: string;
  readonly [field: string]: unknown;
}

export type Selector = TextQuoteSelector | TextPositionSelector | ArticleSelector | OtherSelector;

/** Several ways of saying where one passage is; each stands for the same words. */
export type Selectors = readonly Selector[];

type Known = TextQuoteSelector | TextPositionSelector | ArticleSelector;

/** The first selector of a type, or undefined. */
export function selectorOf<T extends Known['type']>(
  selectors: Selectors,
  type: T,
): Extract<Known, { type: T }> | undefined {
  return selectors.find((selector): selector is Extract<Known, { type: T }> => selector.type === type);
}

/** Whether a selector is a position. */
export function isPosition(selector: Selector): selector is TextPositionSelector {
  return selector.type === 'TextPositionSelector';
}

/** The words that selectors stand for, as they were; empty where they quote none. */
export function wordsIn(selectors: Selectors): string {
  return selectorOf(selectors, 'TextQuoteSelector')?.exact ?? '';
}
