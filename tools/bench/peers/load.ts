import { chromium, type BrowserContext } from 'playwright';
import { describe } from '../../../src/core/anchor/describe.ts';
import { BROWSER_ARGUMENTS } from '../../browser.ts';
import { putBare } from '../bare-page.ts';
import { serveLong } from '../long-site.ts';
import { notesOn, store } from '../notes.ts';
import { interviewOf } from '../texts.ts';

/** A reader's own notes on the article that is opened. */
export const NOTES = 1000;
const RUNS = 3;
/** The longest that a page may take until it is at rest, ms. */
const SETTLED = 60_000;

/** What it takes to open a page, ms from the navigation: the first paint; the first notes painted; work until it is at rest. */
export interface Load {
  readonly words: number;
  readonly ours: { readonly painted: number; readonly annotated: number; readonly work: number };
  readonly bare: { readonly painted: number; readonly work: number };
}

/** Keeps when the first highlight is painted: null until then. */
const WATCH = `globalThis.annotated = null;
const look = () => {
  if (CSS.highlights.size > 0) requestAnimationFrame(() => { globalThis.annotated = performance.now(); });
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

/** Opens a long article as it is built for readers, with notes on it, and a page with nothing but the same words and fonts. */
export async function measureLoad(executablePath: string, words: number, seed: number): Promise<Load> {
  const text = interviewOf(words, seed);
  const site = await serveLong(text, undefined, (folder) => putBare(folder, text));
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    // A worker that copies the site would answer the second visit, and not the first.
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(`${site.address}/long/`);
    await page.locator('[data-placed]').waitFor({ state: 'attached', timeout: SETTLED });
    const [first, ...others] = notesOn(site.article, NOTES);
    // One is on the first screen, whatever chance says: only what is near the screen is painted.
    const selectors = describe(site.article, { start: 60, end: 120 });
    await store(page, [{ ...first!, selectors }, ...others]);
    await page.close();
    const visits = { ours: [] as Visit[], bare: [] as Visit[] };
    for (let run = 0; run <= RUNS; run += 1) {
      const bare = await visit(context, `${site.address}/bare/`, false);
      const ours = await visit(context, `${site.address}/long/`, true);
      // The first visits fill the cache.
      if (run === 0) continue;
      visits.bare.push(bare);
      visits.ours.push(ours);
    }
    return { words: text.split(/\s+/).length, ours: medianOf(visits.ours), bare: medianOf(visits.bare) };
  } finally {
    await browser.close();
    await site.stop();
  }
}

interface Visit {
  readonly painted: number;
  readonly annotated: number;
  readonly work: number;
}

async function visit(context: BrowserContext, address: string, hasNotes: boolean): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address, { waitUntil: 'load', timeout: SETTLED });
  if (hasNotes) {
    const isAnnotated = (): boolean => (globalThis as { annotated?: number | null }).annotated !== null;
    await page.waitForFunction(isAnnotated, null, { timeout: SETTLED });
  }
  await page.waitForTimeout(1000);
  const [painted, annotated] = (await page.evaluate(
    `[performance.getEntriesByName('first-contentful-paint')[0].startTime, globalThis.annotated ?? 0]`,
  )) as [number, number];
  const { metrics } = await session.send('Performance.getMetrics');
  const work = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  await page.close();
  return { painted, annotated, work };
}

function medianOf(visits: readonly Visit[]): Visit {
  const middle = (of: (one: Visit) => number): number =>
    visits.map(of).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)]!;
  return {
    painted: middle(({ painted }) => painted),
    annotated: middle(({ annotated }) => annotated),
    work: middle(({ work }) => work),
  };
}
