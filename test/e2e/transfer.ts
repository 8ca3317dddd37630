import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

/** What a file of notes is given to the page as. */
export interface GivenFile {
  readonly name: string;
  readonly text: string | Buffer;
}

const PAGE = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x:page', type: 'AnnotationPage' };

/** An annotation from another program on words of the article, with a field that Sidegloss does not know. */
export function annotation(id: string, exact: string, more: Record<string, unknown> = {}): object {
  return {
    id: `https://example.org/notes/${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2026-01-02T03:04:05Z',
    body: { type: 'TextualBody', value: `On ${id}`, format: 'text/markdown' },
    target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact } },
    'https://example.org/terms#mood': { calm: [1, null, 'ü😀'] },
    ...more,
  };
}

/** One note for each way in which words can be found. */
export const SAMPLE = [
  annotation('placed', 'narrowed the issue down to two core topics'),
  annotation('moved', 'This conflict does not benefit either of you', {
    target: {
      source: 'https://example.org/',
      selector: {
        type: 'TextQuoteSelector',
        exact: 'This conflict does not benefit either of you',
        prefix: 'quite other words before it, ',
        suffix: ' and quite others after',
      },
    },
  }),
  annotation('ambiguous', 'Ukraine'),
  annotation('lost', 'words that were never there'),
];

export function pageOf(items: readonly object[]): string {
  return JSON.stringify({ ...PAGE, items });
}

/** Opens the dialog from the notes panel. */
export async function openDialog(page: Page): Promise<Locator> {
  const panel = page.getByRole('complementary', { name: 'Your notes' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Notes' }).click();
  await panel.getByRole('button', { name: 'Export and import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export and import' });
  await dialog.waitFor();
  return dialog;
}

export async function give(dialog: Locator, { name, text }: GivenFile): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Imports a file, looked at or not. */
export async function importFile(page: Page, file: GivenFile): Promise<void> {
  const dialog = await openDialog(page);
  await give(dialog, file);
  await dialog.getByRole('button', { name: /^(Import|Restore) / }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Exports in a format and gives the file back. */
export async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  const dialog = await openDialog(page);
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^(Export \d|Back up)/ }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return { name: file.suggestedFilename(), text };
}

export interface Stored {
  readonly id: string;
  readonly article: string;
  readonly body: string;
  readonly revision: number;
}

/** The notes that are on disk, in the order of their ids. */
export async function stored(page: Page): Promise<Stored[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const all = open.result.transaction('notes').objectStore('notes').getAll();
          all.addEventListener('success', () => {
            open.result.close();
            resolve(all.result as Stored[]);
          });
        });
      }),
  );
}

/** Deletes every note as a reader could not: at once. */
export async function forgetAll(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('success', () => {
          const change = open.result.transaction(['notes', 'corrections', 'texts', 'drafts'], 'readwrite');
          for (const name of change.objectStoreNames) change.objectStore(name).clear();
          change.addEventListener('complete', () => {
            open.result.close();
            resolve();
          });
        });
      }),
  );
  // Or the page would say, rightly, that notes are gone.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('sidegloss')) localStorage.removeItem(key);
  });
  await page.reload();
}
