import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { lazyPart } from '../ui/lazy-part.ts';
import { Route, Switch, useLocation } from 'wouter';
import { ArticleUnavailable, articlesAt } from '../storage/article-source.ts';
import { ownSlug } from '../storage/own-article.ts';
import type { PublishedArticle } from '../storage/published-article.ts';
import type { ArticlePage as Page } from '../ui/article-pages.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Missing, type MissingReason } from '../ui/library/missing.tsx';
import { KeepingTold } from '../ui/notes/keeping-told.tsx';
import { Reader } from '../ui/reader/reader.tsx';
import { useTitle } from './use-title.ts';

// Fetched for articles of a reader's own: those that are published need nothing of it.
const NewArticlePage = lazyPart(async () => ({ default: (await import('./own-pages.tsx')).NewArticlePage }));
const ExportArticle = lazyPart(() => import('../ui/export-article.tsx'));
const OwnArticlePage = lazyPart(async () => ({ default: (await import('./own-pages.tsx')).OwnArticlePage }));

// The build draws these pages, too; a browser fetches what draws them when it comes there.
const Library = import.meta.env.SSR
  ? (await import('../ui/library/library.tsx')).Library
  : lazyPart(async () => ({ default: (await import('../ui/library/library.tsx')).Library }));
const LedgerPage = import.meta.env.SSR
  ? (await import('../ui/ledger/ledger-page.tsx')).default
  : lazyPart(() => import('../ui/ledger/ledger-page.tsx'));
const QuestionsPage = import.meta.env.SSR
  ? (await import('../ui/questions/questions-page.tsx')).default
  : lazyPart(() => import('../ui/questions/questions-page.tsx'));
const LibraryLedgerPage = lazyPart(() => import('../ui/ledger/library-ledger-page.tsx'));

const source = articlesAt(import.meta.env.BASE_URL);

/** How articles are named in the cache; prerendered pages bring theirs along under the same name. */
export const articleKey = (slug: string): readonly string[] => ['article', slug];
const articleQuery = (slug: string) => ({
  queryKey: articleKey(slug),
  queryFn: async () => source.article(slug),
});
export const listingsKey: readonly string[] = ['listings'];
/** The article that the root opens, until there is a library to choose from. */
export const firstKey: readonly string[] = ['first'];

/** `missing` is the address that the server had nothing for; the page that says so came from the server. */
export function Routes({ missing }: { missing?: string | undefined }) {
  const [path] = useLocation();
  if (path === missing) return <Missing reason="unknown" />;
  return (
    // Another address is another try.
    <ErrorBoundary key={path}>
      <Switch>
        <Route path="/">
          <FirstArticle />
        </Route>
        <Route path="/library">
          <LibraryPage />
        </Route>
        <Route path="/library/claims">
          <AllClaimsPage />
        </Route>
        <Route path="/own/new">
          <Suspense fallback={<Waiting />}>
            <NewArticlePage />
          </Suspense>
        </Route>
        {(['text', 'claims', 'questions'] as const).map((page) => (
          <Route key={page} path={page === 'text' ? '/own' : `/own/${page}`}>
            <Suspense fallback={<Waiting />}>
              <OwnArticlePage page={page} />
            </Suspense>
          </Route>
        ))}
        <Route path="/:slug">{({ slug }) => <ArticlePage slug={slug} />}</Route>
        <Route path="/:slug/claims">{({ slug }) => <ArticlePage page="claims" slug={slug} />}</Route>
        <Route path="/:slug/questions">{({ slug }) => <ArticlePage page="questions" slug={slug} />}</Route>
        <Route>
          <Missing reason="unknown" />
        </Route>
      </Switch>
    </ErrorBoundary>
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
  return (
    <Suspense fallback={<Waiting />}>
      <Library listings={listings.data ?? []} failed={first.isError} />
    </Suspense>
  );
}

function LibraryPage() {
  const { data, isPending, isError } = useQuery({ queryKey: listingsKey, queryFn: source.listings });
  const [exporting, setExporting] = useState<string | null>(null);
  useTitle('Library');
  if (isPending) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Library exportArticle={setExporting} failed={isError} listings={data ?? []} notice={<KeepingTold />} />
      <Suspense>
        {exporting !== null && (
          <ExportArticle published={null} slug={ownSlug(exporting)} onClose={() => setExporting(null)} />
        )}
      </Suspense>
    </Suspense>
  );
}

function AllClaimsPage() {
  const { data, isPending, isError } = useQuery({ queryKey: listingsKey, queryFn: source.listings });
  useTitle('All claims');
  if (isPending) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <LibraryLedgerPage articleQuery={articleQuery} failed={isError} listings={data ?? []} />
    </Suspense>
  );
}

function ArticlePage({ slug, page = 'text' }: { slug: string; page?: Page }) {
  const { data, error } = useQuery(articleQuery(slug));
  useTitle(data && titleOf(page, data.title));
  if (data) return <PageOfArticle key={slug} page={page} published={data} />;
  return error ? <Missing detail={error.message} reason={reasonOf(error)} /> : <Waiting />;
}

/** What a page about an article is called. */
export function titleOf(page: Page, title: string): string {
  return page === 'text' ? title : `${page === 'claims' ? 'Claims' : 'Questions'} · ${title}`;
}

/** One of the pages about an article. */
export function PageOfArticle({ page, published }: { page: Page; published: PublishedArticle }) {
  const About = page === 'claims' ? LedgerPage : QuestionsPage;
  return (
    <ErrorBoundary text={published.article.text}>
      {page === 'text' ? (
        // Not within a boundary, which would come alive after the page that it is in.
        <Reader published={published} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <About published={published} />
        </Suspense>
      )}
    </ErrorBoundary>
  );
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
