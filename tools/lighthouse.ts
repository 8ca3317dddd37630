import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.ts';
import { builtSite } from './built-site.ts';

/** The newest that runs on Node 20. Fetched when it is asked for: nothing else needs its 200 packages. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PORT = 4199;
const PAGES = [
  '/vance-peace-talks/',
  '/vance-peace-talks/claims/',
  '/vance-peace-talks/questions/',
  '/vance-peace-talks/c/c1/',
  '/library/',
];
const PRESETS = ['desktop', 'mobile'] as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const FIGURES = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
} as const;

/** What must be reached, of 100: everything, but on a slow phone 98 for speed. */
const leastOf = (preset: (typeof PRESETS)[number], category: string): number =>
  preset === 'mobile' && category === 'performance' ? 98 : 100;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/**
 * `npm run lighthouse [-- RUNS [PATH…]]`: builds the site, serves it as a host would, and has Lighthouse judge its pages,
 * on a desktop and on a slow phone. Figures are medians of the runs (5). Wants the machine to itself.
 */
export async function main(args: string[]): Promise<number> {
  const [runs = '5', ...paths] = args;
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium was found. To get one: npx playwright install chromium');
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-lighthouse-'));
  const site = await builtSite({ port: PORT, compressed: true });
  let ok = true;
  try {
    for (const preset of PRESETS) {
      for (const path of paths.length > 0 ? paths : PAGES) {
        const reports: Report[] = [];
        // One after the other: they would slow each other down.
        for (let run = 0; run < Number(runs); run += 1)
          reports.push(await judge(site.address + path, { preset, browser, folder }));
        ok = tell(`${preset} ${path}`, preset, reports) && ok;
      }
    }
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true });
  }
  return ok ? 0 : 1;
}

async function judge(
  address: string,
  { preset, browser, folder }: { preset: (typeof PRESETS)[number]; browser: string; folder: string },
): Promise<Report> {
  const file = join(folder, 'report.json');
  const flags = ['--headless=new', ...BROWSER_ARGUMENTS].join(' ');
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      ...(preset === 'desktop' ? ['--preset=desktop'] : []),
      `--only-categories=${CATEGORIES.join(',')}`,
      '--quiet',
      `--chrome-flags=${flags}`,
      '--output=json',
      `--output-path=${file}`,
    ],
    { env: { ...process.env, CHROME_PATH: browser } },
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the report's own format
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function tell(name: string, preset: (typeof PRESETS)[number], reports: readonly Report[]): boolean {
  const scores = CATEGORIES.map((category) => ({
    category,
    score: median(reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))),
  }));
  const figures = Object.entries(FIGURES).map(([audit, label]) => {
    const value = median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
    return `${label} ${label === 'CLS' ? value.toFixed(3) : `${Math.round(value)} ms`}`;
  });
  const isReached = scores.every(({ category, score }) => score >= leastOf(preset, category));
  const told = scores.map(({ category, score }) => `${category} ${score}`).join('  ');
  console.log(`${name.padEnd(42)}${told}  (${figures.join(', ')}) ${isReached ? 'ok' : 'BELOW'}`);
  return isReached;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
