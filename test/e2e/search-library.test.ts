import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { describe as describeWords } from '../../src/core/anchor/describe.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { ownArticleOf } from '../storage/made-article.ts';
import { noteOf } from '../storage/made-note.ts';
import { faults, WCAG, withTheme } from './axe.ts';
import { note, painted } from './annotating.ts';
import { putOwnArticles } from './own-articles.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const LIBRARY = { path: '/library/' };

const bridges = ownArticleOf('a1', 'Bridges');
const start = bridges.article.text.indexOf('Patience');
const onPatience = noteOf('n1', 'Is a virtue enough?', {
  article: 'own:a1',
  selectors: describeWords(bridges.article, { start, end: start + 8 }),
});
const put = (page: Page): Promise<void> => putOwnArticles(page, [bridges], [onPatience]);

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search texts, notes and claims' });
const places = (page: Page) => page.locator('[data-hit]');

describe('searching the library', () => {
  it('forgives a typo and an accent, says who said it, and opens the article at the words', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await field(page).fill('cafe enveolpe');
      await places(page).filter({ hasText: 'Ada Byrne' }).waitFor();
      expect(await page.locator('[data-hit] mark').allTextContents()).toEqual(['café', 'envelope']);
      expect(new URL(page.url())).toMatchObject({ search: '', hash: '#q=cafe+enveolpe' });
      await page.getByRole('status').getByText('1 place in 1 article').waitFor({ state: 'attached' });
      expect(await page.getByRole('heading', { name: 'Yours' }).isVisible()).toBe(false);
      await places(page).click();
      await expect.poll(() => painted(page, 'target')).toEqual(['café, on the back of an envelope']);
      await page.goBack();
      await expect.poll(() => field(page).inputValue()).toBe('cafe enveolpe');
      await places(page).filter({ hasText: 'Ada Byrne' }).waitFor();
    });
  });

  it('finds claims and words of published articles, and leads there', async () => {
    await withPage({ path: '/library/#q=consistently+demanded' }, async (page) => {
      await places(page).filter({ hasNotText: 'Claim' }).first().click();
      await expect.poll(() => painted(page, 'target')).toEqual(['consistently demanded']);
      expect(new URL(page.url()).pathname).toBe(ARTICLE);
      await page.goto('/library/#q=which+land');
      await places(page)
        .filter({ hasText: /Claim \d/ })
        .first()
        .waitFor();
    });
  });

  it('finds notes, also one that is written in another tab meanwhile', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await field(page).fill('virtue');
      await places(page).filter({ hasText: 'Your note' }).click();
      await expect.poll(() => painted(page, 'target')).toEqual(['Patience']);
      await page.goto('/library/#q=handwritten');
      await page.getByText('Nothing found for “handwritten”').waitFor();
      const other = await page.context().newPage();
      await other.goto(LIBRARY.path);
      await other.getByRole('link', { name: 'Bridges' }).click();
      await other.getByText('Patience holds it').waitFor();
      await note(other, 'Patience holds it', 'handwritten');
      await places(page).filter({ hasText: 'Your note' }).waitFor();
    });
  });

  it('says that nothing was found, and what to try', async () => {
    await withPage(LIBRARY, async (page) => {
      await field(page).fill('qqqqqqqqqqqq');
      await page.getByText('Nothing found for “qqqqqqqqqqqq”').waitFor();
      await page.getByText('try fewer of them').waitFor();
    });
  });

  it('is worked with keys: / to type, arrows to the hits and between them, Enter to open, Escape to end', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await page.keyboard.press('/');
      await page.keyboard.type('somebody');
      await expect.poll(() => places(page).count()).toBe(2);
      const focused = (): Promise<number> =>
        page.evaluate(() => [...document.querySelectorAll('[data-hit]')].indexOf(document.activeElement!));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'Yours' }).waitFor();
      expect(new URL(page.url()).search).toBe('');
      await page.keyboard.type('somebody');
      await places(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText('Patience holds it').waitFor();
    });
  });

  it.each([
    ['paper', 1280],
    ['night', 320],
  ])('is open to everybody: %s, %i px wide', async (theme, width) => {
    await withPage({ ...LIBRARY, width, before: withTheme(theme) }, async (page) => {
      await put(page);
      await field(page).fill('steel');
      await places(page).first().waitFor();
      expect(await faults(page, WCAG)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  });

  // Again where the machine itself was busy.
  it('of several books never keeps the page from its reader for 50 ms', { retry: 2 }, async () => {
    const talk = (seed: number): string =>
      Array.from({ length: 2_500 }, (_, turn) => {
        const words = Array.from(
          { length: 40 },
          (__, at) => `w${((turn * 41 + at * 7 + seed) * 7919) % 9001}`,
        );
        return `${turn % 2 === 0 ? 'Tom Hale' : 'Ada Byrne'}: ${words.join(' ')}.`;
      }).join('\n\n');
    const books = [1, 2, 3].map((seed) =>
      ownArticleOf(`book${seed}`, `Book ${seed}`, { article: readArticle(talk(seed), { lang: 'en' }) }),
    );
    await withPage(LIBRARY, async (page) => {
      await putOwnArticles(page, books);
      await page.evaluate(() => {
        const long: number[] = [];
        new PerformanceObserver((list) => {
          for (const { duration, startTime } of list.getEntries())
            long.push(Math.round(duration), Math.round(startTime));
        }).observe({ type: 'longtask' });
        Object.assign(window, { long });
      });
      const began = Date.now();
      await field(page).pressSequentially('w1234 w4', { delay: 60 });
      await expect.poll(() => page.locator('[data-found] h2').count(), { timeout: 30_000 }).toBe(3);
      const took = Date.now() - began;
      const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
      console.log(`three books of 100,000 words: found after ${took} ms; long tasks: ${long.join(', ')} ms`);
      expect(long).toEqual([]);
    });
  });
});
