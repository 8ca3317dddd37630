import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { ARTICLE, useBrowser, wordsOnPage } from './page.ts';

const { withPage } = useBrowser();
const text = readFileSync('public/articles/vance-peace-talks/article.txt', 'utf8');
const paragraphs = text.split(/\n+/);

describe('the two views of one text', () => {
  test.each(['', '?view=interview'])(
    'show the words of the article in order, none twice, none lost (%s)',
    async (view) => {
      await withPage({ path: ARTICLE + view }, async (page) => {
        expect(await wordsOnPage(page)).toEqual(paragraphs);
        const starts = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[data-start]')].map((piece) => [
            Number(piece.dataset['start']),
            piece.childNodes.length,
            piece.textContent,
          ]),
        );
        for (const [start, nodes, words] of starts as [number, number, string][]) {
          expect(nodes).toBe(1);
          expect(words).toBe(text.slice(start, start + words.length));
        }
      });
    },
  );

  it('are chosen by the address, and switching adds nothing to the history', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      const entries = await page.evaluate(() => history.length);
      await page.getByRole('radio', { name: 'Interview', checked: true }).waitFor();
      await page.getByText('Full text', { exact: true }).first().click();
      await page.waitForURL((url) => url.search === '');
      await page.getByRole('radio', { name: 'Full text' }).press('ArrowLeft');
      await page.waitForURL((url) => url.search === '?view=interview');
      expect(await page.evaluate(() => history.length)).toBe(entries);
    });
  });

  it('fold away narration, back matter and printed labels in Interview, findably', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('[hidden="until-found"]')].map((part) => part.textContent),
      );
      expect(hidden[0]).toContain('stated that the current mediation negotiations');
      expect(hidden).toContain('"Pravda of the Komsomol" (SP):');
      expect(hidden.at(-1)).toContain('Original: https://www.toutiao.com');
      expect(await page.getByText('two major issues').isVisible()).toBe(false);
      expect(await page.locator('#p22').getByText('Is this wishful thinking').isVisible()).toBe(true);
    });
  });

  it('bring a folded part back when the browser finds words in it', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      // What find-in-page does: it tells the folded element, and then unfolds it.
      await page.evaluate(() => {
        const part = document.querySelector('#p4')!.closest('[hidden]')!;
        part.dispatchEvent(new Event('beforematch', { bubbles: true }));
        part.removeAttribute('hidden');
      });
      await expect.poll(() => page.locator('#note-c5').isVisible()).toBe(true);
      expect(await page.locator('#p4').isVisible()).toBe(true);
    });
  });

  it('say in Interview what is folded away, and lead to it', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      const line = page.getByText('Narration: 5 paragraphs, 5 claims');
      await line.getByRole('link').click();
      await page.waitForURL((url) => url.search === '' && url.hash === '#p3');
      await expect.poll(() => page.locator('#p3').isVisible()).toBe(true);
    });
  });
});

describe('switching', () => {
  const place = (id: string) => `document.querySelector('#${id}').getBoundingClientRect().top`;

  it('holds the first passage on screen that both views show', async () => {
    await withPage({ height: 900 }, async (page) => {
      await page.evaluate(`scrollBy(0, ${place('p7')} - 90)`);
      const before = Number(await page.evaluate(place('p8')));
      await page.keyboard.press('v');
      await page.waitForURL((url) => url.search === '?view=interview');
      expect(Math.abs(Number(await page.evaluate(place('p8'))) - before)).toBeLessThanOrEqual(8);
    });
  });

  test.each(['p8', 'p13', 'p19', 'p24', 'p30', 'p38'])(
    '20 times keeps the passage at %s within 8 px',
    async (id) => {
      await withPage({ height: 700 }, async (page) => {
        await page.evaluate(`scrollBy(0, ${place(id)} - 120)`);
        for (let turn = 0; turn < 20; turn += 1) {
          await page.keyboard.press('v');
          await page.waitForURL((url) => (url.search === '?view=interview') === (turn % 2 === 0));
          const top = await page.evaluate(place(id));
          expect(Math.abs(Number(top) - 120), `after ${turn + 1} switches`).toBeLessThanOrEqual(8);
        }
      });
    },
  );

  it('from a folded passage shows the next one that is not, and returns to it', async () => {
    await withPage({ height: 420 }, async (page) => {
      await page.evaluate(`scrollBy(0, ${place('p5')} - 70)`);
      const before = Number(await page.evaluate(place('p5')));
      await page.keyboard.press('v');
      await page.waitForURL((url) => url.search === '?view=interview');
      expect(Math.abs(Number(await page.evaluate(place('p8'))) - before)).toBeLessThanOrEqual(8);
      await page.keyboard.press('v');
      await page.waitForURL((url) => url.search === '');
      expect(Math.abs(Number(await page.evaluate(place('p5'))) - before)).toBeLessThanOrEqual(8);
    });
  });
});

describe('without script', () => {
  it('the page holds the text, 34 claims and all notes, with nothing hidden', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      for (const paragraph of paragraphs) {
        const [first] = paragraph.split(/[“"(]/);
        if (first!.length > 20)
          expect(await page.content()).toContain(first!.slice(0, 20).replaceAll('&', '&amp;'));
      }
      expect(await page.locator('[data-block]').allTextContents()).toEqual(paragraphs);
      expect(await page.locator('mark[data-notes^="c"]').count()).toBe(34);
      const notes = page.locator('[role=comment]');
      expect(await notes.count()).toBe(37);
      for (const note of await notes.all()) expect(await note.isVisible()).toBe(true);
      expect(await page.locator('[hidden]').count()).toBe(0);
      expect(await page.locator('[style]').count()).toBe(0);
      expect(await page.getByRole('toolbar').isVisible()).toBe(false);
    });
  });
  it('a note’s number leads to the note, and back', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.locator('#ref-c7').click();
      expect(new URL(page.url()).hash).toBe('#note-c7');
      await page
        .locator('#note-c7')
        .getByRole('link', { name: /Back to the words/ })
        .click();
      expect(new URL(page.url()).hash).toBe('#ref-c7');
    });
  });
  it('the root shows the same article and names its address', async () => {
    await withPage({ javaScriptEnabled: false, path: '/' }, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(paragraphs[0]);
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(ARTICLE);
    });
  });
});

describe('the reading position', () => {
  it('survives a reload, to the line', async () => {
    await withPage({ height: 700 }, async (page) => {
      await page.evaluate(() =>
        scrollBy(0, document.querySelector('#p17')!.getBoundingClientRect().top - 200),
      );
      const top = async (): Promise<number> =>
        page.evaluate(() => document.querySelector('#p17')!.getBoundingClientRect().top);
      const before = await top();
      await page.waitForTimeout(400);
      await page.reload();
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
    });
  });
  it('is taken up again in another window size', async () => {
    await withPage({ height: 700 }, async (page) => {
      await page.evaluate(() =>
        scrollBy(0, document.querySelector('#p26')!.getBoundingClientRect().top - 70),
      );
      await page.waitForTimeout(400);
      await page.setViewportSize({ width: 800, height: 700 });
      await page.goto('/library/');
      await page.goto(ARTICLE);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('#p26')!.getBoundingClientRect().top))
        .toBeLessThan(300);
    });
  });
});
