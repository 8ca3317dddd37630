import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();

/** Where a letter of the article is on screen: so many letters into some words, which are scrolled into view if need be. */
async function pointOf(page: Page, words: string, letter: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([wanted, at]) => {
      for (const piece of document.querySelectorAll('[data-start]')) {
        const start = piece.textContent.indexOf(wanted);
        if (start < 0 || !piece.firstChild) continue;
        const { top, bottom } = piece.getBoundingClientRect();
        if (top < 100 || bottom > innerHeight - 100) piece.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(piece.firstChild, start + at);
        range.setEnd(piece.firstChild, Math.min(start + at + 1, piece.textContent.length));
        const box = range.getClientRects()[0]!;
        return { x: box.left + 0.5, y: box.top + box.height / 2 };
      }
      throw new Error(`“${wanted}” is not on the page`);
    },
    [words, letter] as const,
  );
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

/** Highlights what is selected by its key, and says which words the newest note is on. */
async function highlighted(page: Page): Promise<string> {
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
  const before = (await paintedWords(page)).length;
  await page.keyboard.press('h');
  await expect.poll(async () => (await paintedWords(page)).length).toBe(before + 1);
  return (await paintedWords(page)).at(-1)!;
}

/** What is painted as the reader's, in the order in which it was painted. */
async function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      /^(highlight|note)-/.test(name) ? [...highlight].map((range) => (range as Range).toString()) : [],
    ),
  );
}

for (const view of ['', '?view=interview']) {
  describe(`selecting in ${view || 'the full text'}`, () => {
    const path = ARTICLE + view;

    it('by pointer, across the edge of a claim', async () => {
      await withPage({ path }, async (page) => {
        const from = await pointOf(page, 'The United States sees itself', 0);
        const to = await pointOf(page, 'Trump is eager to win', 14);
        await drag(page, from, to);
        expect(await highlighted(page)).toBe(
          'The United States sees itself as a peacemaker, and Trump is eager',
        );
      });
    });

    it('by pointer, backwards', async () => {
      await withPage({ path }, async (page) => {
        const from = await pointOf(page, 'West can incite Kyiv to confront', 15);
        const to = await pointOf(page, 'West can incite Kyiv to confront', 0);
        await drag(page, from, to);
        expect(await highlighted(page)).toBe('West can incite');
      });
    });

    it('by double and triple click', async () => {
      await withPage({ path }, async (page) => {
        const at = await pointOf(page, 'This is well known', 9);
        await page.mouse.click(at.x, at.y, { clickCount: 2 });
        expect(await highlighted(page)).toBe('well');
        const other = await pointOf(page, 'For Russia, this is not only', 9);
        await page.mouse.click(other.x, other.y, { clickCount: 3 });
        expect(await highlighted(page)).toMatch(/^For Russia, this is not only[^\n]*Russian culture\.$/);
      });
    });

    it('across paragraphs and turns, without what stands between them', async () => {
      await withPage({ path, height: 1200 }, async (page) => {
        await page.evaluate(() => document.querySelector('#p22')!.scrollIntoView({ block: 'center' }));
        const from = await pointOf(page, 'or is it self-motivation', 0);
        await drag(page, from, await pointOf(page, 'both self-motivation and motivation', 20));
        await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
        await page.keyboard.press('n');
        await page.getByRole('form', { name: 'Note' }).waitFor();
        await page.keyboard.type('both');
        await page.keyboard.press('Control+Enter');
        await page.getByText('Saved.').waitFor();
        const selectors = await page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              const open = indexedDB.open('sidegloss');
              open.onsuccess = () => {
                const all = open.result.transaction('notes').objectStore('notes').getAll();
                all.onsuccess = () => resolve(all.result[0].selectors[0].exact);
              };
            }),
        );
        expect(selectors).toBe('or is it self-motivation?\n\n"It\'s both self-motivation');
      });
    });

    it('that begins above the text and ends below it is clamped to it', async () => {
      await withPage({ path }, async (page) => {
        await page.keyboard.press('Control+a');
        await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
        await page.keyboard.press('n');
        await page.keyboard.press('Escape');
        const [first] = await paintedWords(page);
        expect(first ?? 'Vance has pressured').toMatch(/^Vance has pressured/);
      });
    });

    it('by the text cursor, with keys alone; Escape goes back to where they were', async () => {
      await withPage({ path }, async (page) => {
        await page.keyboard.press('q');
        await page.keyboard.press('q');
        const before = await page.evaluate(() => document.activeElement!.textContent.slice(0, 40));
        await page.keyboard.press('i');
        await page.locator('[data-text-cursor]').waitFor();
        for (let word = 0; word < 2; word += 1) await page.keyboard.press('Control+ArrowRight');
        for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
        const selected = await page.evaluate(() => document.getSelection()!.toString().trim());
        expect(selected.split(/\s+/)).toHaveLength(3);
        expect(await highlighted(page)).toBe(selected);
        await page.keyboard.press('Escape');
        expect(await page.locator('[data-text-cursor]').count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement!.textContent.slice(0, 40))).toBe(before);
      });
    });

    it('by finger: the bar is docked at the bottom, and waits until the selection is quiet', async () => {
      await withPage({ path, width: 390, height: 844, hasTouch: true, isMobile: true }, async (page) => {
        const at = await pointOf(page, 'This is well known', 9);
        await page.touchscreen.tap(at.x, at.y);
        // What a long press and its handles do: the selection changes, and no pointer event says that it is done.
        await page.evaluate(() => {
          const piece = [...document.querySelectorAll('[data-start]')].find((each) =>
            each.textContent.includes('This is well known'),
          )!;
          const range = document.createRange();
          range.setStart(piece.firstChild!, piece.textContent.indexOf('well'));
          range.setEnd(piece.firstChild!, piece.textContent.indexOf('well') + 10);
          document.getSelection()!.removeAllRanges();
          document.getSelection()!.addRange(range);
        });
        const bar = page.getByRole('toolbar', { name: 'Selected words' });
        await bar.waitFor();
        const box = (await bar.boundingBox())!;
        expect(Math.round(box.y + box.height)).toBe(844);
        for (const button of await bar.getByRole('button').all())
          expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
        await bar.getByRole('button', { name: 'Highlight in blue' }).tap();
        await page.getByText('Highlighted.').waitFor();
        expect(await paintedWords(page)).toEqual(['well known']);
      });
    });
  });
}

describe('the selection bar', () => {
  it('takes no focus, clears nothing and leaves Ctrl+C alone', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const from = await pointOf(page, 'This is well known', 0);
      await drag(page, from, await pointOf(page, 'This is well known', 7));
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]'))).toBeNull();
      await page.getByRole('button', { name: 'Copy quote' }).click();
      await page.getByText('Quote copied.').waitFor();
      expect(await page.evaluate(() => document.getSelection()!.toString())).toBe('This is');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^“This is …”\n— Dmitry Yerofeyev \(Financial University\), “Vance has pressured[^”]*”, Toutiao\n(?:Asked.*\n)?http:.*\/vance-peace-talks\/#p17\.this-is/,
      );
      await page.keyboard.press('Control+c');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('This is');
    });
  });

  it('goes when the selection goes, and copies a link to the words', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const from = await pointOf(page, 'This is well known', 0);
      await drag(page, from, await pointOf(page, 'This is well known', 7));
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
      await page.keyboard.press('l');
      await page.getByText('Link copied.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#p17\.this-is/);
      await page.mouse.click(from.x, from.y);
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor({ state: 'detached' });
    });
  });

  it('keeps words that are highlighted before notes can be kept', async () => {
    let isThere = (): void => undefined;
    const there = new Promise<void>((resolve) => (isThere = resolve));
    const before = async (page: Page): Promise<void> => {
      await page.route(/storage-entry/, async (route) => {
        await there;
        await route.continue();
      });
    };
    await withPage({ before }, async (page) => {
      await highlightEarly(page);
      await page.getByText('Your notes are being opened.').waitFor();
      expect(await paintedWords(page)).toEqual([]);
      isThere();
      await page.getByText('Highlighted.').waitFor();
      expect(await paintedWords(page)).toEqual(['This is']);
    });
  });

  it.each(['storage-entry', 'note-actions'])('says that nothing can be kept without %s', async (part) => {
    const before = async (page: Page): Promise<void> => {
      await page.route(
        (url) => url.pathname.includes(part),
        (route) => route.abort(),
      );
    };
    await withPage({ before, expected: /ERR_FAILED|failed/i }, async (page) => {
      await highlightEarly(page);
      await page.getByText('What keeps notes could not be fetched. Reload').waitFor();
      expect(await page.evaluate(() => document.getSelection()!.toString())).toBe('This is');
      if (part === 'note-actions') return;
      await page.getByText('so nothing can be noted on this page now').waitFor();
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Reload' }).click();
      await highlightEarly(page);
      await page.getByText('Highlighted.').waitFor();
    });
  });
});

/** Selects words, and highlights them by key. */
async function highlightEarly(page: Page): Promise<void> {
  const from = await pointOf(page, 'This is well known', 0);
  await drag(page, from, await pointOf(page, 'This is well known', 7));
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
  await page.keyboard.press('h');
}
