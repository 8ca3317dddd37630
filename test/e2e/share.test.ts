import type { Page } from 'playwright';
import { describe, expect, it, test } from 'vitest';
import { painted, select } from './annotating.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const card = (page: Page) => page.getByRole('region', { name: 'The quote of this link' });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Where the painted words of a link stand, px from the top of the viewport; null where none are painted. */
const topOfTarget = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('target') ?? [];
    return range ? (range as Range).getBoundingClientRect().top : null;
  });

/** Whether the line drawn around a link's words encloses them, and over how many lines. */
const outlined = (page: Page): Promise<{ around: boolean; lines: number }> =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('target') ?? [];
    const words = (range as Range).getBoundingClientRect();
    const boxes = [...document.querySelectorAll('[data-outline] > div')].map((box) =>
      box.getBoundingClientRect(),
    );
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { around: top <= words.top && bottom >= words.bottom, lines: boxes.length };
  });

describe('a link to selected words', () => {
  for (const view of ['', '?view=interview']) {
    it(`is copied with a key and opens them for anybody, in ${view || 'the full text'}`, async () => {
      await withPage({ path: ARTICLE + view, ...CLIPBOARD }, async (page) => {
        await select(page, 'consistently demanded');
        await page.keyboard.press('l');
        await page.getByText('Link copied.').waitFor();
        const address = await clipboard(page);
        expect(address).toContain(`${ARTICLE}${view}#p38.consistently-demanded:~:text=`);
        const other = await page.context().newPage();
        await other.goto(address);
        await card(other).waitFor();
        expect(await card(other).innerText()).toMatch(/You were sent these words[\s\S]*Kirill Ozhimko/);
        await expect.poll(() => painted(other, 'target')).toEqual(['consistently demanded']);
        await expect.poll(() => outlined(other)).toEqual({ around: true, lines: 2 });
        const top = await topOfTarget(other);
        expect(top).toBeGreaterThan(60);
        expect(top).toBeLessThan(600);
        await other.keyboard.press('Escape');
        await card(other).waitFor({ state: 'detached' });
        expect(await painted(other, 'target')).toEqual([]);
        expect(await other.locator('[data-outline]').count()).toBe(0);
      });
    });
  }

  it('to words that the interview leaves out opens the full text', async () => {
    await withPage({ path: `${ARTICLE}?view=interview#p3.two-major-issues` }, async (page) => {
      await card(page).waitFor();
      await expect.poll(() => painted(page, 'target')).toEqual(['two major issues']);
      expect(new URL(page.url()).search).toBe('');
      expect(await topOfTarget(page)).toBeGreaterThan(60);
      // Going on in the other view is the reader's choice: the link does not hold them.
      await page.keyboard.press('v');
      await page.waitForTimeout(300);
      expect(new URL(page.url()).search).toBe('?view=interview');
    });
  });

  it('says in answer to what the words were said', async () => {
    await withPage({ path: `${ARTICLE}#p10.exactly-the-information` }, async (page) => {
      await card(page).waitFor();
      expect(await card(page).innerText()).toMatch(/Alexander Averin[\s\S]*Asked/);
    });
  });

  it.each([
    ['whose wording has changed', '#p38.consistantly-demannded', /wording changed/, 1],
    ['whose words are gone', '#p38.nothing-like-this-was..ever-said', /its passage/, 0],
    ['whose passage is gone', '#p999.nothing-like-this-was..ever-said', /is gone/, 0],
    ['with something hung on', '#p38.consistently-demanded&utm_source=x', /You were sent/, 1],
  ])('%s says so', async (_, hash, told, marks) => {
    await withPage({ path: ARTICLE + hash }, async (page) => {
      await card(page).waitFor();
      expect(await card(page).innerText()).toMatch(told);
      await expect.poll(async () => (await painted(page, 'target')).length).toBe(marks);
    });
  });

  it('that means nothing opens the plain article', async () => {
    await withPage({ path: `${ARTICLE}#%%%` }, async (page) => {
      await page.waitForTimeout(400);
      expect(await card(page).count()).toBe(0);
      expect(await page.locator('h1').isVisible()).toBe(true);
    });
  });

  it('writes nothing into the reader’s storage', async () => {
    await withPage({ path: `${ARTICLE}#p38.consistently-demanded` }, async (page) => {
      await card(page).waitFor();
      await page.waitForTimeout(500);
      expect(await page.locator('[data-tool=notes]').innerText()).not.toMatch(/[1-9]/);
    });
  });
});

describe('a note that goes with a link', () => {
  it('is shown as plain text, and kept or dismissed by whoever opens it', async () => {
    await withPage(CLIPBOARD, async (page) => {
      const text = 'See https://example.org/ <b>and</b> *this*:\nsecond line 👩‍👩‍👧';
      await select(page, 'consistently demanded');
      await page.keyboard.press('s');
      const dialog = page.getByRole('dialog', { name: 'Share this quote' });
      await dialog.getByRole('button', { name: 'Add a note…' }).click();
      await dialog.getByLabel('Note that goes with the link').fill(text);
      await expect.poll(() => dialog.getByRole('status').first().innerText()).toContain('&note=');
      await dialog.getByRole('button', { name: 'Copy link' }).click();
      await dialog.getByText('Link copied.').waitFor();
      const address = await clipboard(page);

      const other = await page.context().newPage();
      await other.goto(address);
      await card(other).waitFor();
      expect(await card(other).innerText()).toContain(text);
      expect(await card(other).locator('a, b, em').count()).toBe(0);
      await card(other).getByRole('button', { name: 'Keep' }).click();
      await other.getByText('Kept among your notes.').waitFor();
      const kept = other.locator('[role=comment]').filter({ hasText: /^Your note/ });
      await expect.poll(() => kept.innerText()).toContain('https://example.org/ <b>and</b> *this*:');
      expect(await kept.locator('em').count()).toBe(0);

      await other.goto('about:blank');
      await other.goto(address);
      await card(other).getByRole('button', { name: 'Dismiss' }).click();
      expect(await card(other).innerText()).not.toContain('second line');
      expect(await kept.count()).toBe(1);
    });
  });

  it('that is too long for a link is said to be', async () => {
    await withPage({}, async (page) => {
      await select(page, 'consistently demanded');
      await page.keyboard.press('s');
      const dialog = page.getByRole('dialog', { name: 'Share this quote' });
      await dialog.getByRole('button', { name: 'Add a note…' }).click();
      const long = Array.from({ length: 1200 }, (_, index) => (index * 7919).toString(36)).join(' ');
      await dialog.getByLabel('Note that goes with the link').fill(long);
      await dialog.getByRole('alert').filter({ hasText: 'too long' }).waitFor();
    });
  });

  it('that is broken is left out, and the words are shown', async () => {
    await withPage({ path: `${ARTICLE}#p38.consistently-demanded&note=AAAA` }, async (page) => {
      await card(page).waitFor();
      expect(await card(page).innerText()).not.toContain('Note from');
      await expect.poll(() => painted(page, 'target')).toEqual(['consistently demanded']);
    });
  });
});

describe('a copied quote', () => {
  it('has speaker, source and link, as text and as HTML', async () => {
    await withPage(CLIPBOARD, async (page) => {
      await select(page, 'consistently demanded');
      await page.keyboard.press('y');
      await page.getByText('Quote copied.').waitFor();
      expect(await clipboard(page)).toMatch(
        /^“… consistently demanded …”\n— Kirill Ozhimko \(political analyst\), “.+”, Toutiao\n(?:Asked.+\n)?http.+#p38\.consistently-demanded/,
      );
      const html = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item!.getType('text/html')).text();
      });
      expect(html).toContain('<blockquote');
      expect(html).toContain('Kirill Ozhimko (political analyst)');
    });
  });
});

describe('the share dialog', () => {
  it('shows the words with who said them, copies, and draws a picture', async () => {
    await withPage(CLIPBOARD, async (page) => {
      await select(page, 'consistently demanded');
      await page.keyboard.press('s');
      const dialog = page.getByRole('dialog', { name: 'Share this quote' });
      await dialog.waitFor();
      expect(await dialog.innerText()).toMatch(
        /consistently demanded[\s\S]*Kirill Ozhimko, political analyst/,
      );
      await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
      await dialog.getByText('Markdown copied.').waitFor();
      expect(await clipboard(page)).toMatch(/^> “… consistently demanded …”\n>\n> — Kirill Ozhimko/);
      await dialog.getByRole('button', { name: 'Picture' }).click();
      const canvas = dialog.getByRole('img', { name: /Picture of the quote/ });
      await expect.poll(() => canvas.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(1200);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Save as PNG' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.png$/);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  test.each(['paper', 'night'])(
    'has no fault that axe finds, nor has the card of a link, in %s',
    async (theme) => {
      await withPage(
        { path: `${ARTICLE}#p38.consistently-demanded`, before: withTheme(theme) },
        async (page) => {
          await card(page).waitFor();
          expect(await faults(page, rulesFor(theme))).toEqual([]);
          await select(page, 'consistently demanded');
          await page.keyboard.press('s');
          await page.getByRole('dialog', { name: 'Share this quote' }).waitFor();
          await page.getByRole('button', { name: 'Picture' }).click();
          expect(await faults(page, rulesFor(theme))).toEqual([]);
        },
      );
    },
  );
});
