import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { faults, rulesFor, WCAG, withTheme } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const QUESTIONS = `${ARTICLE}questions/`;
const BOTH = `${QUESTIONS}?show=both`;

const question = (page: Page, number: number): Locator =>
  page.locator('article').filter({ has: page.locator('h2', { hasText: `Question ${number}` }) });
/** Opens what tells a question's forms. */
const reasons = async (of: Locator): Promise<void> => of.getByText('why, or overrule').click();
/** The store is there when buttons say that they can be pressed. */
const ready = (page: Page): Promise<void> =>
  page.locator('[aria-disabled=false]').first().waitFor({ state: 'attached' });
const counts = (page: Page): Locator => page.getByText(/questions? in \d+ exchanges?/);

describe('the questions of an article', () => {
  it('are in the page as it is served, each with its forms and the reasons for them', async () => {
    await withPage({ path: QUESTIONS, javaScriptEnabled: false }, async (page) => {
      expect(await counts(page).innerText()).toBe(
        '6 questions in 6 exchanges by 2 askers. None of 8 replies judged yet.',
      );
      const third = question(page, 3);
      await reasons(third);
      const told = await third.locator('dl').innerText();
      expect(told).toContain('Begins with “Why”: asks for an account.');
      expect(told).toContain('“so confident” asks for the reason of something that it judges.');
      expect(told).toContain('A second question stands in the same turn');
    });
  });

  it('lead to their words in the article', async () => {
    await withPage({ path: QUESTIONS }, async (page) => {
      await question(page, 5).getByRole('link', { name: 'Read it in the article' }).click();
      await page.waitForURL(/vance-peace-talks\/#p/);
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('target') ?? [])].map(String).join('')))
        .toContain('Will they consider the opinions');
    });
  });

  it('are filtered by form and by who asks, in the address', async () => {
    await withPage({ path: `${QUESTIONS}?form=double` }, async (page) => {
      await page.getByText('3 of 6 questions shown.').waitFor();
      await page.getByRole('radio', { name: /^The author/ }).check();
      await page.getByText('1 of 6 questions shown.').waitFor();
      expect(new URL(page.url()).hash).toBe('#asker=author');
      await page.getByRole('radio', { name: 'Answers', exact: true }).check();
      expect(await page.getByText('Why such an optimistic attitude?').count()).toBe(0);
      expect(await page.getByText('Vance has announced is exactly').count()).toBe(1);
    });
  });

  it('keep what the reader holds of their forms, until it is given back to the rules', async () => {
    await withPage({ path: QUESTIONS }, async (page) => {
      await ready(page);
      const second = question(page, 2);
      await reasons(second);
      await second.getByRole('button', { name: /^leading/ }).click();
      await second.getByText('your view, in place of the rules').waitFor();
      await page.waitForTimeout(300);
      await page.reload();
      await second.getByText('your view, in place of the rules').waitFor();
      await reasons(second);
      await expect
        .poll(() => second.getByRole('button', { name: /^leading/ }).getAttribute('aria-pressed'))
        .toBe('true');
      await second.getByRole('button', { name: 'Back to the rules' }).click();
      await second.getByText('by the rules', { exact: true }).waitFor();
      await page.keyboard.press('Control+z');
      await second.getByText('your view, in place of the rules').waitFor();
    });
  });

  it('have premises that become claims of who asks', async () => {
    await withPage({ path: QUESTIONS }, async (page) => {
      await ready(page);
      const third = question(page, 3);
      await third.getByText('3 premises').click();
      const mark = third.getByRole('button', { name: 'Mark as a claim of Pravda of the Komsomol' });
      const before = await mark.count();
      await mark.first().dblclick();
      await page.getByText('Claim added.').waitFor();
      await expect.poll(() => mark.count()).toBe(before - 1);
      await page.goto(ARTICLE);
      const card = page.locator('[role=comment]').filter({ hasText: 'Your claim' });
      await card.first().waitFor();
      expect(await card.count()).toBe(1);
      expect(await card.innerText()).toContain('Pravda of the Komsomol');
    });
  });
});

describe('the audit of answers', () => {
  it('is kept in one note for a question, with ways, evidence and a remark, and is tallied', async () => {
    await withPage({ path: BOTH, acceptDownloads: true }, async (page) => {
      await ready(page);
      const first = question(page, 1);
      const outcome = (name: string): Locator =>
        first.getByRole('group', { name: `Did ${name} answer? Your judgement:` });
      // Two at once make one note.
      await page.evaluate(() => {
        const radios = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
        const named = (legend: string, label: string): HTMLInputElement =>
          radios.find(
            (radio) =>
              radio.closest('fieldset')!.textContent.includes(legend) &&
              radio.parentElement!.textContent === label,
          )!;
        named('Did Averin', 'Not').click();
        named('Did Yerofeyev', 'Answered').click();
      });
      await page.getByText('2 of 8 replies judged: 1 answered, 1 not.').waitFor();
      const averin = first.getByRole('group', { name: 'Reply by Alexander Averin' });
      await averin.getByRole('checkbox', { name: /^declines/ }).check();
      await averin.getByRole('button', { name: /completely sure/ }).click();
      await expect
        .poll(() => averin.getByRole('button', { name: /completely sure/ }).getAttribute('aria-pressed'))
        .toBe('true');
      await outcome('Ozhimko').getByRole('radio', { name: 'Partly' }).check();
      await first.getByRole('textbox', { name: 'Your remark' }).fill('Compare **¶12**.');
      await first.getByRole('heading', { level: 2 }).click();
      await page.waitForTimeout(400);
      await page.reload();

      await page.getByText('3 of 8 replies judged: 1 answered, 1 partly, 1 not.').waitFor();
      const row = (name: string): Promise<string> =>
        page.getByRole('row', { name: new RegExp(`^${name}`) }).innerText();
      expect((await row('All')).split(/\s*\t\s*/)).toEqual([
        'All',
        '1',
        '1',
        '1',
        '5',
        '8',
        '1 of 3 judged replies answered',
      ]);
      expect(await row('Alexander Averin')).toContain('0 of 1 judged reply answered');
      expect(await averin.getByRole('button', { pressed: true }).innerText()).toContain('completely sure');
      expect(await first.getByRole('textbox', { name: 'Your remark' }).inputValue()).toBe('Compare **¶12**.');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export as CSV' }).click(),
      ]);
      const csv = await readFile(await download.path(), 'utf8');
      expect(csv).toContain('Alexander Averin,not answered,declines,');
      expect(csv.trim().split('\r\n')).toHaveLength(9);

      await page.goto(ARTICLE);
      const card = page.locator('[role=comment]').filter({ hasText: 'Your reading of a question' });
      await card.waitFor();
      expect(await card.count()).toBe(1);
      await card.getByText('Alexander Averin: not answered (declines); evidence:').waitFor();
      expect(await card.getByRole('button', { name: 'Edit' }).count()).toBe(0);
      await card.getByRole('link', { name: 'Change it among the questions' }).click();
      await page.getByText('3 of 8 replies judged').waitFor();
    });
  });

  it('is made with keys alone, and taken back', async () => {
    await withPage({ path: BOTH }, async (page) => {
      await ready(page);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toContain('Question 2');
      const group = question(page, 2).getByRole('group', { name: /Did Ozhimko answer/ });
      for (let tabs = 0; tabs < 8; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await group.locator(':focus').count()) break;
      }
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.getByText('1 of 8 replies judged: 1 partly.').waitFor();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await counts(page).filter({ hasText: 'None of 8 replies judged yet.' }).waitFor();
    });
  });
});

describe('every reader', () => {
  it.each(['paper', 'night'])('finds no barrier on the page (%s)', async (theme) => {
    await withPage({ path: BOTH, before: withTheme(theme) }, async (page) => {
      await ready(page);
      const first = question(page, 1);
      await first.getByRole('radio', { name: 'Not', exact: true }).first().check();
      await page.getByText('1 of 8 replies judged').waitFor();
      await first.getByRole('button', { name: /completely sure/ }).click();
      await reasons(first);
      await first.getByText('premise').last().click();
      expect(await faults(page, rulesFor(theme))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
    });
  });

  it('has room for it on a phone of 320 px', async () => {
    await withPage({ path: BOTH, width: 320, height: 640, hasTouch: true, isMobile: true }, async (page) => {
      await ready(page);
      await question(page, 1).getByRole('radio', { name: 'Partly' }).first().check();
      await page.getByText('1 of 8 replies judged').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await faults(page, WCAG)).toEqual([]);
    });
  });
});
