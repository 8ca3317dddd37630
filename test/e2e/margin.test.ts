import type { Page } from 'playwright';
import { describe, expect, it, test } from 'vitest';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();

interface Box {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The boxes of all cards that are shown, and of the column that they belong to, in page px. */
async function cards(page: Page): Promise<{ cards: Box[]; column: Box }> {
  await page.locator('[data-placed]').waitFor({ state: 'attached' });
  // Cards glide to their places; what counts is where they end.
  await page.waitForTimeout(250);
  return page.evaluate(() => {
    const box = (element: Element): Box => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { id: element.id, top: top + scrollY, bottom: bottom + scrollY, left, right };
    };
    const shown = [...document.querySelectorAll('[data-note]')].filter((card) =>
      card.checkVisibility({ visibilityProperty: true }),
    );
    return { cards: shown.map(box), column: box(document.querySelector('article')!) };
  });
}

describe('notes beside the text', () => {
  test.each([1280, 1440, 1920])(
    'never overlap and never leave the article’s column at %d px',
    async (width) => {
      for (const view of ['', '?view=interview']) {
        await withPage({ width, path: ARTICLE + view }, async (page) => {
          const { cards: boxes, column } = await cards(page);
          expect(boxes).toHaveLength(view ? 30 : 37);
          for (const [index, box] of boxes.entries()) {
            expect(box.top).toBeGreaterThanOrEqual(column.top);
            expect(box.bottom).toBeLessThanOrEqual(column.bottom);
            expect(box.left).toBeGreaterThan(column.right);
            expect(box.right).toBeLessThanOrEqual(width);
            if (index > 0)
              expect(box.top, `${box.id} under ${boxes[index - 1]!.id}`).toBeGreaterThanOrEqual(
                boxes[index - 1]!.bottom,
              );
          }
        });
      }
    },
  );

  it('stand level with their line where nothing is in the way, and when they are open', async () => {
    await withPage({}, async (page) => {
      for (const id of ['c13', 'c31']) {
        await page.locator(`#ref-${id}`).click();
        await page.waitForTimeout(250);
        const apart = await page.evaluate((note) => {
          const line = document.querySelector(`mark[data-notes~="${note}"]`)!.getClientRects()[0]!;
          return document.querySelector(`#note-${note}`)!.getBoundingClientRect().top - line.top;
        }, id);
        expect(Math.abs(apart)).toBeLessThanOrEqual(4);
      }
    });
  });

  it('are tied to their words: pointing at one side marks both', async () => {
    await withPage({}, async (page) => {
      await page.locator('#note-c5').hover();
      expect(await page.locator('mark[data-notes="c5"]').getAttribute('data-state')).toBe('pointed');
      await page.locator('mark[data-notes="c5"]').hover();
      expect(await page.locator('#note-c5').getAttribute('data-state')).toBe('pointed');
      await page.locator('mark[data-notes="c5"]').click();
      expect(await page.locator('#note-c5').getAttribute('data-state')).toBe('open');
      await page.locator('h1').click({ position: { x: 2, y: 2 } });
      expect(await page.locator('#note-c5').getAttribute('data-state')).toBe(null);
    });
  });

  it('show three lines, and all of it on demand', async () => {
    await withPage({}, async (page) => {
      const card = page.locator('#note-c3');
      const closed = (await card.boundingBox())!.height;
      await card.getByRole('button', { name: /More of note 3/ }).click();
      await page.waitForTimeout(100);
      expect((await card.boundingBox())!.height).toBeGreaterThan(closed);
      expect(await page.locator('#note-t2').getByRole('button', { name: /More/ }).isVisible()).toBe(false);
    });
  });

  it('lead to the claims that they agree or disagree with', async () => {
    await withPage({}, async (page) => {
      await page.locator('#note-c5').getByRole('link', { name: 'claim 34' }).click();
      expect(await page.locator('#note-c34').getAttribute('data-state')).toBe('open');
      expect(await page.locator('mark[data-notes="c34"]').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-c34');
    });
  });

  it('and claims can be switched off, which is remembered', async () => {
    await withPage({}, async (page) => {
      await page.locator('[data-placed]').waitFor({ state: 'attached' });
      await page.keyboard.press('m');
      await page.locator('#note-c5').waitFor({ state: 'hidden' });
      expect(await page.locator('#note-c5').isVisible()).toBe(false);
      expect(await page.locator('#ref-c5').isVisible()).toBe(false);
      await page.reload();
      expect(await page.locator('#note-c5').isVisible()).toBe(false);
      expect(await page.locator('#p4').isVisible()).toBe(true);
      await page.locator('[data-placed]').waitFor({ state: 'attached' });
      await page.keyboard.press('m');
      await page.locator('#note-c5').waitFor();
    });
  });
});

describe('notes without room beside the text', () => {
  it('open under their line, one at a time', async () => {
    await withPage({ width: 1024 }, async (page) => {
      await page.locator('#ref-c5').click();
      const { cards: boxes, column } = await cards(page);
      expect(boxes.map(({ id }) => id)).toEqual(['note-c5']);
      const words = await page.evaluate(
        () => document.querySelector('mark[data-notes="c5"]')!.getBoundingClientRect().bottom + scrollY,
      );
      expect(boxes[0]!.top - words).toBeGreaterThanOrEqual(0);
      expect(boxes[0]!.top - words).toBeLessThan(20);
      expect(boxes[0]!.right).toBeLessThanOrEqual(column.right + 1);
      expect(boxes[0]!.bottom).toBeLessThanOrEqual(900 + (await page.evaluate(() => scrollY)));
      await page.keyboard.press('Escape');
      expect((await cards(page)).cards).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('ref-c5');
    });
  });

  it('open in a sheet on a phone, at most 45 % of the height, with the passage visible above it', async () => {
    await withPage({ width: 390, height: 844, hasTouch: true }, async (page) => {
      await page.locator('mark[data-notes="c20"]').tap();
      const { cards: boxes } = await cards(page);
      expect(boxes.map(({ id }) => id)).toEqual(['note-c20']);
      const sheet = (await page.locator('[data-placed]').boundingBox())!;
      expect(sheet.height).toBeLessThanOrEqual(0.45 * 844);
      expect(Math.round(sheet.y + sheet.height)).toBe(844);
      const words = (await page.locator('mark[data-notes="c20"]').boundingBox())!;
      expect(words.y).toBeGreaterThan(60);
      expect(words.y + words.height).toBeLessThanOrEqual(sheet.y);
      await page.getByRole('button', { name: 'Next note' }).tap();
      expect(await page.locator('#note-c21').getAttribute('data-state')).toBe('open');
      expect(await page.getByText('23 of 37').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Close the note' }).tap();
      expect((await cards(page)).cards).toEqual([]);
    });
  });
});
