import { describe, expect, it } from 'vitest';
import { isRight, judge, traceOf } from '../../tools/bench/peers/judge.ts';
import {
  addParagraph,
  editWords,
  sampleOf,
  wordsOf,
  type SampleNote,
} from '../../tools/bench/peers/sample.ts';
import {
  formatBytes,
  formatMs,
  formatOutcome,
  formatRatio,
  formatTally,
  markdownTable,
} from '../../tools/bench/peers/tables.ts';
import type { Outcome, Task } from '../../tools/bench/peers/measure.ts';
import { formatReport, type Entry } from '../../tools/bench/peers/report.ts';
import { seeded } from '../../tools/bench/texts.ts';

const note = (first: number, last: number): SampleNote => ({
  id: 'n',
  start: 0,
  end: 1,
  selectors: [],
  isUnique: true,
  first,
  last,
});

describe('the texts that libraries are measured on', () => {
  it('are the same for a seed', () => {
    expect(sampleOf(500, 5, 3)).toEqual(sampleOf(500, 5, 3));
    expect(sampleOf(500, 5, 3).notes).not.toEqual(sampleOf(500, 5, 4).notes);
  });

  it('have notes on whole words, from the first to the last that they name', () => {
    const { notes, versions } = sampleOf(500, 20, 3);
    const { text, starts, ends } = versions.saved;
    for (const { start, end, first, last } of notes) {
      expect([start, end]).toEqual([starts[first], ends[last]]);
      expect(text.slice(start, end)).toMatch(/^\S[^]*\S$/);
    }
  });

  it('have spare notes at the top, where they are seen', () => {
    const { notes, versions } = sampleOf(500, 5, 3, 2);
    expect(notes).toHaveLength(7);
    expect(notes.slice(5).every(({ end }) => end < versions.saved.text.length / 4)).toBe(true);
    expect(notes.slice(0, 5)).toEqual(sampleOf(500, 5, 3).notes);
  });

  it('know where every word is after edits', () => {
    const saved = wordsOf('A b c d e f g h i j k l m n\n\no p q r s t');
    const edited = editWords(saved, 0.5, seeded(5));
    expect(edited.text).not.toBe(saved.text);
    for (const [index, start] of edited.starts.entries()) {
      const was = saved.text.slice(saved.starts[index], saved.ends[index]);
      if (start >= 0) expect([was, 'x', 'somewhat']).toContain(edited.text.slice(start, edited.ends[index]));
    }
    expect([...edited.starts]).toContain(-1);
  });

  it('leave names as they are', () => {
    const saved = wordsOf('Ann Host: Bob');
    expect(editWords(saved, 1, seeded(1))).toEqual(saved);
  });

  it('know where every word is below a new paragraph', () => {
    const { text, starts, ends } = addParagraph(wordsOf('A title\n\nb c'), 'new words');
    expect(text).toBe('A title\n\nnew words\n\nb c');
    expect([...starts].map((start, index) => text.slice(start, ends[index]))).toEqual([
      'A',
      'title',
      'b',
      'c',
    ]);
  });
});

describe('where a note came to be', () => {
  const version = wordsOf('one two three four five six');

  it('is right where it covers most of its words and little else', () => {
    expect(isRight(version, note(1, 2), { start: 4, end: 13 })).toBe(true);
    expect(isRight(version, note(1, 2), { start: 4, end: 7 })).toBe(false);
    expect(isRight(version, note(1, 2), { start: 0, end: 27 })).toBe(false);
  });

  it('is what is left of its words', () => {
    const gone = { ...version, starts: version.starts.slice(), ends: version.ends.slice() };
    gone.starts[1] = -1;
    gone.ends[1] = -1;
    expect(traceOf(gone, note(1, 2))).toEqual({ start: 8, end: 13 });
    expect(traceOf(gone, note(1, 1))).toBeNull();
    expect(isRight(gone, note(1, 1), { start: 4, end: 7 })).toBe(false);
  });

  it('is counted once', () => {
    const places = [{ start: 0, end: 3 }, { start: 0, end: 3 }, null];
    expect(judge(version, [note(0, 0), note(5, 5), note(2, 3)], places)).toEqual({
      right: 1,
      wrong: 1,
      lost: 1,
    });
  });
});

describe('the tables of figures', () => {
  const ours = { value: 10, longest: 0, tally: { right: 999, wrong: 1, lost: 0 } };

  it('say times, sizes and ratios as they are read', () => {
    expect([0.424, 12.34, 432.1, 4560].map(formatMs)).toEqual(['0.42 ms', '12.3 ms', '432 ms', '4.6 s']);
    expect(formatBytes(1_240_000)).toBe('1.2 MB');
    expect([formatRatio(2, 10), formatRatio(25, 10), formatRatio(900, 10), formatRatio(1, 0)]).toEqual([
      '×0.20',
      '×2.5',
      '×90',
      '',
    ]);
  });

  it('say what has no figure', () => {
    const how = { budget: 20_000, isMemory: false };
    expect(formatOutcome('over', how)).toBe('> 20 s');
    expect(formatOutcome('absent', how)).toBe('–');
    expect(formatOutcome({ value: 25, longest: 0 }, { ...how, against: ours })).toBe('25.0 ms (×2.5)');
  });

  it('never round something to nothing, or nearly all to all', () => {
    expect(formatTally(ours)).toBe('99.9 / 0.1 / 0');
    expect(formatTally({ ...ours, tally: { right: 99_999, wrong: 0, lost: 1 } })).toBe('99.9 / 0 / 0.1');
    expect(formatTally('over')).toBe('–');
  });

  it('are Markdown with columns of one width', () => {
    expect(markdownTable(['who', 'ms'], [['us', '1.0']])).toBe(
      '| who  |   ms |\n| ---- | ---: |\n| us   |  1.0 |',
    );
  });
});

describe('the report', () => {
  it('sets everybody beside us, with the ratio, size by size', () => {
    const entry = (name: string, notes: number, ms: number): Entry => ({
      name,
      words: 10_000,
      notes,
      outcomes: new Map<Task, Outcome>([['paint', { value: ms, longest: 0 }]]),
    });
    const text = formatReport({
      date: '2026-01-02',
      machine: '2 × a processor',
      budget: 20_000,
      idle: 2,
      entries: [
        entry('sidegloss', 100, 4),
        entry('rangy', 100, 40),
        entry('recogito', 100, 40),
        entry('sidegloss', 1000, 8),
      ],
      loads: [],
    });
    const rows = text.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(rows).toContain('| words, notes | 10 k, 100 | 10 k, 1 k |');
    expect(rows).toContain('| Sidegloss | 4.0 ms | 8.0 ms |');
    expect(rows).toContain('| rangy | 40.0 ms (×10) | – |');
    expect(text).not.toContain('Right / wrong');
  });
});
