import { chromium, type Browser } from 'playwright';
import type { Span } from '../../../src/core/text/span.ts';
import { BROWSER_ARGUMENTS } from '../../browser.ts';
import { judge, type Tally } from './judge.ts';
import { processOf } from './main-thread.ts';
import { ask, heapOf, onMainThread, type Figures, type Opened } from './opened.ts';
import { VERSIONS, type Sample, type VersionName } from './sample.ts';

/** What is asked of a contestant. */
export type Task = VersionName | 'paint' | 'add' | 'memory';
export const TASKS: readonly Task[] = [...VERSIONS, 'paint', 'add', 'memory'];

/**
 * What came of it: ms (of `memory`: bytes), the longest task, ms (0: none of 50 ms or more), and how many notes are where;
 * `over` the time it has, `absent` where it has no such thing, `failed` where it threw.
 */
export type Outcome =
  | { readonly value: number; readonly longest: number; readonly tally?: Tally }
  | 'over'
  | 'absent'
  | 'failed';

/** A sample as it lies on the server, and how many of its notes are asked for. */
export interface Round {
  readonly name: string;
  readonly sample: Sample;
  readonly url: string;
  readonly notes: number;
}

/** Up to this, ms, a run is done again, for a median; and so often, after one that is not counted. */
const SHORT = 500;
const LONG = 2000;
const RUNS = 3;
/** Notes that a sample has beyond those asked for, to be added one by one. */
export const SPARE = RUNS + 1;
/** What may come before a run, ms: a million words take their time to be laid out. */
const PREPARING = 120_000;

/** A browser that can be stopped from outside in the middle of anything, and started again. */
export class Runner {
  readonly #executablePath: string;
  readonly #address: string;
  /** How long one run of one task may take, ms. */
  readonly #budget: number;
  #browser: Browser | undefined;
  #open: Opened | undefined;
  /** The browser's version, once there was one. */
  version = '';

  constructor(executablePath: string, address: string, budget: number) {
    this.#executablePath = executablePath;
    this.#address = address;
    this.#budget = budget;
  }

  /** Measures the tasks that are `wanted`, on a fresh page, and on another one after each that did not end. */
  async measure(round: Round, wanted: (task: Task) => boolean): Promise<Map<Task, Outcome>> {
    const outcomes = new Map<Task, Outcome>();
    for (const task of TASKS) {
      if (task === 'add' || task === 'memory' || !wanted(task)) continue;
      // What finding them has left behind would count as memory.
      if (task === 'paint') await this.#close();
      const page = await this.#pageOf(round);
      const found = await (task === 'paint' ? this.#paint(page) : this.#anchor(page, round, task));
      for (const [key, outcome] of found) outcomes.set(key, outcome);
    }
    await this.#close();
    return outcomes;
  }

  /** Closes the page, and with its context its process: the next one has another. */
  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.page.context().close();
  }

  async stop(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    this.#open = undefined;
    await browser?.close();
  }

  /** What the main thread does for a frame in which nothing happens, ms. */
  async idle(): Promise<number> {
    const opened = await this.#pageOf({ name: '', url: '', notes: 0 });
    const outcome = await this.#runs(async () => onMainThread(opened, (bench) => bench.idle()));
    await this.#close();
    return typeof outcome === 'object' ? outcome.value : 0;
  }

  /** The page that is open, or a new one after it had to be stopped. */
  async #pageOf({ name, url, notes }: Omit<Round, 'sample'>): Promise<Opened> {
    if (this.#open) return this.#open;
    this.#browser ??= await chromium.launch({
      executablePath: this.#executablePath,
      // Frames come as fast as they are made, so that waiting for one costs no time that is not work.
      args: [
        ...BROWSER_ARGUMENTS,
        '--disable-frame-rate-limit',
        '--disable-gpu-vsync',
        '--enable-precise-memory-info',
      ],
    });
    this.version = this.#browser.version();
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(`${this.#address}/?name=${name}`);
    const process = await processOf(this.#browser, page);
    const parts =
      url === ''
        ? { anchor: false, paint: false }
        : await ask(page, (bench, [at, count]) => bench.open(at, count), [url, notes] as const);
    this.#open = { page, session, process, parts };
    return this.#open;
  }

  async #anchor(opened: Opened, round: Round, task: VersionName): Promise<[Task, Outcome][]> {
    const { page, parts } = opened;
    if (!parts.anchor) return [[task, 'absent']];
    const restage = async (): Promise<unknown> =>
      this.#within(
        PREPARING,
        ask(page, (bench, version) => bench.stage(version, true), task),
      );
    let found: (Span | null)[] = [];
    let isSpent = true;
    const outcome = await this.#runs(async () => {
      if (isSpent) await restage();
      const run = await this.#within(
        this.#budget,
        onMainThread(opened, (bench) => bench.anchor()),
      );
      const after = await ask(page, (bench) => bench.found(), null);
      isSpent = after.isSpent;
      found = spansFrom(after.spans);
      // By the clock, other programs count; by the thread, asking for it does.
      return { value: Math.min(run.ms, run.value), longest: run.longest };
    });
    if (typeof outcome === 'string') return [[task, outcome]];
    const { notes, versions } = round.sample;
    const tally = judge(versions[task], notes.slice(0, round.notes), found);
    return [[task, { ...outcome, tally }]];
  }

  async #paint(opened: Opened): Promise<[Task, Outcome][]> {
    const { page, session, parts } = opened;
    if (!parts.paint)
      return [
        ['paint', 'absent'],
        ['add', 'absent'],
        ['memory', 'absent'],
      ];
    let memory = 0;
    const paint = await this.#runs(async () => {
      await this.#within(
        PREPARING,
        ask(page, (bench) => bench.stage('saved', false), null),
      );
      const before = await heapOf(session);
      const run = await this.#within(
        this.#budget,
        onMainThread(opened, (bench) => bench.paint()),
      );
      memory = (await heapOf(session)) - before;
      return run;
    });
    if (typeof paint === 'string')
      return [
        ['paint', paint],
        ['add', 'absent'],
        ['memory', 'absent'],
      ];
    let which = 0;
    const add = await this.#runs(async () => {
      await ask(page, (bench, at) => bench.select(at), which);
      which += 1;
      return this.#within(
        this.#budget,
        onMainThread(opened, (bench) => bench.add()),
      );
    });
    return [
      ['paint', paint],
      ['add', add],
      ['memory', { value: memory, longest: 0 }],
    ];
  }

  /** The median of several runs where they are short; the first warms up. */
  async #runs(run: () => Promise<Figures>): Promise<Outcome> {
    const all: Figures[] = [];
    try {
      const first = await run();
      if (first.value >= SHORT) all.push(first);
      while (all.length < RUNS && (all[0]?.value ?? 0) < LONG) all.push(await run());
    } catch (error) {
      await this.stop();
      if (error instanceof TooLong) return 'over';
      console.error(String(error).split('\n')[0]);
      return 'failed';
    }
    return all.toSorted((a, b) => a.value - b.value)[Math.floor(all.length / 2)]!;
  }

  async #within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TooLong(`more than ${ms} ms`)), ms);
    });
    // What becomes of it after its browser is gone is nothing to anybody.
    work.catch(() => {});
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }
}

class TooLong extends Error {}

function spansFrom(numbers: readonly (number | null)[]): (Span | null)[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    const start = numbers[2 * index];
    const end = numbers[2 * index + 1];
    return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
  });
}
