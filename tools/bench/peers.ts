import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { CONTESTANTS } from './peers/contestants.ts';
import { measureLoad, type Load } from './peers/load.ts';
import { Runner, SPARE, TASKS, type Task } from './peers/measure.ts';
import { formatReport, type Entry } from './peers/report.ts';
import { sampleOf, toPage } from './peers/sample.ts';
import { serveBench } from './peers/site.ts';
import { formatMs, formatOutcome, formatTally } from './peers/tables.ts';
import { findBrowser } from '../browser.ts';

const SEED = 11;
/** The sizes, and how long anybody has for one run of one task, ms. */
const ALL = { words: [10_000, 100_000, 1_000_000], notes: [100, 1_000, 10_000], budget: 20_000 };
const QUICK = { words: [10_000], notes: [100, 1_000], budget: 2_000 };
const TO = 'docs/benchmarks.md';
/** What is promised of 1,000 notes on 100,000 words, ms. */
const PROMISED = { words: 100_000, notes: 1_000, saved: 50, edited: 300 };

/**
 * Us and libraries that do a part of the same, on the same page, in a real browser. `--quick` takes the small sizes only,
 * `--only=NAME,…` some of them, `--budget=SECONDS` gives each run so long, `--write` writes `docs/benchmarks.md`.
 */
export async function benchPeers(flags: readonly string[]): Promise<boolean> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. To get one: npx playwright install chromium');
  const sizes = flags.includes('--quick') ? QUICK : ALL;
  const only = flags
    .find((flag) => flag.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const names = CONTESTANTS.map(({ name }) => name).filter((name) => only?.includes(name) ?? true);
  const seconds = flags.find((flag) => flag.startsWith('--budget='))?.slice('--budget='.length);
  const budget = seconds === undefined ? sizes.budget : 1000 * Number(seconds);
  const begun = Date.now();
  const site = await serveBench();
  const runner = new Runner(executablePath, site.address, budget);
  const entries: Entry[] = [];
  const loads: Load[] = [];
  let idle = 0;
  const report = (): string =>
    formatReport({
      date: new Date().toISOString().slice(0, 10),
      machine: machineOf(runner.version),
      budget,
      idle,
      entries,
      loads,
    });
  // After every size, so that what was measured is there if the rest is stopped.
  const write = (): void => {
    if (flags.includes('--write')) writeFileSync(TO, report());
  };
  try {
    console.log(
      `${'words'.padStart(9)}${'notes'.padStart(7)}  ${TASKS.map((task) => task.padStart(11)).join('')}`,
    );
    for (const words of sizes.words) {
      const most = Math.max(...sizes.notes);
      const sample = sampleOf(words, most, SEED, SPARE);
      idle ||= await runner.idle();
      const url = site.put(`sample-${words}.json`, JSON.stringify(toPage(sample)));
      for (const notes of sizes.notes) {
        for (const name of names) {
          const isHopeless = (task: Task): boolean =>
            entries.some(
              (entry) =>
                entry.name === name &&
                entry.words <= words &&
                entry.notes <= notes &&
                entry.outcomes.get(task) === 'over',
            );
          const outcomes = await runner.measure({ name, sample, url, notes }, (task) => !isHopeless(task));
          for (const task of TASKS) if (isHopeless(task)) outcomes.set(task, 'over');
          const entry = { name, words, notes, outcomes };
          entries.push(entry);
          tell(entry, budget);
        }
        write();
      }
      if (only) continue;
      const load = await measureLoad(executablePath, words, SEED);
      loads.push(load);
      write();
      const { ours, bare } = load;
      console.log(
        `${String(words).padStart(9)} words opened: first paint ${formatMs(ours.painted)}, bare ${formatMs(bare.painted)}; first notes ${formatMs(ours.annotated)}; work ${formatMs(ours.work)}, bare ${formatMs(bare.work)}`,
      );
    }
  } finally {
    await runner.stop();
    await site.stop();
  }
  console.log(`took ${Math.round((Date.now() - begun) / 1000)} s`);
  if (!flags.includes('--write')) console.log(`\n${report()}`);
  return isAsPromised(entries);
}

function machineOf(browser: string): string {
  const processor = cpus();
  return `${processor.length} × ${processor[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Chromium ${browser}`;
}

function tell({ name, words, notes, outcomes }: Entry, budget: number): void {
  const cells = TASKS.map((task) =>
    formatOutcome(outcomes.get(task), { budget, isMemory: task === 'memory' }).padStart(11),
  );
  console.log(`${String(words).padStart(9)}${String(notes).padStart(7)}  ${cells.join('')}  ${name}`);
  const tallies = TASKS.map((task) => formatTally(outcomes.get(task))).filter((tally) => tally !== '–');
  if (tallies.length > 0) console.log(`${' '.repeat(20)}right / wrong / lost, %: ${tallies.join('   ')}`);
}

/** Whether our own times are what is promised; true where that size was not measured. */
function isAsPromised(entries: readonly Entry[]): boolean {
  const ours = entries.find(
    ({ name, words, notes }) => name === 'sidegloss' && words === PROMISED.words && notes === PROMISED.notes,
  );
  if (!ours) return true;
  const within = (task: Task, limit: number): boolean => {
    const outcome = ours.outcomes.get(task);
    const isMet = typeof outcome === 'object' && outcome.value <= limit && outcome.longest <= 50;
    console.log(
      `1,000 notes on 100,000 words, ${task}: ${isMet ? 'as promised' : `OVER ${limit} ms, or a task over 50 ms`}`,
    );
    return isMet;
  };
  const saved = within('saved', PROMISED.saved);
  return within('edited-5', PROMISED.edited) && saved;
}
