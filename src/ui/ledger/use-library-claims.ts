import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { placeNotes, type PublishedNote, type ReaderNote, type Relation } from '../../core/notes/note.ts';
import { castVoices } from '../../core/voices/cast-voices.ts';
import { correctArticle } from '../../core/voices/correct-article.ts';
import type { Article, Correction } from '../../core/voices/read-article.ts';
import type { LibraryStore } from '../../storage/library-store.ts';
import type { NoteStore } from '../../storage/note-store.ts';
import { ownSlug } from '../../storage/own-article.ts';
import type { ArticleListing, PublishedArticle } from '../../storage/published-article.ts';
import { useKeeping } from '../keeping.ts';
import { mirror } from '../notes/notebook.ts';
import { notesKey } from '../notes/notes-key.ts';
import { corrected } from '../reading.ts';
import type { About, LedgerArticle } from './open-ledger.ts';

/** How a published article is named in the cache, and fetched. */
export type ArticleQuery = (slug: string) => {
  readonly queryKey: readonly string[];
  readonly queryFn: () => Promise<PublishedArticle>;
};

/** The claims of a library. */
interface LibraryClaims {
  readonly articles: readonly LedgerArticle[];
  /** How many published articles could not be fetched. */
  readonly missing: number;
}

/**
 * The claims of all articles: of those that are published, and of the reader's own that have some. A note whose words
 * have moved is not looked for here; its article does that. Null until they have been read.
 */
export function useLibraryClaims(
  listings: readonly ArticleListing[],
  articleQuery: ArticleQuery,
): { claims: LibraryClaims | null; failed: boolean } {
  const { store, library } = useKeeping();
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: KEY,
    queryFn: async () => readClaims({ client, listings, articleQuery, store: store!, library: library! }),
    enabled: store !== null && library !== null,
    refetchOnMount: 'always',
  });
  // Synchronises the cache with the store, which other tabs write to as well.
  useEffect(
    () =>
      store?.watch((change) => {
        // At once, for whoever takes a change back; the rows follow when all has been read again.
        const slugs = change.kind === 'saved' ? new Set(change.notes.map(({ article }) => article)) : [];
        for (const slug of slugs) mirror(client, slug, change);
        void client.invalidateQueries({ queryKey: KEY });
      }),
    [client, store],
  );
  return { claims: data ?? null, failed: isError };
}

const KEY = ['library-claims'];

async function readClaims(from: {
  client: QueryClient;
  listings: readonly ArticleListing[];
  articleQuery: ArticleQuery;
  store: NoteStore;
  library: LibraryStore;
}): Promise<LibraryClaims> {
  const { client, listings, articleQuery, store, library } = from;
  const written = async (slug: string): Promise<Written> => {
    const [notes, corrections] = await Promise.all([store.notes(slug), store.corrections(slug)]);
    // What changes a note looks here for how it stands.
    client.setQueryData(notesKey(slug), notes);
    return { notes, corrections };
  };
  const published = Promise.allSettled(
    listings.map(async ({ slug }) => {
      const [article, ours] = await Promise.all([client.ensureQueryData(articleQuery(slug)), written(slug)]);
      return articleOf(article, ours);
    }),
  );
  const noted = (await library.listings()).filter(({ notes }) => notes > 0);
  const own = noted.map(async ({ id }): Promise<LedgerArticle[]> => {
    const slug = ownSlug(id);
    const ours = await written(slug);
    // Only those with claims are opened: an own article may be a book.
    const article = ours.notes.some(({ claim }) => claim !== undefined) && (await library.article(id));
    return article ? [articleOf({ ...article, ...article.about, slug, notes: [], relations: [] }, ours)] : [];
  });
  const found = (await published).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const articles = [...found, ...(await Promise.all(own)).flat()];
  return { articles, missing: listings.length - found.length };
}

/** What a reader has written on an article, and corrected in it. */
interface Written {
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly Correction[];
}

function articleOf(
  given: About & {
    readonly article: Article;
    readonly notes: readonly PublishedNote[];
    readonly relations: readonly Relation[];
  },
  written: Written,
): LedgerArticle {
  const { slug, title, relations } = given;
  const article = correctArticle(given.article, written.corrections);
  const { placed, unplaced } = placeNotes(article, written.notes);
  const published = placeNotes(article, given.notes).placed.map((note) => corrected(note, given, article));
  return {
    source: { slug, title, article, published, relations, placed, unplaced },
    published: given,
    voices: castVoices(given.article, article),
  };
}
