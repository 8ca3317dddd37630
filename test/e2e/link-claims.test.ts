import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { card, select } from './annotating.ts';
import { faults, WCAG } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();

/** Makes a claim of the reader's on words. */
async function claim(page: Page, words: string): Promise<void> {
  await select(page, words);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Claim' });
  await form.getByRole('combobox', { name: /^Kind/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved.').waitFor();
}

const publishedCard = (page: Page, label: string): Locator =>
  page.locator(`[role=comment][aria-label="Claim ${label}"]`);

/** Opens a claim's card and from there the dialog. */
async function openDialog(page: Page, from: Locator): Promise<Locator> {
  await from.locator('[data-head]').click();
  await from.getByRole('button', { name: 'Link to another claim…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to another claim' });
  await dialog.waitFor();
  return dialog;
}

describe('links between claims', () => {
  it('are made from an own claim, shown on both sides, lead there, are kept, removed and undone', async () => {
    await withPage({}, async (page) => {
      await claim(page, 'It should be noted');
      const dialog = await openDialog(page, card(page));
      await dialog.getByRole('button', { name: 'Link', exact: true }).click();
      await dialog.getByRole('alert').filter({ hasText: 'Choose the other claim.' }).waitFor();
      await dialog.getByLabel('Find a claim by its words').fill('square kilometers');
      expect(await dialog.getByRole('radio', { name: /“/ }).count()).toBe(1);
      await dialog.getByRole('radio', { name: /^5 “/ }).check();
      await dialog.getByRole('radio', { name: 'disagrees with it' }).check();
      await dialog.getByLabel('About what, in a few words').fill('which land');
      await page.keyboard.press('Enter');
      await expect.poll(() => dialog.count()).toBe(0);
      expect(await card(page).innerText()).toMatch(/Disagrees with\s*5\s*which land/);

      await page.reload();
      await card(page).waitFor();
      const other = publishedCard(page, '5');
      await expect
        .poll(() => other.innerText())
        .toMatch(/Disagrees with\s*“It should be noted”\s*which land/);
      // The published relation is still there beside it.
      expect(await other.innerText()).toMatch(/Disagrees with\s*34/);
      await card(page).getByRole('link', { name: 'claim 5' }).click();
      await expect.poll(() => other.getAttribute('data-state')).toBe('open');
      await other.getByRole('link', { name: '“It should be noted”' }).click();
      await expect.poll(() => card(page).getAttribute('data-state')).toBe('open');

      const again = await openDialog(page, card(page));
      await again.getByRole('button', { name: 'Remove' }).click();
      await again.getByRole('status').filter({ hasText: 'Link removed' }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => again.count()).toBe(0);
      expect(await card(page).innerText()).not.toContain('Disagrees');
      await page.keyboard.press('Control+z');
      await expect.poll(() => card(page).innerText()).toMatch(/Disagrees with\s*5/);
    });
  });

  it('between two published claims copy the first, and say so', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page, publishedCard(page, '6'));
      await dialog.getByLabel('Find a claim by its words').fill('significant progress');
      await dialog.getByRole('radio', { name: /^7 “/ }).check();
      await dialog.getByRole('radio', { name: 'agrees with it', exact: true }).check();
      await dialog.getByRole('button', { name: 'Link', exact: true }).click();
      await page.getByText('Claim 6 is now among your notes').waitFor();
      await expect.poll(() => card(page).innerText()).toMatch(/Your claim[\s\S]*Agrees with\s*7/);
      await expect.poll(() => publishedCard(page, '7').innerText()).toMatch(/Agrees with\s*6/);
      await expect.poll(() => publishedCard(page, '6').innerText()).toMatch(/Agrees with\s*7/);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => card(page).count()).toBe(0);
      await expect.poll(() => publishedCard(page, '7').innerText()).not.toMatch(/Agrees with\s*6/);
    });
  });

  it('to a claim that was deleted are told, and can be removed on the card', async () => {
    await withPage({}, async (page) => {
      await claim(page, 'two major issues');
      await claim(page, 'It should be noted');
      const noted = card(page).filter({ hasText: 'Yerofeyev' });
      const dialog = await openDialog(page, noted);
      await dialog.getByRole('radio', { name: /two major issues.*your claim/ }).check();
      await dialog.getByRole('radio', { name: 'agrees with it', exact: true }).check();
      await dialog.getByRole('button', { name: 'Link', exact: true }).click();
      await noted.getByRole('link', { name: '“two major issues”' }).click();
      const first = card(page).filter({ hasNotText: 'Yerofeyev' });
      await expect.poll(() => first.innerText()).toMatch(/Agrees with\s*“It should be noted”/);
      await first.getByRole('button', { name: 'Delete' }).click();
      await expect.poll(() => noted.innerText()).toContain('a claim that is no longer here');
      await noted.getByRole('button', { name: 'Remove' }).click();
      await expect.poll(() => noted.innerText()).not.toContain('no longer here');
    });
  });

  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('pass axe, and need no pointer (%s px, %s)', async (width, colorScheme) => {
    await withPage({ width, colorScheme, hasTouch: width < 500 }, async (page) => {
      await claim(page, 'It should be noted');
      await card(page).getByRole('button', { name: 'Link to another claim…' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Link to another claim' });
      await dialog.waitFor();
      expect(await faults(page, WCAG, 'dialog')).toEqual([]);
      await dialog.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.type('peace');
      await page.keyboard.press('Enter');
      await expect.poll(() => dialog.count()).toBe(0);
      expect(await card(page).innerText()).toMatch(/Agrees with\s*1\s*peace/);
      expect(await faults(page, WCAG, '[aria-labelledby="notes-heading"]')).toEqual([]);
      await card(page).getByRole('button', { name: 'Link to another claim…' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      expect(focused).toBe('Link to another claim…');
    });
  });
});
