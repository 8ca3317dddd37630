import { renderToString } from 'react-dom/server';
import type { ArticleListing, PublishedArticle } from '../storage/published-article.ts';
import { createQueryClient, Providers } from './providers.tsx';
import { articleKey, firstKey, listingsKey, Routes } from './routes.tsx';

/** A page to make HTML of. */
export type Page =
  | { readonly kind: 'article'; readonly published: PublishedArticle; readonly atRoot?: boolean }
  | { readonly kind: 'library'; readonly listings: readonly ArticleListing[] }
  | { readonly kind: 'missing' };

/** The parts of a page of HTML; `data` is what the script needs to take over without fetching. */
export interface RenderedPage {
  readonly lang: string;
  readonly head: string;
  readonly body: string;
  readonly data: string;
}

/** Stands for whatever address the server has nothing for. */
const MISSING = '/404';

/** Draws a page once, in the build, as a browser without script will show it. */
export function render(page: Page): RenderedPage {
  const client = createQueryClient();
  const base = import.meta.env.BASE_URL;
  const parts = partsOf(page, base);
  if (page.kind === 'article') {
    client.setQueryData(articleKey(page.published.slug), page.published);
    client.setQueryData(firstKey, page.published.slug);
  } else if (page.kind === 'library') client.setQueryData(listingsKey, page.listings);
  const body = renderToString(
    <Providers client={client} path={parts.path}>
      <Routes missing={page.kind === 'missing' ? MISSING : undefined} />
    </Providers>,
  );
  return { lang: parts.lang, head: parts.head, body, data: dataOf(page) };
}

function partsOf(page: Page, base: string): { path: string; lang: string; head: string } {
  if (page.kind === 'missing')
    return { path: base + MISSING.slice(1), lang: 'en', head: '<title>Not here · Sidegloss</title>' };
  if (page.kind === 'library')
    return { path: `${base}library/`, lang: 'en', head: '<title>Library · Sidegloss</title>' };
  const { published, atRoot } = page;
  const address = `${base}${published.slug}/`;
  const voices = published.article.speakers.filter(({ part }) => part !== 'author' && part !== 'quoted');
  const about = `Who said what, and which of it is a claim: ${voices.map(({ name }) => name).join(', ')}.`;
  return {
    path: atRoot ? base : address,
    lang: published.article.lang,
    head: [
      `<title>${escape(published.title)} · Sidegloss</title>`,
      `<meta name="description" content="${escape(about)}" />`,
      `<link rel="canonical" href="${escape(address)}" />`,
    ].join('\n    '),
  };
}

/** The data as a block that no browser runs; `<` is escaped, so that no text can end the block. */
function dataOf(page: Page): string {
  const data =
    page.kind === 'article'
      ? { article: page.published }
      : page.kind === 'library'
        ? { listings: page.listings }
        : { missing: true };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="published">${json}</script>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
