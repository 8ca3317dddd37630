import { describe, expect, it, test } from 'vitest';
import { faults, rulesFor, WCAG, withTheme } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const THEMES = ['paper', 'night', 'sepia', 'contrast'] as const;

describe('axe finds nothing', () => {
  for (const theme of THEMES) {
    for (const view of ['', '?view=interview']) {
      // On a phone the colours are the same.
      for (const width of theme === 'paper' ? [1440, 390] : [1440]) {
        test(`in ${theme}, ${view || 'full text'}, at ${width} px`, async () => {
          await withPage({ path: ARTICLE + view, width, before: withTheme(theme) }, async (page) => {
            await page.locator('[data-placed]').waitFor({ state: 'attached' });
            expect(await faults(page, rulesFor(theme))).toEqual([]);
            // The design asks for 7:1 in the text, also on every tint.
            expect(await faults(page, { runOnly: ['color-contrast-enhanced'] }, '[data-start]')).toEqual([]);
          });
        });
      }
    }
  }

  test('with a note, a panel and a dialog open', async () => {
    await withPage({ width: 1024 }, async (page) => {
      await page.locator('#ref-c5').click();
      expect(await faults(page, WCAG)).toEqual([]);
      for (const tool of ['Voices', 'Aa', 'Share']) {
        await page.getByRole('button', { name: tool }).click();
        await page.locator('[popover]').waitFor();
        expect(await faults(page, WCAG), tool).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('[popover]').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('/');
      expect(await faults(page, WCAG), 'find').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      await page.getByRole('dialog').waitFor();
      expect(await faults(page, WCAG), 'keys').toEqual([]);
    });
  });

  test.each(['/library/', '/no-such-article/'])('on %s', async (path) => {
    await withPage({ path, expected: /404/ }, async (page) => {
      expect(await faults(page, WCAG)).toEqual([]);
    });
  });
});

describe('on every screen', () => {
  test.each([320, 390, 640, 768, 1024, 1280, 1920])(
    'nothing needs scrolling sideways at %d px',
    async (width) => {
      for (const view of ['', '?view=interview']) {
        await withPage({ path: ARTICLE + view, width, height: 700 }, async (page) => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          const cut = await page.evaluate(
            (most) =>
              [...document.querySelectorAll('button, a, label, [data-block]')]
                .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                .filter((element) => element.getBoundingClientRect().right > most + 1)
                .map((element) => element.outerHTML.slice(0, 100)),
            width,
          );
          expect(cut).toEqual([]);
        });
      }
    },
  );

  it.each([320, 360, 390, 430])('nothing needs scrolling sideways at %i px of touch', async (width) => {
    await withPage({ width, height: 800, hasTouch: true, isMobile: true }, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });

  it('the page works when only the text is twice as large', async () => {
    await withPage({ width: 1280 }, async (page) => {
      await page.addStyleTag({ content: '' }).catch(() => undefined);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.evaluate(() => dispatchEvent(new Event('resize')));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      expect(await page.evaluate(() => document.documentElement.dataset['columns'])).toBe('1');
    });
  });

  it('targets are large enough for a finger on touch, and never under 24 px', async () => {
    await withPage({ width: 390, height: 844, hasTouch: true, isMobile: true }, async (page) => {
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('button, [data-tool]')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map((element) => {
            const { width, height } = element.getBoundingClientRect();
            return { name: element.textContent, least: Math.min(width, height) };
          }),
      );
      expect(sizes.length).toBeGreaterThan(3);
      for (const { name, least } of sizes) expect(least, name).toBeGreaterThanOrEqual(44);
    });
  });

  it('colours chosen by the system keep voices, claims and controls apart', async () => {
    await withPage({ forcedColors: 'active' }, async (page) => {
      const look = await page.evaluate(() => {
        const style = (selector: string, pseudo?: string) =>
          getComputedStyle(document.querySelector(selector)!, pseudo);
        return {
          bar: style('[data-turn][data-slot="2"]', '::before').borderInlineStartStyle,
          claim: style('mark[data-notes]').textDecorationLine,
          marker: style('[role="doc-noteref"]', '::before').content,
        };
      });
      expect(look).toEqual({ bar: 'double', claim: 'underline', marker: '"1"' });
    });
  });

  it('motion is left out where it is not wanted', async () => {
    await withPage({ reducedMotion: 'reduce' }, async (page) => {
      expect(
        await page.evaluate(
          () => getComputedStyle(document.querySelector('[data-note]')!).transitionDuration,
        ),
      ).toMatch(/^0s|0ms$/);
    });
  });
});

describe('headings', () => {
  it('make an outline of title, exchanges and voices', async () => {
    await withPage({ path: `${ARTICLE}?view=interview` }, async (page) => {
      const outline = await page.evaluate(() =>
        [...document.querySelectorAll('article[lang] :is(h1, h2, h3)')]
          .filter((heading) => heading.checkVisibility())
          .map((heading) => `${heading.tagName} ${heading.textContent}`),
      );
      expect(outline[0]).toMatch(/^H1 Vance has pressured/);
      expect(outline.filter((line) => line.startsWith('H2'))).toEqual(
        [1, 2, 3, 4, 5, 6].map((number) => `H2 Exchange ${number}`),
      );
      expect(outline.filter((line) => line.startsWith('H3 Kirill Ozhimko'))).toHaveLength(6);
    });
  });
});
