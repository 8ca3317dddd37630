import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe as group, expect, it } from 'vitest';
import { describe, textHash } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { painted, putNotes, select } from './annotating.ts';
import { faults, WCAG } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const SLUG = 'vance-peace-talks';
const TEXT = readFileSync(`public/articles/${SLUG}/article.txt`, 'utf8');

/** The text as it was before: some words otherwise, a sentence more, and a paragraph that is gone now. */
const BEFORE = readArticle(
  TEXT.replace('two major issues', 'three big issues')
    .replace('consistently demanded', 'always demanded')
    .replace(
      'U.S. Vice President Jay',
      'A paragraph of pears and plums that was taken out later.\n\nU.S. Vice President Jay',
    ),
);

function noteOn(article: Article, words: string): ReaderNote {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(words);
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: words.replaceAll(' ', '-'),
    article: SLUG,
    kind: 'highlight',
    selectors: describe(article, { start, end: start + words.length }),
    body: '',
    tags: [],
    colour: 'yellow',
    created: time,
    modified: time,
    revision: 1,
  };
}

const NOTES = [
  noteOn(BEFORE, 'three big issues'),
  noteOn(BEFORE, 'Russia has always demanded'),
  noteOn(BEFORE, 'pears and plums that was taken out'),
  noteOn(BEFORE, 'square kilometers of land'),
];

const report = (page: Page) =>
  page.getByRole('region', { name: 'The text has changed since these notes were made' });

group('when the text has changed since notes were made', () => {
  it.each([
    ['and the old text is known', [{ hash: textHash(BEFORE), text: BEFORE.text }]],
    ['and it is not', []],
  ])('%s: what became of each is told, and can be accepted, put elsewhere or kept', async (_, texts) => {
    await withPage({}, async (page) => {
      await putNotes(page, NOTES, texts);
      await page.getByText('The text is not as it was').waitFor();
      await page.getByRole('button', { name: 'Show' }).click();
      await report(page).waitFor();
      const told = await report(page).innerText();
      expect(told).toContain('1 in their place · 0 moved · 2 reworded · 0 unsure · 1 lost');
      expect(await report(page).locator('del').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('three big')]),
      );
      expect(await report(page).locator('ins').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('two major')]),
      );
      await expect.poll(() => painted(page, 'highlight-yellow')).toContain('two major issues');
      expect(await faults(page, WCAG)).toEqual([]);

      // Accepted: the note is on the new words from now on.
      await report(page).getByRole('listitem').first().getByRole('button', { name: 'Accept' }).click();
      await expect.poll(() => report(page).getByRole('listitem').count()).toBe(1);
      await report(page).getByRole('button', { name: 'Keep as it is' }).click();
      expect(await report(page).getByRole('listitem').count()).toBe(0);

      // A lost note is put on other words.
      await select(page, 'For the latest news');
      await page.getByRole('button', { name: 'Attach to the selected words' }).click();
      await page.getByText('Attached.').waitFor();
      await page.reload();
      await expect
        .poll(async () => (await painted(page, 'highlight-yellow')).toSorted())
        .toEqual(
          [
            'For the latest news',
            'Russia has consistently demanded',
            'square kilometers of land',
            'two major issues',
          ].toSorted(),
        );
    });
  });
});
