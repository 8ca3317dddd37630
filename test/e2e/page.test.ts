import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, inject, it, test } from 'vitest';
import type { PageData } from '../../src/app/page-data.ts';
import { formatQuoteLink } from '../../src/core/link/quote-link.ts';
import { askedQuestions } from '../../src/core/questions/answer-audit.ts';
import { questionForms } from '../../src/core/questions/question-forms.ts';
import { publishAll } from '../../tools/articles.ts';
import { serveSite } from '../../tools/serve.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();

/** The sum of all layout shifts since the page began to load, except those that a person caused. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) (globalThis as unknown as { shifts: number }).shifts += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
const shifts = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts);

describe('after the first paint nothing shifts', () => {
  for (const view of ['', '?view=interview']) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      test(`at ${width} px, ${view || 'full text'}, with fonts that come late`, async () => {
        const before = async (page: Page): Promise<void> => {
          await watchShifts(page);
          await page.route('**/*.woff2', async (route) => {
            await new Promise((resolve) => setTimeout(resolve, 700));
            await route.continue();
          });
        };
        await withPage({ path: ARTICLE + view, width, height, before }, async (page) => {
          await page.locator('[data-placed]').waitFor({ state: 'attached' });
          await page.waitForTimeout(1000);
          expect(await shifts(page)).toBe(0);
        });
      });
    }
  }

  test('when a theme and a size were chosen before', async () => {
    const before = async (page: Page): Promise<void> => {
      await watchShifts(page);
      await page.addInitScript(() =>
        localStorage.setItem(
          'sidegloss.preferences',
          '{"theme":"night","size":24,"measure":28,"claims":false}',
        ),
      );
    };
    await withPage({ before }, async (page) => {
      await page.waitForTimeout(500);
      expect(await shifts(page)).toBe(0);
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('#p3')!).fontSize)).toBe(
        '24px',
      );
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(22, 23, 26)',
      );
    });
  });
});

describe('text and theme', () => {
  it('change at once, are remembered, and come back to the usual', async () => {
    await withPage({}, async (page) => {
      await page.getByRole('button', { name: 'Aa' }).click();
      await page.getByText('Sepia').click();
      await page.getByText('Sans serif').click();
      await page.getByRole('slider', { name: 'Size' }).fill('26');
      await page.getByRole('slider', { name: 'Line height' }).fill('2');
      const look = () =>
        page.evaluate(() => {
          const { fontFamily, fontSize, lineHeight } = getComputedStyle(document.querySelector('#p3')!);
          return [document.documentElement.dataset['theme'], fontFamily.split(',')[0], fontSize, lineHeight];
        });
      const chosen = ['sepia', 'Inter', '26px', '52px'];
      expect(await look()).toEqual(chosen);
      await page.reload();
      expect(await look()).toEqual(chosen);
      await page.getByRole('button', { name: 'Aa' }).click();
      await page.getByRole('button', { name: 'Back to the usual' }).click();
      expect(await look()).toEqual(['system', 'Literata', '19px', '30.4px']);
    });
  });
});

describe('every answer', () => {
  it.each(['/', ARTICLE, '/library/', '/articles/index.json', '/no-such-article/', '/icon.svg'])(
    'carries the headers (%s)',
    async (path) => {
      const response = await fetch(inject('site') + path);
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*|http|data:/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.status).toBe(path.startsWith('/no-such') ? 404 : 200);
    },
  );
});

describe('what is not there or broken', () => {
  it('an unknown address says so and offers the library, also without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await withPage({ path: '/no-such-article/', javaScriptEnabled, expected: /404/ }, async (page) => {
        expect(await page.getByRole('heading', { name: 'There is no article here' }).isVisible()).toBe(true);
        await page.getByRole('link', { name: 'Open the library' }).click();
        await page.getByRole('heading', { name: 'Library' }).waitFor();
        expect(await page.getByRole('link', { name: /Vance has pressured/ }).isVisible()).toBe(true);
      });
    }
  });

  it.each([
    ['missing', { status: 404, body: '' }, 'There is no article here'],
    ['unreachable', { status: 503, body: '' }, 'The article could not be fetched'],
    ['broken', { status: 200, body: '<!doctype html>' }, 'This article’s file is broken'],
  ])('an article whose file is %s says so, and the library is there', async (_, response, title) => {
    const before = (page: Page) => page.route('**/published.json', (route) => route.fulfill(response));
    await withPage({ path: '/library/', before, expected: /404|503/ }, async (page) => {
      await page.getByRole('link', { name: /Vance has pressured/ }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.getByRole('link', { name: 'Open the library' }).click();
      await page.getByRole('heading', { name: 'Library' }).waitFor();
    });
  });

  it('an article from the library opens without a new page', async () => {
    await withPage({ path: '/library/' }, async (page) => {
      await page.evaluate(() => Object.assign(globalThis, { stays: true }));
      // Until the page is alive its links are those of any page.
      await page.getByRole('searchbox').waitFor();
      await page.getByRole('link', { name: /Vance has pressured/ }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.title()).toMatch(/^Vance has pressured Kyiv.* · Sidegloss$/);
      expect(await page.locator('mark[data-notes]').count()).toBeGreaterThanOrEqual(37);
      expect(await page.evaluate(() => 'stays' in globalThis)).toBe(true);
      await page.goBack();
      await page.getByRole('heading', { name: 'Library' }).waitFor();
    });
  });

  it('a claim that does not fit is listed with its words; everything else is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidegloss-'));
    cpSync('node_modules/.cache/sidegloss-e2e', folder, { recursive: true });
    const file = join(folder, 'vance-peace-talks/index.html');
    // A file that was changed after the build: one claim’s words are no longer those of the text.
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replaceAll('"exact":"significant progress"', '"exact":"remarkable progress"'));
    const server = await serveSite(folder, 0);
    try {
      await withPage(
        { path: `${server.address}${ARTICLE}`, expected: /foreign|#418|Hydration/ },
        async (page) => {
          await page.getByRole('heading', { name: 'One note has no place in this text' }).waitFor();
          expect(await page.getByText('“remarkable progress” is not in the text').isVisible()).toBe(true);
          expect(await page.locator('[role=comment]').count()).toBe(36);
        },
      );
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('data that cannot be read leaves the page readable, and the article comes from its file', async () => {
    const before = (page: Page) =>
      page.route(`**${ARTICLE}`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('{"article":{"format":1', '{"article":{"format":9');
        await route.fulfill({ response, body });
      });
    await withPage({ before }, async (page) => {
      await page.locator('[data-placed]').waitFor({ state: 'attached' });
      expect(await page.locator('[data-block]').count()).toBe(42);
    });
  });
});

describe('links to passages', () => {
  it('open at the passage, and in the full text where Interview leaves it out', async () => {
    await withPage({ path: `${ARTICLE}?view=interview#p24`, height: 700 }, async (page) => {
      const top = (id: string) =>
        page.evaluate((at) => document.querySelector(`#${at}`)!.getBoundingClientRect().top, id);
      await expect.poll(() => top('p24')).toBeGreaterThan(60);
      expect(await top('p24')).toBeLessThan(300);
      await page.goto(`${ARTICLE}?view=interview#p5`);
      await page.reload();
      await page.waitForURL((url) => url.search === '');
      await expect.poll(() => top('p5')).toBeLessThan(300);
      expect(await page.locator('#p5').isVisible()).toBe(true);
    });
  });
  it('lead from notes and questions to the text, and back again', async () => {
    await withPage({ height: 700 }, async (page) => {
      await page.getByRole('navigation', { name: 'Questions' }).getByRole('link').nth(3).click();
      expect(new URL(page.url()).hash).toBe('#p29');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('p29');
      await page.goBack();
      expect(new URL(page.url()).hash).toBe('');
    });
  });
  it('can be copied from every note', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.getByRole('button', { name: 'Copy link to the words of note 13', exact: true }).click();
      await page.getByText('Copied').first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        `${inject('site')}${ARTICLE}#p11.`,
      );
    });
  });
  it('show the address where nothing can be copied', async () => {
    const before = (page: Page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await withPage({ before }, async (page) => {
      await page.getByRole('button', { name: 'Copy link to the words of note 13', exact: true }).click();
      await page.getByText(`${inject('site')}${ARTICLE}#p11.`).waitFor();
    });
  });
});

describe('on paper', () => {
  it('all of the text is there, with its claims, and the notes follow it', async () => {
    await withPage({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('[data-bar]').isVisible()).toBe(false);
      expect(await page.getByRole('complementary').isVisible()).toBe(false);
      const places = await page.evaluate(() => ({
        textEnds: document.querySelector('article')!.getBoundingClientRect().bottom,
        cards: [...document.querySelectorAll('[role=comment]')].map((card) => {
          const { top, bottom, height } = card.getBoundingClientRect();
          return { top, bottom, height };
        }),
      }));
      expect(places.cards).toHaveLength(37);
      for (const [index, card] of places.cards.entries()) {
        expect(card.height).toBeGreaterThan(20);
        expect(card.top).toBeGreaterThanOrEqual(
          index === 0 ? places.textEnds : places.cards[index - 1]!.bottom,
        );
      }
      expect(await page.locator('#ref-c5').isVisible()).toBe(true);
      const pdf = await page.pdf();
      expect(pdf.length).toBeGreaterThan(20_000);
    });
  });
});

describe('what a page brings along', () => {
  const [published] = publishAll();
  const { article } = published!;
  const dataOf = async (path: string): Promise<PageData> => {
    const page = await (await fetch(inject('site') + path)).text();
    const [, data] = /<script type="application\/json" id="published">(.*?)<\/script>/s.exec(page)!;
    return JSON.parse(data!) as PageData;
  };
  it('is what the rules see in the questions', async () => {
    const { questions, fragments } = await dataOf(`${ARTICLE}questions/`);
    expect(questions).toEqual(askedQuestions(article).map(({ turn }) => questionForms(article, turn)));
    expect(questions).toHaveLength(6);
    expect(fragments?.length).toBeGreaterThanOrEqual(6);
  });
  it('are the links to the words of the claims', async () => {
    const { fragments = [] } = await dataOf(`${ARTICLE}claims/`);
    expect(fragments.length).toBeGreaterThan(30);
    for (const [words, fragment] of fragments) {
      const [start, end] = words.split(' ').map(Number);
      expect(formatQuoteLink(article, { start: start!, end: end! })).toBe(fragment);
    }
  });
  it('is the article alone where nothing more is needed', async () => {
    expect(Object.keys(await dataOf(ARTICLE))).toEqual(['article']);
  });
});
