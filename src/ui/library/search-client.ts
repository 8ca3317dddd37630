import type { LibraryStore, OwnListing } from '../../storage/library-store.ts';
import type { Change, NoteStore } from '../../storage/note-store.ts';
import { ownId, ownSlug } from '../../storage/own-article.ts';
import type { ArticleListing } from '../../storage/published-article.ts';
import { startWorker } from '../../dom/trusted.ts';
import type { Asked, Handed } from './search-desk.ts';
import type { Found } from './search-index.ts';
// oxlint-disable-next-line import/default -- what the build makes of it is an address
import address from './search-worker.ts?worker&url';

/** The search through everything, in a worker that is kept equal to the stores. */
export interface LibrarySearch {
  readonly search: (words: string) => Promise<Found>;
  readonly stop: () => void;
}

export interface SearchOptions {
  readonly library: LibraryStore;
  readonly store: NoteStore;
  readonly listings: readonly ArticleListing[];
  /** The address of the site's root, ending with a slash. */
  readonly base: string;
  /** Told when more or other things can be found; `missing` articles could not be read, `waiting` are not yet. */
  readonly changed: (state: { readonly waiting: number; readonly missing: number }) => void;
}

/** Starts the worker and hands over one article after the other. */
export function openSearch({ library, store, listings, base, changed }: SearchOptions): LibrarySearch {
  const worker = startWorker(address);
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  let stopped = false;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) one?.reject(new Error(data.error));
    else one?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => fail(new Error(message)));
  const ask = <Answer>(what: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
      worker.postMessage({ id: asked, asked: what });
    });

  const handed = async (slug: string, own: OwnListing | undefined): Promise<Handed | null> => {
    const published = listings.find((listing) => listing.slug === slug);
    const packed = own && (await library.packed(own.id));
    const source = packed ? { packed } : published && { address: `${base}articles/${slug}/published.json` };
    const title = own?.title ?? published?.title;
    if (!source || title === undefined) return null;
    const [notes, corrections] = await Promise.all([store.notes(slug), store.corrections(slug)]);
    const href = own ? `/own/?a=${own.id}` : `/${slug}/`;
    return { slug, title, href, source, notes, corrections };
  };
  /** Articles to be handed over, each once, also where it changes several times before its turn. */
  const queue = new Set<string>();
  const missing = new Set<string>();
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (const slug of queue) {
      if (stopped) return;
      queue.delete(slug);
      missing.delete(slug);
      try {
        const id = ownId(slug);
        // Read each time: titles and articles change while others are handed over.
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the page stays free
        const own = id === null ? undefined : (await library.listings()).find((one) => one.id === id);
        // oxlint-disable-next-line no-await-in-loop
        const article = await handed(slug, own);
        // oxlint-disable-next-line no-await-in-loop
        await ask(article ? { put: article } : { drop: slug });
      } catch {
        missing.add(slug);
      }
      if (!stopped) changed({ waiting: queue.size, missing: missing.size });
    }
    working = false;
    if (!stopped) changed({ waiting: 0, missing: missing.size });
  };
  const enqueue = (slugs: readonly string[]): void => {
    for (const slug of slugs) queue.add(slug);
    void work();
  };
  const enqueueAll = async (): Promise<void> => {
    const own = await library.listings().catch(() => []);
    enqueue([...listings.map(({ slug }) => slug), ...own.map(({ id }) => ownSlug(id))]);
  };
  const stopWatching = store.watch((change) => {
    const slugs = articlesOf(change);
    if (slugs) enqueue(slugs);
    else void enqueueAll();
  });
  void enqueueAll();

  return {
    search: (words) => ask<Found>({ search: words }),
    stop: () => {
      stopped = true;
      stopWatching();
      worker.terminate();
      fail(new Error('the search was stopped'));
    },
  };
}

type Told = { readonly id: number } & ({ readonly error: string } | { readonly answer: never });

/** The articles that a change concerns; null where it does not say. */
function articlesOf(change: Change): string[] | null {
  if (change.kind === 'saved') return [...new Set(change.notes.map(({ article }) => article))];
  if (change.kind === 'corrected') return [change.article];
  if (change.kind === 'article-saved' || change.kind === 'article-removed') return change.ids.map(ownSlug);
  return null;
}
