import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligning } from '../../../src/core/anchor/align.ts';
import { cutWords } from '../../../src/core/anchor/words.ts';
import { runSlices } from '../../../src/core/text/slices.ts';

/** The mates of words that stand between others, which are no part of what is paired. */
function align(a: readonly string[], b: readonly string[], around = 0): number[] {
  const rim = Array.from({ length: around }, () => 'rim');
  const run = (words: readonly string[]) => ({
    words: cutWords([...rim, ...words, ...rim].join(' ')),
    from: around,
    to: around + words.length,
  });
  return [...runSlices(aligning(run(a), run(b)))].map((mate) => (mate < 0 ? -1 : mate - around));
}
const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);
/** Which words of `a` are paired with the very same words of `b`. */
const kept = (a: readonly string[], b: readonly string[], mates: readonly number[]): number =>
  mates.filter((mate, at) => mate >= 0 && a[at] === b[mate]).length;

describe('pairing the words of two long texts', () => {
  it('pairs every word that stayed, around one that was put in, left out or replaced anywhere', () => {
    const words = named('w', 120);
    const edit = fc.tuple(fc.nat(119), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.nat(3), (edits, around) => {
        let edited = words;
        for (const [index, [at, out, put]] of edits.entries())
          edited = [...edited.slice(0, at), ...named(`n${index}x`, put), ...edited.slice(at + out)];
        const mates = align(words, edited, around);
        const stayed = words.filter((word) => edited.includes(word)).length;
        // Where two edits meet, a word may be paired with one that looks like it.
        expect(kept(words, edited, mates)).toBeGreaterThanOrEqual(edits.length === 1 ? stayed : stayed - 3);
      }),
      { seed: 5, numRuns: 20 },
    );
  });
  it('pairs the most words that can be, where parts changed places', () => {
    const parts = [60, 25, 70, 45].map((count, at) => named(`p${at}x`, count));
    const order = (...at: number[]): string[] => at.flatMap((index) => parts[index]!);
    const old = order(0, 1, 2, 3);
    const most = (...at: number[]): number => {
      const now = order(...at);
      return kept(old, now, align(old, now));
    };
    expect(most(1, 0, 2, 3)).toBe(175);
    expect(most(2, 0, 1, 3)).toBe(130);
    expect(most(3, 2, 1, 0)).toBe(70);
    expect(most(0, 2, 1, 3)).toBe(175);
    expect(most(1, 2, 3, 0)).toBe(140);
    expect(most(2, 3, 0, 1)).toBe(115);
    expect(most(3, 0, 1, 2)).toBe(155);
  });
  it('holds on to words that stand once between words that are all different', () => {
    const old = named('k', 60).flatMap((word, at) => [word, `a${at}`]);
    const now = named('k', 60).flatMap((word, at) => [word, `b${at}`]);
    const mates = align(old, now);
    for (let at = 0; at < 120; at += 2) expect(mates[at]).toBe(at);
  });
  it('holds on to rows of words where each of them stands often', () => {
    // No four words in a row stand twice: the digits of 1/7, 1/17 and so on as words would do, too.
    let state = 1;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647);
    const old = Array.from({ length: 200 }, () => `d${random() % 9}`);
    const now = [...old.slice(0, 60), 'new', 'words', ...old.slice(75, 140), ...old.slice(150)];
    const mates = align(old, now);
    expect(mates.slice(0, 58)).toEqual(Array.from({ length: 58 }, (_, at) => at));
    expect(mates.slice(80, 138)).toEqual(Array.from({ length: 58 }, (_, at) => at + 67));
    expect(mates.slice(155)).toEqual(Array.from({ length: 45 }, (_, at) => at + 132));
  });
  it('compares word by word where nothing stands only once', () => {
    const old = Array.from({ length: 70 }, (_, at) => ['aa', 'bb', 'cc'][at % 3]!);
    const now = [...old.slice(0, 30), 'new', ...old.slice(30)];
    expect(kept(old, now, align(old, now))).toBe(70);
    const twice = Array.from({ length: 60 }, (_, at) => ['aa', 'bb', 'cc', 'dd'][(at * at) % 4]!);
    expect(kept(twice, twice.slice(7), align(twice, twice.slice(7)))).toBe(53);
  });
  it('pairs nothing of texts that have nothing in common, and are too long to compare word by word', () => {
    const [old, now] = [
      named('a', 3).flatMap((word) => named(word, 400)),
      named('z', 3).flatMap((word) => named(word, 400)),
    ];
    expect(align(old, now).every((mate) => mate === -1)).toBe(true);
  });
  it('pairs nothing with nothing', () => {
    expect(align([], [])).toEqual([]);
    expect(align(['one'], [])).toEqual([-1]);
    expect(align([], ['one'])).toEqual([]);
  });
  it('says from time to time that it is still at it', () => {
    const whole = (words: readonly string[]) => ({
      words: cutWords(words.join(' ')),
      from: 0,
      to: words.length,
    });
    const [old, now] = [named('w', 40_000), ['new', ...named('w', 40_000), 'end']];
    const work = aligning(whole(old), whole(now));
    let steps = 0;
    while (!work.next().done) steps += 1;
    expect(steps).toBeGreaterThan(2);
  });
});
