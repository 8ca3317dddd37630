import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe as group, expect, it } from 'vitest';
import { describe, speakerOf } from '../../../src/core/anchor/describe.ts';
import { locate, locateAll, locatingAll } from '../../../src/core/anchor/locate.ts';
import { locateVerbatim } from '../../../src/core/anchor/verbatim.ts';
import { runSlices } from '../../../src/core/text/slices.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { EDITS, REWRITES, editText } from '../../../tools/bench/edits.ts';
import { tallyOf } from '../../../tools/bench/edits-measure.ts';
import { interviewOf, seeded } from '../../../tools/bench/texts.ts';

const TEXT = readFileSync('public/articles/vance-peace-talks/article.txt', 'utf8');

group('notes on the published text, edited at random', () => {
  it.each([false, true])('are on the right words, or said not to be; old text known: %s', (known) => {
    const { right, wrong, gone, all } = tallyOf(TEXT, { seeds: 12, edits: EDITS, known });
    expect(wrong / all).toBeLessThanOrEqual(0.003);
    expect(right / (all - gone)).toBeGreaterThanOrEqual(0.97);
  });
  it('are hardly ever on wrong words even where its sentences and paragraphs change places', () => {
    const { wrong, all } = tallyOf(TEXT, { seeds: 12, edits: REWRITES, known: false });
    expect(wrong / all).toBeLessThanOrEqual(0.003);
  });
});

group('notes on an interview', () => {
  const old = readArticle(interviewOf(800, 5));
  const span = fc
    .tuple(fc.nat(old.text.length - 2), fc.integer({ min: 1, max: 200 }))
    .map(([start, length]) => ({ start, end: Math.min(old.text.length, start + length) }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(old.text.slice(start, end)));

  it('are exactly where they were in the same text, also in a text of the same words', () => {
    const again = { ...old, text: `${old.text}\n` };
    fc.assert(
      fc.property(span, (one) => {
        const selectors = describe(old, one);
        expect(locate(old, selectors)).toEqual({ outcome: 'exact', span: one });
        expect(locate(again, selectors)).toEqual({ outcome: 'exact', span: one });
        expect(locateAll(again, [selectors], old)).toEqual([{ outcome: 'exact', span: one }]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
  // Without misspellings: a name in another spelling is the same name.
  it('are never put on words that the text gives to somebody else without saying so', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(span, { minLength: 1, maxLength: 8 }), (seed, spans) => {
        const edited = editText(old.text, {
          count: 12,
          random: seeded(seed),
          edits: [...EDITS.slice(2), ...REWRITES],
        });
        const article = readArticle(edited.text, { previous: old });
        const before = spans.map((one) => speakerOf(old, one));
        for (const from of [undefined, old]) {
          const placed = locateAll(
            article,
            spans.map((one) => describe(old, one)),
            from,
          );
          for (const [at, located] of placed.entries()) {
            if (!('span' in located) || located.outcome === 'reworded') continue;
            const now = speakerOf(article, located.span);
            if (before[at] !== null && now !== null) expect(now).toBe(before[at]);
          }
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });
  it('are where `locate` puts them, if they are found letter for letter without it', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(span, { minLength: 8, maxLength: 8 }), (seed, spans) => {
        const edited = editText(old.text, { count: 8, random: seeded(seed), edits: [...EDITS, ...REWRITES] });
        const article = readArticle(edited.text);
        for (const selectors of spans.map((one) => describe(old, one))) {
          const located = locateVerbatim(article, selectors);
          if (located) expect(locate(article, selectors)).toEqual(located);
          found += located ? 1 : 0;
        }
      }),
      { seed: 13, numRuns: 40 },
    );
    expect(found).toBeGreaterThan(200);
  });
  it('come out the same one by one, all at once, and in slices', () => {
    const random = seeded(3);
    const { text } = editText(old.text, { count: 10, random, edits: EDITS });
    const article = readArticle(text);
    const many = fc.sample(span, { seed: 5, numRuns: 200 }).map((one) => describe(old, one));
    const all = locateAll(article, many);
    expect(many.map((selectors) => locate(article, selectors))).toEqual(all);
    expect(runSlices(locatingAll({ ...article }, many))).toEqual(all);
  });
});
