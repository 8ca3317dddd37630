import { readFileSync } from 'node:fs';
import { describe as group, expect, it } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { painted, putNotes } from './annotating.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const SLUG = 'vance-peace-talks';
const MANY = 300;
const COMMENTS = Math.ceil(MANY / 9);

/** Notes on the bundled article, spread evenly, every ninth a comment; the rest highlights. */
function manyNotes(): ReaderNote[] {
  const article = readArticle(readFileSync(`public/articles/${SLUG}/article.txt`, 'utf8'));
  const step = Math.floor((article.text.length - 200) / MANY);
  return Array.from({ length: MANY }, (_, index): ReaderNote => {
    const time = new Date(1_700_000_000_000 + index * 1000).toISOString();
    const start = index * step;
    return {
      id: `note-${index}`,
      article: SLUG,
      kind: index % 9 === 0 ? 'comment' : 'highlight',
      selectors: describe(article, { start, end: start + 12 }),
      body: index % 9 === 0 ? `Number ${index}` : '',
      tags: [],
      colour: 'yellow',
      created: time,
      modified: time,
      revision: 1,
    };
  });
}

group('many notes', () => {
  it('are drawn near the screen only, wherever it is', async () => {
    await withPage({}, async (page) => {
      await putNotes(page, manyNotes());
      const onScreen = (): Promise<{ words: number; cards: number }> =>
        page.evaluate(() => {
          const inside = (box: DOMRect): boolean => box.bottom > 100 && box.top < innerHeight;
          const ranges = ['note-yellow', 'highlight-yellow'].flatMap((name) => [
            ...(CSS.highlights.get(name) ?? []),
          ]);
          return {
            words: ranges.filter((range) => inside((range as Range).getBoundingClientRect())).length,
            cards: [...document.querySelectorAll('[data-note^=note-]')].filter((each) =>
              inside(each.getBoundingClientRect()),
            ).length,
          };
        });
      for (const part of [0, 0.3, 0.7]) {
        await page.evaluate(
          (share) => scrollTo(0, share * (document.documentElement.scrollHeight - innerHeight)),
          part,
        );
        await expect.poll(async () => (await onScreen()).words, { message: String(part) }).toBeGreaterThan(8);
        const drawn = (await painted(page, 'note-yellow')).length;
        expect(drawn).toBeLessThan(COMMENTS);
        await expect.poll(async () => (await onScreen()).cards, { message: String(part) }).toBeGreaterThan(0);
      }
    });
  });

  it('are all on paper, with a link after each paragraph', async () => {
    await withPage({}, async (page) => {
      await putNotes(page, manyNotes());
      await page.locator('[data-note^=note-]').first().waitFor();
      // The browser asks for the paper as soon as it has said so: all is drawn by then.
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('[data-note^=note-]').count()).toBe(COMMENTS);
      expect(await page.locator('[data-paragraph-notes] a').count()).toBe(MANY);
      expect((await painted(page, 'highlight-yellow')).length).toBe(MANY - COMMENTS);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await expect.poll(() => page.locator('[data-note^=note-]').count()).toBeLessThan(COMMENTS);
    });
  });

  it('] and [ reach those far from the screen, and the focus with them', async () => {
    await withPage({ path: ARTICLE }, async (page) => {
      await putNotes(page, manyNotes());
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForTimeout(300);
      await page.keyboard.press('[');
      for (let step = 0; step < 40; step += 1) await page.keyboard.press('[');
      await page.waitForTimeout(100);
      const state = await page.evaluate(() => ({
        open: document.querySelector('[data-note][data-state=open]')?.getAttribute('data-note'),
        focused: document.activeElement?.getAttribute('href') ?? document.activeElement?.id,
      }));
      expect(state.open).toBeTruthy();
      expect(state.focused).toContain(state.open);
    });
  });
});
