import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { card, highlight, note, press, select } from './annotating.ts';
import { faults, rulesFor, withTheme } from './axe.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();

/** Everything that annotating opens, one after the other: its name, how it is opened, and how it is closed. */
const OPENED: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  [
    'notes in the margin, a link after the paragraph, a message',
    async (page) => {
      await note(page, 'two major issues', 'A *thought* with a [link](https://example.org/)');
      await highlight(page, 'the current mediation negotiations between Russia', 'green');
      await highlight(page, 'negotiations between Russia and Ukraine', 'rose');
    },
  ],
  ['the selection bar', (page) => select(page, 'consistently demanded')],
  ['the choice among several notes', (page) => press(page, 'negotiations between')],
  [
    'the editor of a note',
    async (page) => {
      await page.keyboard.press('Escape');
      await select(page, 'consistently demanded');
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: /^Note, in Markdown/ }).waitFor();
    },
  ],
  [
    'the editor of a claim, with its faults',
    async (page) => {
      await page.keyboard.press('Escape');
      await select(page, 'It should be noted');
      await page.keyboard.press('c');
      const form = page.getByRole('form', { name: 'Claim' });
      await form.getByRole('combobox', { name: /^Status/ }).selectOption('supported');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'the correction of a speaker',
    async (page) => {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await select(page, 'exactly the information');
      await page.getByRole('button', { name: 'Speaker…' }).click();
      await page.getByRole('dialog', { name: 'Who said this?' }).waitFor();
    },
  ],
  [
    'the panel of notes',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      await page.getByRole('complementary', { name: 'Your notes' }).getByRole('listitem').first().waitFor();
    },
  ],
];

describe('axe finds nothing while annotating', () => {
  for (const theme of ['paper', 'night', 'sepia', 'contrast']) {
    // Phones have the same colours; what differs is where things stand.
    for (const width of theme === 'paper' ? [1440, 390] : [1440]) {
      test(`in ${theme}, at ${width} px`, async () => {
        await withPage({ width, before: withTheme(theme) }, async (page) => {
          for (const [name, open] of OPENED) {
            await open(page);
            // The bar that stays at the top covers what is just under it: not at the top of the page.
            await page.evaluate(() => scrollTo(0, 0));
            await page.waitForTimeout(100);
            expect(await faults(page, rulesFor(theme)), name).toEqual([]);
          }
        });
      });
    }
  }
});

describe('by keyboard alone', () => {
  test('words are selected, a note is written, read, changed and deleted', async () => {
    await withPage({}, async (page) => {
      await page.locator('[data-turn]:has(#p10)').evaluate((turn: HTMLElement) => {
        turn.tabIndex = -1;
        turn.focus();
      });
      await page.keyboard.press('i');
      await page.getByText('Text cursor: arrows move it').waitFor();
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.getByRole('toolbar', { name: 'Selected words' }).waitFor();
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: /^Note, in/ }).waitFor();
      await page.keyboard.type('Written without a pointer');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved.').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      const panel = page.getByRole('complementary', { name: 'Your notes' });
      await panel.getByRole('listitem').getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
      await card(page).focus();
      const reach = async (name: string): Promise<void> => {
        for (let step = 0; step < 8; step += 1) {
          await page.keyboard.press('Tab');
          if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
        }
        throw new Error(`Tab does not reach ${name}`);
      };
      await reach('Edit');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: /^Note, in/ }).waitFor();
      await page.keyboard.type(' indeed');
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => card(page).innerText()).toContain('Written without a pointer indeed');
      await card(page).focus();
      await reach('Delete');
      await page.keyboard.press('Enter');
      await expect.poll(() => card(page).count()).toBe(0);
    });
  });
});
