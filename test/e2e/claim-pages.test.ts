import { describe, expect, inject, it } from 'vitest';
import { findQuote, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { placeNotes } from '../../src/core/notes/note.ts';
import { publishAll } from '../../tools/articles.ts';
import { faults, WCAG } from './axe.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const [published] = publishAll();
const { article, notes } = published!;
const claims = placeNotes(article, notes).placed.filter(({ claim }) => claim);

describe('the page of a claim', () => {
  it('is there for each, with its words, a card for chats, and a link that leads to the words', async () => {
    for (const { id, span } of claims) {
      const response = await fetch(`${inject('site')}${ARTICLE}c/${id}/`);
      expect(response.status, id).toBe(200);
      const html = await response.text();
      const words = article.text
        .slice(span.start, span.end)
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;');
      expect(html).toContain(`<p>“${words.replaceAll("'", '&#x27;')}”</p>`);
      expect(html).toContain(`<link rel="canonical" href="${ARTICLE}c/${id}/" />`);
      expect(html).toMatch(/<meta property="og:title" content="“.+” \(.+\)" \/>/);
      const link = /href="\/vance-peace-talks\/(#[^"]+:~:text=[^"]+)"/.exec(html)![1]!;
      const found = findQuote(article, parseQuoteLink(link)!);
      expect(found.outcome).toBe('found');
      // Up to the last letter: a link says nothing of the marks around its words.
      expect(found.span!.start).toBe(span.start);
      expect(article.text.slice(found.span!.end, span.end)).toMatch(/^[^\p{L}\p{N}]*$/u);
      const data = JSON.parse(
        /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html)![1]!,
      ) as object;
      expect(data).toMatchObject({
        '@type': ['Claim', 'Quotation'],
        text: article.text.slice(span.start, span.end),
      });
    }
  });

  it.each([
    [390, 'light', true],
    [1440, 'dark', true],
    [1440, 'light', false],
  ] as const)(
    'at %s px, %s, script %s: reads well and leads to the article',
    async (width, colorScheme, javaScriptEnabled) => {
      await withPage({ path: `${ARTICLE}c/c15/`, width, colorScheme, javaScriptEnabled }, async (page) => {
        expect(await page.getByRole('blockquote').textContent()).toMatch(/^“the Kremlin may be ready/);
        expect(await page.getByText('Alexander Averin, speaking of the Kremlin').last().isVisible()).toBe(
          true,
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        if (javaScriptEnabled) {
          expect(await faults(page, WCAG)).toEqual([]);
        }
        await page.getByRole('link', { name: 'Read it in the article' }).click();
        await page.waitForURL((url) => url.pathname === ARTICLE);
        await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
      });
    },
  );
});

describe('the article’s own page', () => {
  it('says what it is to whoever shows a link to it', async () => {
    const html = await (await fetch(inject('site') + ARTICLE)).text();
    expect(html).toContain(`<link rel="canonical" href="${ARTICLE}" />`);
    expect(html).toContain(`<meta property="og:title" content="${published!.title}" />`);
    expect(html).toMatch(/<meta property="og:description" content="[^"]{20,}" \/>/);
  });
});
