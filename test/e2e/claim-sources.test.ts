import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { card, select } from './annotating.ts';
import { faults, WCAG } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const NOTES = '[aria-labelledby="notes-heading"]';

/** Begins a claim on words and gives its editor. */
async function beginClaim(page: Page, words = 'It should be noted'): Promise<Locator> {
  await select(page, words);
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  const form = page.getByRole('form', { name: 'Claim' });
  await form.getByRole('combobox', { name: /^Kind/ }).waitFor();
  return form;
}

async function save(page: Page, form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
}

describe('the sources of a claim', () => {
  it('have words, a day and a side, are shown on the card, and stay over a reload', async () => {
    await withPage({}, async (page) => {
      const form = await beginClaim(page);
      await form.getByRole('combobox', { name: /^Status/ }).selectOption('contradicted');
      const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
      expect(await form.getByLabel('Day on which source 1 was seen').inputValue()).toBe(today);
      await form.getByLabel('Title of source 1').fill('The record');
      await form.getByLabel('Address of source 1').fill('https://example.org/record');
      await form.getByLabel('Words of source 1').fill('It was otherwise.');
      await form.getByLabel('Day on which source 1 was seen').fill('2025-05-03');
      await form.getByRole('radio', { name: 'against it' }).check();
      await form.getByRole('button', { name: 'Add a source' }).click();
      await form.getByLabel('Title of source 2').fill('Another');
      await form.getByRole('button', { name: 'Add a source' }).click();
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').filter({ hasText: 'Source 2 needs an address.' }).waitFor();
      await form.getByRole('button', { name: 'Remove source 2' }).click();
      await save(page, form);

      await page.reload();
      await card(page).waitFor();
      const sources = card(page).getByRole('list', { name: 'Sources' });
      expect(await sources.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringMatching(
          /^The record \(example\.org\) · against the claim · seen 3 May 2025\s+“?It was otherwise\./,
        ),
      ]);
      expect(await sources.getByRole('link').getAttribute('href')).toBe('https://example.org/record');
    });
  });

  it('are asked for by every status but open, and the status before is told', async () => {
    await withPage({}, async (page) => {
      const form = await beginClaim(page);
      await save(page, form);
      await card(page).getByRole('button', { name: 'Edit' }).click();
      await form.getByRole('combobox', { name: /^Status/ }).selectOption('supported');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').filter({ hasText: '“supported” needs a source' }).waitFor();
      await form.getByLabel('Title of source 1').fill('The record');
      await form.getByLabel('Address of source 1').fill('https://example.org/record');
      await form.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => card(page).innerText()).toContain('supported');
      await card(page).getByText('Status before').click();
      const year = await page.evaluate(() => String(new Date().getUTCFullYear()));
      expect(await card(page).locator('details li').allInnerTexts()).toEqual([
        expect.stringMatching(new RegExp(`^open until \\d+ \\w+ ${year}$`)),
      ]);
      await page.keyboard.press('Control+z');
      await expect.poll(() => card(page).innerText()).not.toContain('supported');
      expect(await card(page).locator('details').count()).toBe(0);
    });
  });

  it('and who asserts it: a speaker, somebody else, of whom, and whom they pass on', async () => {
    await withPage({}, async (page) => {
      const form = await beginClaim(page);
      const voice = form.getByRole('combobox', { name: /^Who asserts it/ });
      expect(await voice.locator('option:checked').innerText()).toBe('Dmitry Yerofeyev');
      await form.getByLabel('Of whom, if they speak for another').fill('the United States');
      await form.getByText('More', { exact: true }).click();
      await form.getByRole('combobox', { name: 'Quoting' }).selectOption({ label: 'JD Vance' });
      await save(page, form);
      await expect
        .poll(() => card(page).innerText())
        .toMatch(/Dmitry Yerofeyev, quoting .*Vance, speaking of the United States · open/);

      await card(page).getByRole('button', { name: 'Edit' }).click();
      await voice.selectOption('somebody else');
      await form.getByLabel('Name of who asserts it').fill('A spokesman');
      await form.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => card(page).innerText()).toContain('A spokesman, quoting');
    });
  });

  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('pass axe while they are typed and on the card (%s px, %s)', async (width, colorScheme) => {
    await withPage({ width, colorScheme, hasTouch: width < 500 }, async (page) => {
      const form = await beginClaim(page);
      await form.getByRole('combobox', { name: /^Status/ }).selectOption('partly');
      await form.getByText('More', { exact: true }).click();
      expect(await faults(page, WCAG, NOTES)).toEqual([]);
      await form.getByLabel('Title of source 1').fill('The record');
      await form.getByLabel('Address of source 1').fill('https://example.org/record');
      await form.getByLabel('Words of source 1').fill('It was otherwise.');
      await form.getByRole('radio', { name: 'for the claim' }).check();
      await save(page, form);
      expect(await faults(page, WCAG, NOTES)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
});
