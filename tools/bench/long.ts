import { chromium, type Page } from 'playwright';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.ts';
import { serveLong } from './long-site.ts';
import { turnsOf } from './texts.ts';

const TURNS = 5000;
/** What is promised, ms: until it can be read and answers, a switch of the view, and the longest task while reading. */
const LIMITS = { open: 1000, switch: 200, task: 50 };

/** Keeps long tasks, and when notes have their place: the last step of opening. */
const WATCH = `globalThis.tasks = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
}).observe({ type: 'longtask', buffered: true });
const look = () => {
  if (document.querySelector('[data-placed]')) globalThis.placed = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

/** An interview of 100,000 words and 5,000 turns in a real browser: opening, switching the view, reading, jumping. */
export async function benchLong(): Promise<boolean> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. To get one: npx playwright install chromium');
  const site = await serveLong(turnsOf(TURNS, 7));
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    console.log(`${site.article.text.split(/\s+/).length} words, ${site.article.turns.length} turns`);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(WATCH);
    await page.goto(`${site.address}/long/`, { waitUntil: 'commit' });
    return await measure(page);
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function measure(page: Page): Promise<boolean> {
  const rows: boolean[] = [];
  const tell = (what: string, ms: number, limit: number): void => {
    rows.push(ms <= limit);
    const figure = ms === 0 ? '< 50' : String(Math.round(ms));
    console.log(
      `${what.padEnd(34)}${figure.padStart(6)} ms of ${String(limit).padStart(4)} ${ms <= limit ? 'ok' : 'OVER'}`,
    );
  };
  // The browser tells of no task below 50 ms: 0 stands for all of them.
  const longest = async (): Promise<number> =>
    Number(await page.evaluate('Math.max(0, ...globalThis.tasks.splice(0))'));

  await page.waitForTimeout(3000);
  tell('open: placed after', Number(await page.evaluate('globalThis.placed')), LIMITS.open);
  console.log(`  its longest task ${Math.round(await longest())} ms (not limited: the load)`);

  await page.evaluate('scrollTo(0, document.body.scrollHeight / 3)');
  await page.waitForTimeout(600);
  await longest();
  const switches: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop
    switches.push(Number(await page.evaluate(SWITCH)));
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(300);
  }
  tell('switch the view, to the next frame', Math.max(...switches), LIMITS.switch);
  await longest();

  for (let screen = 0; screen < 60; screen += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await page.mouse.wheel(0, 900);
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(30);
  }
  tell('scroll: longest task', await longest(), LIMITS.task);
  for (let step = 0; step < 8; step += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('j');
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(100);
  }
  tell('go from turn to turn: longest task', await longest(), LIMITS.task);
  await page.evaluate('scrollTo(0, document.body.scrollHeight * 0.8)');
  await page.waitForTimeout(500);
  tell('jump far: longest task', await longest(), LIMITS.task);
  return rows.every(Boolean);
}

const SWITCH = `(async () => {
  const begun = performance.now();
  document.querySelector('input[type=radio]:not(:checked)').click();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begun;
})()`;
