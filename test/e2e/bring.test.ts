import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { note } from './annotating.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const NEW = '/own/new/';

const INTERVIEW = `The ferry that came back

Mara Lind spoke with the last captain of the river ferry.

Mara Lind: When did you first steer the ferry?

Captain: In the spring of the flood. Nobody else was awake, and the river did not wait for anybody.

Mara Lind: Were you afraid?

Captain: Of the river, never. Of the engine, every day of those years.

Setting: a kitchen above the harbour.

Mara Lind: Who mended it?

Captain: My sister mended it, with wire. She said "a boat is only a patient shed" and went home.

Setting: the kettle boils.`;

const NEWS = `A bridge closes

The bridge over the river was closed on Monday.

"It was old and it was tired," said Tom Reed, an engineer.

The town waited a week for an answer from the council, which met twice.

"We warned them for years and nobody in that building listened to a single word of it."

Anna Holt said "it was a shame that nobody looked at the bridge at all".`;

const voices = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Name of / })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

async function check(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text' }).fill(text);
  await page.getByRole('button', { name: 'Check the voices' }).click();
  await page.getByRole('button', { name: 'Open article' }).waitFor();
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open article' }).click();
  await page.waitForURL(/\/own\/\?a=[a-z0-9]+$/);
  await page.locator('[data-placed]').waitFor({ state: 'attached' });
}

describe('a text that is pasted', () => {
  it('is read, checked, opened, annotated and there again after a reload', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, INTERVIEW);
      expect(await voices(page)).toEqual(expect.arrayContaining(['Mara Lind', 'Captain', 'Setting']));

      const captain = page.getByRole('textbox', { name: 'Name of Captain' });
      await captain.fill('Ole Brandt');
      await captain.press('Enter');
      await page.getByRole('textbox', { name: 'Name of Ole Brandt' }).waitFor();
      await page.getByRole('button', { name: 'More about Setting' }).click();
      await page.getByRole('button', { name: 'Not a speaker' }).click();
      await expect.poll(() => voices(page)).not.toContain('Setting');

      await open(page);
      await page.getByRole('heading', { level: 1, name: 'The ferry that came back' }).waitFor();
      await page.getByRole('button', { name: /^Ole Brandt/ }).waitFor();
      await note(page, 'the river did not wait', 'A line to keep');
      await page.reload();
      await page.getByText('A line to keep').first().waitFor();
      await page.getByText('Interview', { exact: true }).click();
      await expect.poll(() => page.url()).toMatch(/\?a=[a-z0-9]+&view=interview$/);
      await page.getByText('A line to keep').first().waitFor();
    });
  });

  it('stays in its field through a reload, until it is kept', async () => {
    await withPage({ path: NEW }, async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).fill(INTERVIEW);
      await page.reload();
      expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(INTERVIEW);
      await page.getByRole('button', { name: 'Check the voices' }).click();
      await page.getByRole('button', { name: 'Discard' }).click();
      expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(INTERVIEW);
    });
  });

  it('can be read as plain text of nobody in particular', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, INTERVIEW);
      await page.getByRole('button', { name: 'Treat as plain text' }).click();
      await page.locator('[data-placed]').waitFor({ state: 'attached' });
      await page.getByText('Of the river, never.').waitFor();
      expect(await page.getByRole('heading', { level: 3 }).count()).toBe(0);
    });
  });

  it('has no link of its own, and says what to do instead', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await withPage({ path: NEW, permissions }, async (page) => {
      await check(page, INTERVIEW);
      await open(page);
      await page.evaluate(() => {
        const piece = [...document.querySelectorAll('[data-start]')].find((each) =>
          each.textContent.includes('Of the river, never.'),
        )!;
        document.getSelection()!.selectAllChildren(piece);
      });
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
      await page.keyboard.press('l');
      await page.getByText(/Only this browser has this article/).waitFor();
      await page.getByRole('status').getByRole('button', { name: 'Copy quote' }).click();
      await page.getByText('Quote copied.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('Captain');
      expect(copied).not.toContain('http');
    });
  });
});

describe('voices that were found', () => {
  it('can be made one, and one be split', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, INTERVIEW);
      await page.getByRole('button', { name: 'More about Setting' }).click();
      await page.getByLabel('The same as').selectOption({ label: 'Captain' });
      await expect.poll(() => voices(page)).not.toContain('Setting');
      await page.getByRole('button', { name: 'More about Captain' }).click();
      await page.getByRole('button', { name: 'Split…' }).click();
      await page.getByRole('combobox', { name: /Who says the passages/ }).fill('Narrator');
      await page.getByRole('checkbox', { name: /a kitchen above/ }).check();
      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await expect.poll(() => voices(page)).toContain('Narrator');
    });
  });
});

describe('a new version of an article', () => {
  it('keeps its address, its names and its notes, and says what became of them', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, INTERVIEW);
      const captain = page.getByRole('textbox', { name: 'Name of Captain' });
      await captain.fill('Ole Brandt');
      await captain.press('Enter');
      await page.getByRole('textbox', { name: 'Name of Ole Brandt' }).waitFor();
      await open(page);
      await note(page, 'every day of those years', 'How many?');
      const id = new URL(page.url()).searchParams.get('a')!;
      await page.goto(`/own/new/?of=${id}`);
      await page.getByRole('heading', { name: 'A new version of “The ferry that came back”' }).waitFor();
      await check(
        page,
        INTERVIEW.replace('every day of those years', 'every day of all those years').replace(
          'Mara Lind: Were',
          'Captain: It was cold.\n\nMara Lind: Were',
        ),
      );
      expect(await voices(page)).toContain('Ole Brandt');
      await open(page);
      expect(new URL(page.url()).searchParams.get('a')).toBe(id);
      await page.getByText('It was cold.').waitFor();
      await page.getByText('How many?').first().waitFor();
      await page.getByText('The text is not as it was').waitFor();
    });
  });
});

describe('words that nobody is named for', () => {
  it('are asked about, a key for an answer', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, NEWS);
      const asked = page.getByRole('region', { name: /Who says this/ });
      await asked.getByText(/We warned them for years/).waitFor();
      const answers = await asked.getByRole('button').allInnerTexts();
      const key = answers.find((answer) => answer.includes('Anna Holt'))!.slice(0, 1);
      await page.keyboard.press(key);
      await asked.waitFor({ state: 'detached' });
      await open(page);
      const turn = page.locator('[data-turn]', { hasText: 'We warned them' });
      await turn.getByRole('heading', { name: 'Anna Holt' }).waitFor();
    });
  });

  it('can be given to somebody new, or left open', async () => {
    await withPage({ path: NEW }, async (page) => {
      await check(page, NEWS);
      const asked = page.getByRole('region', { name: /Who says this/ });
      await asked.getByRole('button', { name: 'Someone else' }).click();
      await page.keyboard.type('Ida Berg');
      await page.keyboard.press('Enter');
      await expect.poll(() => voices(page)).toContain('Ida Berg');
      await page.getByRole('button', { name: 'Undo' }).click();
      await asked.waitFor();
      expect(await voices(page)).not.toContain('Ida Berg');
      await page.keyboard.press('0');
      await asked.waitFor({ state: 'detached' });
    });
  });
});

describe('the page to bring a text in', () => {
  it('is worked by keyboard alone, from the text to the article', async () => {
    await withPage({ path: NEW }, async (page) => {
      await page.getByRole('textbox', { name: 'Text' }).focus();
      await page.keyboard.insertText(INTERVIEW);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Open article' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check the voices');
      for (let step = 0; step < 60; step += 1) {
        if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Open article') break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/own\/\?a=/);
    });
  });

  for (const theme of ['paper', 'night'] as const) {
    for (const width of [1440, 320]) {
      it(`has no fault that axe knows, ${theme}, ${width} px`, async () => {
        await withPage({ path: NEW, width, before: withTheme(theme) }, async (page) => {
          await page.getByRole('textbox', { name: 'Text' }).waitFor();
          expect(await faults(page, rulesFor(theme))).toEqual([]);
          await check(page, NEWS);
          await page.getByRole('button', { name: /^More about Tom Reed/ }).click();
          expect(await faults(page, rulesFor(theme))).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
          await page.getByRole('button', { name: 'Split…' }).click();
          expect(await faults(page, rulesFor(theme))).toEqual([]);
        });
      });
    }
  }
});
