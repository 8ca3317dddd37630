import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { faults, WCAG } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';
import { give } from './transfer.ts';

const { withPage } = useBrowser();
const LEDGER = `${ARTICLE}claims/`;

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export claims' });
  await dialog.waitFor();
  return dialog;
}

async function exported(
  page: Page,
  dialog: Locator,
  format: string,
): Promise<{ name: string; text: string }> {
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Export \d+ claim/ }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('the claims of the ledger', () => {
  it('go out in every form, as they are shown, with addresses that open their words', async () => {
    await withPage({ path: `${LEDGER}#kind=quantity` }, async (page) => {
      const dialog = await openExport(page);
      const markdown = await exported(page, dialog, 'Markdown');
      expect(markdown.name).toMatch(/^vance-peace-talks-claims-\d{4}-\d\d-\d\d\.md$/);
      expect(markdown.text.match(/^- /gm)).toHaveLength(2);
      expect(markdown.text).toContain(
        '**Claim 5** by JD Vance, speaking of Russia: quantity, can be checked.',
      );
      expect((await exported(page, dialog, 'CSV')).text.trim().split('\r\n')).toHaveLength(3);
      const link = /\(<(http[^>]+)>\)/.exec(markdown.text)![1]!;
      await page.goto(link);
      await page.getByText('Russia wants about 6,000 square kilometers').first().waitFor();
      expect(new URL(link).pathname).toBe(ARTICLE);
    });
  });

  it('are reviews for machines only where somebody answers for them', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      const dialog = await openExport(page);
      await dialog.getByRole('radio', { name: /^schema\.org/ }).check();
      await dialog.getByText('Without a name there are claims, and no reviews.').waitFor();
      await dialog.getByLabel('Name').fill('The Desk');
      await dialog.getByLabel(/^Web address/).fill('javascript:alert(1)');
      await dialog.getByText(/no address of the web/).waitFor();
      expect(await faults(page, WCAG)).toEqual([]);
      const { text } = await exported(page, dialog, 'schema');
      const graph = (JSON.parse(text) as { '@graph': { '@type': unknown }[] })['@graph'];
      expect(graph).toHaveLength(34);
      expect(text).not.toContain('javascript:');
    });
  });

  it('come in again as Web Annotations, without those that are published here as they are', async () => {
    await withPage({ path: LEDGER }, async (page) => {
      const dialog = await openExport(page);
      const { text } = await exported(page, dialog, 'Web Annotation');
      await page.keyboard.press('Escape');
      const file = JSON.parse(text) as { items: { body: { value: string }[] }[] };
      expect(file.items).toHaveLength(34);
      // One of them is said otherwise than it is published.
      file.items[4]!.body[0]!.value = 'A dated map would test it.';
      await page.getByRole('button', { name: 'Import…' }).click();
      const transfer = page.getByRole('dialog', { name: 'Export and import' });
      await give(transfer, { name: 'claims.jsonld', text: JSON.stringify(file) });
      await transfer.getByText('33 claims that are published with this article left out.').waitFor();
      await transfer.getByRole('button', { name: /^Import 1 / }).click();
      await transfer.waitFor({ state: 'detached' });
      const fifth = page.locator('[data-key]').filter({ hasText: 'about 6,000 square kilometers' });
      await expect.poll(() => fifth.innerText()).toMatch(/your copy[^]*A dated map would test it/);
      expect(await page.locator('[data-key]').count()).toBe(34);
      expect(await page.locator('[data-relation]').count()).toBe(38);
    });
  });
});
