import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

describe('by keyboard alone', () => {
  it('Tab reaches the number of every claim and note in the order of the text', async () => {
    await withPage({}, async (page) => {
      const reached: string[] = [];
      for (let presses = 0; presses < 400; presses += 1) {
        await page.keyboard.press('Tab');
        const id = await focused(page);
        if (id.startsWith('ref-')) reached.push(id);
        if (reached.length === 37) break;
      }
      const inText = await page.evaluate(() =>
        [...document.querySelectorAll('[role="doc-noteref"]')].map((link) => link.id),
      );
      expect(reached).toEqual(inText);
    });
  });

  it('Enter goes from every number to its note, and Escape comes back', async () => {
    for (const width of [1440, 1024, 390]) {
      await withPage({ width }, async (page) => {
        const ids = await page.evaluate(() =>
          [...document.querySelectorAll('[role="doc-noteref"]')].map((link) => link.id),
        );
        expect(ids).toHaveLength(37);
        for (const id of ids) {
          const note = id.replace('ref-', 'note-');
          await page.locator(`#${id}`).focus();
          await page.keyboard.press('Enter');
          expect(await focused(page)).toBe(note);
          expect(await page.locator(`#${note}`).isVisible()).toBe(true);
          await page.keyboard.press('Escape');
          expect(await focused(page)).toBe(id);
        }
      });
    }
  });

  it('the focus is never under the bar', async () => {
    await withPage({ height: 600 }, async (page) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const covered = await page.evaluate(() => {
          const element = document.activeElement!;
          const bar = document.querySelector('[data-bar]')!;
          if (bar.contains(element) || element === document.body) return false;
          return element.getBoundingClientRect().top < bar.getBoundingClientRect().bottom;
        });
        expect(covered).toBe(false);
      }
    });
  });

  it('] and [ go from note to note and show the words', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press(']');
      expect(await focused(page)).toBe('ref-c1');
      for (let step = 0; step < 20; step += 1) await page.keyboard.press(']');
      const id = (await focused(page)).replace('ref-', '');
      expect(await page.locator(`#note-${id}`).getAttribute('data-state')).toBe('open');
      const box = (await page.locator(`mark[data-notes~="${id}"]`).first().boundingBox())!;
      expect(box.y).toBeGreaterThan(60);
      expect(box.y).toBeLessThan(900);
      await page.keyboard.press('[');
      await page.keyboard.press(']');
      expect(await focused(page)).toBe(`ref-${id}`);
    });
  });

  it('j, k, q and Q go from turn to turn and from question to question', async () => {
    await withPage({}, async (page) => {
      const turn = (): Promise<string | undefined> =>
        page.evaluate(() => (document.activeElement as HTMLElement).dataset['turn']);
      await page.keyboard.press('j');
      const first = await turn();
      await page.keyboard.press('j');
      expect(await turn()).not.toBe(first);
      await page.keyboard.press('k');
      expect(await turn()).toBe(first);
      const words = (): Promise<string> => page.evaluate(() => document.activeElement!.textContent);
      await page.keyboard.press('q');
      expect(await words()).toContain('Why such an optimistic attitude?');
      await page.keyboard.press('q');
      expect(await words()).toContain('Is this wishful thinking');
      await page.keyboard.press('Shift+Q');
      expect(await words()).toContain('Why such an optimistic attitude?');
    });
  });

  it('f leaves one voice, and all again', async () => {
    await withPage({}, async (page) => {
      const colour = (id: string): Promise<string> =>
        page.evaluate((at) => getComputedStyle(document.querySelector(`#${at} [data-start]`)!).color, id);
      await page.evaluate(() =>
        scrollBy(0, document.querySelector('#p16')!.getBoundingClientRect().top - 90),
      );
      await page.waitForTimeout(100);
      const before = await colour('p11');
      await page.keyboard.press('f');
      expect(await colour('p11')).not.toBe(before);
      expect(await colour('p16')).toBe(before);
      expect(await page.getByRole('button', { name: /Yerofeyev/ }).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('f');
      expect(await colour('p11')).toBe(before);
    });
  });

  it('? lists all keys; a key can be changed, and all of them switched off', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('Shift+?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      await dialog.getByRole('button', { name: /Switch between interview/ }).click();
      await page.keyboard.press('x');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('v');
      expect(new URL(page.url()).search).toBe('');
      await page.keyboard.press('x');
      await page.waitForURL((url) => url.search === '?view=interview');
      await page.reload();
      await page.waitForSelector('[data-placed]', { state: 'attached' });
      await page.keyboard.press('x');
      await page.waitForURL((url) => url.search === '');
      await page.keyboard.press('Shift+?');
      await dialog.getByRole('checkbox', { name: 'Single keys act' }).uncheck();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('x');
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('keys are left alone with Ctrl, and while something is typed', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('Control+v');
      expect(new URL(page.url()).search).toBe('');
      await page.keyboard.press('/');
      await page.keyboard.type('vv');
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('the toolbar is one tab stop with arrows inside, the view another', async () => {
    await withPage({}, async (page) => {
      await page.getByRole('radio', { name: 'Full text' }).focus();
      await page.keyboard.press('Tab');
      const name = (): Promise<string> => page.evaluate(() => document.activeElement!.textContent);
      expect(await name()).toBe('Search');
      await page.keyboard.press('ArrowRight');
      expect(await name()).toBe('Claims34');
      await page.keyboard.press('End');
      expect(await name()).toBe('Share');
      await page.keyboard.press('ArrowRight');
      expect(await name()).toBe('Search');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.getAttribute('role'))).toBe('slider');
    });
  });

  it('the strip names passages with the arrows and goes there with Enter', async () => {
    await withPage({}, async (page) => {
      const strip = page.getByRole('slider', { name: 'Voices in order' });
      await strip.focus();
      for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowRight');
      const told = await strip.getAttribute('aria-valuetext');
      expect(told).toMatch(/Kirill Ozhimko, \d+ %/);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2000);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => scrollY)).toBeLessThan(800);
    });
  });
});

describe('finding in the article', () => {
  it('/ opens it; hits are counted, painted and stepped through; Escape gives the focus back', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press(']');
      await page.keyboard.press('/');
      await page.getByRole('searchbox', { name: 'Find in the article' }).fill('root causes');
      await expect.poll(() => page.getByText('1 of 4').isVisible()).toBe(true);
      const painted = (): Promise<number[]> =>
        page.evaluate(() => ['hit', 'hit-current'].map((name) => CSS.highlights.get(name)?.size ?? 0));
      expect(await painted()).toEqual([3, 1]);
      const current = (): Promise<string> =>
        page.evaluate(() => {
          const [range] = CSS.highlights.get('hit-current')!;
          return (range as Range).startContainer.parentElement!.closest('[data-block]')!.id;
        });
      expect(await current()).toBe('p16');
      await page.keyboard.press('Enter');
      expect(await current()).toBe('p33');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.press('Shift+Enter');
      expect(await current()).toBe('p35');
      await page.keyboard.press('Escape');
      expect(await painted()).toEqual([0, 0]);
      expect(await focused(page)).toBe('ref-c1');
    });
  });

  it('does not mind accents, case or kinds of quotation marks', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('“Pravdá of the KOMSOMOL”');
      await expect.poll(() => page.getByText('1 of 5').isVisible()).toBe(true);
      await page.getByRole('searchbox').fill('nowhere to be found');
      await expect.poll(() => page.getByText('not found').isVisible()).toBe(true);
    });
  });

  it('unfolds words that Interview leaves out', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('6,000 square');
      await expect.poll(() => page.locator('#p4').isVisible()).toBe(true);
      const box = (await page.locator('#p4').boundingBox())!;
      expect(box.y).toBeGreaterThan(0);
      expect(box.y).toBeLessThan(900);
    });
  });
});
