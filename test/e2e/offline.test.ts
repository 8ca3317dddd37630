import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, note, select } from './annotating.ts';
import {
  buildOther,
  BUILT,
  deploySite,
  forgetBuilt,
  keptForOffline,
  OTHER_NOTE,
  watchFailures,
  type DeployedSite,
} from './deployed-site.ts';
import { ARTICLE, useBrowser } from './page.ts';
import { annotation, exported, importFile, openDialog, pageOf } from './transfer.ts';

const { withPage } = useBrowser();
let other: string;
beforeAll(async () => {
  other = await buildOther();
});
afterAll(() => forgetBuilt(other));

/** A site of its own, opened once; what fails while it is away is the test's own to count. */
async function withSite(test: (page: Page, site: DeployedSite) => Promise<void>): Promise<void> {
  const site = await deploySite(BUILT);
  try {
    await withPage(
      {
        worker: true,
        path: site.address + ARTICLE,
        baseURL: site.address,
        expected: /service-worker\.js|ERR_INTERNET|ERR_FAILED|-cyrillic-|status of 404/,
      },
      async (page) => {
        await keptForOffline(page);
        await test(page, site);
      },
    );
  } finally {
    await site.stop();
  }
}

/** Neither a network nor a server. */
async function goOffline(page: Page, site: DeployedSite): Promise<void> {
  await page.context().setOffline(true);
  await site.stop();
}

/** Opens all that is fetched when it is first opened. */
async function openEveryPanel(page: Page): Promise<void> {
  for (const [tool, name] of [
    ['type', 'Text and theme'],
    ['share', 'Share'],
  ] as const) {
    await page.locator(`[data-tool=${tool}]`).click();
    await page.getByRole('dialog', { name, exact: true }).waitFor();
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-tool=search]').click();
  await page.getByRole('searchbox').fill('Ukraine');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: /Keys|Keyboard/ }).waitFor();
  await page.keyboard.press('Escape');
  await select(page, 'narrowed the issue down to two core topics');
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: /Share/ }).waitFor();
  await page.keyboard.press('Escape');
}

const BROUGHT =
  'The ferry\n\nMara Lind: When did you first steer it?\n\nCaptain: In the spring of the flood.';

describe('after one visit, without a network and a server', () => {
  it('everything can be read, annotated, brought in and handed out', async () => {
    await withSite(async (page, site) => {
      await goOffline(page, site);
      const failures = watchFailures(page);
      // In the page of that visit, and then in one that is loaded anew.
      await openEveryPanel(page);
      await page.reload();
      await page.getByText('Interview', { exact: true }).click();
      await expect.poll(() => page.url()).toContain('view=interview');
      await page.getByText('Full text', { exact: true }).click();
      await note(page, 'narrowed the issue down to two core topics', 'Written offline');
      const backup = await exported(page, 'Web Annotation');
      expect(backup.text).toContain('Written offline');
      await importFile(page, {
        name: 'notes.jsonld',
        text: pageOf([annotation('offline', 'This conflict does not benefit either of you')]),
      });
      await card(page).filter({ hasText: 'On offline' }).waitFor();

      for (const [path, heading] of [
        [`${ARTICLE}claims/`, 'Claims'],
        [`${ARTICLE}questions/`, 'Questions'],
        ['/library/claims/', 'All claims'],
        ['/library/', 'Library'],
        ['/nowhere/', 'There is no article here'],
        [`${ARTICLE}c/c1/`, null],
        ['/?view=interview', null],
      ] as const) {
        const answer = await page.goto(path);
        expect(answer?.fromServiceWorker(), path).toBe(true);
        const all = page.getByRole('heading', { level: 1, ...(heading !== null && { name: heading }) });
        await all.first().waitFor();
      }

      await page.goto('/own/new/');
      await page.getByRole('textbox', { name: 'Text' }).fill(BROUGHT);
      await page.getByRole('button', { name: 'Check the voices' }).click();
      await page.getByRole('button', { name: 'Open article' }).click();
      await page.waitForURL(/\/own\/\?a=/);
      await page.reload();
      await page.getByText('In the spring of the flood.').waitFor();
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('button', { name: 'Export the article with your notes…' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('dialog')
          .getByRole('button', { name: /Save|Export/ })
          .last()
          .click(),
      ]);
      expect(await readFile(await file.path(), 'utf8')).toContain('In the spring of the flood.');
      await page.goto('/library/');
      await page.getByRole('searchbox').fill('flood');
      await page.locator('[data-found]').getByText('flood').first().waitFor();
      // Of faces for other scripts only those are kept that a text has needed.
      const mayFail = /404 .*nowhere|service-worker\.js|-cyrillic-/;
      expect(failures.filter((failure) => !mayFail.test(failure))).toEqual([]);
    });
  });
});

/** Whether the worker that answers the page knows the files of the other version. */
const controllerIsNew = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { active, waiting, installing } = (await navigator.serviceWorker.getRegistration())!;
    const whole = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).match('/?replaced')),
    );
    return active?.state === 'activated' && !waiting && !installing && whole.filter(Boolean).length === 2;
  });

/** As a reader who comes back after the last page of the site was closed. */
async function visitAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.waitForTimeout(500);
  await page.goto(address);
}

const OFFER = /A new version of Sidegloss is ready/;
/** What a page runs: its own scripts, and the modules that they begin. */
const scripts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.scripts].flatMap(({ src, dataset }) => [src, dataset['app'] ?? '']));

describe('a new version of the site', () => {
  it('is offered to tabs that are open, which keep all of theirs until then, and a draft', async () => {
    await withSite(async (page, site) => {
      const failures = watchFailures(page);
      const second = await page.context().newPage();
      await second.goto(ARTICLE);
      await site.deploy(`${other}/site`);
      await select(page, 'narrowed the issue down to two core topics');
      await page.keyboard.press('n');
      const editor = page.getByRole('textbox', { name: /^Note, in Markdown/ });
      await editor.fill('Not finished yet');
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await page.getByText(OFFER).waitFor();
      await second.getByText(OFFER).waitFor();
      expect(await editor.inputValue()).toBe('Not finished yet');
      expect((await scripts(page)).join()).toContain('assets/index-');
      expect((await scripts(page)).join()).not.toContain('-other-');

      // Every part that had not been fetched before the deployment.
      await openEveryPanel(second);
      await second.getByRole('button', { name: 'Later' }).click();
      await second.reload();
      await second.getByText(OFFER).waitFor();
      expect((await scripts(second)).join()).not.toContain('-other-');

      await page.getByRole('button', { name: 'Reload now' }).click();
      // Where the reader was, that note may not be on the screen.
      await page.getByText(OTHER_NOTE).first().waitFor({ state: 'attached' });
      expect((await scripts(page)).join()).toContain('-other-');
      await expect.poll(() => editor.inputValue()).toBe('Not finished yet');
      // The other tab stays as it was, also now, and also where it has not been yet.
      await second.getByText(OFFER).waitFor();
      await openDialog(second);
      await second.keyboard.press('Escape');
      await second.getByRole('button', { name: 'Reload now' }).click();
      await second.getByText(OTHER_NOTE).first().waitFor({ state: 'attached' });
      expect(failures).toEqual([]);
    });
  });

  it('is what a visit begins with, where no other page is open', async () => {
    await withSite(async (page, site) => {
      await site.deploy(`${other}/site`);
      await visitAnew(page, site.address + ARTICLE);
      await page.getByText(OTHER_NOTE).first().waitFor();
      // It has taken over meanwhile; the copy of the version before goes with the next visit.
      await expect.poll(() => controllerIsNew(page), { timeout: 20_000 }).toBe(true);
      expect(await page.getByText(OFFER).count()).toBe(0);
      await visitAnew(page, site.address + ARTICLE);
      await expect
        .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('site'))))
        .toHaveLength(1);
    });
  });

  it('that came before anything was kept says so where a part is missing, and takes nothing away', async () => {
    const site = await deploySite(BUILT);
    try {
      await withPage(
        {
          path: site.address + ARTICLE,
          baseURL: site.address,
          expected: /assets\/|404|Failed to fetch|preload/,
        },
        async (page) => {
          await select(page, 'narrowed the issue down to two core topics');
          await site.deploy(`${other}/site`);
          await page.locator('[data-tool=type]').click();
          await page.getByText('A part of this page could not be fetched').waitFor();
          await page.getByText('narrowed the issue down').first().waitFor();
          await page.getByRole('button', { name: 'Reload' }).click();
          await page.getByText(OTHER_NOTE).first().waitFor();
          await page.locator('[data-tool=type]').click();
          await page.getByRole('dialog', { name: 'Text and theme' }).waitFor();
        },
      );
    } finally {
      await site.stop();
    }
  });

  it('a part that fails once is asked for again', async () => {
    let failed = 0;
    await withPage(
      {
        expected: /type-panel|ERR_FAILED|preload/,
        before: async (page) => {
          await page.route(/type-panel-.*\.(js|css)/, async (route) => {
            failed += 1;
            return failed <= 2 ? route.abort() : route.continue();
          });
        },
      },
      async (page) => {
        await page.locator('[data-tool=type]').click();
        await page.getByRole('dialog', { name: 'Text and theme' }).waitFor();
        expect(failed).toBeGreaterThan(1);
      },
    );
  });
});
