import { describe, expect, it } from 'vitest';
import { card, highlight, note, painted, press, select } from './annotating.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();

describe('a note', () => {
  it('is written, kept over a reload, changed, deleted, and every step undone and done again', async () => {
    await withPage({}, async (page) => {
      await note(page, 'two major issues', 'First *thought*');
      expect(await card(page).innerText()).toMatch(/^Your note/);
      expect(await card(page).locator('em').innerText()).toBe('thought');
      await page.reload();
      await card(page).waitFor();
      expect(await painted(page, 'note-yellow')).toEqual(['two major issues']);

      await card(page).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: /^Note, in/ }).fill('Second thought');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => card(page).innerText()).toContain('Second thought');
      await page.keyboard.press('Control+z');
      await expect.poll(() => card(page).innerText()).toContain('First thought');
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(() => card(page).innerText()).toContain('Second thought');

      await card(page).getByRole('button', { name: 'Delete' }).click();
      await expect.poll(() => card(page).count()).toBe(0);
      expect(await painted(page, 'note-yellow')).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => card(page).innerText()).toContain('Second thought');
      expect(await page.locator('[data-tool=notes]').innerText()).toMatch(/1/);
    });
  });

  it('shows its Markdown safely: no HTML, no picture, no link but to the web', async () => {
    await withPage({}, async (page) => {
      const text =
        '<img src=x onerror=alert(1)> ![pic](https://example.org/p.png) [bad](javascript:alert(1)) [good](https://example.org/)\n\n- one\n- two';
      await note(page, 'two major issues', text);
      const body = card(page).locator('[data-body]');
      await body.locator('li').first().waitFor();
      expect(await body.locator('img, script').count()).toBe(0);
      expect(await body.innerText()).toContain('<img src=x onerror=alert(1)>');
      expect(
        await body.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toEqual(['https://example.org/p.png', 'https://example.org/']);
    });
  });

  it('can be a claim, and a status needs a source', async () => {
    await withPage({}, async (page) => {
      await select(page, 'It should be noted');
      await page.getByRole('button', { name: 'Claim', exact: true }).click();
      const form = page.getByRole('form', { name: 'Claim' });
      await form.getByRole('textbox', { name: /^Note on the claim/ }).fill('A dated list would test it.');
      await form.getByRole('combobox', { name: /^Kind/ }).selectOption('quantity');
      await form.getByRole('combobox', { name: /^Status/ }).selectOption('supported');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').filter({ hasText: 'needs a source' }).waitFor();
      await form.getByLabel('Title of source 1').fill('The record');
      await form.getByLabel('Address of source 1').fill('javascript:alert(1)');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').filter({ hasText: 'http' }).waitFor();
      await form.getByLabel('Address of source 1').fill('https://example.org/record');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      expect(await card(page).innerText()).toMatch(
        /Your claim · quantity[\s\S]*Dmitry Yerofeyev · supported\s+The record/,
      );
    });
  });

  it('has tags, completed from those that are there', async () => {
    await withPage({}, async (page) => {
      await select(page, 'two major issues');
      await page.keyboard.press('n');
      await page.getByLabel('Add a tag').fill('europe,');
      await page.getByLabel('Add a tag').fill('to check');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved.').waitFor();
      expect(await card(page).innerText()).toContain('#europe #to check');
      await select(page, 'Why such an optimistic');
      await page.keyboard.press('n');
      await page.getByLabel('Add a tag').waitFor();
      expect(
        await page
          .locator('datalist option')
          .evaluateAll((all) => all.map((each) => each.getAttribute('value'))),
      ).toEqual(['europe', 'to check']);
    });
  });
});

describe('notes that overlap', () => {
  it('stay both, and a press on the shared words offers each', async () => {
    await withPage({}, async (page) => {
      await highlight(page, 'the current mediation negotiations between Russia', 'green');
      await highlight(page, 'negotiations between Russia and Ukraine', 'rose');
      await press(page, 'negotiations between');
      const menu = page.getByRole('dialog', { name: '2 notes on these words' });
      await menu.waitFor();
      expect(await menu.getByRole('button').count()).toBe(2);
      await menu.getByRole('button').nth(1).click();
      await expect.poll(() => card(page).count()).toBe(1);
      expect(await card(page).getAttribute('data-colour')).toBe('green');
      await press(page, 'and Ukraine mainly');
      await expect.poll(() => card(page).getAttribute('data-colour')).toBe('rose');
    });
  });

  it('with a published claim are offered beside it', async () => {
    await withPage({}, async (page) => {
      await highlight(page, '6,000 square kilometers');
      await press(page, 'square kilometers');
      const menu = page.getByRole('dialog', { name: '2 notes on these words' });
      await menu.waitFor();
      expect(await menu.getByRole('button').allInnerTexts()).toEqual([
        expect.stringMatching(/^Your highlight/),
        expect.stringMatching(/^Claim 5/),
      ]);
    });
  });
});

describe('what is being typed', () => {
  it('survives a reload, and is saved as if nothing had happened', async () => {
    await withPage({}, async (page) => {
      await select(page, 'two major issues');
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: /^Note, in/ }).fill('Half a thou');
      await page.waitForTimeout(1100);
      await page.reload();
      const field = page.getByRole('textbox', { name: /^Note, in/ });
      await field.waitFor();
      expect(await field.inputValue()).toBe('Half a thou');
      await field.fill('Half a thought');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved.').waitFor();
      await page.reload();
      await expect.poll(() => card(page).innerText()).toContain('Half a thought');
      expect(await field.count()).toBe(0);
    });
  });

  it('is kept when the editor is closed, and can be taken up again', async () => {
    await withPage({}, async (page) => {
      await select(page, 'two major issues');
      await page.keyboard.press('n');
      await page.getByRole('textbox', { name: /^Note, in/ }).fill('Not finished');
      await page.keyboard.press('Escape');
      await page.getByText('Draft kept.').waitFor();
      await page.keyboard.press('p');
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(await page.getByRole('textbox', { name: /^Note, in/ }).inputValue()).toBe('Not finished');
    });
  });
});

describe('correcting who said it', () => {
  it('changes legend, strip, shares and both views at once, is kept, and can be undone', async () => {
    await withPage({}, async (page) => {
      const shareOf = (name: string): Promise<string> =>
        page.getByRole('button', { name: new RegExp(name) }).innerText();
      const before = await shareOf('Averin');
      await select(page, 'exactly the information');
      await page.getByRole('button', { name: 'Speaker…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Who said this?' });
      await dialog.getByLabel('the whole turn').check();
      await dialog.getByLabel('Dmitry Yerofeyev').check();
      await dialog.getByRole('button', { name: 'Correct' }).click();
      await expect
        .poll(() => page.locator('[data-turn]:has(#p10) h3').innerText())
        .toContain('Dmitry Yerofeyev');
      await page.reload();
      await expect
        .poll(() => page.locator('[data-turn]:has(#p10) h3').innerText())
        .toContain('Dmitry Yerofeyev');
      await page.keyboard.press('v');
      expect(await page.locator('[data-turn]:has(#p10) h3').innerText()).toContain('Dmitry Yerofeyev');
      await select(page, 'exactly the information');
      await page.getByRole('button', { name: 'Speaker…' }).click();
      await dialog.getByLabel('the whole turn').check();
      await dialog.getByLabel('Name of somebody else').fill('Jane Doe');
      await dialog.getByRole('button', { name: 'Correct' }).click();
      await expect.poll(() => page.locator('[data-turn]:has(#p10) h3').innerText()).toContain('Jane Doe');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect
        .poll(() => page.locator('[data-turn]:has(#p10) h3').innerText())
        .toContain('Dmitry Yerofeyev');
      expect(before).toMatch(/10 %/);
    });
  });
});

describe('two tabs', () => {
  it('see each other’s notes within a second, and keep both texts of a note that both change', async () => {
    await withPage({}, async (page) => {
      const other = await page.context().newPage();
      await other.goto(ARTICLE);
      await note(page, 'two major issues', 'From the first tab');
      await expect.poll(() => card(other).innerText(), { timeout: 1000 }).toContain('From the first tab');

      for (const tab of [page, other]) await card(tab).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('textbox', { name: /^Note, in/ }).fill('Changed in the first');
      await other.getByRole('textbox', { name: /^Note, in/ }).fill('Changed in the second');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      await other.getByRole('button', { name: 'Save' }).click();
      for (const tab of [page, other]) {
        await expect
          .poll(() =>
            card(tab)
              .allInnerTexts()
              .then((texts) => texts.join()),
          )
          .toMatch(/Changed in the first/);
        await expect
          .poll(() =>
            card(tab)
              .allInnerTexts()
              .then((texts) => texts.join()),
          )
          .toMatch(/Changed in the second/);
      }
    });
  });
});

describe('the list of notes', () => {
  it('says how to begin while there are none, with a button that does it', async () => {
    await withPage({}, async (page) => {
      await page.keyboard.press('p');
      const panel = page.getByRole('complementary', { name: 'Your notes' });
      await panel.getByText('No notes yet').waitFor();
      await panel.getByRole('button', { name: 'Highlight the paragraph on screen' }).click();
      await expect.poll(() => panel.getByRole('listitem').count()).toBe(1);
      expect(await painted(page, 'highlight-yellow')).toHaveLength(1);
    });
  });

  it('shows all of them, filters, sorts, and goes to the words', async () => {
    await withPage({}, async (page) => {
      await highlight(page, 'two major issues', 'green');
      await note(page, 'consistently demanded', 'Which statements?');
      await page.getByRole('button', { name: 'Notes' }).click();
      const panel = page.getByRole('complementary', { name: 'Your notes' });
      const rows = (): Promise<string[]> => panel.getByRole('listitem').allInnerTexts();
      await expect.poll(async () => (await rows()).length).toBe(2);
      expect((await rows())[0]).toContain('two major issues');
      await panel.getByLabel('Sort').selectOption('time');
      expect((await rows())[0]).toContain('consistently demanded');
      await panel.getByLabel('All kinds').selectOption('highlight');
      expect(await rows()).toHaveLength(1);
      await panel.getByLabel('All kinds').selectOption('');
      await panel.getByLabel('All voices').selectOption('kirill-ozhimko');
      expect((await rows()).join()).toContain('Which statements?');
      await panel.getByLabel('All voices').selectOption('');
      await panel.getByRole('searchbox').fill('STATEMENTS');
      await expect.poll(async () => (await rows()).length).toBe(1);
      await panel.getByRole('listitem').getByRole('button').click();
      const box = await page.evaluate(() => {
        const [range] = CSS.highlights.get('note-yellow')!;
        return (range as Range).getBoundingClientRect().top;
      });
      expect(box).toBeGreaterThan(50);
      expect(box).toBeLessThan(900);
    });
  });
});

describe('for those who can’t see paint', () => {
  it('a link after the paragraph leads to each note, and Escape back', async () => {
    await withPage({}, async (page) => {
      await note(page, 'two major issues', 'Seen by ear');
      await page.keyboard.press('Escape');
      const link = page
        .locator('[data-paragraph-notes=p3]')
        .getByRole('link', { name: /note on “two major issues”/ });
      await link.focus();
      await page.keyboard.press('Enter');
      expect(await card(page).evaluate((element) => document.activeElement === element)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await link.evaluate((element) => document.activeElement === element)).toBe(true);
    });
  });

  it('] reaches the reader’s notes between the claims', async () => {
    await withPage({}, async (page) => {
      await highlight(page, 'two major issues');
      await page.keyboard.press('Escape');
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(100);
      const open: string[] = [];
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press(']');
        open.push(
          await page.evaluate(() =>
            document.querySelector('[data-note][data-state=open]')!.getAttribute('aria-label')!,
          ),
        );
      }
      expect(open).toEqual(['Claim 1', 'Claim 2', 'Claim 3', 'Claim 4', 'Note a', 'Your highlight']);
    });
  });

  it('they are on paper, too', async () => {
    await withPage({}, async (page) => {
      await note(page, 'two major issues', 'On paper');
      await page.emulateMedia({ media: 'print' });
      expect(await card(page).isVisible()).toBe(true);
      expect(await page.locator('[data-paragraph-notes=p3]').isVisible()).toBe(true);
    });
  });
});
