import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import type { OwnContent, PageContent } from '../../../src/core/page/content.ts';
import type { Formatting } from '../../../src/core/text/formatting.ts';
import { readArticle, type ArticleHints } from '../../../src/core/voices/read-article.ts';
import { sampleNote } from '../notes/sample-notes.ts';

export const TALK = `The harbour will stay

ANNA: Will it be rebuilt?

BEN: By spring. The mayor said, “We have the money,” and she meant it.

ANNA: And the cost?

BEN: About 3 million. That is less than last year.`;

const NOW = '2025-03-01T10:00:00.000Z';

/** An own article made of a text, with a note on each of some words of it. */
export function samplePage(
  text = TALK,
  some: {
    readonly hints?: OwnContent['hints'] & ArticleHints;
    readonly formatting?: readonly Formatting[];
    readonly noted?: readonly string[];
    readonly own?: Partial<OwnContent>;
  } = {},
): PageContent & { readonly content: OwnContent } {
  const hints = some.hints ?? {};
  const article = readArticle(text, hints);
  const content: OwnContent = {
    id: 'a1b2c3',
    title: 'The harbour',
    about: { author: null, date: null, source: null },
    formatting: some.formatting ?? [],
    hints,
    isPlain: false,
    article,
    created: NOW,
    changed: NOW,
    ...some.own,
  };
  const notes = (some.noted ?? []).map((words, index) => {
    const start = text.indexOf(words);
    return sampleNote('by spring', {
      id: `5f0c2f0e-7a3b-4b52-9d8a-${String(index).padStart(12, '0')}`,
      article: 'own:a1b2c3',
      selectors: selectorsFor(article, { start, end: start + words.length }),
    });
  });
  return { content, notes, articleId: 'own:a1b2c3', corrections: [], written: NOW };
}
