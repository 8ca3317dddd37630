import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { describe as group, expect, it } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import { ALL_KINDS } from '../../src/core/notes/claim.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { putNotes } from './annotating.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const SLUG = 'vance-peace-talks';
const LEDGER = `${ARTICLE}claims/`;

const rows = (page: Page): Locator => page.locator('[data-key]');
const row = (page: Page, id: string): Locator => page.locator(`[id="row-${id}"]`);
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const isOpen = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[data-key][tabindex="0"]') !== null);
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected claims' });

/** Notes as they are stored. */
const stored = (page: Page): Promise<ReaderNote[]> =>
  page.evaluate(
    () =>
      new Promise<ReaderNote[]>((resolve, reject) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const all = open.result.transaction('notes').objectStore('notes').getAll();
          all.addEventListener('success', () => {
            open.result.close();
            resolve(all.result as ReaderNote[]);
          });
        });
      }),
  );

group('a published claim', () => {
  it('stays as it is: what is saved is a copy in its place, which keeps its sources and its past', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      await row(page, 'c5').hover();
      await row(page, 'c5').getByRole('button', { name: /^Edit/ }).click();
      await page
        .getByText('What you save is your copy of claim 5; the published one stays as it is.')
        .waitFor();
      const status = row(page, 'c5').getByLabel('Status');
      await status.selectOption('supported');
      await page.keyboard.press('Control+Enter');
      // No status without a source.
      await row(page, 'c5').getByRole('alert').filter({ hasText: 'source' }).waitFor();
      expect(await stored(page)).toEqual([]);
      await page.getByLabel('Title of source 1').fill('A dated map');
      await page.getByLabel('Address of source 1').fill('https://example.org/map');
      await page.getByLabel('Address of source 1').press('Control+Enter');
      await said(page, 'Your copy of claim 5; the published one stays as it is.');
      await expect.poll(() => focused(page)).toBe('row-c5');
      expect(await row(page, 'c5').innerText()).toMatch(/your copy.*supported.*1 source/s);
      expect(await rows(page).count()).toBe(34);
      expect(await page.locator('[data-relation]').count()).toBe(38);
      await page.locator('#ledger').getByText('34 claims by 6 voices: 33 open, 1 supported.').waitFor();

      // Its status goes on in the row, and what it was is not forgotten.
      await row(page, 'c5').getByLabel('Status').selectOption('contradicted');
      await said(page, 'Claim changed.');
      await row(page, 'c5').focus();
      await page.keyboard.press('ArrowRight');
      const details = row(page, 'c5').getByRole('definition');
      await expect
        .poll(() => details.allInnerTexts())
        .toContainEqual(expect.stringMatching(/^open until .+, then supported until .+, then contradicted$/));
      await row(page, 'c5').getByText('Show the published one').click();
      await row(page, 'c5')
        .getByText(/^Which land, and on which date/)
        .last()
        .waitFor();
      const [copy] = await stored(page);
      expect(copy).toMatchObject({
        kind: 'claim',
        article: SLUG,
        claim: {
          copyOf: 'c5',
          status: 'contradicted',
          sources: [{ title: 'A dated map', url: 'https://example.org/map' }],
          history: [{ status: 'open' }, { status: 'supported' }],
          voice: { speaker: 'jay-dee-vance', of: 'Russia' },
        },
      });

      await row(page, 'c5').getByRole('button', { name: 'Delete your copy' }).click();
      await expect.poll(() => row(page, 'c5').innerText()).not.toContain('your copy');
      expect(await row(page, 'c5').innerText()).toContain('open');
      await expect.poll(() => focused(page)).toBe('row-c5');
    });
  });

  it('of which a copy was begun and left keeps the draft', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      await row(page, 'c7').focus();
      await page.keyboard.press('e');
      const field = page.getByRole('textbox', { name: /^Note on the claim/ });
      await field.fill('Half a thought');
      await page.keyboard.press('Escape');
      await said(page, 'Draft kept.');
      await expect.poll(() => focused(page)).toBe('row-c7');
      expect(await stored(page)).toEqual([]);
      await page.keyboard.press('e');
      await expect.poll(() => field.inputValue()).toBe('Half a thought');
    });
  });
});

group('many claims at once', () => {
  it('are changed as one step, published ones as copies, and taken back as one', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      await row(page, 'c3').hover();
      await row(page, 'c3').getByRole('checkbox').click();
      await row(page, 'c6').hover();
      await row(page, 'c6')
        .getByRole('checkbox')
        .click({ modifiers: ['Shift'] });
      await bar(page).getByText('4 selected').waitFor();
      await bar(page).getByText('All published: a change makes your copies').waitFor();
      await bar(page).getByRole('button', { name: 'Status' }).click();
      const form = page.getByRole('dialog', { name: 'Status of the selected claims' });
      await form.getByLabel('Status').selectOption('unproven');
      await form.getByRole('button', { name: 'Set the status' }).click();
      await form.getByRole('alert').waitFor();
      await form.getByLabel('Title of the source').fill('A search');
      await form.getByLabel('Its address').fill('https://example.org/search');
      await form.getByRole('button', { name: 'Set the status' }).click();
      await said(page, '4 claims changed; they are your copies, the published ones stay as they are.');
      await page.locator('#ledger').getByText('30 open, 4 unproven').waitFor();
      await bar(page).getByText('4 selected').waitFor();

      await bar(page).getByRole('button', { name: 'Tags' }).click();
      await page.getByRole('dialog', { name: /^Tags/ }).getByLabel('Tag').fill('May');
      await page.keyboard.press('Enter');
      await said(page, '4 claims changed.');
      await expect
        .poll(() => page.getByRole('button', { name: 'Only claims with the tag May' }).count())
        .toBe(4);
      await page.getByRole('button', { name: 'Only claims with the tag May' }).first().click();
      await expect.poll(() => rows(page).count()).toBe(4);
      expect(new URL(page.url()).hash).toBe('#tag=May');
      await page.getByRole('button', { name: 'Clear filters' }).click();

      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Control+z');
      await said(page, 'Undone: 4 claims changed.');
      await expect.poll(() => page.getByRole('button', { name: /tag May/ }).count()).toBe(0);
      await page.keyboard.press('Control+z');
      await page.locator('#ledger').getByText('34 claims by 6 voices. All open').waitFor();
      expect(await stored(page)).toEqual([]);
      await page.keyboard.press('Control+Shift+z');
      await page.locator('#ledger').getByText('30 open, 4 unproven').waitFor();
      expect(await stored(page)).toHaveLength(4);
    });
  });
});

group('by keyboard alone', () => {
  it('rows are reached with one Tab, moved through, selected, changed and followed', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      await isOpen(page);
      await page.getByRole('button', { name: 'Status', exact: true }).last().focus();
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toBe('row-c1');
      // What is in the row, and not in the others, comes next.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[data-key]')?.id)).toBe('row-c1');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toBe('row-c1');

      for (const key of ['ArrowDown', 'j', 'j', 'k']) await page.keyboard.press(key);
      expect(await focused(page)).toBe('row-c3');
      await page.keyboard.press('End');
      expect(await focused(page)).toBe('row-c34');
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await bar(page).getByText('1 selected').waitFor();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await bar(page).getByText('3 selected').waitFor();
      await page.keyboard.press('x');
      await bar(page).getByText('2 selected').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => bar(page).count()).toBe(0);
      await page.keyboard.press('Control+a');
      await bar(page).getByText('34 selected').waitFor();
      await page.keyboard.press('Escape');

      await page.keyboard.press('e');
      await page.locator('textarea:focus').waitFor();
      await page.keyboard.type(' Seen.');
      await page.keyboard.press('Control+Enter');
      await said(page, /^Your copy of claim 3/);
      await expect.poll(() => focused(page)).toBe('row-c3');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash === '#note-c4');
    });
  });

  it('letters do nothing where single keys are switched off', async () => {
    await withPage(
      {
        path: LEDGER,
        before: (page) =>
          page.addInitScript(() =>
            localStorage.setItem('sidegloss.preferences', JSON.stringify({ keys: false })),
          ),
      },
      async (page) => {
        await isOpen(page);
        await row(page, 'c1').focus();
        for (const key of ['j', 'x', 'e']) await page.keyboard.press(key);
        expect(await focused(page)).toBe('row-c1');
        expect(await bar(page).count()).toBe(0);
        expect(await page.getByRole('form').count()).toBe(0);
        await page.keyboard.press('ArrowDown');
        expect(await focused(page)).toBe('row-c2');
      },
    );
  });
});

group('the claims of all articles', () => {
  it('are in one table, reached from the library, and changed there', async () => {
    await withPage({ path: '/library/' }, async (page) => {
      await page.getByRole('link', { name: 'All claims' }).click();
      await page.getByRole('heading', { name: 'All claims' }).waitFor();
      await page.locator('#ledger').getByText('34 claims by 6 voices in 1 article.').waitFor();
      await isOpen(page);
      const first = rows(page).first();
      await first.focus();
      await page.keyboard.press('x');
      await bar(page).getByRole('button', { name: 'Kind' }).click();
      await page
        .getByRole('dialog', { name: 'Kind' })
        .getByRole('button', { name: /^opinion/ })
        .click();
      await said(page, /^Your copy of claim 1;/);
      await expect.poll(() => first.innerText()).toMatch(/your copy.*opinion/s);
      await first.hover();
      await first.getByLabel('Kind', { exact: true }).selectOption('cause');
      await said(page, 'Claim changed.');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await expect.poll(() => stored(page).then(([note]) => note?.claim?.kind)).toBe('opinion');
      await page.keyboard.press('Control+z');
      await expect.poll(() => stored(page)).toEqual([]);
      await expect.poll(() => first.innerText()).not.toContain('your copy');

      await first.hover();
      await first.getByRole('button', { name: /^Edit/ }).click();
      const voices = first.getByLabel('Who asserts it?').locator('option');
      await voices.filter({ hasText: 'Dmitry Yerofeyev' }).waitFor({ state: 'attached' });
      await page.keyboard.type(' As of today.');
      await page.keyboard.press('Control+Enter');
      await said(page, 'Your copy of claim 1; the published one stays as it is.');
      await expect.poll(() => stored(page).then(([note]) => note?.body)).toMatch(/ As of today\.$/);
    });
  });
});

/** Claims on the bundled article, spread evenly. */
function manyClaims(count: number): ReaderNote[] {
  const article = readArticle(readFileSync(`public/articles/${SLUG}/article.txt`, 'utf8'));
  const step = (article.text.length - 200) / count;
  return Array.from({ length: count }, (_, index): ReaderNote => {
    const time = new Date(1_700_000_000_000 + index * 1000).toISOString();
    const start = Math.floor(index * step);
    const kind = ALL_KINDS[index % ALL_KINDS.length]!;
    return {
      id: `claim-${index}`,
      article: SLUG,
      kind: 'claim',
      selectors: describe(article, { start, end: start + 40 }),
      body: `Number ${index}`,
      tags: [],
      colour: 'yellow',
      claim: { kind, checkable: 'yes', status: 'open', sources: [], voice: { speaker: 'author' } },
      created: time,
      modified: time,
      revision: 1,
    };
  });
}

group('a thousand claims', () => {
  it('are drawn near the screen only, and searched, sorted and reached all the same', async () => {
    await withPage({}, async (page) => {
      await putNotes(page, manyClaims(1000));
      await page.goto(LEDGER);
      await page.locator('#ledger').getByText('1,034 claims').waitFor();
      await expect.poll(() => rows(page).count()).toBeLessThan(60);
      const grid = page.getByRole('grid');
      expect(await grid.getAttribute('aria-rowcount')).toBe('1035');
      await rows(page).first().focus();
      await page.keyboard.press('End');
      await expect.poll(() => page.locator(':focus').getAttribute('aria-rowindex')).toBe('1035');
      expect(
        await page.locator(':focus').evaluate((each) => each.getBoundingClientRect().bottom < innerHeight),
      ).toBe(true);
      expect(await rows(page).count()).toBeLessThan(60);
      await page.keyboard.press('Home');
      await expect.poll(() => page.locator(':focus').getAttribute('aria-rowindex')).toBe('2');

      await page.getByRole('searchbox').fill('number 777');
      await expect.poll(() => rows(page).count()).toBe(1);
      await page.getByRole('searchbox').fill('');
      await page.getByLabel('Sort by').selectOption('-changed');
      await expect.poll(() => rows(page).first().innerText()).toContain('Number 999');
      await page.goto(`${LEDGER}#row-claim-500`);
      await page.reload();
      await expect.poll(() => focused(page)).toBe('row-claim-500');
      const place = await row(page, 'claim-500').evaluate(
        (each) => each.getBoundingClientRect().top / innerHeight,
      );
      expect(place).toBeGreaterThan(0.1);
      expect(place).toBeLessThan(0.9);
    });
  });
});
