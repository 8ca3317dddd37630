import { describe } from '../../src/core/anchor/describe.ts';
import { locateAll, locatingAll } from '../../src/core/anchor/locate.ts';
import type { Selectors } from '../../src/core/anchor/selectors.ts';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { measureEdits } from './edits-measure.ts';
import { hypothesisPlace } from './hypothesis-place.ts';
import { interviewOf, seeded } from './texts.ts';

/** What is promised, in ms. */
const AS_SAVED = 50;
const AFTER_EDITS = 300;
const TASK = 50;

/** A text with notes on it, and the same text with one word in twenty changed. */
interface Sample {
  readonly old: Article;
  readonly edited: Article;
  readonly notes: readonly Selectors[];
}

/**
 * What it costs to place notes: as saved, after edits, with the old text known; beside the matcher of the Hypothesis
 * client; and without long tasks. Then how many are on the right words after edits like an editor's.
 */
export async function benchAnchors(): Promise<boolean> {
  const sample = sampleOf(100_000, 1_000);
  const ok = [
    promise('1,000 notes on 100,000 words, as saved', AS_SAVED, timeOf(sample.old, sample.notes)),
    promise('… after 5 % of the words were edited', AFTER_EDITS, timeOf(sample.edited, sample.notes)),
    promise('… with the old text known', AFTER_EDITS, timeOf(sample.edited, sample.notes, sample.old)),
  ];
  for (const [what, article] of [
    ['as saved', sample.old] as const,
    ['after edits', sample.edited] as const,
  ]) {
    const started = performance.now();
    for (const selectors of sample.notes) hypothesisPlace(article.text, selectors);
    tell(`the Hypothesis client's matcher, the same, ${what}`, performance.now() - started);
  }
  ok.push(...longTasks());
  chart();
  ok.push(measureEdits());
  return Promise.resolve(!ok.includes(false));
}

function tell(what: string, ms: number, verdict = ''): void {
  console.log(`${what.padEnd(56)}${ms.toFixed(ms < 10 ? 1 : 0).padStart(8)} ms ${verdict}`);
}

function promise(what: string, limit: number, ms: number): boolean {
  tell(what, ms, ms <= limit ? `ok, promised ${limit}` : `OVER ${limit}`);
  return ms <= limit;
}

function sampleOf(words: number, notes: number): Sample {
  const random = seeded(words + notes);
  const old = readArticle(interviewOf(words, 1));
  const text = editWords(old.text, random);
  const starts = [...old.text.matchAll(/\S+/g)].map((match) => match.index);
  const described = Array.from({ length: notes }, () => {
    const first = Math.floor(random() * (starts.length - 40));
    const last = first + 3 + Math.floor(random() * 27);
    return describe(old, { start: starts[first]!, end: starts[last]! - 1 });
  });
  return { old, edited: readArticle(text), notes: described };
}

/** One word in twenty is dropped, doubled, misspelt or replaced. */
function editWords(text: string, random: () => number): string {
  return text.replace(/[a-z]+/g, (word) => {
    if (random() >= 0.05) return word;
    const kind = Math.floor(random() * 4);
    if (kind === 0) return '';
    if (kind === 1) return `${word} ${word}`;
    return kind === 2 ? `${word.slice(0, -1)}x` : 'somewhat';
  });
}

/** The median of five runs, each on an article that nothing is remembered of. */
function timeOf(article: Article, notes: readonly Selectors[], from?: Article): number {
  const times = Array.from({ length: 5 }, () => {
    const fresh = { ...article };
    const started = performance.now();
    locateAll(fresh, notes, from);
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[2]!;
}

/** Of three runs, which have the same slices, each slice's shortest time: what else the machine does is left out. */
function longTasks(): boolean[] {
  const { edited, old, notes } = sampleOf(1_000_000, 10_000);
  const ways = [
    ['10,000 notes on 1,000,000 words, the longest task', undefined],
    ['… with the old text known', old],
  ] as const;
  return ways.map(([what, from]) => {
    const runs = Array.from({ length: 3 }, () => sliceTimes(locatingAll({ ...edited }, notes, from)));
    const slices = runs[0]!.map((_, at) => Math.min(...runs.map((run) => run[at]!)));
    tell(
      `… in ${slices.length} tasks, all of them`,
      slices.reduce((sum, ms) => sum + ms, 0),
    );
    return promise(what, TASK, Math.max(...slices));
  });
}

function sliceTimes(work: Generator<number, unknown, void>): number[] {
  const times: number[] = [];
  for (;;) {
    const started = performance.now();
    const { done } = work.next();
    times.push(performance.now() - started);
    if (done) return times;
  }
}

/** Cost against notes and words, after edits: a row for each number of words, a bar for each ten-fold of time. */
function chart(): void {
  const counts = [100, 1_000, 10_000];
  console.log(`\nms after edits, by words and notes${counts.map((n) => `${n} notes`.padStart(24)).join('')}`);
  for (const words of [1_000, 10_000, 100_000, 300_000]) {
    const { edited, notes } = sampleOf(words, 10_000);
    const cells = counts.map((count) => {
      const ms = timeOf(edited, notes.slice(0, count));
      return `${ms.toFixed(1).padStart(10)} ${'█'.repeat(Math.max(1, Math.round(4 * Math.log10(1 + ms))))}`.padEnd(
        24,
      );
    });
    console.log(`${String(words).padStart(9)} words                 ${cells.join('')}`);
  }
}
