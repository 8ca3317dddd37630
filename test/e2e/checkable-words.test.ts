import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { highlight, painted, press, select } from './annotating.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { useBrowser, wordsOnPage } from './page.ts';

const { withPage } = useBrowser();

const LOOKS = ['words-number', 'words-date', 'words-superlative', 'words-absolute', 'words-hedge'];

/** Opens the panel “Aa” and switches the words on. */
async function switchOn(page: Page): Promise<void> {
  await page.locator('[data-tool=type]').click();
  await page.getByRole('checkbox', { name: 'Show checkable words' }).check();
  await page.getByRole('checkbox', { name: /^Absolutes.*\d/ }).waitFor();
}

const allPainted = async (page: Page): Promise<string[]> =>
  (await Promise.all(LOOKS.map((look) => painted(page, look)))).flat();

/** What an earlier visit has chosen. */
const chosen = (preferences: object) => (page: Page) =>
  page.addInitScript(
    (value) => localStorage.setItem('sidegloss.preferences', value),
    JSON.stringify(preferences),
  );

describe('checkable words', () => {
  it('are off by default, and nothing of them is fetched', async () => {
    const files: string[] = [];
    const before = async (page: Page) => page.on('request', (request) => files.push(request.url()));
    await withPage({ before }, async (page) => {
      await page.locator('[data-tool=notes]').waitFor();
      expect(await allPainted(page)).toEqual([]);
      expect(files.filter((file) => /word-(layer|marks|settings)/.test(file))).toEqual([]);
    });
  });

  it('are painted over the words by group, remembered, and leave the text as it is', async () => {
    await withPage({}, async (page) => {
      const before = await wordsOnPage(page);
      await switchOn(page);
      await page.keyboard.press('Escape');
      await expect.poll(() => painted(page, 'words-number')).toContain('6,000 square kilometers');
      expect(await painted(page, 'words-hedge')).toContain('about');
      expect(await painted(page, 'words-absolute')).toContain('everyone');
      expect(await wordsOnPage(page)).toEqual(before);
      await page.reload();
      await expect.poll(() => painted(page, 'words-absolute')).toContain('everyone');

      await page.locator('[data-tool=type]').click();
      await page.getByRole('checkbox', { name: /^Absolutes/ }).uncheck();
      await expect.poll(() => painted(page, 'words-absolute')).toEqual([]);
      expect(await painted(page, 'words-hedge')).toContain('about');
      await page.getByRole('checkbox', { name: 'Show checkable words' }).uncheck();
      await expect.poll(() => allPainted(page)).toEqual([]);
      await page.reload();
      await page.locator('[data-tool=type]').click();
      expect(await page.getByRole('checkbox', { name: 'Show checkable words' }).isChecked()).toBe(false);
    });
  });

  it('say why they are marked when pressed, and whose words they are; notes and claims go first', async () => {
    await withPage({ before: chosen({ words: true }) }, async (page) => {
      await expect.poll(() => painted(page, 'words-hedge')).toContain('mainly');
      await press(page, 'mainly focus');
      const tip = page.getByRole('status').filter({ hasText: 'leaves a part out' });
      await tip.waitFor();
      expect(await tip.innerText()).toMatch(/^“Mainly” leaves a part out/);
      await page.keyboard.press('Escape');

      await press(page, 'I think we have');
      const quoted = page.getByRole('status').filter({ hasText: 'gives a view' });
      await quoted.waitFor();
      expect(await quoted.innerText()).toMatch(/“I think” gives a view[\s\S]*JD Vance/);
      await page.keyboard.press('Escape');

      await highlight(page, 'mainly focus');
      await page.evaluate(() => document.getSelection()!.removeAllRanges());
      await press(page, 'mainly focus');
      await page
        .locator('[role=comment]')
        .filter({ hasText: /^Your highlight/ })
        .waitFor();
      expect(await tip.count()).toBe(0);
    });
  });

  it('say nothing when pressed while they are off', async () => {
    await withPage({}, async (page) => {
      await press(page, 'mainly focus');
      await page.waitForTimeout(300);
      expect(await page.locator('[popover]:popover-open').count()).toBe(0);
    });
  });

  it('are listed by group with their reasons, and an entry leads to its words', async () => {
    await withPage({ height: 700 }, async (page) => {
      await switchOn(page);
      await page.getByRole('button', { name: 'List them' }).click();
      const list = page.getByRole('complementary', { name: 'Checkable words' });
      await list.waitFor();
      expect(await list.innerText()).toContain('They do not say whether anything is true.');
      const absolutes = list.getByRole('region', { name: /^Absolutes/ });
      const count = Number(await absolutes.getByRole('heading').locator('span').innerText());
      expect(await absolutes.getByRole('listitem').count()).toBe(count);
      const entry = absolutes.getByRole('button', { name: /Washington has never fulfilled/ });
      expect(await entry.innerText()).toContain('“Never” allows no exception: one would contradict it.');
      await entry.focus();
      await page.keyboard.press('Enter');
      const isSeen = (): Promise<boolean> =>
        page.evaluate(() =>
          [...(CSS.highlights.get('words-absolute') ?? [])].some((range) => {
            const { top, bottom } = (range as Range).getBoundingClientRect();
            return (range as Range).toString() === 'never' && top > 60 && bottom < innerHeight;
          }),
        );
      await expect.poll(isSeen).toBe(true);
      expect(await page.locator('[data-outline]').count()).toBe(1);
      await expect.poll(() => page.locator('[data-outline]').count(), { timeout: 4000 }).toBe(0);
      await page.keyboard.press('Escape');
      expect(await list.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('never fulfilled');
    });
  });

  it('bring back what the interview folds away, where the list leads there', async () => {
    const path = '/vance-peace-talks/?view=interview';
    await withPage({ path, width: 390, height: 844, before: chosen({ words: true }) }, async (page) => {
      await page.locator('[data-tool=type]').click();
      await page.getByRole('button', { name: 'List them' }).click();
      const list = page.getByRole('complementary', { name: 'Checkable words' });
      await list
        .getByRole('button', { name: /mainly focus on/ })
        .first()
        .click();
      // On a phone the list gives way to the words.
      await expect.poll(() => list.count()).toBe(0);
      const seen = page.getByText('mainly focus on two major issues').first();
      expect(await seen.isVisible()).toBe(true);
    });
  });

  it.each(['paper', 'night', 'contrast'])('pass axe with the panel and the list open (%s)', async (theme) => {
    await withPage({ before: withTheme(theme) }, async (page) => {
      await switchOn(page);
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      await page.getByRole('button', { name: 'List them' }).click();
      await page.getByRole('complementary', { name: 'Checkable words' }).waitFor();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
    });
  });

  it('do not stand in the way of selecting', async () => {
    await withPage({ before: chosen({ words: true }) }, async (page) => {
      await expect.poll(() => painted(page, 'words-hedge')).toContain('about');
      await select(page, 'about 6,000 square kilometers');
      expect(await page.evaluate(() => document.getSelection()!.toString())).toBe(
        'about 6,000 square kilometers',
      );
    });
  });
});
