import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ownArticleOf } from '../storage/made-article.ts';
import { noteOf } from '../storage/made-note.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { putOwnArticles } from './own-articles.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const LIBRARY = { path: '/library/' };

const ARTICLES = [
  ownArticleOf('a1', 'Bridges', { opened: '2026-03-05T10:00:00.000Z' }),
  ownArticleOf('b2', 'Arithmetic twice', { created: '2026-03-09T10:00:00.000Z' }),
  ownArticleOf('c3', 'Zeppelins', { isPlain: true }),
];
const NOTES = [
  noteOf('n1', 'is it steel?', { article: 'own:a1' }),
  noteOf('n2', 'or stone?', { article: 'own:a1' }),
];

const put = (page: Page): Promise<void> => putOwnArticles(page, ARTICLES, NOTES);
const own = (page: Page) => page.getByRole('region', { name: 'Yours' });
const titles = (page: Page): Promise<string[]> =>
  own(page)
    .locator('li > a')
    .evaluateAll((links) => links.map((link) => link.textContent));
const act = async (page: Page, title: string, what: string): Promise<void> => {
  await page.getByRole('button', { name: `What to do with ${title}`, exact: true }).click();
  await own(page).getByRole('button', { name: what, exact: true }).click();
};

describe('the library', () => {
  it('of a reader who has brought nothing says what to do', async () => {
    await withPage(LIBRARY, async (page) => {
      await own(page).getByText('Nothing yet').waitFor();
      await page.getByRole('link', { name: 'Bring an article' }).click();
      expect(new URL(page.url()).pathname).toBe('/own/new/');
    });
  });

  it('lists own articles with voices, length, notes and when they were last read, that one first', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      expect(await titles(page)).toEqual(['Arithmetic twice', 'Bridges', 'Zeppelins']);
      const bridges = own(page).getByRole('listitem').filter({ hasText: 'Bridges' });
      await bridges.getByText('Ada Byrne · Tom Hale').waitFor();
      await bridges.getByText('51 words · 2 notes · last read Mar 5, 2026').waitFor();
      await own(page).getByLabel('Sort by').selectOption('title');
      await expect.poll(() => titles(page)).toEqual(['Arithmetic twice', 'Bridges', 'Zeppelins']);
      expect(new URL(page.url()).search).toBe('?sort=title');
      await own(page).getByRole('link', { name: 'Bridges' }).click();
      await page.getByText('Patience holds it').waitFor();
      await page.goBack();
      await own(page).getByLabel('Sort by').selectOption('read');
      await expect.poll(() => titles(page)).toEqual(['Bridges', 'Arithmetic twice', 'Zeppelins']);
    });
  });

  it('renames an article, on this page, in another tab and where it is opened', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      const other = await page.context().newPage();
      await other.goto(LIBRARY.path);
      await other.getByRole('link', { name: 'Bridges' }).waitFor();
      await act(page, 'Bridges', 'Rename');
      await page.getByRole('textbox', { name: 'Title' }).fill('  What holds ');
      await page.keyboard.press('Enter');
      await own(page).getByRole('link', { name: 'What holds', exact: true }).waitFor();
      await other.getByRole('link', { name: 'What holds', exact: true }).waitFor();
      await page.getByRole('link', { name: 'What holds' }).click();
      await expect.poll(() => page.title()).toContain('What holds');
    });
  });

  it('duplicates an article with its notes', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await act(page, 'Bridges', 'Duplicate');
      const copy = own(page).getByRole('listitem').filter({ hasText: 'Bridges (copy)' });
      await copy.getByText('2 notes').waitFor();
      await copy.getByRole('link').first().click();
      await page.getByText('Patience holds it').waitFor();
      await page.locator('[data-tool=notes]').filter({ hasText: '2' }).waitFor();
    });
  });

  it('leads to a new version of an article', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await page.getByRole('button', { name: 'What to do with Bridges' }).click();
      await own(page).getByRole('link', { name: 'New version' }).click();
      expect(new URL(page.url()).search).toBe('?of=a1');
    });
  });

  it('deletes an article with its notes, and brings both back by Undo or by Ctrl+Z', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      await act(page, 'Bridges', 'Delete');
      await page.getByRole('status').getByText('Deleted “Bridges” and its 2 notes.').waitFor();
      expect(await titles(page)).toEqual(['Arithmetic twice', 'Zeppelins']);
      await page.getByRole('button', { name: 'Undo' }).click();
      await own(page).getByText('2 notes').waitFor();
      await act(page, 'Zeppelins', 'Delete');
      await act(page, 'Bridges', 'Delete');
      await expect.poll(() => titles(page)).toEqual(['Arithmetic twice']);
      await page.keyboard.press('Control+z');
      await expect.poll(() => titles(page)).toEqual(['Arithmetic twice', 'Bridges']);
      await page.keyboard.press('Control+z');
      await expect.poll(() => titles(page)).toEqual(['Arithmetic twice', 'Bridges', 'Zeppelins']);
      await page.reload();
      await own(page).getByText('2 notes').waitFor();
    });
  });

  it('can be used with keys alone', async () => {
    await withPage(LIBRARY, async (page) => {
      await put(page);
      const more = page.getByRole('button', { name: 'What to do with Zeppelins' });
      await more.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Rename' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const _ of ['duplicate', 'new version', 'export', 'delete']) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => titles(page)).toEqual(['Arithmetic twice', 'Bridges']);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Yours');
    });
  });

  it.each([
    ['paper', 1280],
    ['night', 1280],
    ['paper', 320],
  ])('is open to everybody: %s, %i px wide', async (theme, width) => {
    await withPage({ ...LIBRARY, width, before: withTheme(theme) }, async (page) => {
      await put(page);
      await page.getByRole('button', { name: 'What to do with Bridges' }).click();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await own(page).getByRole('button', { name: 'Rename' }).click();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
    });
  });

  it('says so where the browser keeps nothing, and works for the visit', async () => {
    const before = (page: Page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'SecurityError');
        };
      });
    await withPage({ ...LIBRARY, before }, async (page) => {
      await page.getByText('This browser keeps nothing for this site').waitFor();
      await own(page).getByText('Nothing yet').waitFor();
    });
  });

  it('without script lists what is published, and offers nothing that needs it', async () => {
    await withPage({ ...LIBRARY, javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
      expect(await page.getByRole('link', { name: 'Bring an article' }).count()).toBe(0);
    });
  });
});
