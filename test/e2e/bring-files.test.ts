import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { formatZip } from '../../src/core/page/format-zip.ts';
import { note } from './annotating.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const NEW = '/own/new/';

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const textFile = (name: string, mimeType: string, text: string): Chosen => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
});

const PAGE = `<!doctype html><html lang="en"><head><title>Bees on the roof · The Daily Hive</title>
<meta name="author" content="Ida Berg"><link rel="canonical" href="https://hive.example/bees">
<script>document.documentElement.dataset.ran = 'script';</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bees on the roof</h1>
<img src="https://elsewhere.example/pixel.gif" onerror="document.documentElement.dataset.ran = 'error'">
<p><b>Ida Berg:</b> How many bees live on the roof of the town hall this year, and who counts them?</p>
<p><b>Keeper:</b> Some <em>forty thousand</em>, and <a href="https://hive.example/count">nobody counts them</a>. They count us, I think, every morning when the doors open.</p>
<p><b>Ida Berg:</b> Do they ever leave, when the winter comes and the flowers are gone from the squares?</p>
<p><b>Keeper:</b> Never all at once. <a href="javascript:document.documentElement.dataset.ran='link'">They stay</a> for the bells, and for the warm stone under the clock.</p>
</article><footer>© The Daily Hive</footer></body></html>`;

const MARKDOWN = `---
title: Bees on the roof
author: Ida Berg
---

# Bees on the roof

**Ida Berg:** How many bees live here?

**Keeper:** Some *forty thousand*, and nobody counts them.

**Ida Berg:** Do they ever leave?

**Keeper:** Never all at once.
`;

const PLAIN = `Bees on the roof

Ida Berg: How many bees live here?

Keeper: Some forty thousand, and nobody counts them.

Ida Berg: Do they ever leave?

Keeper: Never all at once.
`;

/** A Word file of the least that one is made of (ECMA-376, part 1). */
function wordFile(paragraphs: readonly string[]): Chosen {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('');
  const entry = (path: string, content: string) => ({ path, content: Buffer.from(content) });
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return {
    name: 'bees.docx',
    mimeType: word,
    buffer: Buffer.from(
      formatZip([
        entry(
          '[Content_Types].xml',
          `<?xml version="1.0"?><Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
        ),
        entry(
          '_rels/.rels',
          `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
        entry(
          'word/document.xml',
          `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
        ),
      ]),
    ),
  };
}

async function choose(page: Page, file: Chosen): Promise<void> {
  await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

describe('a file', () => {
  it.each([
    ['of plain text', textFile('bees.txt', 'text/plain', PLAIN)],
    ['of Markdown', textFile('bees.md', 'text/markdown', MARKDOWN)],
    ['of HTML', textFile('bees.html', 'text/html', PAGE)],
    ['of Word', wordFile(PLAIN.trim().split('\n\n'))],
  ])('%s becomes an article with voices and notes', async (_, file) => {
    await withPage({ path: NEW }, async (page) => {
      await choose(page, file);
      await page.getByText(`From ${file.name}`).waitFor();
      expect(await page.getByLabel('Title').inputValue()).toBe('Bees on the roof');
      await page.getByRole('button', { name: 'Open article' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bees on the roof' }).waitFor();
      await page.getByRole('button', { name: /^Keeper/ }).waitFor();
      await note(page, 'nobody counts them', 'Check this');
      await page.reload();
      await page.getByText('Check this').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined();
    });
  });

  it('of HTML keeps emphasis and links of the web, and nothing else', async () => {
    await withPage({ path: NEW }, async (page) => {
      await choose(page, textFile('bees.html', 'text/html', PAGE));
      await page.getByRole('button', { name: 'Open article' }).click();
      const links = page.locator('article a[data-start][href]');
      await links.first().waitFor();
      expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
        'https://hive.example/count',
      ]);
      expect(await page.locator('article img').count()).toBe(0);
      expect(await page.getByText('The Daily Hive').count()).toBe(0);
      await page.getByText('Provenance').click();
      await page.getByRole('link', { name: 'https://hive.example/bees' }).waitFor();
    });
  });

  it('that is no text says so, and nothing is lost', async () => {
    await withPage({ path: NEW }, async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).fill('Half a thought');
      await choose(page, textFile('scan.pdf', 'application/pdf', '%PDF-1.7\n\u0000\u0001'));
      await page
        .getByRole('alert')
        .getByText(/This is a PDF/)
        .waitFor();
      expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Half a thought');
    });
  });

  it('that is dropped is taken, too', async () => {
    await withPage({ path: NEW }, async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).waitFor();
      const data = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'bees.txt', { type: 'text/plain' }));
        return transfer;
      }, PLAIN);
      await page.dispatchEvent('main', 'drop', { dataTransfer: data });
      await page.getByText('From bees.txt').waitFor();
    });
  });
});

describe('an article that is exported with its notes', () => {
  it('is one file that is brought in again whole', async () => {
    await withPage({ path: NEW }, async (page) => {
      await choose(page, textFile('bees.txt', 'text/plain', PLAIN));
      await page.getByRole('button', { name: 'Open article' }).click();
      await page.locator('[data-placed]').waitFor({ state: 'attached' });
      await note(page, 'nobody counts them', 'Check this');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('button', { name: 'Export the article with your notes…' }).click();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('dialog')
          .getByRole('button', { name: /Save|Export/ })
          .last()
          .click(),
      ]);
      const content = await readFile(await saved.path());
      await page.goto(NEW);
      await choose(page, { name: saved.suggestedFilename(), mimeType: 'text/html', buffer: content });
      await page.waitForURL(/\/own\/\?a=/);
      await page.getByText('Check this').first().waitFor();
      await page.getByRole('heading', { level: 1, name: 'Bees on the roof' }).waitFor();
      await page.goto('/library/');
      await expect.poll(() => page.getByRole('link', { name: 'Bees on the roof' }).count()).toBe(2);
    });
  });
});
