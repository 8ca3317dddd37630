import { readArticle } from '../../src/core/voices/read-article.ts';
import type { OwnArticle } from '../../src/storage/own-article.ts';

/** An interview of two voices, of whom Ada says most. */
export const INTERVIEW = `A talk about bridges

Tom Hale: What holds a bridge?

Ada Byrne: Patience holds it, and a little steel. The rest is arithmetic, and somebody who does it twice.

Tom Hale: And what breaks it?

Ada Byrne: Somebody who does it once, in a café, on the back of an envelope.
`;

/** An own article, as it is put into a library. */
export function ownArticleOf(id: string, title: string, more: Partial<OwnArticle> = {}): OwnArticle {
  return {
    format: 1,
    id,
    title,
    about: {
      author: null,
      date: '2026-03-01',
      source: { name: 'The Example', url: 'https://example.org/a' },
    },
    formatting: [{ kind: 'heading', level: 1, start: 0, end: 20 }],
    hints: { lang: 'en' },
    isPlain: false,
    article: readArticle(INTERVIEW, { lang: 'en' }),
    created: '2026-03-01T10:00:00.000Z',
    changed: '2026-03-01T10:00:00.000Z',
    opened: null,
    ...more,
  };
}
