import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPage } from '../../src/core/page/format-page.ts';
import { publishAll } from '../../tools/articles.ts';
import { faults, WCAG } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
let folder: string;
let path: string;
beforeAll(() => {
  const [{ format: _, ...content }] = publishAll() as [ReturnType<typeof publishAll>[number]];
  folder = mkdtempSync(join(tmpdir(), 'sidegloss-'));
  const written = '2025-03-01T10:00:00.000Z';
  const html = formatPage({ content, notes: [], articleId: content.slug, corrections: [], written });
  writeFileSync(join(folder, 'article.html'), html);
  path = pathToFileURL(join(folder, 'article.html')).href;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Only the file itself may be asked for. */
const expected = /^foreign request: file:[^ ]+article\.html$/;

/** Where the notes stand: their lines beside the first of their words, and what covers what. */
const layout = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const text = boxOf(document.querySelector('article')!);
    const boxes = [...document.querySelectorAll('.beside li[id]')].map(boxOf);
    const firsts = [...document.querySelectorAll('mark[style]')].map((mark) => mark.getClientRects()[0]!.top);
    return {
      beside: boxes.every(({ left }) => left >= text.right),
      after: boxes.every(({ top }) => top >= text.bottom),
      covering: boxes.filter(({ top }, index) => index > 0 && top < boxes[index - 1]!.bottom - 1).length,
      above: boxes.filter(({ top }, index) => top < (firsts[Math.min(index, firsts.length - 1)] ?? 0) - 40)
        .length,
      count: boxes.length,
      fits: document.documentElement.scrollWidth <= innerWidth,
    };
  });

describe('the page of an exported article, from a disk and without script', () => {
  it.each([
    [1440, 'light'],
    [1160, 'dark'],
  ] as const)(
    'at %s px, %s, has its notes beside their words, none over another',
    async (width, colorScheme) => {
      await withPage({ path, width, colorScheme, javaScriptEnabled: false, expected }, async (page) => {
        expect(await layout(page)).toEqual({
          beside: true,
          after: false,
          covering: 0,
          above: 0,
          count: expect.any(Number) as number,
          fits: true,
        });
      });
    },
  );

  it.each([1024, 390, 320])(
    'at %s px has them after the text, each with its ways there and back',
    async (width) => {
      await withPage({ path, width, javaScriptEnabled: false, expected }, async (page) => {
        expect(await layout(page)).toMatchObject({ beside: false, after: true, covering: 0, fits: true });
        await page.getByLabel('Note 7', { exact: true }).click();
        expect(new URL(page.url()).hash).toBe('#n7');
        await page.getByLabel('Back to the words of note 7', { exact: true }).click();
        expect(new URL(page.url()).hash).toBe('#r7');
      });
    },
  );

  it('on paper has them at the end, black on white', async () => {
    await withPage({ path, colorScheme: 'dark', javaScriptEnabled: false, expected }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await layout(page)).toMatchObject({ after: true, covering: 0 });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
    });
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    for (const width of [1440, 390]) {
      await withPage({ path, width, colorScheme, expected }, async (page) => {
        expect(await faults(page, WCAG)).toEqual([]);
      });
    }
  });
});
