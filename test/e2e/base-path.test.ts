import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../tools/serve.ts';
import { note, painted } from './annotating.ts';
import { buildUnder, forgetBuilt, keptForOffline, watchFailures } from './deployed-site.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const BASE = '/sub/';
let folder: string;
let server: SiteServer;
beforeAll(async () => {
  folder = await buildUnder(BASE);
  server = await serveSite(`${folder}/site`, 0, { base: BASE });
});
afterAll(async () => {
  await server.stop();
  forgetBuilt(folder);
});

const pathOf = (page: Page): string => new URL(page.url()).pathname;

it('a site under a path of its host works as one at the root, offline too', async () => {
  const { origin } = new URL(server.address);
  const expected = /service-worker\.js|ERR_INTERNET|ERR_FAILED|-cyrillic-/;
  await withPage({ worker: true, path: `${server.address}/`, baseURL: origin, expected }, async (page) => {
    const failures = watchFailures(page);
    await keptForOffline(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(`${server.address}/`);
    const client = await page.context().newCDPSession(page);
    const { url, errors } = await client.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${server.address}/manifest.webmanifest`, []]);

    // Parts that are fetched later, a worker's among them, and links from page to page.
    await note(page, 'narrowed the issue down to two core topics', 'Under a path');
    await page.locator('[data-tool=claims]').click();
    await expect.poll(() => pathOf(page)).toBe(`${BASE}vance-peace-talks/claims/`);
    await page.getByRole('link', { name: 'Library' }).first().click();
    await expect.poll(() => pathOf(page)).toBe(`${BASE}library/`);
    await page.getByRole('searchbox').fill('consistently demanded');
    await page.locator('[data-hit]').filter({ hasNotText: 'Claim' }).first().click();
    await expect.poll(() => painted(page, 'target')).toEqual(['consistently demanded']);
    expect(pathOf(page)).toBe(`${BASE}vance-peace-talks/`);

    // A share, as another app sends it; the article that comes of it; and its pages.
    await page.goto('about:blank');
    await page.setContent(
      `<form method="post" enctype="multipart/form-data" action="${server.address}/own/new/">
        <textarea name="text"></textarea><button>Share</button></form>`,
    );
    await page.locator('[name=text]').fill('Q: Does it rain?\n\nA: In the spring of the flood.');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.waitForURL(`${server.address}/own/new/?shared=1`);
    await page.getByRole('button', { name: 'Open article' }).click();
    await page.waitForURL(`${server.address}/own/?a=*`);
    await page.getByText('In the spring of the flood.').waitFor();

    await server.stop();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('In the spring of the flood.').waitFor();
    await page.goto(`${server.address}/vance-peace-talks/#p38.consistently-demanded`);
    await expect.poll(() => painted(page, 'target')).toEqual(['consistently demanded']);
    await page.goto(`${server.address}/vance-peace-talks/c/c1/`);
    await page.getByRole('link').first().waitFor();
    for (const href of await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      expect(href).toMatch(/^\/sub\//);
    expect(failures.filter((failure) => !expected.test(failure))).toEqual([]);
  });
});
