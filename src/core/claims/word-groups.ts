/** What kinds of words can be shown, in the order in which they are listed. */
export const WORD_GROUPS = ['number', 'date', 'superlative', 'absolute', 'hedge'] as const;
export type WordGroup = (typeof WORD_GROUPS)[number];
