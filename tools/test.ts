import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { findBrowser, installBrowser } from './browser.ts';

/**
 * `npm test`: every test, in Node and in a real browser, but for the long run of faults, which `--project faults` asks
 * for. Ends with a line `N passed, N failed`. Without a browser the unit tests run, and the exit code says that the
 * rest did not.
 */
export async function main(args: string[]): Promise<number> {
  const browser = findBrowser() ?? installBrowser();
  if (browser) process.env['SIDEGLOSS_BROWSER'] = browser;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { project: { type: 'string', multiple: true } },
  });
  const project = values.project ?? ['!faults'];
  const vitest = await startVitest('test', positionals, { run: true, watch: false, project });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
  const broken = modules.filter(
    (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
  ).length;
  const errors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  const failed = count('failed') + broken + errors;
  if (!browser) {
    console.error(
      'No Chromium was found, so only the unit tests ran. To get one: npx playwright install chromium',
    );
  }
  const skipped = count('skipped');
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${count('passed')} passed, ${failed} failed`);
  return failed > 0 || !browser ? 1 : 0;
}
