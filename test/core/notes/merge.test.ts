import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBackup, type Contents, type Merge } from '../../../src/core/notes/merge.ts';
import type { ReaderNote } from '../../../src/core/notes/note.ts';
import { contentOf, relate, revise, stateOf } from '../../../src/core/notes/note-state.ts';
import { sampleNote } from './sample-notes.ts';

const contents = (...notes: ReaderNote[]): Contents => ({ notes, corrections: [], texts: [], drafts: [] });
let made = 0;
const newId = (): string => `new-${(made += 1)}`;
const merge = (existing: ReaderNote[], backup: ReaderNote[]): Merge =>
  mergeBackup(contents(...existing), contents(...backup), newId);

/** A store after a merge. */
const merged = (existing: readonly ReaderNote[], backup: readonly ReaderNote[]): ReaderNote[] => {
  const { save } = merge([...existing], [...backup]);
  return [...new Map([...existing, ...save.notes].map((one) => [one.id, one])).values()];
};
const day = (number: number): string => `2025-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const note = (body: string, some: Partial<ReaderNote> = {}): ReaderNote =>
  sampleNote('by spring', { id: 'n', body, created: day(1), modified: day(1), ...some });
const bodies = (notes: readonly ReaderNote[]): string[] => notes.map(({ body }) => body).toSorted();
const changed = (one: ReaderNote, body: string, on: number): ReaderNote => revise(one, { body }, day(on));

describe('a restore', () => {
  it.each<[string, ReaderNote[], ReaderNote[], string[], Partial<Merge>]>([
    ['brings what is not there', [], [note('a')], ['a'], { added: 1 }],
    ['brings nothing twice', [note('a')], [note('a')], ['a'], { unchanged: 1 }],
    [
      'lets the newer state win: the backup’s',
      [note('a')],
      [changed(note('a'), 'b', 2)],
      ['b'],
      { updated: 1 },
    ],
    [
      'lets the newer state win: the store’s',
      [changed(note('a'), 'b', 2)],
      [note('a')],
      ['b'],
      { unchanged: 1 },
    ],
    [
      'takes a state from long ago for past',
      [changed(changed(note('a'), 'b', 2), 'c', 3)],
      [changed(note('a'), 'b', 2)],
      ['c'],
      { unchanged: 1 },
    ],
    [
      'keeps both where a note was changed in two ways',
      [changed(note('a'), 'b', 2)],
      [changed(note('a'), 'c', 3)],
      ['b', 'c'],
      { split: 1 },
    ],
    [
      'keeps both though one was changed more often',
      [changed(changed(note('a'), 'b', 4), 'b2', 5)],
      [changed(note('a'), 'c', 3)],
      ['b2', 'c'],
      { split: 1 },
    ],
    [
      'without a recorded past goes by time and revision',
      [note('b', { revision: 2, modified: day(2) })],
      [note('c', { revision: 3, modified: day(3) })],
      ['c'],
      { updated: 1 },
    ],
    [
      'takes a note that was never changed here for the past of a later one from elsewhere',
      [note('a')],
      [note('b', { modified: day(2) })],
      ['b'],
      { updated: 1 },
    ],
    [
      'keeps a note on one article and one on another apart, whatever their ids',
      [note('a')],
      [note('b', { article: 'other', modified: day(2) })],
      ['a', 'b'],
      { split: 1 },
    ],
    [
      'without a recorded past keeps both of one revision',
      [note('b', { revision: 2, modified: day(2) })],
      [note('c', { revision: 2, modified: day(3) })],
      ['b', 'c'],
      { split: 1 },
    ],
    [
      'without a recorded past keeps both where time and revision say different things',
      [note('b', { revision: 3, modified: day(2) })],
      [note('c', { revision: 2, modified: day(3) })],
      ['b', 'c'],
      { split: 1 },
    ],
  ])('%s', (_, existing, backup, after, counts) => {
    expect(bodies(merged(existing, backup))).toEqual(after);
    expect(merge(existing, backup)).toMatchObject(counts);
    const twice = merged(merged(existing, backup), backup);
    expect(bodies(twice)).toEqual(after);
    expect(merge(twice, backup).save).toEqual(contents());
  });

  it('gives the id to the later of two, and says what the other was split from', () => {
    const [b, c] = [changed(note('a'), 'b', 2), changed(note('a'), 'c', 3)];
    for (const [existing, backup] of [
      [b, c],
      [c, b],
    ] as const) {
      const after = merged([existing], [backup]);
      expect(after.find(({ id }) => id === 'n')).toMatchObject({ body: 'c' });
      expect(after.find(({ id }) => id !== 'n')).toMatchObject({ body: 'b', splitFrom: 'n' });
    }
  });

  it('raises the revision of what it puts in a note’s place, so that open pages see it', () => {
    const [there] = [changed(changed(note('a'), 'b', 2), 'b2', 3)];
    const after = merged([there], [changed(note('a'), 'c', 4)]);
    expect(after.find(({ id }) => id === 'n')).toMatchObject({ body: 'c', revision: 4 });
  });

  it('on two machines in turn ends with the same notes, and splits nothing twice', () => {
    const first = merged([changed(note('a'), 'b', 2)], [changed(note('a'), 'c', 3)]);
    const second = merged([changed(note('a'), 'c', 3)], [changed(note('a'), 'b', 2)]);
    expect(bodies(merged(first, second))).toEqual(['b', 'c']);
    expect(bodies(merged(second, first))).toEqual(['b', 'c']);
  });

  it('puts missing corrections before those there, and texts and drafts only where there are none', () => {
    const [x, y, z] = [1, 2, 3].map((start) => ({ start, end: 9, speaker: null }));
    const draft = (fields: string): Contents['drafts'][number] => ({
      article: 'a',
      key: 'new',
      fields,
      modified: day(1),
    });
    const existing: Contents = {
      notes: [],
      corrections: [{ article: 'a', corrections: [x!, y!] }],
      texts: [{ hash: 'h', text: 't' }],
      drafts: [draft('mine')],
    };
    const backup: Contents = {
      notes: [],
      corrections: [
        { article: 'a', corrections: [y!, z!] },
        { article: 'b', corrections: [x!] },
      ],
      texts: [
        { hash: 'h', text: 't' },
        { hash: 'i', text: 'u' },
      ],
      drafts: [draft('old'), { ...draft('other'), key: 'n' }],
    };
    expect(mergeBackup(existing, backup, newId).save).toEqual({
      notes: [],
      corrections: [
        { article: 'a', corrections: [z, x, y] },
        { article: 'b', corrections: [x] },
      ],
      texts: [{ hash: 'i', text: 'u' }],
      drafts: [{ ...draft('other'), key: 'n' }],
    });
  });

  it('is not led round by notes that were split from each other', () => {
    const circle = [note('a', { id: 'x', splitFrom: 'y' }), note('b', { id: 'y', splitFrom: 'x' })];
    expect(bodies(merged([], circle))).toEqual(['a', 'b']);
  });

  /** States of one note on several machines: each is the one before it, changed, or goes back to an earlier one. */
  const histories = fc
    .array(
      fc.record({
        from: fc.nat(),
        body: fc.constantFrom('b', 'c', 'd', 'e'),
        on: fc.integer({ min: 2, max: 28 }),
      }),
      { maxLength: 8 },
    )
    .map((steps) => {
      const states = [note('a')];
      for (const [index, { from, body, on }] of steps.entries()) {
        states.push(changed(states[from % states.length]!, `${body}${index}`, on));
      }
      return states;
    });
  const leaves = (states: readonly ReaderNote[]): string[] =>
    states
      .filter((one) => !states.some(({ earlier }) => earlier?.includes(stateOf(one))))
      .map(contentOf)
      .toSorted();

  it('in any order keeps every state that is no other’s past, and none besides', () => {
    fc.assert(
      fc.property(
        histories.chain((states) =>
          fc.tuple(fc.constant(states), fc.shuffledSubarray(states, { minLength: states.length })),
        ),
        ([states, shuffled]) => {
          let store: ReaderNote[] = [];
          for (const state of shuffled) store = merged(store, [state]);
          expect(store.map(contentOf).toSorted()).toEqual(leaves(states));
        },
      ),
      { seed: 20251122, numRuns: 150 },
    );
  });

  it('of any backup is the same twice as once, and loses no text of either side', () => {
    const notes = fc
      .array(fc.tuple(histories, fc.nat()), { maxLength: 4 })
      .map((all) =>
        all.map(([states, at], index) => ({ ...states[at % states.length]!, id: `n${index % 3}` })),
      );
    const unique = notes.map((all) => [...new Map(all.map((one) => [one.id, one])).values()]);
    fc.assert(
      fc.property(unique, unique, (existing, backup) => {
        const once = merged(existing, backup);
        expect(merge(once, backup).save.notes).toEqual([]);
        for (const one of [...existing, ...backup]) {
          const isKept = once.some(
            (kept) => contentOf(kept) === contentOf(one) || relate(kept, one) === 'a is newer',
          );
          expect(isKept, one.body).toBe(true);
        }
      }),
      { seed: 20251122, numRuns: 150 },
    );
  });
});

describe('a note’s state', () => {
  it('is new with every change, and remembers those before', () => {
    const claim = {
      kind: 'cause',
      checkable: 'yes',
      status: 'open',
      voice: { speaker: 'mayor' },
      sources: [],
    } as const;
    const first = note('a');
    const second = revise(first, { kind: 'claim', claim }, day(2));
    const third = revise(second, { kind: 'comment', claim: null, tags: ['x'] }, day(3));
    expect(second).toMatchObject({ claim, revision: 2, modified: day(2), earlier: [stateOf(first)] });
    expect(third).not.toHaveProperty('claim');
    expect(third).toMatchObject({ tags: ['x'], revision: 3, earlier: [stateOf(first), stateOf(second)] });
    expect(new Set([first, second, third].map(stateOf)).size).toBe(3);
  });

  it('does not depend on what a reader can’t change', () => {
    expect(stateOf(note('a', { modified: day(9), revision: 7, source: { a: 1 } }))).toBe(stateOf(note('a')));
  });

  it('remembers fifty', () => {
    let one = note('a');
    for (let change = 0; change < 60; change += 1) one = changed(one, `b${change}`, 2);
    expect(one.earlier).toHaveLength(50);
  });
});
