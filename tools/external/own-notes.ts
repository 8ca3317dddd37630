import { describe } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { CONTEXT } from './suite.ts';

/** Notes as a reader makes them, one with everything that a claim may have: what we write is held to others' rules with them. */
export function ownNotes(): ReaderNote[] {
  const { article, now } = CONTEXT;
  const start = article.text.indexOf('a quote');
  const note: ReaderNote = {
    id: '0b9f6a52-6a3e-4e26-9f1e-0d8a3b1c2d3e',
    article: CONTEXT.articleId,
    kind: 'comment',
    selectors: describe(article, { start, end: start + 'a quote'.length }),
    body: 'Said twice.\n\n*Why?*',
    tags: ['check', 'later'],
    colour: 'blue',
    created: now,
    modified: now,
    revision: 3,
    earlier: ['1', '2'],
  };
  return [
    note,
    {
      ...note,
      id: '1c9f6a52-6a3e-4e26-9f1e-0d8a3b1c2d3f',
      kind: 'claim',
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'supported',
        voice: { speaker: 'somebody', of: 'Somewhere' },
        sources: [
          {
            title: 'A page',
            url: 'https://example.org/a',
            words: 'a quote',
            seen: '2025-01-01',
            bears: 'for',
          },
        ],
        history: [{ status: 'open', until: now }],
        relations: [{ claim: note.id, relation: 'agree', about: 'the number' }],
      },
    },
  ];
}
