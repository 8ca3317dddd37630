import { appendFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { BROWSER_ARGUMENTS } from '../../tools/browser.ts';
import { REQUESTS, tellsTooMuch } from './request-log.ts';

/** The bundled article's address. */
export const ARTICLE = '/vance-peace-talks/';

export interface Opening extends Omit<BrowserContextOptions, 'viewport'> {
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  /** Runs before the page is asked for. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Problems that the test brings about itself. */
  readonly expected?: RegExp;
  /**
   * Whether the browser has service workers. Tests of other things go without: no copy of the site is made for each of
   * them, and what they put in a request's way is not answered from one.
   */
  readonly worker?: boolean;
}

/**
 * One browser for a file of tests. Everything that is opened is watched, service workers too: a violated CSP, a request
 * to another origin or one that names words of a text, an error in the console or a failed file fails the test, in
 * whatever it was about.
 */
export function useBrowser(): {
  withPage: (opening: Opening, test: (page: Page) => Promise<void>) => Promise<void>;
} {
  let browser: Browser;
  beforeAll(async () => {
    const path = process.env['SIDEGLOSS_BROWSER'];
    browser = await chromium.launch({
      args: [...BROWSER_ARGUMENTS],
      ...(path !== undefined && { executablePath: path }),
    });
  });
  let requests = 0;
  afterAll(async () => {
    await browser.close();
    appendFileSync(REQUESTS, `${requests}\n`);
  });

  return {
    withPage: async (opening, test) => {
      const {
        path = ARTICLE,
        width = 1440,
        height = 900,
        before,
        expected,
        worker = false,
        ...rest
      } = opening;
      const context = await browser.newContext({
        baseURL: inject('site'),
        viewport: { width, height },
        ...rest,
      });
      if (!worker) {
        await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      }
      // Before the first page, so that those that a test opens itself wait, too.
      if (rest.javaScriptEnabled !== false) context.on('page', waitUntilAlive);
      const page = await context.newPage();
      const origin = rest.baseURL ?? inject('site');
      const problems = watchProblems(page, rest.javaScriptEnabled !== false);
      context.on('request', (request) => {
        requests += 1;
        problems.push(...tellsTooMuch(request.url(), origin));
      });
      try {
        await before?.(page);
        await page.goto(path);
        if (rest.javaScriptEnabled !== false)
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await test(page);
        expect(problems.filter((problem) => !expected?.test(problem))).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}

/** How long a page may take until it answers, ms. Those that have no script of their own answer at once. */
const ALIVE = 10_000;

/**
 * Makes every way to another page wait until React has taken it over, which it does in slices, and has run the effects of
 * it. React leaves its mark on each element that it has; one that is still without is not taken over yet.
 */
function waitUntilAlive(page: Page): void {
  const isAlive = (): boolean =>
    !document.querySelector('script:is([data-app], [type="module"])') ||
    [...document.querySelectorAll('#root :is(button, a, input)')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps$')),
    );
  const wait = async (): Promise<void> => {
    await page.waitForFunction(isAlive, null, { timeout: ALIVE }).catch((error: Error) => {
      // A page that leads on to another can't be asked any more.
      if (error.name === 'TimeoutError') throw error;
    });
    await page
      .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
      .catch(() => undefined);
  };
  for (const way of ['goto', 'reload', 'goBack', 'goForward'] as const) {
    const go = page[way].bind(page) as (...given: unknown[]) => Promise<unknown>;
    Object.assign(page, {
      [way]: async (...given: unknown[]) => {
        const answer = await go(...given);
        await wait();
        return answer;
      },
    });
  }
}

function watchProblems(page: Page, runsScript: boolean): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What a reload cuts short has not failed; and without script the browser refuses to preload one.
    const refused = !runsScript && request.url().endsWith('.js');
    if (why !== 'net::ERR_ABORTED' && !refused) problems.push(`failed: ${request.url()} ${why}`);
  });
  return problems;
}

/** The words of the article as the page shows them, block by block, in the order of the DOM. */
export async function wordsOnPage(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-block]')].map((block) =>
      [...block.querySelectorAll('[data-start]')].map((piece) => piece.textContent).join(''),
    ),
  );
}
