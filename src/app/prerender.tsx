import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { askedQuestions } from '../core/questions/answer-audit.ts';
import { questionForms } from '../core/questions/question-forms.ts';
import type { ArticleListing, PublishedArticle } from '../storage/published-article.ts';
import { pathOf, type ArticlePage } from '../ui/article-pages.ts';
import { ClaimPage } from '../ui/claims/claim-page.tsx';
import { madeFragments } from '../ui/made-fragments.ts';
import { prepareReading, type Reading } from '../ui/reading.ts';
import { claimHead } from './claim-head.ts';
import { jsonInHtml } from '../core/text/escape-html.ts';
import type { PageData } from './page-data.ts';
import { headOf, type PageHead } from './page-head.ts';
import { createQueryClient, Providers } from './providers.tsx';
import { articleKey, firstKey, listingsKey, Routes, titleOf } from './routes.tsx';

/** A page to make HTML of. */
export type Page =
  | {
      readonly kind: 'article';
      readonly published: PublishedArticle;
      readonly page?: ArticlePage;
      readonly atRoot?: boolean;
    }
  | { readonly kind: 'claim'; readonly published: PublishedArticle; readonly id: string }
  | { readonly kind: 'library'; readonly listings: readonly ArticleListing[] }
  /** A page of what only the reader's browser has: it is drawn there. */
  | { readonly kind: 'shell'; readonly title: string }
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

/**
 * Draws a page once, in the build, as a browser without script will show it. `site` is the site's own address where it is
 * known.
 */
export function render(page: Page, site?: string): RenderedPage {
  if (page.kind === 'claim') return renderClaim(page, site);
  if (page.kind === 'shell') {
    return { lang: 'en', head: headOf({ title: page.title }, site), body: WITHOUT_SCRIPT, data: '' };
  }
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
  return { lang: parts.lang, head: headOf(parts.head, site), body, data: dataOf(page) };
}

const WITHOUT_SCRIPT = `<noscript><p>Your own articles are kept by your browser, in scripts that it does not run here. Allow scripts for this site to read them. <a href="${import.meta.env.BASE_URL}library/">Library</a></p></noscript>`;

const readings = new WeakMap<PublishedArticle, Reading>();

/** A claim's page is not taken over by a script: it has no data, and what is drawn is all there is. */
function renderClaim(page: Page & { kind: 'claim' }, site: string | undefined): RenderedPage {
  const { published, id } = page;
  const reading = readings.get(published) ?? prepareReading(published, published.article);
  readings.set(published, reading);
  const note = reading.notes.find((candidate) => candidate.id === id);
  if (!note) throw new Error(`${published.slug}: the claim ${id} has no place in the text`);
  const home = `${import.meta.env.BASE_URL}${published.slug}/`;
  return {
    lang: 'en',
    head: headOf(claimHead(reading, note, home, site), site),
    body: renderToStaticMarkup(<ClaimPage home={home} note={note} reading={reading} />),
    data: '',
  };
}

function partsOf(
  page: Exclude<Page, { kind: 'claim' | 'shell' }>,
  base: string,
): { path: string; lang: string; head: PageHead } {
  if (page.kind === 'missing')
    return { path: base + MISSING.slice(1), lang: 'en', head: { title: 'Not here' } };
  if (page.kind === 'library') {
    const path = `${base}library/`;
    return { path, lang: 'en', head: { title: 'Library', description: LIBRARY, path } };
  }
  const { published, atRoot, page: which = 'text' } = page;
  const address = base + pathOf(published.slug, which).slice(1);
  const voices = published.article.speakers.filter(({ part }) => part !== 'author' && part !== 'quoted');
  const about = `Who said what, and which of it is a claim: ${voices.map(({ name }) => name).join(', ')}.`;
  return {
    path: atRoot ? base : address,
    lang: published.article.lang,
    head: { title: titleOf(which, published.title), description: about, path: address },
  };
}

const LIBRARY =
  'Interviews and quoted news to read, with every voice told apart and every claim marked; and your own texts, kept in your browser.';

/** What a phone would work out longer than it draws the page: the forms of questions, and the links that were drawn. */
function knownOf({
  published: { article },
  page,
}: Page & { kind: 'article' }): Pick<PageData, 'questions' | 'fragments'> {
  if (page === undefined || page === 'text') return {};
  const fragments = [...madeFragments(article)];
  return page === 'claims'
    ? { fragments }
    : { fragments, questions: askedQuestions(article).map(({ turn }) => questionForms(article, turn)) };
}

/** The data as a block that no browser runs. */
function dataOf(page: Page): string {
  const data: PageData =
    page.kind === 'article'
      ? { article: page.published, ...knownOf(page) }
      : page.kind === 'library'
        ? { listings: page.listings }
        : { missing: true };
  return `<script type="application/json" id="published">${jsonInHtml(data)}</script>`;
}
