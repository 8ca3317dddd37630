import { chromium } from 'playwright';
import { serveSite } from './serve.ts';
export async function main(args: string[]): Promise<number> {
  const site = await serveSite('dist', 0);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: Number(args[1] ?? 390), height: 844 } });
  await page.goto(site.address + args[0]);
  await page.waitForTimeout(900);
  console.log(
    await page.evaluate(
      () =>
        document.documentElement.scrollWidth +
        ' ' +
        [...document.querySelectorAll('body *')]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 12)
          .map((e) => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))
          .join('\n'),
    ),
  );
  await page.screenshot({ path: '/tmp/shots/over.png' });
  await browser.close();
  await site.stop();
  return 0;
}
