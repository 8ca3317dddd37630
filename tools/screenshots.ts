import { chromium } from 'playwright';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.ts';
import { serveSite } from './serve.ts';

/** The README's pictures: each view as it is, in a real browser. */
const PICTURES = [
  { file: 'docs/full-text.png', path: '/vance-peace-talks/', width: 1440, height: 1000, scheme: 'light' },
  {
    file: 'docs/interview.png',
    path: '/vance-peace-talks/?view=interview#p22',
    width: 1440,
    height: 1000,
    scheme: 'light',
  },
  { file: 'docs/ledger.png', path: '/vance-peace-talks/claims/', width: 1440, height: 1000, scheme: 'light' },
  {
    file: 'docs/night-phone.png',
    path: '/vance-peace-talks/?view=interview#p24',
    width: 390,
    height: 844,
    scheme: 'dark',
  },
] as const;

/** `npm run screenshots`: takes the README's pictures of the built site in `dist`. */
export async function main(): Promise<number> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('No Chromium was found. To get one: npx playwright install chromium');
    return 1;
  }
  const server = await serveSite('dist', 0);
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    for (const { file, path, width, height, scheme } of PICTURES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.waitForTimeout(400);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.screenshot({ path: file });
      await page.close();
      console.log(file);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return 0;
}
