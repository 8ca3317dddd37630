import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Connect, type Plugin, type ResolvedConfig, type Rolldown, type ViteBuilder } from 'vite';
import type { Page, RenderedPage } from '../src/app/prerender.tsx';
import { listingOf } from '../src/storage/article-files.ts';
import type { PublishedArticle } from '../src/storage/published-article.ts';
import { ARTICLES, publishAll } from './articles.ts';
import { headersFile } from './headers.ts';
import { noticesOf, takeDownShipped, type Shipped } from './notices.ts';
import { filesOfPart, modulesIn, withoutModules, type PageFiles } from './page-parts.ts';
import { siteFiles } from './site-files.ts';

/** The script that sets theme, type and view before the first paint, so it is a blocking file of its own. */
const FIRST_PAINT = {
  entry: 'src/app/first-paint.ts',
  address: 'first-paint.js',
  place: '<!--first-paint-->',
};
/** At the root, because a service worker answers for nothing above its own address. */
const SERVICE_WORKER = { entry: 'src/app/service-worker.ts', address: 'service-worker.js' };
const PRERENDER = { entry: 'src/app/prerender.tsx', folder: 'node_modules/.cache/sidegloss' };

/** Whose software and fonts the site contains, linked in the dialog about privacy. */
const NOTICES = 'licences.txt';

/** Where what draws the pages is built, for the site that is built there: several may be at the same time. */
const prerenderFolder = (outDir = 'dist'): string =>
  join(PRERENDER.folder, createHash('sha256').update(outDir).digest('hex').slice(0, 8));

/**
 * What makes a site of the bundle: the articles' published data, the script for the first paint, and a page of HTML
 * for every address, so that everything can be read with scripts off. In development the same data is served
 * freshly made at every request. `articles` is the folder that they lie in.
 */
export function site(articles = ARTICLES): Plugin[] {
  let config: ResolvedConfig;
  const shipped = takeDownShipped();
  const plugin: Plugin = {
    name: 'sidegloss-site',
    config: ({ build: given }) => ({
      builder: {
        // One configuration for all that is built, so that what takes down what is shipped is one, too.
        sharedConfigBuild: true,
        buildApp: async (builder) => buildSite(builder, config, { articles: publishAll(articles), shipped }),
      },
      worker: { plugins: () => [shipped.plugin()] },
      environments: {
        prerender: {
          consumer: 'server',
          build: {
            ssr: true,
            outDir: prerenderFolder(given?.outDir),
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: { input: PRERENDER.entry, output: { entryFileNames: 'prerender.js' } },
          },
        },
      },
    }),
    configResolved: (resolved) => {
      config = resolved;
    },
    transformIndexHtml: (html) =>
      config.command === 'serve'
        ? html.replace(FIRST_PAINT.place, scriptTag(config.base + FIRST_PAINT.address))
        : html,
    configureServer: (server) => {
      server.middlewares.use(publishedData(config.base, articles));
    },
  };
  return [plugin, shipped.plugin()];
}

function publishedData(base: string, folder: string): Connect.NextHandleFunction {
  const dataAt = async (path: string): Promise<{ type: string; body: string } | null> => {
    if (path === FIRST_PAINT.address)
      return { type: 'text/javascript', body: await scriptFrom(FIRST_PAINT.entry) };
    const slug = /^articles\/([a-z0-9-]+)\/published\.json$/.exec(path)?.[1];
    if (slug === undefined && path !== 'articles/index.json') return null;
    const articles = publishAll(folder);
    const data =
      slug === undefined ? articles.map(listingOf) : articles.find((article) => article.slug === slug);
    return data ? { type: 'application/json', body: JSON.stringify(data) } : null;
  };
  return async (request, response, next) => {
    try {
      const data = await dataAt((request.url ?? '').replace(/\?.*$/, '').slice(base.length));
      if (!data) return next();
      response.setHeader('Content-Type', data.type);
      return response.end(data.body);
    } catch (error) {
      return next(error);
    }
  };
}

/** `app` are the modules that the script is to begin, the first last; `part` those that it is only to fetch. */
const scriptTag = (address: string, app: readonly string[] = [], part: readonly string[] = []): string =>
  `<script src="${address}"${listIn('app', app)}${listIn('part', part)}></script>`;
const listIn = (name: string, addresses: readonly string[]): string =>
  addresses.length > 0 ? ` data-${name}="${addresses.join(' ')}"` : '';

/** A script that is no part of the bundle, with all that it imports; `define` says what stands in it for a name. */
async function scriptFrom(entry: string, define: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'sidegloss' },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

async function buildSite(
  builder: ViteBuilder,
  config: ResolvedConfig,
  { articles, shipped }: { articles: readonly PublishedArticle[]; shipped: Shipped },
): Promise<void> {
  const { client, prerender } = builder.environments;
  const bundle = (await builder.build(client!)) as Rolldown.RolldownOutput;
  await builder.build(prerender!);
  const folder = resolve(config.root, client!.config.build.outDir);
  const write = (path: string, content: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

  const script = await scriptFrom(FIRST_PAINT.entry);
  const scriptName = `assets/first-paint-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
  write(scriptName, script);
  for (const article of articles) write(`articles/${article.slug}/published.json`, JSON.stringify(article));
  const listings = articles.map(listingOf);
  write('articles/index.json', JSON.stringify(listings));

  // Nothing is painted without the styles: they are asked for before the fonts.
  const template = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    '</head>',
    `  ${fontPreloads(bundle, config.base)}\n  </head>`,
  );
  const { render } = (await import(
    pathToFileURL(resolve(config.root, prerender!.config.build.outDir, 'prerender.js')).href
  )) as { render: (page: Page, site?: string) => RenderedPage };
  const pages: [string, Page][] = [
    ['404.html', { kind: 'missing' }],
    ['library/index.html', { kind: 'library', listings }],
    ['own/index.html', { kind: 'shell', title: 'Own articles' }],
    ['own/new/index.html', { kind: 'shell', title: 'New article' }],
    ['own/claims/index.html', { kind: 'shell', title: 'Claims' }],
    ['own/questions/index.html', { kind: 'shell', title: 'Questions' }],
    ['library/claims/index.html', { kind: 'shell', title: 'All claims' }],
    ...articles.flatMap((published): [string, Page][] => [
      [`${published.slug}/index.html`, { kind: 'article', published }],
      [`${published.slug}/claims/index.html`, { kind: 'article', published, page: 'claims' }],
      [`${published.slug}/questions/index.html`, { kind: 'article', published, page: 'questions' }],
    ]),
    ...articles.flatMap(claimPages),
  ];
  const first = articles[0];
  pages.push([
    'index.html',
    first ? { kind: 'article', published: first, atRoot: true } : { kind: 'library', listings },
  ]);
  const templateFor = (page: Page): string => {
    const address = config.base + scriptName;
    // It shows nothing before the app draws it.
    if (page.kind === 'shell') return template.replace(FIRST_PAINT.place, scriptTag(address));
    const still = withoutModules(template);
    if (page.kind === 'claim') return still.replace(FIRST_PAINT.place, scriptTag(address));
    const module = PARTS[page.kind === 'article' ? (page.page ?? 'text') : page.kind];
    const part = module === undefined ? NOTHING : filesOfPart(bundle, module, config.base);
    const app = modulesIn(template);
    const others = part.modules.filter((file) => !app.includes(file));
    const styles = part.styles.filter((style) => !template.includes(`"${style}"`));
    return still
      .replace(FIRST_PAINT.place, scriptTag(address, app, others))
      .replace(
        '</head>',
        `${styles.map((style) => `  <link rel="stylesheet" crossorigin href="${style}">\n  `).join('')}</head>`,
      );
  };
  for (const [path, page] of pages) {
    const rendered = render(page, siteAddress());
    // Functions as replacements, because `$&` and the like in an article's text must stay what they are.
    write(
      path,
      templateFor(page)
        .replace('<html lang="en">', () => `<html lang="${rendered.lang}">`)
        .replace('<!--head-->', () => rendered.head)
        .replace('<!--app-->', () => rendered.body)
        .replace('<!--data-->', () => rendered.data),
    );
  }
  write('_headers', headersFile(config.base));
  // Names in it need more than ASCII, and hosts say nothing of a plain text's encoding: the mark at its head does.
  write(NOTICES, `\ufeff${noticesOf(shipped.files)}`);
  // Last, because it lists what the others are.
  write(SERVICE_WORKER.address, await scriptFrom(SERVICE_WORKER.entry, { SITE_FILES: siteFiles(folder) }));
}

const NOTHING: PageFiles = { styles: [], modules: [] };

/** What draws a page, where that is no part of the first view. */
const PARTS: Readonly<Record<string, string>> = {
  library: 'src/ui/library/library.tsx',
  claims: 'src/ui/ledger/ledger-page.tsx',
  questions: 'src/ui/questions/questions-page.tsx',
};

/** A page for each claim of an article. Its id is in the address, and is never given to another claim. */
function claimPages(published: PublishedArticle): [string, Page][] {
  return published.notes
    .filter(({ claim }) => claim)
    .map(({ id }) => [`${published.slug}/c/${id}/index.html`, { kind: 'claim', published, id }]);
}

/** Where the site will be (`SITE_URL`, an origin), for addresses that others read; undefined where that is not said. */
function siteAddress(): string | undefined {
  const given = process.env['SITE_URL'];
  if (!given) return undefined;
  if (!URL.canParse(given)) throw new Error(`SITE_URL is no address: ${given}`);
  return given;
}

/** The faces that the first screen is set in; the others load when a character needs them. */
function fontPreloads(bundle: Rolldown.RolldownOutput, base: string): string {
  return bundle.output
    .filter((file) => /(literata|inter)-latin-wght-normal.*\.woff2$/.test(file.fileName))
    .map(
      ({ fileName }) =>
        `<link rel="preload" href="${base}${fileName}" as="font" type="font/woff2" crossorigin />`,
    )
    .join('\n    ');
}
