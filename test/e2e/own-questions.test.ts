import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../src/core/anchor/describe.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { noteOf } from '../storage/made-note.ts';
import { ownArticleOf } from '../storage/made-article.ts';
import { select } from './annotating.ts';
import { putOwnArticles } from './own-articles.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();

const ESSAY = readArticle(
  'On bridges\n\nWhat holds a bridge, one may ask.\n\nPatience holds it, and a little steel.\n\nThe rest is arithmetic.\n',
  { lang: 'en' },
);
const GERMAN = readArticle(
  'Ein Gespräch\n\nTom Hale: Was trägt eine Brücke?\n\nAda Byrne: Geduld trägt sie. Und Stahl.\n\nTom Hale: Und warum bricht sie?\n\nAda Byrne: Aus Eile.\n',
  { lang: 'de' },
);

describe('the questions of an own article', () => {
  it('that has none are told how to get some, and are there once the voices are corrected', async () => {
    await withPage({ path: '/library/' }, async (page) => {
      await putOwnArticles(page, [ownArticleOf('e1', 'On bridges', { article: ESSAY, formatting: [] })]);
      await page.goto('/own/questions/?a=e1');
      await page.getByText('No questions were found in this article.').waitFor();
      await page.getByRole('link', { name: 'Open the text' }).click();
      await page.locator('[data-tool=notes]').waitFor();
      await page.waitForTimeout(500);
      for (const [words, kind, who] of [
        ['What holds a bridge', 'a question', 'Tom Hale'],
        ['Patience holds it', 'an answer', 'Ada Byrne'],
      ] as const) {
        await select(page, words);
        await page.getByRole('button', { name: 'Speaker…' }).click();
        const dialog = page.getByRole('dialog', { name: 'Who said this?' });
        await dialog.waitFor();
        const whole = dialog.getByLabel('the whole paragraph');
        await ((await whole.count()) > 0 ? whole : dialog.getByLabel('the whole turn')).check();
        await dialog.getByLabel(kind).check();
        await dialog.getByLabel('Name of somebody else').fill(who);
        await dialog.getByRole('button', { name: 'Correct' }).click();
        await dialog.waitFor({ state: 'hidden' });
        // The text is drawn anew, which lets go of a selection.
        await page.locator('[data-turn] h3').filter({ hasText: who }).waitFor();
      }
      await page.waitForTimeout(400);
      await page.goto('/own/questions/?a=e1&show=both');
      await page.getByText('1 question in 1 exchange by 1 asker. None of 1 reply judged yet.').waitFor();
    });
  });

  it('in a language that the rules do not read have forms by hand, and list evidence that is gone', async () => {
    const { start, end } = GERMAN.turns[0]!;
    const words = { start: start + 'Tom Hale: '.length, end };
    const gone = [{ type: 'TextQuoteSelector', exact: 'Worte, die niemand gesagt hat' }];
    const note = noteOf('n1', '', {
      article: 'own:g1',
      kind: 'question',
      tags: [],
      selectors: selectorsFor(GERMAN, words),
      question: {
        replies: [{ speaker: 'ada-byrne', outcome: 'partly', ways: ['incomplete'], evidence: [gone] }],
      },
    });
    await withPage({ path: '/library/' }, async (page) => {
      await putOwnArticles(
        page,
        [ownArticleOf('g1', 'Ein Gespräch', { article: GERMAN, formatting: [] })],
        [note],
      );
      await page.goto('/own/questions/?a=g1&show=both');
      await page.getByText('this article is in German: no forms are given').waitFor();
      await page
        .getByText('2 questions in 2 exchanges by 1 asker. 1 of 2 replies judged: 1 partly.')
        .waitFor();
      await page.getByText('Evidence that is not in the text any more').waitFor();
      const first = page.locator('article').first();
      await first.getByText('why, or overrule').click();
      await first.getByRole('button', { name: /^closed/ }).click();
      await first.getByText('your view, in place of the rules').waitFor();
      await first.getByRole('button', { name: 'Remove' }).click();
      await expect.poll(() => page.getByText('Evidence that is not').count()).toBe(0);
    });
  });
});
