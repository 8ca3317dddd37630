import { CONTESTANTS } from './contestants.ts';
import { NOTES, type Load } from './load.ts';
import { TASKS, type Outcome, type Task } from './measure.ts';
import { formatMs, formatOutcome, formatRatio, formatTally, markdownTable } from './tables.ts';

/** What one contestant did with so many notes on so many words. */
export interface Entry {
  readonly name: string;
  readonly words: number;
  readonly notes: number;
  readonly outcomes: ReadonlyMap<Task, Outcome>;
}

/** Everything that one run measured, and on what. */
export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly budget: number;
  /** What the page's main thread does while a frame is shown in which nothing happens, ms. */
  readonly idle: number;
  readonly entries: readonly Entry[];
  readonly loads: readonly Load[];
}

const TITLES: Readonly<Record<Task, string>> = {
  saved: 'Anchor all, the text as saved',
  paragraph: 'Anchor all, a paragraph added above',
  'edited-1': 'Anchor all, 1 % of the words edited',
  'edited-5': 'Anchor all, 5 % of the words edited',
  paint: 'Paint all',
  add: 'Add one to those that are painted',
  memory: 'Memory of what is painted',
};

/** What follows from how each is made, whatever the figures are. */
const READING: readonly string[] = [
  'A position alone is wrong as soon as anything above it changes, however fast it is found; one that is counted within a numbered paragraph survives edits elsewhere, and no new paragraph.',
  'Whoever searches the text for each note takes time by words and by notes. Sidegloss indexes the text once: that takes time by words, and is more than a search or two on a short text with few notes.',
  'Sidegloss paints what is near the screen; of the others, Recogito places all notes and draws what is on it, and the rest change the page for all.',
];

/** `docs/benchmarks.md`, whole. */
export function formatReport(report: Report): string {
  const { date, machine, budget, idle, entries, loads } = report;
  const parts = [
    '# Benchmarks',
    `Written by \`npm run bench -- peers --write\` on ${date}: ${machine}.`,
    `Everyone gets the same page (plain paragraphs, a text node each), the same interviews (made, with a fixed seed) and the same notes (4 to 30 words each, at random). Times are medians of three runs after one that warms up, where a run takes less than half a second; of fewer where it takes longer. Each contestant has a fresh page in a process of its own for each size, and ${budget / 1000} s for each run; \`–\` is what it does not do. \`×\` is the ratio to Sidegloss.`,
    'Anchoring is timed from the first note to the last, by the clock or by the main thread’s own, whichever is less, with the page and the text ready; Sidegloss has read the text for its speakers then, which its build does beforehand. Painting is the time that the main thread works by its own clock, script, style, layout and paint, until the frame that shows it; ' +
      `${formatMs(idle)} of it is what a frame takes in which nothing happens. Memory is what is held after the garbage is collected, beyond what the page held before: script’s objects, elements and buffers. What the browser lets go of meanwhile, some 1.5 MB of 100,000 words, counts against it: a figure below nothing means nothing that can be measured.`,
    `Right is a place that covers at least 60 % of what is left of the noted words, and of which more than half is they. Lost is what is not placed: for Sidegloss also what it is in doubt about, and asks. Edits drop, double, misspell or replace words; names are left as they are, those of speakers too, for Sidegloss takes words that are now another’s only after it has asked.`,
    '## What each was asked to do',
    CONTESTANTS.map(({ label, asked }) => `- **${label}**: ${asked}`).join('\n'),
    '## How to read it',
    READING.map((line) => `- ${line}`).join('\n'),
    ...TASKS.flatMap((task) => partOf(task, entries, budget)),
  ];
  if (loads.length > 0) parts.push(...loadPart(loads));
  return `${parts.join('\n\n')}\n`;
}

function partOf(task: Task, entries: readonly Entry[], budget: number): string[] {
  const sizes = [
    ...new Map(entries.map(({ words, notes }) => [`${words} ${notes}`, { words, notes }])).values(),
  ];
  const outcomeOf = (name: string, { words, notes }: { words: number; notes: number }): Outcome | undefined =>
    entries
      .find((entry) => entry.name === name && entry.words === words && entry.notes === notes)
      ?.outcomes.get(task);
  const rowsOf = (
    cell: (outcome: Outcome | undefined, name: string, size: (typeof sizes)[number]) => string,
  ): string[][] =>
    CONTESTANTS.map(({ name, label }) => [
      label,
      ...sizes.map((size) => cell(outcomeOf(name, size), name, size)),
    ]).filter(([, ...cells]) => cells.some((text) => text !== '–'));
  const head = ['words, notes', ...sizes.map(({ words, notes }) => `${short(words)}, ${short(notes)}`)];
  const times = rowsOf((outcome, name, size) =>
    formatOutcome(outcome, {
      against: name === 'sidegloss' ? undefined : outcomeOf('sidegloss', size),
      budget,
      isMemory: task === 'memory',
    }),
  );
  const tallies = rowsOf((outcome) => (outcome === 'over' ? `> ${budget / 1000} s` : formatTally(outcome)));
  const parts = [`## ${TITLES[task]}`, markdownTable(head, times)];
  if (task === 'saved' || task === 'paint' || task === 'add') parts.push(longestOf(task, entries));
  if (tallies.some(([, ...cells]) => cells.some((cell) => cell.includes('/')))) {
    parts.push('Right / wrong / lost, %:', markdownTable(head, tallies));
  }
  return parts.filter((part) => part !== '');
}

/** The longest task that Sidegloss held the page up with, over all sizes. */
function longestOf(task: Task, entries: readonly Entry[]): string {
  const all = entries.flatMap(({ name, outcomes }) => {
    const outcome = outcomes.get(task);
    return name === 'sidegloss' && typeof outcome === 'object' ? [outcome.longest] : [];
  });
  const most = Math.max(0, ...all);
  return `The longest task of Sidegloss in all of these: ${most === 0 ? 'under 50 ms' : formatMs(most)}.`;
}

const short = (count: number): string =>
  count >= 1e6 ? `${count / 1e6} M` : count >= 1e3 ? `${count / 1e3} k` : String(count);

function loadPart(loads: readonly Load[]): string[] {
  return [
    '## Open the page',
    `An article as it is built for readers, with ${NOTES.toLocaleString('en')} notes of the reader’s own, beside a page of nothing but the same words in the same fonts, which is the limit: from the navigation, with fonts and scripts in the cache. The work is what the main thread does until the page is at rest.`,
    markdownTable(
      ['words', 'first paint', 'bare page', 'first notes painted', 'work', 'bare page'],
      loads.map(({ words, ours, bare }) => [
        words.toLocaleString('en'),
        `${formatMs(ours.painted)} (${formatRatio(ours.painted, bare.painted)})`,
        formatMs(bare.painted),
        formatMs(ours.annotated),
        `${formatMs(ours.work)} (${formatRatio(ours.work, bare.work)})`,
        formatMs(bare.work),
      ]),
    ),
    'Here `×` is the ratio to the bare page.',
  ];
}
