import type { Outcome } from './measure.ts';

/** A time as it is read: `0.42 ms`, `12.3 ms`, `123 ms`, `4.6 s`. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms.toFixed(ms < 1 ? 2 : ms < 100 ? 1 : 0)} ms`;
}

/** Bytes as MB with one decimal. Measured as a difference, and so less than nothing where it is lost in the noise. */
export function formatBytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How often one figure holds another: `×0.25`, `×3.2`, `×120`; nothing where that says nothing. */
export function formatRatio(value: number, of: number): string {
  if (!(value > 0 && of > 0)) return '';
  const ratio = value / of;
  return `×${ratio.toFixed(ratio < 1 ? 2 : ratio < 10 ? 1 : 0)}`;
}

/** What came of a task, and how it compares with what it is measured against. */
export function formatOutcome(
  outcome: Outcome | undefined,
  { against, budget, isMemory }: { against?: Outcome | undefined; budget: number; isMemory: boolean },
): string {
  if (outcome === undefined || outcome === 'absent') return '–';
  if (outcome === 'over') return `> ${budget / 1000} s`;
  if (outcome === 'failed') return 'failed';
  const figure = isMemory ? formatBytes(outcome.value) : formatMs(outcome.value);
  const ratio = typeof against === 'object' ? formatRatio(outcome.value, against.value) : '';
  return ratio === '' ? figure : `${figure} (${ratio})`;
}

/** Where the notes came to be, in percent: right, wrong and lost. */
export function formatTally(outcome: Outcome | undefined): string {
  if (typeof outcome !== 'object' || !outcome.tally) return '–';
  const { right, wrong, lost } = outcome.tally;
  const all = Math.max(1, right + wrong + lost);
  return [right, wrong, lost].map((count) => percent(count / all)).join(' / ');
}

/** No share that is not all is called 100, and none that is something 0. */
function percent(share: number): string {
  if (share === 0 || share === 1) return String(100 * share);
  return Math.min(99.9, Math.max(0.1, 100 * share)).toFixed(1);
}

/** A Markdown table with figures to the right, its columns as wide as their widest cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(4, cell.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
