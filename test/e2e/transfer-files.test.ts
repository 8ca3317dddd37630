import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/core/notes/backup.ts';
import type { Contents } from '../../src/core/notes/merge.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { useBrowser } from './page.ts';
import { annotation, give, importFile, openDialog, pageOf, SAMPLE, stored } from './transfer.ts';

const { withPage } = useBrowser();

const noteOf = (id: string, body: string, more: Partial<ReaderNote> = {}): ReaderNote => ({
  id,
  article: 'vance-peace-talks',
  kind: 'comment',
  selectors: [{ type: 'TextQuoteSelector', exact: 'narrowed the issue down to two core topics' }],
  body,
  tags: [],
  colour: 'yellow',
  created: '2026-03-01T10:00:00.000Z',
  modified: '2026-03-01T10:00:00.000Z',
  revision: 1,
  ...more,
});
const backupOf = (notes: readonly ReaderNote[], more: Partial<Contents> = {}): string =>
  writeBackup({ notes, corrections: [], texts: [], drafts: [], ...more }, '2026-03-02T10:00:00.000Z');

describe('a file that is wrong', () => {
  const broken = annotation('broken', 'x', {
    target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector' } },
  });
  it.each<[string, string | Buffer, RegExp]>([
    ['is no JSON', '{"type": "AnnotationPage",\n "items": [}', /no right JSON \(line 2, column 12/],
    ['is a web page', '<!doctype html><title>Notes</title>', /This is a web page/],
    ['is something else', '{"recipes": []}', /holds no notes that Sidegloss can read/],
    [
      'lacks a field',
      pageOf([SAMPLE[0]!, broken]),
      /annotation 2, https:.*broken: target.*exact: is missing/,
    ],
    ['has a wrong type', pageOf([annotation('x', 'x', { created: 7 })]), /annotation 1, .*created: /],
    [
      'is a backup with a fault',
      backupOf([noteOf('a', 'one', { revision: 0 })]),
      /note 1: revision: is below 1/,
    ],
    ['is not UTF-8', Buffer.from([0x7b, 0x22, 0xe4, 0x22, 0x7d]), /not a text in UTF-8/],
    ['is empty', '', /no right JSON/],
  ])('because it %s is refused, with the reason, and nothing is stored', async (_, text, reason) => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      await give(dialog, { name: 'wrong.json', text });
      const alert = dialog.getByRole('alert');
      await alert.waitFor();
      const told = await alert.innerText();
      expect(told).toMatch(reason);
      expect(told).toContain('Nothing was imported.');
      expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await stored(page)).toEqual([]);
      // And the next file is taken.
      await give(dialog, { name: 'right.jsonld', text: pageOf(SAMPLE) });
      await dialog.getByRole('button', { name: 'Import 4 notes' }).waitFor();
    });
  });

  it('because it is larger than 50 MB is refused before any of it is read', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      await page.evaluate(() => {
        // A file of 50 MB and a byte that takes no memory until it is read.
        const bytes = new Uint8Array(1_000_000);
        const file = new File([...Array.from({ length: 50 }, () => bytes), 'x'], 'large.json');
        const given = new DataTransfer();
        given.items.add(file);
        Blob.prototype.arrayBuffer = () => Promise.reject(new Error('it was read'));
        document
          .querySelector('dialog')!
          .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: given }));
      });
      await dialog.getByRole('alert').filter({ hasText: 'larger than 50 MB' }).waitFor();
    });
  });

  it('with hundreds of faults names the first hundred', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      const items = Array.from({ length: 300 }, (_, index) => annotation(`n${index}`, 'x', { created: 7 }));
      await give(dialog, { name: 'wrong.jsonld', text: pageOf(items) });
      await dialog.getByRole('alert').waitFor();
      expect(await dialog.getByRole('region', { name: 'Faults' }).getByRole('listitem').count()).toBe(100);
    });
  });
});

describe('a backup', () => {
  it('brings what is new and newer, keeps both where they differ, and changes nothing the second time', async () => {
    await withPage({}, async (page) => {
      const first = [noteOf('a', 'same'), noteOf('b', 'old'), noteOf('c', 'mine', { revision: 2 })];
      await importFile(page, { name: 'first.json', text: backupOf(first) });
      const later = '2026-04-01T10:00:00.000Z';
      const second = backupOf(
        [
          noteOf('a', 'same'),
          noteOf('b', 'newer', { revision: 2, modified: later }),
          noteOf('c', 'theirs', { revision: 2, modified: later }),
          noteOf('d', 'elsewhere', { article: 'another-article' }),
        ],
        {
          corrections: [
            { article: 'vance-peace-talks', corrections: [{ start: 300, end: 320, speaker: 'Jane Doe' }] },
          ],
          drafts: [{ article: 'another-article', key: 'k', fields: '{}', modified: later }],
        },
      );
      const dialog = await openDialog(page);
      await give(dialog, { name: 'second.json', text: second });
      const counts = dialog.getByRole('list', { name: 'What is new' });
      await counts.waitFor();
      await dialog.getByText('second.json: 4 notes on 2 articles').waitFor();
      expect((await counts.innerText()).split('\n')).toEqual([
        '1 new',
        '1 newer than yours: it takes its place',
        '1 here already: it stays as it is',
        '1 differs from yours: both are kept',
        '1 article with corrected voices',
        '1 draft',
      ]);
      await dialog.getByRole('button', { name: /^Restore/ }).click();
      await dialog.waitFor({ state: 'detached' });
      const bodies = async (): Promise<string[]> => (await stored(page)).map(({ body }) => body).toSorted();
      const all = ['elsewhere', 'mine', 'newer', 'same', 'theirs'];
      expect(await bodies()).toEqual(all);

      const again = await openDialog(page);
      await give(again, { name: 'second.json', text: second });
      await again.getByText('There is nothing new in this file').waitFor();
      await page.keyboard.press('Escape');
      await again.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await page.getByText('Undone').waitFor();
      expect(await bodies()).toEqual(['mine', 'old', 'same']);
      await page.keyboard.press('Control+Shift+z');
      await page.getByText('Done again').waitFor();
      expect(await bodies()).toEqual(all);
    });
  });

  it('that was changed since it was written says so', async () => {
    await withPage({}, async (page) => {
      const dialog = await openDialog(page);
      await give(dialog, { name: 'b.json', text: backupOf([noteOf('a', 'one')]).replace('"one"', '"two"') });
      await dialog.getByText('This backup was changed since it was written').waitFor();
    });
  });
});

describe('the dialog', () => {
  it.each(['paper', 'night'])('has nothing that axe finds, in %s', async (theme) => {
    await withPage({ before: withTheme(theme) }, async (page) => {
      const dialog = await openDialog(page);
      expect(await faults(page, rulesFor(theme), 'dialog'), 'at the beginning').toEqual([]);
      await give(dialog, { name: 'wrong.json', text: pageOf([annotation('x', 'x', { created: 7 })]) });
      await dialog.getByRole('alert').waitFor();
      expect(await faults(page, rulesFor(theme), 'dialog'), 'refused').toEqual([]);
      await give(dialog, { name: 'right.jsonld', text: pageOf(SAMPLE) });
      await dialog.getByRole('button', { name: 'Import 4 notes' }).waitFor();
      for (const group of await dialog.locator('summary').all()) await group.click();
      expect(await faults(page, rulesFor(theme), 'dialog'), 'previewed').toEqual([]);
    });
  });

  it('is used by keys alone, and gives the focus back', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('p');
      const opener = page.getByRole('button', { name: 'Export and import…' });
      await opener.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Export and import' });
      await dialog.waitFor();
      const focused = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.textContent ?? document.activeElement?.tagName ?? '');
      const chooser = page.waitForEvent('filechooser');
      for (let steps = 0; steps < 8 && (await focused()) !== 'Choose a file…'; steps += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await (
        await chooser
      ).setFiles({
        name: 'notes.jsonld',
        mimeType: 'application/json',
        buffer: Buffer.from(pageOf(SAMPLE)),
      });
      await dialog.getByRole('button', { name: 'Import 4 notes' }).waitFor();
      expect(await focused()).toBe('notes.jsonld: 4 notes');
      for (let steps = 0; steps < 8 && (await focused()) !== 'Import 4 notes'; steps += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
      // Escape closes the dialog alone, then the panel.
      await page.keyboard.press('Enter');
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      await opener.waitFor({ state: 'detached' });
    });
  });

  it('needs no scrolling sideways at 320 px', async () => {
    await withPage({ width: 320, height: 640 }, async (page) => {
      const dialog = await openDialog(page);
      const wide = (): Promise<string[]> =>
        dialog.evaluate((element) =>
          [element, ...element.querySelectorAll('*')]
            .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth)
            .map((each) => each.outerHTML.slice(0, 100)),
        );
      expect(await wide()).toEqual([]);
      await give(dialog, { name: `${'long'.repeat(30)}.jsonld`, text: pageOf(SAMPLE) });
      await dialog.getByRole('button', { name: 'Import 4 notes' }).waitFor();
      for (const group of await dialog.locator('summary').all()) await group.click();
      expect(await wide()).toEqual([]);
      const small = await dialog.evaluate((element) =>
        [...element.querySelectorAll('button, summary, label')]
          .filter((each) => each.getBoundingClientRect().height < 24)
          .map((each) => each.textContent),
      );
      expect(small).toEqual([]);
    });
  });
});
