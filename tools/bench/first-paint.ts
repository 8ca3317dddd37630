import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.ts';
import { builtSite } from '../built-site.ts';
import { putBare } from './bare-page.ts';

const ARTICLE = 'vance-peace-talks';
const RUNS = 15;
/** What is promised: the first annotated paint, to that of a bare page. */
const LIMIT = 1.3;
/** Where a page may be read: `rate` is how much slower than this machine the browser is made to be. */
interface Reader {
  readonly name: string;
  readonly width: number;
  readonly rate: number;
  /** Null where the server is on the same machine. */
  readonly network: { readonly latency: number; readonly megabits: number } | null;
}

const WIFI = { latency: 30, megabits: 30 };
const MOBILE = { latency: 150, megabits: 1.6 };
const READERS: readonly Reader[] = [
  { name: 'a desktop, served by itself', width: 1440, rate: 1, network: null },
  { name: 'a phone, served by itself', width: 412, rate: 4, network: null },
  { name: 'a desktop, 30 Mbit/s, 30 ms', width: 1440, rate: 1, network: WIFI },
  { name: 'a phone, 30 Mbit/s, 30 ms', width: 412, rate: 4, network: WIFI },
  { name: 'a phone, 1.6 Mbit/s, 150 ms', width: 412, rate: 4, network: MOBILE },
];

/** A word of the article that is marked as a claim on the first screen; bare pages have the same word in a plain paragraph. */
const PAGES = {
  ours: { path: `/${ARTICLE}/`, shown: 'main mark' },
  bare: { path: '/bare/', shown: 'p:nth-of-type(6)' },
  oneFont: { path: '/one-font/', shown: 'p:nth-of-type(6)' },
} as const;
type Name = keyof typeof PAGES;

/**
 * The bundled article, opened for the first time: how soon its words are painted with voices and claims told apart, beside a
 * page of the same words in the same fonts and nothing else, and one of a single font. Nothing is cached; all are served alike, and one after the
 * other, so that a busy moment meets all.
 */
export async function benchFirstPaint(): Promise<boolean> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. To get one: npx playwright install chromium');
  const text = readFileSync(`public/articles/${ARTICLE}/article.txt`, 'utf8');
  const site = await builtSite({ compressed: true, finish: (folder) => putBare(folder, text) });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    const rows: boolean[] = [];
    for (const reader of READERS) rows.push(await compare(browser, site.address, reader));
    return rows.every(Boolean);
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function compare(browser: Browser, address: string, reader: Reader): Promise<boolean> {
  const times: Record<Name, number[]> = { ours: [], bare: [], oneFont: [] };
  for (let run = 0; run <= RUNS; run += 1) {
    for (const name of ['bare', 'oneFont', 'ours'] as const) {
      const ms = await visit(browser, address + PAGES[name].path, { ...reader, shown: PAGES[name].shown });
      // The first visits warm the server and the browser itself.
      if (run > 0) times[name].push(ms);
    }
  }
  const [ours, bare, oneFont] = [median(times.ours), median(times.bare), median(times.oneFont)];
  const ratio = ours / bare;
  console.log(
    `${reader.name}: annotated ${Math.round(ours)} ms, bare ${Math.round(bare)} ms, × ${ratio.toFixed(2)} of ${LIMIT} ${ratio <= LIMIT ? 'ok' : 'OVER'} (bare in one font ${Math.round(oneFont)} ms, × ${(ours / oneFont).toFixed(2)})`,
  );
  return ratio <= LIMIT;
}

/** Ms from the navigation to the first frame that shows what is asked for. */
async function visit(
  browser: Browser,
  address: string,
  { width, rate, network, shown }: Reader & { readonly shown: string },
): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (rate > 1) await session.send('Emulation.setCPUThrottlingRate', { rate });
  if (network) {
    const throughput = (network.megabits * 1_000_000) / 8;
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  // The frame in which the words are there first; it is painted after its callbacks, and the first paint is that or an earlier one.
  await page.addInitScript(`globalThis.shown = null;
const look = () => requestAnimationFrame(() => {
  if (!document.querySelector('${shown}')) look();
  else globalThis.shown = performance.now();
});
look();`);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(
    () =>
      (globalThis as { shown?: number | null }).shown !== null &&
      performance.getEntriesByType('paint').length > 1,
  );
  const [first, words] = (await page.evaluate(
    `[performance.getEntriesByName('first-contentful-paint')[0].startTime, globalThis.shown]`,
  )) as [number, number];
  await context.close();
  return Math.max(first, words);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
