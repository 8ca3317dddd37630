import { createRoot, hydrateRoot } from 'react-dom/client';
import { readListings, readPublished } from '../storage/published-article.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
// For pages that have no script of their own.
import '../ui/claims/claim-page.css';
import { createQueryClient, Providers } from './providers.tsx';
import { articleKey, firstKey, listingsKey, Routes } from './routes.tsx';

const root = document.getElementById('root')!;
const client = createQueryClient();

/** Puts what came with the page into the cache; null where nothing came, or what came is broken. */
function takeData(): { missing: boolean } | null {
  const data = document.getElementById('published')?.textContent;
  if (!data) return null;
  try {
    const json: unknown = JSON.parse(data);
    const { article, listings, missing }: Record<string, unknown> =
      typeof json === 'object' ? { ...json } : {};
    if (article !== undefined) {
      const published = readPublished(article);
      client.setQueryData(articleKey(published.slug), published);
      client.setQueryData(firstKey, published.slug);
    }
    if (listings !== undefined) client.setQueryData(listingsKey, readListings(listings));
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
if (came) hydrateRoot(root, page);
else createRoot(root).render(page);

/** The address as the routes see it: without the site's base. */
function appPath(): string {
  return `/${location.pathname.slice(import.meta.env.BASE_URL.length)}`;
}
