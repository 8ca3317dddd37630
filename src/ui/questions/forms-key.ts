/** Where the cache has what the rules see in the questions of an article, as the page brought it along. */
export const formsKey = (slug: string): readonly string[] => ['question-forms', slug];
