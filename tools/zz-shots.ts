import { chromium } from 'playwright';
import { serveSite } from './serve.ts';
export async function main(args: string[]): Promise<number> {
  const site = await serveSite('dist', 0);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const [paths = '', widths = '1440,390', themes = 'light,dark', full = ''] = args;
  for (const path of paths.split(','))
    for (const width of widths.split(','))
      for (const theme of themes.split(',')) {
        const page = await browser.newPage({
          viewport: { width: Number(width), height: 1000 },
          colorScheme: theme as 'light',
        });
        page.on('console', (m) => {
          if (m.type() === 'error') console.log(path, m.text());
        });
        page.on('pageerror', (e) => console.log(path, 'ERR', e.message));
        await page.goto(site.address + path);
        await page.waitForTimeout(900);
        if (args[4]) await page.evaluate((y) => scrollTo(0, Number(y)), args[4]);
        await page.screenshot({
          path: `/tmp/shots/${path.replace(/[^a-z0-9]/gi, '_')}-${width}-${theme}.png`,
          fullPage: full === 'full',
        });
        await page.close();
      }
  await browser.close();
  await site.stop();
  return 0;
}
