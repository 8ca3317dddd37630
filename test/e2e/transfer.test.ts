import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './page.ts';
import {
  annotation,
  exported,
  forgetAll,
  give,
  importFile,
  openDialog,
  pageOf,
  SAMPLE,
  stored,
  type GivenFile,
} from './transfer.ts';

const { withPage } = useBrowser();
const FILE: GivenFile = { name: 'notes.jsonld', text: pageOf(SAMPLE) };
/** The day that a file's name ends in. */
const DAY = '\\d{4}-\\d\\d-\\d\\d';

describe('an export', () => {
  it('says so where there is nothing in it', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      await dialog.getByText('There are no notes on this article yet').waitFor();
      await dialog.getByRole('radio', { name: /^Backup/ }).check();
      await dialog.getByRole('button', { name: 'Back up everything' }).click();
      await dialog.getByText('There is nothing to back up yet').waitFor();
    });
  });

  it('as Web Annotations gives back what came, unknown fields and all', async () => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      const { name, text } = await exported(page, 'Web Annotation');
      expect(name).toMatch(new RegExp(`^vance-peace-talks-notes-${DAY}\\.jsonld$`));
      const { items } = JSON.parse(text) as { items: { id: string }[] };
      const byId = (list: readonly object[]): object[] =>
        list.toSorted((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1));
      expect(byId(items)).toEqual(byId(SAMPLE));
    });
  });

  it('as Markdown, CSV and for Hypothesis holds every note, in the order of the text', async () => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      const address = page.url().replace(/#.*/, '');
      const markdown = await exported(page, 'Markdown');
      expect(markdown.name).toMatch(new RegExp(`^vance-peace-talks-notes-${DAY}\\.md$`));
      expect(markdown.text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
        expect.stringMatching(/^# Vance has pressured/),
        expect.stringMatching(/^## .*Vance/),
        '## Not found in the text',
      ]);
      expect(markdown.text).toContain(`[In the article](<${address}#p4.`);
      const csv = await exported(page, 'CSV');
      const rows = csv.text.split('\r\n');
      expect(rows[0]).toMatch(/^\ufeffvoice,words,kind/);
      expect(rows.filter((row) => row.includes(',comment,'))).toHaveLength(4);
      const hypothesis = await exported(page, 'Hypothesis');
      expect(hypothesis.name).toMatch(new RegExp(`^vance-peace-talks-hypothesis-${DAY}\\.json$`));
      const { annotations } = JSON.parse(hypothesis.text) as { annotations: { text: string; uri: string }[] };
      expect(annotations.map(({ text }) => text)).toEqual([
        'On placed',
        'On moved',
        'On ambiguous',
        'On lost',
      ]);
      expect(annotations[0]!.uri).toBe(address);
    });
  });

  it.each([
    ['Web Annotation', 'x.jsonld'],
    ['Hypothesis', 'x.json'],
    ['Backup of everything', 'x.json'],
  ])('as %s, taken in again where all was gone, gives the same notes', async (format, name) => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      const before = await stored(page);
      const { text } = await exported(page, format);
      await forgetAll(page);
      expect(await stored(page)).toEqual([]);
      await importFile(page, { name, text });
      const after = await stored(page);
      const kept = format === 'Hypothesis' ? ['body', 'tags', 'article'] : Object.keys(before[0]!);
      const told = (notes: readonly object[]): string[] =>
        notes
          .map((note) => JSON.stringify(kept.map((field) => (note as Record<string, unknown>)[field])))
          .toSorted();
      expect(told(after)).toEqual(told(before));
    });
  });

  it('works where the browser stores nothing', async () => {
    const before = (page: Page): Promise<unknown> =>
      page.addInitScript(() => Reflect.deleteProperty(globalThis, 'indexedDB'));
    await withPage({ before }, async (page) => {
      await page.getByText('This browser keeps nothing').waitFor();
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Export and import' });
      await give(dialog, FILE);
      await dialog.getByText('they would stay only while this page is open').waitFor();
      await dialog.getByRole('button', { name: 'Import 4 notes' }).click();
      await dialog.waitFor({ state: 'detached' });
      for (const format of ['CSV', 'Backup of everything'])
        expect((await exported(page, format)).text).toContain('On placed');
    });
  });

  it('holds what the page holds where the database breaks under it', async () => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      await page.evaluate(() => {
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('gone', 'InvalidStateError');
        };
      });
      expect((await exported(page, 'Web Annotation')).text).toContain('On lost');
      expect((await exported(page, 'Backup of everything')).text).toContain('On lost');
      const dialog = await openDialog(page);
      await dialog.getByRole('radio', { name: /^Backup/ }).check();
      await dialog.getByRole('button', { name: 'Back up everything' }).click();
      await dialog.getByText('this is what the page holds, not all that you have').waitFor();
    });
  });
});

describe('an import', () => {
  it('shows what was placed, moved, ambiguous and lost before anything is stored', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      await give(dialog, FILE);
      const where = dialog.getByRole('list', { name: 'Where the words are' });
      await where.waitFor();
      expect(await where.locator(':scope > li').allInnerTexts()).toEqual([
        expect.stringMatching(/^1 Placed/),
        expect.stringMatching(/^1 Moved/),
        expect.stringMatching(/^1 Ambiguous/),
        expect.stringMatching(/^1 Lost/),
      ]);
      await where.locator('summary').filter({ hasText: 'Lost' }).click();
      await where.getByText('words that were never there').waitFor();
      await where.getByText('On lost').waitFor();
      expect(await dialog.getByRole('list', { name: 'What is new' }).innerText()).toBe('4 new');
      expect(await stored(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.getByRole('button', { name: 'Choose a file…' }).waitFor();
      expect(await stored(page)).toEqual([]);
    });
  });

  it('twice gives no duplicates, and says that all is here', async () => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      const once = await stored(page);
      expect(once).toHaveLength(4);
      const dialog = await openDialog(page);
      await give(dialog, FILE);
      await dialog.getByText('There is nothing new in this file').waitFor();
      expect(await dialog.getByText('here already').innerText()).toMatch(/^4 /);
      await give(await reopened(page), {
        name: 'more.jsonld',
        text: pageOf([...SAMPLE, annotation('another', 'two major issues')]),
      });
      await dialog.getByRole('button', { name: 'Import 1 note', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      expect((await stored(page)).map(({ body }) => body).toSorted()).toEqual(
        ['On ambiguous', 'On another', 'On lost', 'On moved', 'On placed'].toSorted(),
      );
    });
  });

  it('is one step to undo, and to do again', async () => {
    await withPage({}, async (page) => {
      await importFile(page, FILE);
      await page.getByText('4 notes imported.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Undone: 4 notes imported.').waitFor();
      expect(await stored(page)).toEqual([]);
      await page.keyboard.press('Control+Shift+z');
      await page.getByText('Done again').waitFor();
      expect(await stored(page)).toHaveLength(4);
    });
  });

  it('goes wrong without loss where the disk is full, and can be tried again', async () => {
    await withPage({}, async (page) => {
      await page.evaluate(() => {
        // oxlint-disable-next-line typescript/unbound-method -- called with its object below
        const put = IDBObjectStore.prototype.put;
        let puts = 0;
        IDBObjectStore.prototype.put = function full(...given) {
          if (this.name === 'notes' && (puts += 1) === 3)
            throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, given);
        };
      });
      const dialog = await openDialog(page);
      await give(dialog, FILE);
      await dialog.getByRole('button', { name: 'Import 4 notes' }).click();
      await dialog
        .getByRole('alert')
        .filter({ hasText: 'storage is full. Nothing of the file was stored' })
        .waitFor();
      expect(await stored(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Import 4 notes' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await stored(page)).toHaveLength(4);
    });
  });
});

/** The dialog, back at choosing a file. */
async function reopened(page: Page): Promise<Locator> {
  await page.keyboard.press('Escape');
  return openDialog(page);
}
