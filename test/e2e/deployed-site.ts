import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { createBuilder, type BuildEnvironmentOptions } from 'vite';
import { serveSite, type SiteServer } from '../../tools/serve.ts';

/** A server of its own for a test that stops it, or puts another version of the site in its place. */
export interface DeployedSite {
  readonly address: string;
  /** Serves this built site from now on, at the same address. */
  readonly deploy: (folder: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The site as it was built for all tests. */
export const BUILT = 'node_modules/.cache/sidegloss-e2e';

export async function deploySite(folder: string): Promise<DeployedSite> {
  let server: SiteServer | null = await serveSite(folder, 0);
  const { address } = server;
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = null;
  };
  return {
    address,
    stop,
    deploy: async (next) => {
      await stop();
      server = await serveSite(next, Number(new URL(address).port));
    },
  };
}

/** What the note on the first claim says in another version. */
export const OTHER_NOTE = 'This note was corrected.';

/** Builds another version of the site, in a folder of its own (`site` in it): every file of the bundle has another name, and the first claim another note. */
export async function buildOther(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-other-'));
  const articles = join(folder, 'articles');
  cpSync('public/articles', articles, { recursive: true });
  const claims = join(articles, 'vance-peace-talks/claims.jsonld');
  const notes = JSON.parse(readFileSync(claims, 'utf8')) as { items: { body: { value: string } }[] };
  notes.items[0]!.body.value = OTHER_NOTE;
  writeFileSync(claims, JSON.stringify(notes));
  const names = 'assets/[name]-other-[hash]';
  process.env['SIDEGLOSS_ARTICLES'] = articles;
  try {
    await build(join(folder, 'site'), {
      rolldownOptions: {
        output: {
          entryFileNames: `${names}.js`,
          chunkFileNames: `${names}.js`,
          assetFileNames: `${names}[extname]`,
        },
      },
    });
  } finally {
    delete process.env['SIDEGLOSS_ARTICLES'];
  }
  return folder;
}

/** Builds the site for a host that has it under a path, in a folder of its own (`site` in it). */
export async function buildUnder(base: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-base-'));
  await build(join(folder, 'site'), {}, base);
  return folder;
}

async function build(outDir: string, options: BuildEnvironmentOptions, base = '/'): Promise<void> {
  const before = process.env['NODE_ENV'];
  // Vitest says `test`, with which React and Vite would build their development versions.
  process.env['NODE_ENV'] = 'production';
  const builder = await createBuilder({
    base,
    logLevel: 'error',
    build: { ...options, outDir, emptyOutDir: true },
  });
  await builder.buildApp();
  process.env['NODE_ENV'] = before;
}

export const forgetBuilt = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Waits until the site's copy is whole and answers for the page. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((taken) =>
        navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }),
      );
  });
}

/** Everything of the site that was asked for and did not come, from now on. */
export function watchFailures(page: Page): string[] {
  const failures: string[] = [];
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failures.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
  });
  return failures;
}
