import type { BenchNote, PageSample, VersionName } from '../sample.ts';
import type { Contestant, Place, Stage } from './contestant.ts';
import { hypothesis } from './hypothesis.ts';
import { limits } from './limits.ts';
import { sidegloss } from './sidegloss.ts';
import { articleOf, selectionOf, spanOf } from './stage.ts';

/** Of each name what is measured. Those that are large are fetched only where they are asked for. */
const CONTESTANTS: Readonly<Record<string, () => Promise<Contestant>>> = {
  sidegloss: async () => sidegloss('near'),
  'sidegloss-all': async () => sidegloss('all'),
  limits: async () => limits(),
  hypothesis: async () => hypothesis(),
  recogito: async () => (await import('./recogito.ts')).recogito(),
  'apache-annotator': async () => (await import('./apache-annotator.ts')).apacheAnnotator(),
  'mark.js': async () => (await import('./mark.ts')).markJs(),
  rangy: async () => (await import('./rangy.ts')).rangyHighlighter(),
  'web-highlighter': async () => (await import('./web-highlighter.ts')).webHighlighter(),
};

/** What one run took, ms. `longest` is its longest task; 0 where none was of 50 ms or more. */
export interface Run {
  readonly ms: number;
  readonly longest: number;
}

/** What the page does when it is asked from outside, each step by itself. */
export interface Bench {
  /** Fetches a sample of so many notes, and is ready for them. Which parts this one has. */
  readonly open: (sample: string, notes: number) => Promise<{ anchor: boolean; paint: boolean }>;
  /** Puts a fresh article of a version on the page, laid out and at rest. */
  readonly stage: (version: VersionName, isAnchoring: boolean) => Promise<void>;
  /** Finds all notes once. */
  readonly anchor: () => Promise<Run>;
  /** Where they were found, two numbers each; and whether the page has to be staged anew before the next run. */
  readonly found: () => Promise<{ spans: (number | null)[]; isSpent: boolean }>;
  /** Paints all notes; done with the frame that shows them. */
  readonly paint: () => Promise<Run>;
  /** Selects the words of one more of the notes, of those that the sample has beyond what was asked for. */
  readonly select: (which: number) => Promise<void>;
  /** Paints it; done with its frame. */
  readonly add: () => Promise<Run>;
  /** A frame with nothing to do, and what asking for it takes. */
  readonly idle: () => Promise<Run>;
}

const name = new URLSearchParams(location.search).get('name') ?? '';
let contestant: Contestant = {};
let sample: PageSample;
let stage: Stage;
let places: readonly Place[] = [];
let more: { readonly note: BenchNote; readonly selected: Range } | undefined;
let count = 0;

const frame = async (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  });

const pause = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Runs work as a task of its own, and keeps how long it took and its longest task. */
async function timed(work: () => void | Promise<void>): Promise<Run> {
  let longest = 0;
  const keep = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'longtask' });
  await pause(0);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  await pause(20);
  keep(observer.takeRecords());
  observer.disconnect();
  return { ms, longest };
}

const bench: Bench = {
  open: async (url, notes) => {
    contestant = await CONTESTANTS[name]!();
    sample = (await (await fetch(url)).json()) as PageSample;
    count = notes;
    return { anchor: contestant.anchor !== undefined, paint: contestant.paint !== undefined };
  },
  stage: async (version, isAnchoring) => {
    contestant.clear?.();
    for (const old of document.querySelectorAll('article')) old.remove();
    const text = sample.texts[version];
    const isOnPage = !isAnchoring || contestant.anchorsIn !== 'text';
    const root = isOnPage ? articleOf(text) : document.createElement('article');
    document.body.append(root);
    scrollTo(0, 0);
    stage = { root, text, saved: sample.texts.saved, notes: sample.notes.slice(0, count) };
    await contestant.prepare?.(stage);
    await frame();
    await frame();
  },
  anchor: async () =>
    timed(async () => {
      const found = contestant.anchor!(stage);
      places = found instanceof Promise ? await found : found;
    }),
  found: async () => ({
    spans: places.map(spanOf).flatMap((span) => (span ? [span.start, span.end] : [null, null])),
    isSpent: contestant.anchorsIn === 'marks',
  }),
  paint: async () =>
    timed(async () => {
      await contestant.paint!(stage);
      await frame();
    }),
  select: async (which) => {
    const note = sample.notes.at(-1 - which)!;
    more = { note, selected: selectionOf(stage.root, note) };
  },
  add: async () =>
    timed(async () => {
      await contestant.add!(stage, more!.note, more!.selected);
      await frame();
    }),
  idle: async () => timed(frame),
};

Object.assign(globalThis, { bench });
