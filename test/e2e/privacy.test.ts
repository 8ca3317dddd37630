import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { note } from './annotating.ts';
import { faults, WCAG, withTheme } from './axe.ts';
import { keptForOffline } from './deployed-site.ts';
import { ARTICLE, useBrowser } from './page.ts';
import { tellsTooMuch } from './request-log.ts';

const { withPage } = useBrowser();

/** Everything that a browser can keep for a site, by name. */
const left = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    items: Object.keys(localStorage),
    visit: Object.keys(sessionStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
const NOTHING = { databases: [], caches: [], items: [], visit: [], workers: 0, cookies: '' };

async function openPrivacy(page: Page): Promise<void> {
  await page.locator('[data-tool=type]').click();
  await page.getByRole('button', { name: 'Privacy' }).click();
  await page.getByRole('dialog', { name: 'Privacy' }).waitFor();
}

describe('what the site is made of', () => {
  it('is named with its licences, scripts, workers and fonts', async () => {
    await withPage({}, async (page) => {
      await openPrivacy(page);
      const link = page.getByRole('link', { name: 'software and fonts of others' });
      const notices = await page.request.get((await link.getAttribute('href'))!);
      const text = await notices.text();
      for (const name of ['react-dom', 'mammoth', '@fontsource-variable/literata'])
        expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
      expect(text).toContain('SIL OPEN FONT LICENSE');
    });
  });
});

describe('what is kept', () => {
  it('is listed, and all of it deleted in every tab; nothing comes back', async () => {
    await withPage({ worker: true }, async (page) => {
      await keptForOffline(page);
      await note(page, 'narrowed the issue down to two core topics', 'Gone soon');
      const second = await page.context().newPage();
      await second.goto('/own/new/');
      await second.getByRole('textbox', { name: 'Text' }).fill('Typed, and not kept');
      const third = await page.context().newPage();
      await third.goto(ARTICLE);
      await expect
        .poll(() =>
          third.evaluate(() => {
            scrollBy(0, 500);
            return localStorage.getItem('sidegloss.position.vance-peace-talks');
          }),
        )
        .not.toBeNull();

      await page.locator('[data-tool=type]').click();
      await page.getByText(/^Works offline \([\d.]+ MB kept\)\.$/).waitFor();
      await page.getByRole('button', { name: 'Privacy' }).click();
      const dialog = page.getByRole('dialog', { name: 'Privacy' });
      await dialog.getByText('1 note: highlights and claims among them').waitFor();
      const [backup] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Back up everything' }).click(),
      ]);
      expect(backup.suggestedFilename()).toMatch(/^sidegloss-backup-.*\.json$/);
      await dialog.getByRole('button', { name: 'Forget everything…' }).click();
      await dialog.getByRole('button', { name: 'Keep it' }).click();
      await dialog.getByRole('button', { name: 'Forget everything…' }).click();
      await dialog.getByRole('button', { name: 'Delete all of it' }).click();
      await dialog.getByRole('heading', { name: 'Everything is forgotten' }).waitFor();
      await dialog.getByText('1 note: highlights and claims among them').waitFor();
      expect(await left(page)).toEqual(NOTHING);

      // The other tabs are told, and write nothing again, whatever is done in them.
      await third.getByText('Everything that this site had kept in this browser was deleted').waitFor();
      await third.evaluate(() => scrollTo(0, 6000));
      await third.locator('[data-tool=type]').click();
      await third.getByText('Night').click();
      await second.getByRole('textbox', { name: 'Text' }).fill('Typed again');
      await third.waitForTimeout(400);
      expect(await left(third)).toEqual(NOTHING);
      expect(await left(second)).toEqual(NOTHING);
      await dialog.getByRole('button', { name: 'Begin anew' }).click();
      await page.locator('[data-tool=notes]').waitFor();
      expect(await page.getByText('Gone soon').count()).toBe(0);
    });
  });

  it('is said in the library, too', async () => {
    await withPage({ path: '/library/' }, async (page) => {
      await page.getByRole('button', { name: 'Privacy' }).click();
      await page.getByRole('dialog', { name: 'Privacy' }).getByText('Kept in this browser').waitFor();
    });
  });

  for (const [theme, width] of [
    ['paper', 1440],
    ['night', 320],
  ] as const) {
    it(`is told without a fault that axe knows, ${theme}, ${width} px`, async () => {
      await withPage({ width, before: withTheme(theme) }, async (page) => {
        await openPrivacy(page);
        await page.getByRole('button', { name: 'Forget everything…' }).click();
        expect(await faults(page, WCAG)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      });
    });
  }
});

describe('requests', () => {
  it('of a page that tries are refused by its policy', async () => {
    await withPage(
      { expected: /Content Security Policy|Fetch API cannot load|foreign|ERR_/ },
      async (page) => {
        const tried = await page.evaluate(() => fetch('https://example.org/').then(String, String));
        expect(tried).toContain('Failed to fetch');
        const answer = await fetch(inject('site') + ARTICLE);
        expect(answer.headers.get('Content-Security-Policy')).toMatch(
          /default-src 'none'.*connect-src 'self'/,
        );
      },
    );
  });

  it.each([
    ['https://example.org/a', 'foreign'],
    ['http://localhost:1/a#p1', 'too much'],
    ['http://localhost:1/a?words=two%20words', 'too much'],
    ['http://localhost:1/own/?a=0123456789abcdef0123456789abcdef&view=interview', null],
  ])('%s would be told by the log of all tests: %s', (url, told) => {
    const problems = tellsTooMuch(url, 'http://localhost:1').join();
    if (told === null) expect(problems).toBe('');
    else expect(problems).toContain(told);
  });
});
