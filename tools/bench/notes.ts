import { chromium, type Page } from 'playwright';
import { describe } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import type { Article } from '../../src/core/voices/read-article.ts';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.ts';
import { serveLong } from './long-site.ts';
import { interviewOf, seeded } from './texts.ts';

const WORDS = 100_000;
const NOTES = 10_000;
/** The longest that anything may hold up a reader, ms. */
const LIMIT = 50;
/** Another view is another layout of what is near the screen: it may take so long, ms. */
const SWITCH = 200;

/**
 * 10,000 notes on a text of 100,000 words, in a real browser, on the site as it is built: opening, scrolling, selecting,
 * adding, deleting, filtering. Prints the longest task of each and how soon a new note is painted.
 */
export async function benchNotes(): Promise<boolean> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. To get one: npx playwright install chromium');
  const site = await serveLong(interviewOf(WORDS, 1));
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(`${site.address}/long/`);
    await page.locator('[data-placed]').waitFor({ state: 'attached', timeout: 60_000 });
    await store(page, notesOn(site.article, NOTES));
    return await measure(page);
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** So many notes on random words of the article `long`. The same for an article. */
export function notesOn(article: Article, count: number): ReaderNote[] {
  const random = seeded(2);
  return Array.from({ length: count }, (_, index): ReaderNote => {
    const start = Math.floor(random() * (article.text.length - 200));
    const time = new Date(1_700_000_000_000 + index * 1000).toISOString();
    return {
      id: `note-${index}`,
      article: 'long',
      kind: index % 3 === 0 ? 'comment' : 'highlight',
      selectors: describe(article, { start, end: start + 20 + Math.floor(random() * 120) }),
      body: index % 3 === 0 ? `A thought, number ${index}` : '',
      tags: index % 5 === 0 ? ['fifth'] : [],
      colour: (['yellow', 'green', 'blue', 'rose'] as const)[index % 4]!,
      created: time,
      modified: time,
      revision: 1,
    };
  });
}

/** Asked for by a selector: a search by role or text goes through the whole page, in the page's own time. */
const PANEL = 'aside[data-keeps-note]';

/** Keeps what the browser says of long tasks, so that each step can be asked for its longest. */
const WATCH = `globalThis.longest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
}).observe({ type: 'longtask', buffered: true });`;

/** Puts notes where the reader keeps them; the page has to be opened anew to show them. */
export async function store(page: Page, notes: readonly ReaderNote[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const put = open.result.transaction('notes', 'readwrite');
          for (const note of all) put.objectStore('notes').put(note);
          put.addEventListener('complete', () => {
            open.result.close();
            resolve();
          });
        });
      }),
    // As plain data: a note's own type is recursive, which the page's types can't follow.
    notes as readonly object[],
  );
}

async function measure(page: Page): Promise<boolean> {
  const rows: { what: string; ms: number; limit: number }[] = [];
  const step = async (what: string, work: () => Promise<unknown>, limit = LIMIT): Promise<void> => {
    await page.evaluate(() => Object.assign(globalThis, { longest: 0 }));
    await work();
    await page.waitForTimeout(400);
    const ms = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    rows.push({ what, ms, limit });
  };
  const opened = Date.now();
  await page.reload();
  await page.waitForFunction(
    (count) => document.querySelector('[data-tool=notes]')?.textContent.includes(String(count)),
    NOTES,
    {
      timeout: 60_000,
    },
  );
  await page.waitForTimeout(2000);
  const load = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  console.log(
    `opened and painted after ${Date.now() - opened - 2000} ms, its longest task ${load} ms (not limited: the load)`,
  );

  await step('scroll through it', async () => {
    for (let screen = 0; screen < 60; screen += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(30);
    }
  });
  const words = 'document.querySelectorAll("[data-start]")[2000]';
  await step('select words', async () => {
    await page.evaluate(`(() => {
      const piece = ${words};
      piece.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(piece.firstChild, 0);
      range.setEnd(piece.firstChild, Math.min(40, piece.firstChild.length));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    })()`);
    await page.locator('[aria-label="Selected words"]').waitFor();
  });
  let frames = 0;
  await step('add a note', async () => {
    frames = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const count = (): number =>
            [...CSS.highlights].reduce((sum, [, highlight]) => sum + highlight.size, 0);
          const before = count();
          let seen = 0;
          let saved = false;
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true }));
          const look = (): void => {
            saved ||= document.body.textContent.includes('Highlighted.');
            if (count() > before) resolve(seen);
            else {
              if (saved) seen += 1;
              requestAnimationFrame(look);
            }
          };
          requestAnimationFrame(look);
        }),
    );
  });
  await step('open a note', () => page.keyboard.press(']'));
  await step('delete it', async () => {
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() =>
      document.querySelector('[role=status][data-shown]')?.textContent.includes('Undone'),
    );
  });
  await step('open the list', () => page.keyboard.press('p'));
  await step('filter by colour', () =>
    page.locator(`${PANEL} label:nth-of-type(2) select`).selectOption('green'),
  );
  await step('filter by words', () => page.locator(`${PANEL} input[type=search]`).fill('number 99'));
  await step('go to a note from the list', () => page.locator(`${PANEL} li button`).first().click());
  await step(
    'switch the view',
    async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('v');
    },
    SWITCH,
  );

  console.log(`${'step'.padEnd(32)}longest task`);
  // The browser tells of no task below 50 ms: 0 stands for all of them.
  for (const { what, ms, limit } of rows) {
    const verdict = ms <= limit ? 'ok' : `over ${limit}`;
    console.log(`${what.padEnd(32)}${(ms === 0 ? '< 50' : String(ms)).padStart(6)} ms ${verdict}`);
  }
  console.log(`a new note is painted ${frames} frames after it is saved ${frames <= 1 ? 'ok' : 'LATE'}`);
  return rows.every(({ ms, limit }) => ms <= limit) && frames <= 1;
}
