/** How an article's notes are named in the cache. */
export const notesKey = (article: string): readonly string[] => ['notes', article];
