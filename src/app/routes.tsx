import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ArticleUnavailable, articlesAt } from '../storage/article-source.ts';
import { ownSlug } from '../storage/own-article.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Library } from '../ui/library/library.tsx';
import { Missing, type MissingReason } from '../ui/library/missing.tsx';
import { KeepingTold } from '../ui/notes/keeping-told.tsx';
import { Reader } from '../ui/reader/reader.tsx';
import { useTitle } from './use-title.ts';

// Fetched for articles of a reader's own: those that are published need nothing of it.
const NewArticlePage = lazy(async () => ({ default: (await import('./own-pages.tsx')).NewArticlePage }));
const ExportArticle = lazy(() => import('../ui/export-article.tsx'));
const OwnArticlePage = lazy(async () => ({ default: (await import('./own-pages.tsx')).OwnArticlePage }));

const source = articlesAt(import.meta.env.BASE_URL);

/** How articles are named in the cache; prerendered pages bring theirs along under the same name. */
export const articleKey = (slug: string): readonly string[] => ['article', slug];
export const listingsKey: readonly string[] = ['listings'];
/** The article that the root opens, until there is a library to choose from. */
export const firstKey: readonly string[] = ['first'];

/** `missing` is the address that the server had nothing for; the page that says so came from the server. */
export function Routes({ missing }: { missing?: string | undefined }) {
  const [path] = useLocation();
  if (path === missing) return <Missing reason="unknown" />;
  return (
    <Switch>
      <Route path="/">
        <FirstArticle />
      </Route>
      <Route path="/library">
        <LibraryPage />
      </Route>
      <Route path="/own/new">
        <Suspense fallback={<Waiting />}>
          <NewArticlePage />
        </Suspense>
      </Route>
      <Route path="/own">
        <Suspense fallback={<Waiting />}>
          <OwnArticlePage />
        </Suspense>
      </Route>
      <Route path="/:slug">{({ slug }) => <ArticlePage slug={slug} />}</Route>
      <Route>
        <Missing reason="unknown" />
      </Route>
    </Switch>
  );
}

function FirstArticle() {
  const listings = useQuery({ queryKey: listingsKey, queryFn: source.listings });
  const first = useQuery({
    queryKey: firstKey,
    queryFn: async () => (await source.listings())[0]?.slug ?? null,
  });
  if (first.isPending) return <Waiting />;
  if (typeof first.data === 'string') return <ArticlePage slug={first.data} />;
  return <Library listings={listings.data ?? []} failed={first.isError} />;
}

function LibraryPage() {
  const { data, isPending, isError } = useQuery({ queryKey: listingsKey, queryFn: source.listings });
  const [exporting, setExporting] = useState<string | null>(null);
  useTitle('Library');
  if (isPending) return <Waiting />;
  return (
    <>
      <Library exportArticle={setExporting} failed={isError} listings={data ?? []} notice={<KeepingTold />} />
      <Suspense>
        {exporting !== null && (
          <ExportArticle published={null} slug={ownSlug(exporting)} onClose={() => setExporting(null)} />
        )}
      </Suspense>
    </>
  );
}

function ArticlePage({ slug }: { slug: string }) {
  const { data, error } = useQuery({ queryKey: articleKey(slug), queryFn: () => source.article(slug) });
  useTitle(data?.title);
  if (data) {
    return (
      <ErrorBoundary text={data.article.text}>
        <Reader key={slug} published={data} />
      </ErrorBoundary>
    );
  }
  return error ? <Missing detail={error.message} reason={reasonOf(error)} /> : <Waiting />;
}

function reasonOf(error: Error): MissingReason {
  return error instanceof ArticleUnavailable ? error.reason : 'broken';
}

/** A page that is being fetched says so to those who listen; for those who see, an empty page for a moment is calmer. */
function Waiting() {
  return (
    <p className="visually-hidden" role="status">
      Opening…
    </p>
  );
}
