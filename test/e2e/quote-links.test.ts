import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { wholeWords } from '../../src/core/link/native-words.ts';
import { formatQuoteLink } from '../../src/core/link/quote-link.ts';
import type { Span } from '../../src/core/text/span.ts';
import { publishAll } from '../../tools/articles.ts';
import { seeded } from '../../tools/bench/texts.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
const { article } = publishAll()[0]!;

/** Spans of up to so many words of the article, from letter or digit to letter or digit, the same for a seed. */
function sample(count: number, most: number, seed: number): Span[] {
  const random = seeded(seed);
  const words = [...article.text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)];
  return Array.from({ length: count }, () => {
    const length = 1 + Math.floor(random() * most);
    const first = Math.floor(random() * (words.length - length));
    const last = words[first + length - 1]!;
    return { start: words[first]!.index, end: last.index + last[0].length };
  });
}

/** What the browser marks is made one flat colour, so that it can be told in a picture of the page. */
const MARK = `::target-text { background-color: rgb(255 0 255); color: rgb(255 0 255); text-decoration: none; }
  * { text-decoration: none !important; }`;

/** Quotation marks between the words and their context are marked along: less than a word, as a share of the rest. */
const MARKS_ONLY = 0.002;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the words of a span are in the window, line by line. What runs in a page without script must not wait. */
async function boxesOf(page: Page, span: Span): Promise<Box[]> {
  return page.evaluate(
    ({ start, end }) =>
      [...document.querySelectorAll<HTMLElement>('[data-start]')].flatMap((piece) => {
        const text = piece.firstChild as Text;
        const from = Number(piece.dataset['start']);
        if (from >= end || from + text.length <= start) return [];
        const range = document.createRange();
        range.setStart(text, Math.max(0, start - from));
        range.setEnd(text, Math.min(text.length, end - from));
        return [...range.getClientRects()]
          .filter((box) => box.width > 0)
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      }),
    { start: span.start, end: span.end },
  );
}

/** Which share of the middle of each group of boxes is marked in a picture; NaN for none in the window. */
async function markedShares(reader: Page, picture: Buffer, groups: Box[][]): Promise<number[]> {
  return reader.evaluate(
    async ({ png, all }) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      canvas.drawImage(image, 0, 0);
      const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
      return all.map((boxes) => {
        let [wanted, marked] = [0, 0];
        for (const box of boxes) {
          const y = Math.round((box.top + box.bottom) / 2);
          if (y < 0 || y >= height) continue;
          for (let x = Math.ceil(box.left) + 1; x < Math.floor(box.right) - 1; x += 1) {
            const at = (y * width + x) * 4;
            wanted += 1;
            if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 255) marked += 1;
          }
        }
        return marked / wanted;
      });
    },
    { png: picture.toString('base64'), all: groups },
  );
}

interface Seen {
  readonly link: string;
  /** The shares that are marked of the words, and of what stands before and after them. */
  readonly covered: number;
  readonly before: number;
  readonly after: number;
}

const isExact = ({ covered, before, after }: Seen): boolean =>
  covered >= 0.97 && Math.max(before || 0, after || 0) <= MARKS_ONLY;

/** Opens a link to words, and looks at what is marked. */
async function look(page: Page, reader: Page, span: Span): Promise<Seen> {
  const link = formatQuoteLink(article, span);
  // From another page, because a change of the fragment alone is a jump that needs a reader's click.
  await page.goto('about:blank');
  await page.goto(inject('site') + ARTICLE + link);
  await page.evaluate((style) => {
    document.head.appendChild(document.createElement('style')).textContent = style;
  }, MARK);
  const words = wholeWords(article, span)!;
  const groups = [
    await boxesOf(page, words),
    await boxesOf(page, { start: 0, end: words.start }),
    await boxesOf(page, { start: words.end, end: article.text.length }),
  ];
  const [covered = Number.NaN, before = Number.NaN, after = Number.NaN] = await markedShares(
    reader,
    await page.screenshot(),
    groups,
  );
  return { link, covered, before, after };
}

describe('the text directive of a link, with script off', () => {
  it.each([
    ['100 quotes of up to 12 words', 100, 12, 1],
    ['25 quotes of up to 50 words', 25, 50, 2],
  ])(
    'marks exactly the words, made whole: %s',
    async (_, count, most, seed) => {
      const wrong: unknown[] = [];
      await withPage({ path: '/library/' }, async (reader) => {
        await withPage(
          { javaScriptEnabled: false, bypassCSP: true, width: 900, height: 1100 },
          async (page) => {
            for (const span of sample(count, most, seed)) {
              // Chromium looks for the words for half a second after the load, whatever else the machine does then:
              // a link that is wrong is wrong every time.
              let seen = await look(page, reader, span);
              for (let again = 0; again < 2 && !isExact(seen); again += 1)
                seen = await look(page, reader, span);
              if (!isExact(seen)) wrong.push(seen);
            }
          },
        );
      });
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
