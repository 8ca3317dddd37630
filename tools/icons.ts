import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.ts';

const ICON = 'public/icon.svg';
const FOLDER = 'public/icons';
/** How large the drawing is in an icon that systems cut to shapes of their own; it must be inside the middle 80 %. */
const SAFE = 0.72;

/** `node tools/run.mjs icons`: draws the icons of the installed site from `public/icon.svg`, where that has changed. */
export async function main(): Promise<number> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error('No Chromium was found. To get one: npx playwright install chromium');
    return 1;
  }
  const icon = readFileSync(ICON, 'utf8');
  const ground = /<rect[^>]*fill="([^"]+)"/.exec(icon)?.[1];
  if (ground === undefined) {
    console.error(`${ICON} has no ground of one colour, by which it could be made larger.`);
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
  try {
    for (const size of [192, 512]) {
      for (const maskable of [false, true]) {
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        const drawn = maskable ? Math.round(size * SAFE) : size;
        await page.setContent(
          `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${maskable ? ground : 'transparent'}">
            <img width="${drawn}" height="${drawn}" src="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">`,
          { waitUntil: 'load' },
        );
        const file = `${FOLDER}/${maskable ? 'maskable-' : ''}${size}.png`;
        writeFileSync(file, await page.screenshot({ omitBackground: true }));
        console.log(file);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return 0;
}
