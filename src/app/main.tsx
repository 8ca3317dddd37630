import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
// For pages that have no script of their own.
import '../ui/claims/claim-page.css';
import { createQueryClient, Providers } from './providers.tsx';
import { madeFragments } from '../ui/made-fragments.ts';
import { formsKey } from '../ui/questions/forms-key.ts';
import type { PageData } from './page-data.ts';
import { articleKey, firstKey, listingsKey, Routes } from './routes.tsx';

const root = document.getElementById('root')!;
const client = createQueryClient();

/** Puts what came with the page into the cache; null where nothing came, or what came is broken. */
function takeData(): { missing: boolean } | null {
  const data = document.getElementById('published')?.textContent;
  if (!data) return null;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see PageData
    const { article, questions, fragments = [], listings, missing } = JSON.parse(data) as PageData;
    if (article) {
      client.setQueryData(articleKey(article.slug), article);
      client.setQueryData(firstKey, article.slug);
      if (questions) client.setQueryData(formsKey(article.slug), questions);
      const made = madeFragments(article.article);
      for (const [words, fragment] of fragments) made.set(words, fragment);
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
