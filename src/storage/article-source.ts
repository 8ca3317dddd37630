import type { ArticleListing, PublishedArticle } from './published-article.ts';

/** Why an article can't be shown, in a form that the page can tell a person about. */
export class ArticleUnavailable extends Error {
  override readonly name = 'ArticleUnavailable';
  readonly reason: 'unknown' | 'unreachable' | 'broken';
  constructor(reason: 'unknown' | 'unreachable' | 'broken', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Where published articles come from: the folder that the build wrote beside the page. */
export interface ArticleSource {
  /** The article of a slug. Rejects with ArticleUnavailable. */
  article: (slug: string) => Promise<PublishedArticle>;
  /** What there is to read. Rejects with ArticleUnavailable. */
  listings: () => Promise<ArticleListing[]>;
}

/** The source over HTTP; `base` is the address of the site's root, ending with a slash. */
export function articlesAt(base: string): ArticleSource {
  return {
    article: async (slug) => {
      if (!/^[a-z0-9-]+$/.test(slug)) throw new ArticleUnavailable('unknown', `no article is called ${slug}`);
      return read(`${base}articles/${slug}/published.json`, async (json) =>
        (await door()).readPublished(json),
      );
    },
    listings: async () =>
      read(`${base}articles/index.json`, async (json) => (await door()).readListings(json)),
  };
}

/** What checks a file that was fetched: the first page brings its data along and needs none of it. */
const door = () => import('./published-door.ts');

async function read<T>(address: string, parse: (json: unknown) => Promise<T>): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    throw new ArticleUnavailable('unreachable', 'the server did not answer');
  }
  if (response.status === 404) throw new ArticleUnavailable('unknown', 'there is no such file');
  if (!response.ok) throw new ArticleUnavailable('unreachable', `the server answered ${response.status}`);
  try {
    return await parse(await response.json());
  } catch (error) {
    throw new ArticleUnavailable('broken', error instanceof Error ? error.message : String(error));
  }
}
