import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { card, select } from './annotating.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const LEDGER = `${ARTICLE}claims/`;

const rows = (page: Page): Locator => page.locator('[data-key]');
const row = (page: Page, id: string): Locator => page.locator(`[id="row-${id}"]`);
const labels = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) => all.map((each) => each.id.replace('row-c', '')));
const query = (page: Page): string => new URL(page.url()).hash;
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
/** The reader's notes can be written to. */
const isOpen = (page: Page): Promise<void> =>
  page
    .waitForFunction(() => document.querySelector('[data-key][tabindex="0"]') !== null)
    .then(() => undefined);

describe('the ledger of the bundled article', () => {
  it('has its 34 claims in the order of the text, and the 19 relations from both sides', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Claims');
      await page
        .locator('#ledger')
        .getByText('34 claims by 6 voices. All open: no source is recorded yet.')
        .waitFor();
      expect(await labels(page)).toEqual(Array.from({ length: 34 }, (_, index) => String(index + 1)));
      const relations = await page.locator('[data-relation]').evaluateAll((all) =>
        all.map((link) => {
          const here = link.closest('[data-key]')!.id;
          const there = link.getAttribute('href')!.slice(1);
          return [here, there].toSorted().join(' ') + (link as HTMLElement).dataset['relation'];
        }),
      );
      expect(relations).toHaveLength(38);
      expect(new Set(relations).size).toBe(19);
      expect(await row(page, 'c5').innerText()).toMatch(
        /“Russia wants about 6,000 square.*JD Vance.*speaking of Russia.*quantity.*open.*disagrees with/s,
      );
    });
  });

  it('is all there without script, and leads to the words', async () => {
    await withPage({ path: LEDGER, javaScriptEnabled: false }, async (page) => {
      expect(await rows(page).count()).toBe(34);
      expect(await page.locator('#ledger').getByRole('button').count()).toBe(0);
      // Its styles come with the page, too.
      expect(await row(page, 'c5').evaluate((each) => getComputedStyle(each).display)).toBe('grid');
      expect(await page.getByRole('columnheader', { name: 'Words' }).isVisible()).toBe(true);
      await row(page, 'c5').getByRole('link', { name: /6,000/ }).click();
      expect(new URL(page.url()).hash).toBe('#note-c5');
    });
  });

  it.each([
    ['paper', 1440],
    ['night', 1440],
    ['paper', 390],
    ['night', 768],
  ] as const)('has no fault that axe finds, %s, %s px', async (theme, width) => {
    const hasTouch = width < 700;
    await withPage({ path: LEDGER, width, hasTouch, before: withTheme(theme) }, async (page) => {
      await isOpen(page);
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      await row(page, 'c2').getByRole('button', { name: /^More/ }).click();
      await row(page, 'c3').getByRole('checkbox').check();
      await row(page, 'c5').getByRole('button', { name: /^Edit/ }).click();
      await page.getByRole('form').waitFor();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      await page.getByRole('button', { name: 'Kind', exact: true }).first().click();
      await page.getByRole('dialog', { name: 'Kind' }).getByRole('checkbox').first().waitFor();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });

  it('fits into 320 px', async () => {
    await withPage({ path: LEDGER, width: 320 }, async (page) => {
      await isOpen(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
});

describe('sorting, filtering and grouping', () => {
  it('stand in the address, through a reload and the way back', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await page.getByRole('button', { name: 'JD Vance' }).click();
      await expect.poll(() => labels(page)).toEqual(['5', '7', '9']);
      expect(query(page)).toBe('#voice=jay-dee-vance');
      await said(page, '3 of 34 shown.');
      await page.getByRole('button', { name: 'Kind', exact: true }).first().click();
      await page.getByRole('checkbox', { name: /^opinion/ }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Words', exact: true }).click();
      await page.getByRole('button', { name: 'Words', exact: true }).click();
      await expect.poll(() => labels(page)).toEqual(['9', '7']);
      expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      await page.getByLabel('Group by').selectOption('voice');
      const asked = '#voice=jay-dee-vance&kind=opinion&sort=-words&group=voice';
      await expect.poll(() => query(page)).toBe(asked);
      await page.getByRole('rowheader', { name: 'JD Vance 2' }).waitFor();

      await page.reload();
      await expect.poll(() => labels(page)).toEqual(['9', '7']);
      await page.getByRole('link', { name: 'Full text' }).click();
      await page.waitForURL((url) => url.pathname === ARTICLE);
      await page.goBack();
      await expect.poll(() => labels(page)).toEqual(['9', '7']);
      expect(query(page)).toBe(asked);

      await page.getByRole('button', { name: 'Clear filters' }).click();
      await expect.poll(() => rows(page).count()).toBe(34);
      expect(query(page)).toBe('#sort=-words&group=voice');
    });
  });

  it('find words however they are written, and say where nothing fits', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      const find = page.getByRole('searchbox', { name: 'Find in claims' });
      await find.fill('KREMLIN "tolerate"');
      await expect.poll(() => rows(page).count()).toBe(0);
      await find.fill('KREMLIN tolerate');
      await expect.poll(() => labels(page)).toEqual(['15']);
      await find.fill('zeppelin');
      await page.getByText('No claim fits all of this.').waitFor();
      await page.getByRole('button', { name: 'Show all 34' }).click();
      await expect.poll(() => rows(page).count()).toBe(34);
    });
  });

  it('make way for a row that a link leads to', async () => {
    await withPage({ path: `${LEDGER}#kind=quantity` }, async (page) => {
      await expect.poll(() => labels(page)).toEqual(['5', '31']);
      await row(page, 'c5')
        .getByRole('link', { name: /^claim 34/ })
        .click();
      await expect.poll(() => focused(page)).toBe('row-c34');
      expect(await rows(page).count()).toBe(34);
      expect(await row(page, 'c34').getAttribute('data-arrived')).toBe('true');
      await said(page, 'The filters are cleared, to show claim 34.');
      await expect.poll(() => row(page, 'c34').getAttribute('data-arrived'), { timeout: 4000 }).toBeNull();
    });
  });
});

describe('the way to the words and back', () => {
  it('leads to the claim in the text, and back to the row and the place on the page', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      await row(page, 'c20').scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(300);
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(500);
      await row(page, 'c20')
        .getByRole('link', { name: /many actions/ })
        .click();
      await page.waitForURL((url) => url.hash === '#note-c20');
      await page.locator('[data-note=c20][data-state=open]').waitFor();
      const words = page.locator('#ref-c20');
      await expect.poll(() => words.evaluate((each) => each.getBoundingClientRect().top)).toBeGreaterThan(0);
      expect(await words.evaluate((each) => each.getBoundingClientRect().top < innerHeight)).toBe(true);

      await page.goBack();
      await row(page, 'c20').waitFor();
      await expect.poll(() => focused(page)).toBe('row-c20');
      expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(3);
    });
  });

  it('is on the open card in the text, and on the counts under its title', async () => {
    await withPage({ path: `${ARTICLE}#note-c15` }, async (page) => {
      await page.locator('[data-note=c15]').getByRole('link', { name: 'In the ledger' }).click();
      await page.waitForURL((url) => url.pathname === LEDGER);
      await expect.poll(() => focused(page)).toBe('row-c15');
      await page.goBack();
      await page.getByRole('link', { name: '34 claims' }).click();
      await page.waitForURL((url) => url.pathname === LEDGER);
    });
  });
});

describe('a claim of the reader’s own', () => {
  it('is in the ledger with a way to its words, is changed in its row, and leads there from its card', async () => {
    await withPage({}, async (page) => {
      await select(page, 'security guarantees');
      await page.keyboard.press('c');
      await page.getByRole('textbox', { name: /^Note on the claim/ }).fill('Which *guarantees*?');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved.').waitFor();
      await card(page).getByRole('link', { name: 'In the ledger' }).click();
      await page.waitForURL((url) => url.pathname === LEDGER);
      const own = rows(page).filter({ hasText: 'yours' });
      await expect.poll(() => own.count()).toBe(1);
      await expect.poll(() => focused(page)).toBe(await own.getAttribute('id'));
      await page.locator('#ledger').getByText('35 claims by').waitFor();
      expect(await own.locator('em').textContent()).toBe('guarantees');

      await own.getByLabel('Kind', { exact: true }).selectOption('prediction');
      await said(page, 'Claim changed.');
      await page.keyboard.press('Escape');
      await own.getByLabel('Can it be checked?').selectOption('no');
      await page.getByRole('heading', { level: 1 }).click();
      await page.mouse.move(5, 5);
      await expect.poll(() => own.innerText()).toMatch(/prediction\s+cannot be checked/);

      await own.getByRole('link', { name: /security guarantees/ }).click();
      await page.waitForURL((url) => url.pathname === ARTICLE && url.hash.includes('security'));
      await page.goBack();
      await own.getByRole('button', { name: /^More/ }).click();
      await own.getByRole('button', { name: 'Delete this claim' }).click();
      await said(page, 'Claim deleted.');
      await expect.poll(() => rows(page).count()).toBe(34);
      await page.keyboard.press('Control+z');
      await expect.poll(() => rows(page).count()).toBe(35);
    });
  });
});
