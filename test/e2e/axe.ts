import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, one line a fault, so that a failing test says what and where. */
export async function faults(page: Page, options: RunOptions, context = 'html'): Promise<string[]> {
  // Through the debugger, which the page's CSP does not concern.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // A card on its way to its place covers its neighbour's buttons for a moment.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const results = await page.evaluate(
    ([what, how]) =>
      (window as unknown as { axe: { run: (a: unknown, b: unknown) => Promise<AxeResults> } }).axe.run(
        what,
        how,
      ),
    [context, options] as const,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** What every page must pass: WCAG 2.2 AA, and what axe holds to be good practice. */
export const WCAG: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

/** Opens the page in a theme, as a reader would have chosen it before. */
export const withTheme = (theme: string) => (page: Page) =>
  page.addInitScript(
    (name) => localStorage.setItem('sidegloss.preferences', JSON.stringify({ theme: name })),
    theme,
  );
