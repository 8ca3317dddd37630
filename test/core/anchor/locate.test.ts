import { describe as group, expect, it, test } from 'vitest';
import { describe } from '../../../src/core/anchor/describe.ts';
import { locate, locateAll, locatingAll, type Located } from '../../../src/core/anchor/locate.ts';
import { selectorOf, type Selectors } from '../../../src/core/anchor/selectors.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { articleOf, spanOf } from './plain-article.ts';

const SAMPLE = [
  'The harbour will be rebuilt by spring, the mayor said.',
  'Costs have doubled since the plan was made.',
  'The union wants the harbour rebuilt by spring as well.',
].join('\n\n');

group('describing words', () => {
  it('keeps the words, 32 characters of context on each side, position, block, speaker and text', () => {
    const article = articleOf(SAMPLE, { p1: 'mayor' });
    const span = spanOf(SAMPLE, 'doubled');
    expect(describe(article, span)).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'doubled',
        prefix: 'spring, the mayor said.\n\nCosts have '.slice(-32),
        suffix: ' since the plan was made.\n\nThe union wants'.slice(0, 32),
      },
      { type: 'TextPositionSelector', ...span },
      {
        type: 'ArticleSelector',
        block: 'p1',
        speaker: 'mayor',
        text: expect.stringMatching(/^[0-9a-z]{11}$/),
      },
    ]);
  });
  it('grows the context until the words stand only once', () => {
    const line = 'we have heard all of this before, word for word and more. ';
    const text = `One. ${line}${line}Two. ${line}${line}Three.`;
    const article = articleOf(text);
    for (const nth of [1, 2, 3, 4]) {
      const span = spanOf(text, 'heard', nth);
      const quote = selectorOf(describe(article, span), 'TextQuoteSelector')!;
      const whole = quote.prefix! + quote.exact + quote.suffix!;
      expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
      expect(locate(article, [quote])).toEqual({ outcome: 'exact', span });
    }
  });
  it('does not cut a pair of surrogates at the edge of the context', () => {
    const text = `${'😀'.repeat(30)}here${'😀'.repeat(30)}`;
    const quote = selectorOf(describe(articleOf(text), spanOf(text, 'here')), 'TextQuoteSelector')!;
    const whole = /^(😀)*$/u;
    expect(quote.prefix).toMatch(whole);
    expect(quote.suffix).toMatch(whole);
  });
  test.each([
    [3, 3],
    [5, 2],
    [-1, 4],
    [0, 999],
    [0.5, 4],
  ])('refuses what holds no words: %d to %d', (start, end) => {
    expect(() => describe(articleOf(SAMPLE), { start, end })).toThrow(RangeError);
  });
  it('has no speaker for words of two', () => {
    const article = articleOf('One says this.\n\nAnother says that.', { p0: 'one', p1: 'another' });
    const at = (start: number, end: number) =>
      selectorOf(describe(article, { start, end }), 'ArticleSelector')!.speaker;
    expect([at(0, 5), at(20, 25), at(5, 25)]).toEqual(['one', 'another', null]);
  });
});

group('finding described words', () => {
  const words = (text: string, located: Located): string =>
    'span' in located
      ? `${located.outcome}: ${text.slice(located.span.start, located.span.end)}`
      : located.outcome;

  /** Describes words of one text and looks for them in another. */
  const after = (from: Article, wanted: string, to: Article, nth = 1): string =>
    words(to.text, locate(to, describe(from, spanOf(from.text, wanted, nth))));

  it('finds them where they were', () => {
    const article = articleOf(SAMPLE);
    expect(after(article, 'rebuilt by spring', article)).toBe('exact: rebuilt by spring');
    expect(locate(article, describe(article, spanOf(SAMPLE, 'rebuilt by spring', 2)))).toEqual({
      outcome: 'exact',
      span: spanOf(SAMPLE, 'rebuilt by spring', 2),
    });
  });
  it('finds them after a paragraph was added above, by their surroundings', () => {
    const article = articleOf(SAMPLE);
    const changed = articleOf(`A new first paragraph, of some length.\n\n${SAMPLE}`);
    const located = locate(changed, describe(article, spanOf(SAMPLE, 'rebuilt by spring', 2)));
    expect(located).toEqual({ outcome: 'exact', span: spanOf(changed.text, 'rebuilt by spring', 2) });
  });
  it('says that they moved where nothing around them is the same', () => {
    const changed = articleOf(
      'Other words. The plan was made long ago, and it failed. Costs have doubled since the day.',
    );
    expect(after(articleOf(SAMPLE), 'Costs have doubled since the', changed)).toBe(
      'moved: Costs have doubled since the',
    );
  });
  it.each([
    ['half of what was around them is', 'which by all accounts is a plan', 'exact'],
    ['less than half of it is', 'which is', 'moved'],
  ])('says whether they moved where %s still there', (_, following, outcome) => {
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'the harbour rebuilt',
      prefix: 'now all of them want ',
      suffix: ' which by all accounts is a plan',
    } as const;
    const changed = articleOf(`Others, of whom nobody spoke: the harbour rebuilt ${following} for later.`);
    expect(locate(changed, [quote])).toEqual({
      outcome,
      span: spanOf(changed.text, 'the harbour rebuilt'),
    });
  });
  it('says that they are lost where they are gone', () => {
    expect(after(articleOf(SAMPLE), 'Costs have doubled', articleOf('Costs have tripled since.'))).toBe(
      'lost',
    );
  });
  it('does not choose between places that fit equally well', () => {
    const changed = articleOf('spring, they say.\n\nspring, they say.');
    const located = locate(changed, [{ type: 'TextQuoteSelector', exact: 'spring' }]);
    expect(located).toEqual({
      outcome: 'ambiguous',
      candidates: [spanOf(changed.text, 'spring'), spanOf(changed.text, 'spring', 2)],
    });
  });
  it('does not take the same few words elsewhere for those that were deleted', () => {
    const from = articleOf(
      'They call it real progress at last. Nobody believes them.\n\nHe laughed at the word “progress” later.',
    );
    const to = articleOf('Nobody believes them.\n\nHe laughed at the word “progress” later.');
    expect(after(from, 'progress', to)).toBe('ambiguous');
  });
  it('never takes another speaker’s words, however alike', () => {
    const text = 'We will not sign the treaty this year.';
    const from = articleOf(`${text}\n\nLet us talk.`, { p0: 'minister', p1: 'guest' });
    const to = articleOf(`Let us talk.\n\n${text}`, { p0: 'minister', p1: 'guest' });
    expect(locate(to, describe(from, spanOf(from.text, 'not sign the treaty')))).toEqual({
      outcome: 'ambiguous',
      candidates: [spanOf(to.text, 'not sign the treaty')],
    });
  });
  it('says that words are changed that it gives to somebody else, where that is only guessed', () => {
    const talk =
      'Let us begin with it, please.\n\nWe will not sign the treaty this year.\n\nThank you for your time today.';
    const from = articleOf(talk, { p0: 'host', p1: 'minister', p2: 'host' });
    const named = articleOf(`Well. ${talk}`, { p0: 'host', p1: 'host', p2: 'host' });
    const guessed = { ...named, turns: named.turns.map((turn) => ({ ...turn, confidence: 0.6 })) };
    const selectors = describe(from, spanOf(talk, 'not sign the treaty'));
    const span = spanOf(named.text, 'not sign the treaty');
    const said = { outcome: 'reworded', span, was: 'not sign the treaty' };
    for (const old of [undefined, from]) {
      expect(locateAll(guessed, [selectors], old)).toEqual([said]);
      expect(locateAll(named, [selectors], old)).toEqual([{ outcome: 'ambiguous', candidates: [span] }]);
    }
  });
  it('never trusts a position by itself in another text', () => {
    const from = articleOf(SAMPLE);
    const position = describe(from, spanOf(SAMPLE, 'doubled')).slice(1);
    expect(words(SAMPLE, locate(from, position))).toBe('exact: doubled');
    expect(locate(articleOf(`X${SAMPLE}`), position)).toEqual({ outcome: 'lost' });
  });
  it('finds notes of other programs, which have a quote alone', () => {
    const quote: Selectors = [
      { type: 'FragmentSelector', value: 'x' },
      { type: 'TextQuoteSelector', exact: 'have doubled' },
    ];
    expect(words(SAMPLE, locate(articleOf(SAMPLE), quote))).toBe('exact: have doubled');
  });
  it('has nothing to look for in an empty quote or an empty note', () => {
    expect(locate(articleOf(SAMPLE), [{ type: 'TextQuoteSelector', exact: '' }])).toEqual({
      outcome: 'lost',
    });
    expect(locate(articleOf(SAMPLE), [])).toEqual({ outcome: 'lost' });
  });
  it('survives being stored as JSON', () => {
    const article = articleOf(SAMPLE);
    const stored = JSON.parse(JSON.stringify(describe(article, spanOf(SAMPLE, 'union wants')))) as Selectors;
    expect(words(SAMPLE, locate(article, stored))).toBe('exact: union wants');
  });
});

group('finding many, in slices', () => {
  const article = articleOf(SAMPLE);
  const changed = articleOf(`Well. ${SAMPLE}`);
  const many = (count: number, exact: string): Selectors[] =>
    Array.from({ length: count }, () => [{ type: 'TextQuoteSelector', exact }]);
  /** What was told on the way, and what was found. */
  const run = (selectors: readonly Selectors[], from?: { readonly text: string }) => {
    const told: number[] = [];
    const slices = locatingAll(changed, selectors, from);
    for (let step = slices.next(); ; step = slices.next()) {
      if (step.done === true) return { told: told.filter((share) => share > 0), found: step.value };
      told.push(step.value);
    }
  };
  it('rests after so many letters, a note counting as a hundred, and says how much is done', () => {
    const { told, found } = run(many(200, 'have doubled'));
    expect(found).toHaveLength(200);
    expect(new Set(found.map((located) => JSON.stringify(located))).size).toBe(1);
    // 112 letters each: after every 72nd.
    expect(told).toEqual([72 / 200, 144 / 200]);
    expect(run(many(80, 'h')).told).toEqual([80 / 80]);
    expect(run(many(79, 'h')).told).toEqual([]);
  });
  it('finds the same at once, and with the old text', () => {
    const selectors = ['have doubled', 'union wants', 'rebuilt by spring', 'of nowhere'].map((words) =>
      words === 'of nowhere' ? many(1, words)[0]! : describe(article, spanOf(SAMPLE, words)),
    );
    const expected = ['have doubled', 'union wants', 'rebuilt by spring'].map((words) => ({
      outcome: 'exact',
      span: spanOf(changed.text, words),
    }));
    expect(run(selectors).found).toEqual([...expected, { outcome: 'lost' }]);
    expect(run(selectors, article).found).toEqual([...expected, { outcome: 'lost' }]);
    expect(locateAll(changed, selectors, article)).toEqual(run(selectors).found);
    expect(locateAll(changed, [])).toEqual([]);
  });
});
