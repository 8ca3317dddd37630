import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/*
 * What readers do with notes, as several tests do it.
 */

/** Selects words as a person would see them selected; the bar follows. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const pieces = [...document.querySelectorAll('[data-start]')];
    const piece = pieces.find((each) => each.textContent.includes(wanted));
    if (!piece?.firstChild) throw new Error(`“${wanted}” is not on the page`);
    const start = piece.textContent.indexOf(wanted);
    const range = document.createRange();
    range.setStart(piece.firstChild, start);
    range.setEnd(piece.firstChild, start + wanted.length);
    piece.scrollIntoView({ block: 'center' });
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
  }, words);
  await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
}

/** Writes a note on words and waits until it is said to be saved. */
export async function note(page: Page, words: string, text: string): Promise<void> {
  await select(page, words);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: /^Note, in Markdown/ }).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved.').waitFor();
}

export async function highlight(page: Page, words: string, colour = 'yellow'): Promise<void> {
  await select(page, words);
  await page.getByRole('button', { name: `Highlight in ${colour}` }).click();
  await expect.poll(() => painted(page, `highlight-${colour}`)).toContain(words);
}

export const painted = (page: Page, look: string): Promise<string[]> =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    look,
  );

/** Presses on words of the article. */
export async function press(page: Page, words: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    const piece = [...document.querySelectorAll('[data-start]')].find((each) =>
      each.textContent.includes(wanted),
    )!;
    const range = document.createRange();
    const start = piece.textContent.indexOf(wanted);
    range.setStart(piece.firstChild!, start + 1);
    range.setEnd(piece.firstChild!, start + 2);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, words);
  await page.mouse.click(at.x, at.y);
}

/** The cards of the reader's own notes. */
export const card = (page: Page): Locator => page.locator('[role=comment]').filter({ hasText: /^Your/ });

/** Puts notes into the page's database, as an earlier visit would have. */
export async function putNotes(
  page: Page,
  notes: readonly object[],
  texts: readonly { readonly hash: string; readonly text: string }[] = [],
): Promise<void> {
  await page.locator('[data-tool=notes]').waitFor();
  await page.waitForTimeout(500);
  await page.evaluate(
    ([all, old]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const put = open.result.transaction(['notes', 'texts'], 'readwrite');
          for (const each of all) put.objectStore('notes').put(each);
          for (const text of old) put.objectStore('texts').put(text);
          put.addEventListener('complete', () => {
            open.result.close();
            resolve();
          });
        });
      }),
    [notes, texts] as const,
  );
  await page.reload();
  await page
    .locator('[data-tool=notes]')
    .filter({ hasText: String(notes.length) })
    .waitFor();
}
