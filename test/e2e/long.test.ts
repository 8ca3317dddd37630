import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { serveLong, type LongSite } from '../../tools/bench/long-site.ts';
import { turnsOf } from '../../tools/bench/texts.ts';
import { useBrowser, wordsOnPage } from './page.ts';

const { withPage } = useBrowser();
const TURNS = 1200;
const text = turnsOf(TURNS, 3);
const paragraphs = text.split(/\n+/);
/** Far from both ends: nothing near it is laid out when the page opens. The title is p0. */
const MIDDLE = 801;
/** Paragraphs that something is claimed in. */
const CLAIMED = Array.from({ length: 20 }, (_, index) => 2 + index * 58);

let site: LongSite;
beforeAll(async () => {
  site = await serveLong(text, {
    '@context': ['http://www.w3.org/ns/anno.jsonld'],
    id: 'claims.jsonld',
    type: 'AnnotationPage',
    items: CLAIMED.map((paragraph, index) => claimOn(paragraph, index + 1)),
  });
}, 120_000);
afterAll(() => site?.stop());

function claimOn(paragraph: number, number: number): object {
  const exact = paragraphs[paragraph]!.slice(11, 60);
  const start = text.indexOf(paragraphs[paragraph]!) + 11;
  return {
    id: `#c${number}`,
    type: 'Annotation',
    motivation: 'classifying',
    label: String(number),
    body: { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: `Claim ${number}.` },
    target: {
      source: 'article.txt',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact,
          prefix: text.slice(start - 32, start),
          suffix: text.slice(start + exact.length, start + exact.length + 32),
        },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
    claim: {
      kind: 'record',
      checkable: 'yes',
      status: 'open',
      voice: { speaker: 'bob-guest' },
      sources: [],
    },
  };
}

const topOf = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => document.querySelector(wanted)!.getBoundingClientRect().top, selector);

/** Once nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-placed]').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
}

describe('a long text', () => {
  it('is all there, in order, though most of it is not laid out', async () => {
    await withPage({ baseURL: site.address, path: '/long/' }, async (page) => {
      await settled(page);
      expect(await wordsOnPage(page)).toEqual(paragraphs);
      const skipped = await page.evaluate(
        () =>
          [...document.querySelectorAll('[data-group] > *')].filter(
            (part) => !part.checkVisibility({ contentVisibilityAuto: true }),
          ).length,
      );
      expect(skipped).toBeGreaterThan(TURNS / 4);
      const copied = await page.evaluate(() => {
        getSelection()!.selectAllChildren(document.querySelector('article')!);
        return getSelection()!.toString();
      });
      for (const paragraph of [2, MIDDLE, TURNS - 1])
        expect(copied).toContain(paragraphs[paragraph]!.slice(11));
    });
  });

  test.each(['', '?view=interview'])('is entered at any paragraph, exactly (%s)', async (view) => {
    await withPage({ baseURL: site.address, path: `/long/${view}#p${MIDDLE}` }, async (page) => {
      await settled(page);
      const edge = await page.evaluate(() =>
        Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop),
      );
      const turn = await topOf(page, `[data-turn]:has(#p${MIDDLE})`);
      expect(Math.abs(turn - edge)).toBeLessThanOrEqual(2);
    });
  });

  it('keeps the passage within 8 px over 20 switches', async () => {
    await withPage({ baseURL: site.address, path: `/long/#p${MIDDLE}` }, async (page) => {
      await settled(page);
      const before = await topOf(page, `#p${MIDDLE} [data-start]:not([data-fold] *)`);
      for (let turn = 0; turn < 20; turn += 1) {
        await page.keyboard.press('v');
        await page.waitForURL((url) => (url.search === '?view=interview') === (turn % 2 === 0));
        if (turn % 5 === 0) await page.waitForTimeout(200);
        const after = await topOf(page, `#p${MIDDLE} [data-start]:not([data-fold] *)`);
        expect(Math.abs(after - before), `after ${turn + 1} switches`).toBeLessThanOrEqual(8);
      }
    });
  });

  it('folds the labels of all of it in Interview, and shows them again', async () => {
    await withPage({ baseURL: site.address, path: '/long/?view=interview' }, async (page) => {
      await settled(page);
      const folded = () => page.locator('[data-fold="label"][hidden="until-found"]').count();
      expect(await folded()).toBe(TURNS);
      await page.keyboard.press('v');
      await expect.poll(folded).toBe(0);
    });
  });

  it('opens again where it was left', async () => {
    await withPage({ baseURL: site.address, path: `/long/#p${MIDDLE}` }, async (page) => {
      await settled(page);
      await page.evaluate(() => history.replaceState(null, '', '/long/'));
      await page.mouse.wheel(0, 300);
      await settled(page);
      const before = await topOf(page, `#p${MIDDLE}`);
      await page.reload();
      await settled(page);
      expect(Math.abs((await topOf(page, `#p${MIDDLE}`)) - before)).toBeLessThanOrEqual(2);
    });
  });

  it('has its cards level with their words wherever one scrolls', async () => {
    await withPage({ baseURL: site.address, path: '/long/' }, async (page) => {
      await settled(page);
      for (const number of [20, 11, 12]) {
        await page.evaluate(
          (id) => document.getElementById(id)!.scrollIntoView({ block: 'center' }),
          `ref-c${number}`,
        );
        await settled(page);
        const words = await topOf(page, `mark[data-notes~="c${number}"] [data-start]`);
        const card = await topOf(page, `[data-note="c${number}"]`);
        expect(words).toBeGreaterThan(0);
        expect(Math.abs(card - words), `claim ${number}`).toBeLessThan(30);
      }
    });
  });

  it('goes from turn to turn', async () => {
    await withPage({ baseURL: site.address, path: `/long/#p${MIDDLE}` }, async (page) => {
      await settled(page);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      for (const step of [1, 2, 3]) {
        await page.keyboard.press('j');
        const at = await page.evaluate(() => document.activeElement!.querySelector('[data-block]')!.id);
        expect(at).toBe(`p${MIDDLE + step}`);
      }
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement!.querySelector('[data-block]')!.id)).toBe(
        `p${MIDDLE + 2}`,
      );
    });
  });

  it('shows words that a link of the browser’s own names, without script', async () => {
    const words = paragraphs[MIDDLE + 1]!.slice(11).split(' ').slice(0, 6).join(' ');
    const path = `/long/#:~:text=${encodeURIComponent(words)}`;
    await withPage({ baseURL: site.address, path, javaScriptEnabled: false }, async (page) => {
      await expect
        .poll(async () => (await page.locator(`#p${MIDDLE + 1}`).boundingBox())?.y)
        .toSatisfy((y: number) => y > 0 && y < 900);
    });
  });

  it('prints all of it', async () => {
    await withPage({ baseURL: site.address, path: '/long/' }, async (page) => {
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      const left = await page.evaluate(
        () =>
          [...document.querySelectorAll('[data-block]')].filter(
            (block) => !block.checkVisibility({ contentVisibilityAuto: true }),
          ).length,
      );
      expect(left).toBe(0);
    });
  });
});
