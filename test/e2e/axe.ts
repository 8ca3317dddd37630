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
    // What passes is not told of one by one: that would take as long again.
    [context, { resultTypes: ['violations'], ...options }] as const,
  );
  const found = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary, target }) => ({ id, html, failureSummary, target: String(target) })),
  );
  const hidden = await page.evaluate(
    isUnderBar,
    found.filter(({ id }) => id === 'target-size').map(({ target }) => target),
  );
  return found
    .filter(({ id, target }) => id !== 'target-size' || !hidden.includes(target))
    .map(({ id, html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`);
}

/** What has been scrolled under the page's bar can't be hit there, and nobody would try; it can be scrolled out of it. */
function isUnderBar(targets: readonly string[]): string[] {
  const bar = document.querySelector('[data-bar]');
  return targets.filter((target) => {
    const element = document.querySelector(target);
    if (!bar || !element || bar.contains(element)) return false;
    const { top, bottom } = element.getBoundingClientRect();
    // The strip in the bar can be hit a little below it.
    return bottom > 0 && top < bar.getBoundingClientRect().bottom + 10;
  });
}

/** What every page must pass: WCAG 2.2 AA, and what axe holds to be good practice. */
export const WCAG: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

/** What a theme can change is its colours: all else is looked for in one of them, by the same rules as everywhere. */
export const rulesFor = (theme: string): RunOptions =>
  theme === 'paper' ? WCAG : { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Opens the page in a theme, as a reader would have chosen it before. */
export const withTheme = (theme: string) => (page: Page) =>
  page.addInitScript(
    (name) => localStorage.setItem('sidegloss.preferences', JSON.stringify({ theme: name })),
    theme,
  );
