import type { Formatting } from '../core/text/formatting.ts';
import { byPosition, type Span } from '../core/text/span.ts';
import { labelAt } from '../core/voices/labels.ts';
import { clean } from './clean.ts';
import { startTally, type Tally } from './left-out.ts';

/** A way to set words, without the place where they stand. */
export type Setting = Formatting extends infer One
  ? One extends Formatting
    ? Omit<One, keyof Span>
    : never
  : never;

/** What parts two words, from the weakest to the strongest; of several in a row the strongest counts. */
const GAPS = { none: '', space: ' ', cell: ' | ', soft: '\n', line: '\n', paragraph: '\n\n' } as const;
/** `soft` is a line end that counts as a blank, unless the line behind it opens a paragraph by itself. */
export type Gap = keyof typeof GAPS;
const STRENGTH: readonly Gap[] = ['none', 'space', 'cell', 'soft', 'line', 'paragraph'];

/**
 * A text in the making: words one after the other, what parts them, and how they are set. `open` and `close` pair like
 * brackets. Whatever is opened costs the same however deep it lies, because what holds already is not opened again.
 */
export interface Sheet {
  readonly leftOut: Tally;
  /** Words as they stand, blanks and all. */
  readonly words: (text: string) => void;
  /** Parts what came from what comes. A `break` is a line end, and a second one at once parts paragraphs. */
  readonly gap: (gap: Gap | 'break') => void;
  readonly open: (setting: Setting) => void;
  readonly close: () => void;
  /** How many lines of a table were parted into cells so far. */
  readonly cells: () => number;
  readonly finish: () => { text: string; formatting: Formatting[] };
}

/** One setting that is open: where its first words stand, and the end of its last; -1 before there are any. */
interface Open {
  readonly setting: Setting;
  start: number;
  end: number;
}

/** Lists within lists beyond this depth are set like this one. */
const DEEPEST_LIST = 9;

/** An empty sheet. */
export function startSheet(): Sheet {
  const pieces: string[] = [];
  const formatting: Formatting[] = [];
  const stack: (Open | null)[] = [];
  let active: Open[] = [];
  let [length, cells] = [0, 0];
  let pending: Gap = 'none';
  const soft: number[] = [];
  const leftOut = startTally();

  const put = (text: string): void => {
    pieces.push(text);
    length += text.length;
  };
  const flush = (): void => {
    const gap = length === 0 ? 'none' : pending;
    pending = 'none';
    if (gap === 'cell') cells += 1;
    if (gap === 'soft') soft.push(length);
    put(GAPS[gap]);
  };
  const isNew = (setting: Setting): boolean =>
    setting.kind === 'list-item'
      ? active.filter(({ setting: { kind } }) => kind === 'list-item').length < DEEPEST_LIST
      : active.every((one) => one.setting.kind !== setting.kind);

  return {
    leftOut,
    cells: () => cells,
    words: (given) => {
      const { text: cleaned, removed } = clean(given);
      leftOut.add('character', removed);
      // Where something between two blanks was left out, one blank is enough.
      const isDouble = pending === 'none' && cleaned.startsWith(' ') && (pieces.at(-1) ?? ' ').endsWith(' ');
      const text = isDouble ? cleaned.slice(1) : cleaned;
      if (text === '') return;
      flush();
      for (const one of active) if (one.start < 0) one.start = length;
      put(text);
      for (const one of active) one.end = length;
    },
    gap: (asked) => {
      const gap = asked === 'break' ? (pending === 'line' ? 'paragraph' : 'line') : asked;
      if (STRENGTH.indexOf(gap) > STRENGTH.indexOf(pending)) pending = gap;
    },
    open: (setting) => {
      const one: Open | null = isNew(setting) ? { setting, start: -1, end: -1 } : null;
      stack.push(one);
      if (one) active.push(one);
    },
    close: () => {
      const one = stack.pop();
      if (!one) return;
      if (one.end > one.start) formatting.push({ ...one.setting, start: one.start, end: one.end });
      active = active.filter((other) => other !== one);
    },
    finish: () => {
      const text = softened(pieces.join(''), soft);
      const placed = formatting.flatMap((one) => (isInline(one) ? withinLines(one, text) : [one]));
      return { text, formatting: joinTouching(placed.toSorted(byPosition), text) };
    },
  };
}

/** The text with a blank for each soft line end, except before a label, a dash that opens speech, or a row of a table. */
function softened(text: string, soft: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of soft) {
    const next = text.indexOf('\n', at + 1);
    const line = { start: at + 1, end: next < 0 ? text.length : next };
    const stays = /^[—–|]/.test(text[line.start] ?? '') || labelAt(text, line) !== null;
    pieces.push(text.slice(from, at), stays ? '\n' : ' ');
    from = at + 1;
  }
  return [...pieces, text.slice(from)].join('');
}

/** What is set within a paragraph ends with its line; the blanks around its words are not part of it. */
function withinLines(one: Formatting, text: string): Formatting[] {
  const lines: Formatting[] = [];
  for (const [words] of text.slice(one.start, one.end).matchAll(/\S(?:[^\n]*\S)?/g)) {
    const start = text.indexOf(words, lines.at(-1)?.end ?? one.start);
    lines.push({ ...one, start, end: start + words.length });
  }
  return lines;
}

const isInline = ({ kind }: Setting): boolean => kind === 'emphasis' || kind === 'strong' || kind === 'link';

/** Emphasis that goes on at once, or behind one blank, is one emphasis: word processors break it anywhere. */
function joinTouching(sorted: readonly Formatting[], text: string): Formatting[] {
  const joined: Formatting[] = [];
  const last = new Map<string, number>();
  for (const one of sorted) {
    const at = last.get(one.kind);
    const before = at === undefined ? undefined : joined[at];
    const touches =
      before !== undefined &&
      (one.kind === 'emphasis' || one.kind === 'strong') &&
      (one.start === before.end || (one.start === before.end + 1 && text[before.end] === ' '));
    if (touches) joined[at!] = { ...before, end: one.end };
    else {
      last.set(one.kind, joined.length);
      joined.push(one);
    }
  }
  return joined.toSorted(byPosition);
}
