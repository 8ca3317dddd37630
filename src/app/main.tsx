import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { ArticleListing, PublishedArticle } from '../storage/published-article.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
// For pages that have no script of their own.
import '../ui/claims/claim-page.css';
import { createQueryClient, Providers } from './providers.tsx';
import { formsKey } from '../ui/questions/forms-key.ts';
import { articleKey, firstKey, listingsKey, Routes } from './routes.tsx';

const root = document.getElementById('root')!;
const client = createQueryClient();

/** What the build has put into the page, which is as sure as the page itself. */
interface PageData {
  readonly article?: PublishedArticle;
  /** What the rules see in the article's questions. */
  readonly questions?: unknown;
  readonly listings?: ArticleListing[];
  readonly missing?: boolean;
}

/** Puts what came with the page into the cache; null where nothing came, or what came is broken. */
function takeData(): { missing: boolean } | null {
  const data = document.getElementById('published')?.textContent;
  if (!data) return null;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see PageData
    const { article, questions, listings, missing } = JSON.parse(data) as PageData;
    if (article) {
      client.setQueryData(articleKey(article.slug), article);
      client.setQueryData(firstKey, article.slug);
      if (questions) client.setQueryData(formsKey(article.slug), questions);
    }
    if (listings) client.setQueryData(listingsKey, listings);
    return { missing: missing === true };
  } catch {
    return null;
  }
}

const came = takeData();
const page = (
  <Providers client={client}>
    <Routes missing={came?.missing ? appPath() : undefined} />
  </Providers>
);
if (came) {
  // As a transition: React takes the page over in slices, and what the reader does comes between them.
  startTransition(() => void hydrateRoot(root, page));
} else createRoot(root).render(page);

/** The address as the routes see it: without the site's base. */
function appPath(): string {
  return `/${location.pathname.slice(import.meta.env.BASE_URL.length)}`;
}
