import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, it, test } from 'vitest';
import { select } from './annotating.ts';
import { faults, WCAG, withTheme } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const CLAIMS = `${ARTICLE}claims/`;

/** The bundled article's claims, as its editorial brief counts them. */
const GOLD = [
  '2 record, 4 position, 2 opinion by The author',
  '1 quantity, 2 opinion by JD Vance',
  '1 record, 1 position, 2 prediction by Alexander Averin',
  '1 record, 1 cause, 3 position, 1 prediction by Dmitry Yerofeyev',
  '1 quantity, 3 record, 1 cause, 3 position, 4 prediction by Kirill Ozhimko',
  '1 prediction by Pravda of the Komsomol',
];

const section = (page: Page): Locator => page.getByRole('region', { name: 'Who says what', exact: true });
const figure = (page: Page, title: string): Locator =>
  section(page)
    .getByRole('figure')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const MATRIX = 'Claims by voice and kind';
const TALK = 'Share of the words, and the longest turn';
const QUESTIONS = 'Questions asked and answered';
const ALONG = 'Claims along the text';

/** The cells of the matrix as they are told, a line a voice. */
async function cells(page: Page): Promise<string[]> {
  const labels = await figure(page, MATRIX)
    .getByRole('link', { name: /^\d+ claims? of kind/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!));
  const lines = new Map<string, string[]>();
  for (const label of labels) {
    const [, count, kind, name] = /^(\d+) claims? of kind (\w+) by (.*): show in the ledger$/.exec(label)!;
    lines.set(name!, [...(lines.get(name!) ?? []), `${count} ${kind}`]);
  }
  return [...lines].map(([name, counts]) => `${counts.join(', ')} by ${name}`);
}

/** What is written in a figure's drawing. */
const written = (page: Page, title: string): Promise<string[]> =>
  figure(page, title)
    .locator('svg text')
    .evaluateAll((all) => all.map((each) => each.textContent));

/** The rows of the table behind a figure, without its head. */
async function behind(page: Page, title: string): Promise<string[][]> {
  const details = figure(page, title).locator('details');
  if (!(await details.evaluate((each: HTMLDetailsElement) => each.open)))
    await details.locator('summary').click();
  return details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText.trim())),
    );
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('who says what', () => {
  it('counts claims by voice and kind as the editorial brief does, in the served page, too', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      expect(await cells(page)).toEqual(GOLD);
    });
    await withPage({ path: CLAIMS, javaScriptEnabled: false }, async (page) => {
      expect(await cells(page)).toEqual(GOLD);
      expect(await page.locator('main [style]').count()).toBe(0);
    });
  });

  it('says under each heading what is counted out of how many', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      const told = await section(page).locator('figcaption p').allTextContents();
      expect(told).toEqual([
        expect.stringMatching(/^34 claims by 6 voices\./),
        expect.stringMatching(/^Out of the 1,339 words of the article’s body/),
        expect.stringMatching(/^Out of 6 turns that ask/),
        expect.stringMatching(/^34 of 34 claims/),
      ]);
    });
  });

  it('has a table behind each picture with the picture’s numbers', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      const numbers = (await written(page, MATRIX)).filter((text) => /^(\d+|·)$/.test(text));
      const rows = await behind(page, MATRIX);
      expect(rows.flatMap((row) => row.slice(1, -1).map((cell) => cell.replace(/^0$/, '·')))).toEqual(
        // The totals are written as numbers even where they are nothing.
        numbers.map((text) => text.replace(/^0$/, '·')),
      );
      const talk = await written(page, TALK);
      for (const [name, words, of, share, , , longest] of await behind(page, TALK)) {
        expect(of).toBe('1339');
        expect(talk.join(' ')).toContain(name!.split(' ')[0]);
        expect(talk).toEqual(
          expect.arrayContaining([`${words} words · ${share}`, `longest ${longest} words`]),
        );
      }
      const asked = await written(page, QUESTIONS);
      for (const [, own, answered, answers, of] of await behind(page, QUESTIONS))
        expect(asked).toContain(
          own === '0' ? `${answers} of ${of} answered` : `${answered} of ${own} answered`,
        );
      const marks = await figure(page, ALONG).locator('svg a').count();
      expect(await behind(page, ALONG)).toHaveLength(marks);
    });
  });

  it('opens a cell’s claims in the ledger by its link, without loading the page again', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
      await figure(page, MATRIX)
        .getByRole('link', { name: '3 claims of kind position by Dmitry Yerofeyev: show in the ledger' })
        .click();
      await page.waitForURL(/\/claims\/#voice=dmitry-yerofeyev&kind=position$/);
      expect(await page.locator('[data-same-page]').count()).toBe(1);
      const ledger = page.locator('#ledger');
      await expect.poll(() => ledger.getByRole('status').first().innerText()).toContain('3 of 34 shown.');
      expect(await ledger.evaluate((element) => document.activeElement === element)).toBe(true);
      expect(await ledger.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
        0,
      );
    });
  });

  it('leads to the words of a claim and of the longest turn', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      await figure(page, ALONG).locator('svg a').nth(8).click();
      await page.getByText('Russia wants about 6,000 square kilometers', { exact: false }).first().waitFor();
      expect(new URL(page.url()).hash).toMatch(/^#p4\./);
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...(CSS.highlights.get('target') ?? [])].map((range) => (range as Range).toString()).join(),
          ),
        )
        .toContain('6,000 square kilometers');
      await page.goBack();
      await figure(page, TALK)
        .getByRole('link', { name: /^The longest that Alexander Averin says at once, 134 words/ })
        .click();
      await page.waitForURL(/\/vance-peace-talks\/#p10\./);
    });
  });

  it('is reached by keys, cell by cell', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      await figure(page, MATRIX).getByRole('link').first().focus();
      const told: (string | null)[] = [];
      for (let step = 0; step < 3; step += 1) {
        told.push(await page.evaluate(() => document.activeElement!.getAttribute('aria-label')));
        await page.keyboard.press('Tab');
      }
      expect(told).toEqual([
        '2 claims of kind record by The author: show in the ledger',
        '4 claims of kind position by The author: show in the ledger',
        '2 claims of kind opinion by The author: show in the ledger',
      ]);
      expect(
        await page.evaluate(
          () => getComputedStyle(document.activeElement!.querySelector('rect')!).strokeWidth,
        ),
      ).toBe('2px');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#voice=jay-dee-vance&kind=quantity$/);
    });
  });
});

describe('after a correction of who said it', () => {
  it('matrix, shares, claims along the text and the strip are those of the corrected article', async () => {
    await withPage({}, async (page) => {
      const strip = (voice: string): Promise<number> => page.locator(`path[data-voice=${voice}]`).count();
      expect(await strip('alexander-averin')).toBe(1);
      await select(page, 'exactly the information');
      await page.getByRole('button', { name: 'Speaker…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Who said this?' });
      await dialog.getByLabel('the whole turn').check();
      await dialog.getByLabel('Dmitry Yerofeyev').check();
      await dialog.getByRole('button', { name: 'Correct' }).click();
      await expect.poll(() => strip('alexander-averin')).toBe(0);

      await page.getByRole('link', { name: /^Claims/ }).click();
      await page.waitForURL(/\/claims\//);
      await expect
        .poll(() => cells(page))
        .toEqual([
          GOLD[0],
          GOLD[1],
          '2 record, 1 cause, 4 position, 3 prediction by Dmitry Yerofeyev',
          GOLD[4],
          GOLD[5],
        ]);
      const talk = await behind(page, TALK);
      expect(talk.map(([name, words, of]) => `${name} ${words} ${of}`)).toEqual([
        'The author 183 1339',
        'JD Vance 85 1339',
        'Dmitry Yerofeyev 349 1339',
        'Kirill Ozhimko 548 1339',
        'Pravda of the Komsomol 174 1339',
      ]);
      const along = await behind(page, ALONG);
      expect(along.filter(([, name]) => name === 'Dmitry Yerofeyev').map(([label]) => label)).toEqual(
        Array.from({ length: 10 }, (_, index) => String(12 + index)),
      );
      expect(await written(page, ALONG)).toContain('10 claims');
    });
  });

  it('the strip has a tick for a claim of the reader’s own', async () => {
    await withPage({}, async (page) => {
      const ticks = (): Promise<number> =>
        page
          .getByRole('slider', { name: 'Voices in order' })
          .locator('svg')
          .first()
          .evaluate((svg) => svg.lastElementChild!.getAttribute('d')!.split('M').length - 1);
      expect(await ticks()).toBe(34);
      await select(page, 'It should be noted');
      await page.getByRole('button', { name: 'Claim', exact: true }).click();
      const form = page.getByRole('form', { name: 'Claim' });
      await form.getByRole('textbox', { name: /^Note on the claim/ }).fill('A dated list would test it.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved.').waitFor();
      await expect.poll(ticks).toBe(35);
    });
  });
});

describe('files of the pictures', () => {
  it('are PNGs of 2,000 px, in the colours of the theme, with something on them', async () => {
    for (const [theme, background] of [
      ['paper', [251, 250, 247]],
      ['night', [22, 23, 26]],
    ] as const) {
      await withPage({ path: CLAIMS, width: 390, before: withTheme(theme) }, async (page) => {
        for (const [name, title] of [
          ['matrix', MATRIX],
          ['talk', TALK],
          ['questions', QUESTIONS],
          ['along', ALONG],
        ]) {
          const file = await saved(page, `PNG of ${title}`);
          expect(file.name).toBe(`vance-peace-talks-who-says-what-${name}.png`);
          expect(file.bytes.subarray(1, 4).toString()).toBe('PNG');
          const seen = await page.evaluate(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext('2d')!;
            context.drawImage(bitmap, 0, 0);
            const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
            const colours = new Set<number>();
            for (let at = 0; at < data.length; at += 4)
              colours.add(data[at]! * 65_536 + data[at + 1]! * 256 + data[at + 2]!);
            return { width: bitmap.width, corner: Array.from(data.slice(0, 3)), colours: colours.size };
          }, file.bytes.toString('base64'));
          expect(seen).toMatchObject({ width: 2000, corner: [...background] });
          expect(seen.colours).toBeGreaterThan(50);
        }
      });
    }
  });

  it('are tables as CSV, with the denominators in a column', async () => {
    await withPage({ path: CLAIMS }, async (page) => {
      const matrix = await saved(page, `CSV of ${MATRIX}`);
      expect(matrix.name).toBe('vance-peace-talks-who-says-what-matrix.csv');
      const lines = matrix.bytes.toString().split('\r\n');
      expect(lines[0]).toBe(
        '\ufeffVoice,quantity,record,cause,rule,position,prediction,experience,opinion,All kinds,Of all claims',
      );
      expect(lines[5]).toBe('Kirill Ozhimko,1,3,1,0,3,4,0,0,12,34');
      const talk = await saved(page, `CSV of ${TALK}`);
      expect(talk.bytes.toString()).toContain('Kirill Ozhimko,548,1339,41 %,6,0,');
    });
  });
});

describe('axe finds nothing', () => {
  for (const [theme, width] of [
    ['paper', 1440],
    ['night', 390],
    ['sepia', 1440],
    ['contrast', 390],
  ] as const) {
    test(`in the pictures in ${theme} at ${width} px`, async () => {
      await withPage({ path: CLAIMS, width, before: withTheme(theme) }, async (page) => {
        for (const title of [MATRIX, TALK, QUESTIONS, ALONG]) await behind(page, title);
        // The rest of the page is looked at where the ledger is.
        expect(await faults(page, WCAG, '#ledger ~ section')).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    });
  }
});
