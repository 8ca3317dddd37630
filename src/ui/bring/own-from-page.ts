import type { ReaderNote } from '../../core/notes/note.ts';
import { isPublished, type PageContent } from '../../core/page/content.ts';
import { ownSlug, type OwnArticle } from '../../storage/own-article.ts';

/** A saved page's article as one of this library, its notes under names of their own, so that nothing is overwritten. */
export function ownFromPage(
  { content, notes }: PageContent,
  { id, now, newId }: { id: string; now: string; newId: () => string },
): { readonly own: OwnArticle; readonly notes: ReaderNote[] } {
  const own: OwnArticle = isPublished(content)
    ? {
        format: 1,
        id,
        title: content.title,
        about: { author: content.author, date: content.date, source: content.source },
        formatting: [],
        hints: { lang: content.article.lang },
        isPlain: false,
        article: content.article,
        created: now,
        changed: now,
        opened: null,
      }
    : { ...content, format: 1, id, changed: now, opened: null };
  const published = isPublished(content) ? content.notes : [];
  const article = ownSlug(id);
  return {
    own,
    notes: [
      ...notes.map((note) => ({ ...note, id: newId(), article })),
      // An article of one's own has no publisher: what was published on it becomes the reader's to change.
      ...published.map(({ label, body, claim, selectors }): ReaderNote => ({
        id: newId(),
        article,
        kind: claim ? 'claim' : 'comment',
        selectors,
        body,
        ...(claim && { claim }),
        tags: [`published ${label}`],
        colour: 'yellow',
        created: now,
        modified: now,
        revision: 1,
      })),
    ],
  };
}
