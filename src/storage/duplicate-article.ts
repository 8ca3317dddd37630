import type { LibraryStore } from './library-store.ts';
import type { NoteStore } from './note-store.ts';
import { ownSlug } from './own-article.ts';

/** What a copy of an article is called, and when it was made. */
export interface Copying {
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly newId: () => string;
}

/**
 * Copies an own article with what it was made of, its notes and its corrections, under a new id; what is being typed
 * stays with the first. Resolves with the copy's id, with null where there is no such article. Rejects as the stores
 * do, and then no copy is left.
 */
export async function duplicateArticle(
  { library, store }: { readonly library: LibraryStore; readonly store: NoteStore },
  id: string,
  { title, now, newId }: Copying,
): Promise<string | null> {
  const [article, original] = await Promise.all([library.article(id), library.original(id)]);
  if (!article) return null;
  const copy = newId().replaceAll('-', '');
  await library.put({ ...article, id: copy, title, created: now, changed: now, opened: null }, original);
  try {
    const [notes, corrections] = await Promise.all([
      store.notes(ownSlug(id)),
      store.corrections(ownSlug(id)),
    ]);
    const copies = notes.map((note) => {
      const { splitFrom: _, ...rest } = note;
      return { ...rest, id: newId(), article: ownSlug(copy), revision: 1 };
    });
    if (copies.length > 0) await store.saveAll(copies, newId);
    if (corrections.length > 0) await store.saveCorrections(ownSlug(copy), corrections);
  } catch (error) {
    await library.remove([copy]);
    throw error;
  }
  return copy;
}
