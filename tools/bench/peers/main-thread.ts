import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';

/*
 * The processor's time that a page's main thread has had, as Linux counts it from outside. The browser's own metrics look
 * at a clock whenever script is called, which makes those slow who are called often.
 */

/** How long a page is kept busy to tell its process from others, ms. */
const BUSY = 40;

/** The process whose main thread is a page's; null where the system doesn't tell. */
export async function processOf(browser: Browser, page: Page): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const before = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => ({ id, ms: processorTime(id) }));
  await page.evaluate(`(() => {
    const end = performance.now() + ${BUSY};
    while (performance.now() < end);
  })()`);
  const worked = before.map(({ id, ms }) => ({ id, ms: processorTime(id) - ms }));
  const most = worked.filter(({ ms }) => ms > BUSY / 4).toSorted((a, b) => b.ms - a.ms)[0];
  return most?.id ?? null;
}

/** How long the main thread of a process has run, ms; NaN where the system doesn't tell. */
export function processorTime(process: number): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${process}/task/${process}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return Number.NaN;
  }
}
