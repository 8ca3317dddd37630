import { describe as group, expect, it, test } from 'vitest';
import { describe } from '../../../src/core/anchor/describe.ts';
import { queryOf } from '../../../src/core/anchor/query.ts';
import { selectorOf, wordsIn, type Selector, type Selectors } from '../../../src/core/anchor/selectors.ts';
import { atOnce, locateVerbatim } from '../../../src/core/anchor/verbatim.ts';
import { articleOf, spanOf } from './plain-article.ts';

const TEXT = 'The mayor spoke of the harbour on Monday. It will be rebuilt by spring, she said, at no cost.';
const article = articleOf(TEXT, { p0: 'mayor' });
const LATER = articleOf(`A new paragraph.\n\n${TEXT}`, { p1: 'mayor' });
const span = spanOf(TEXT, 'by spring');
const moved = spanOf(LATER.text, 'by spring');
const quote = (some: object = {}): Selector => ({ type: 'TextQuoteSelector', exact: 'by spring', ...some });
const at = ({ start, end }: { start: number; end: number }): Selector => ({
  type: 'TextPositionSelector',
  start,
  end,
});
const by = (speaker: string | null): Selector => ({
  type: 'ArticleSelector',
  block: null,
  speaker,
  text: '',
});
const BEFORE = 'on Monday. It will be rebuilt ';
const AFTER = ', she said, at no cost.';
const full = { prefix: BEFORE, suffix: AFTER };

group('words that are told by their position alone', () => {
  test.each<[string, Selectors]>([
    ['in the very text', describe(article, span)],
    ['in the very text, without the words', describe(article, span).slice(1)],
    ['with what stood before and after them', [quote(full), at(span)]],
    ['with what stood before them', [quote({ prefix: BEFORE }), at(span)]],
    ['with their speaker', [quote(full), at(span), by('mayor')]],
    ['where nobody knew whose they are', [quote(full), at(span), by(null)]],
  ])('%s', (name, selectors) => {
    // 30 letters are too few by themselves: they might stand in several places.
    expect(atOnce(article, selectors)).toEqual(
      name.endsWith('before them') ? null : { outcome: 'exact', span },
    );
  });
  test.each<[string, Selectors]>([
    ['other words stand there', [quote({ ...full, exact: 'by autumn' }), at(span)]],
    ['something else stands before them', [quote({ ...full, prefix: `x${BEFORE.slice(1)}` }), at(span)]],
    ['something else stands after them', [quote({ ...full, suffix: `${AFTER}x` }), at(span)]],
    ['they are another’s', [quote(full), at(span), by('guest')]],
    ['the position is outside of the text', [quote(full), at({ start: 80, end: 9999 })]],
    ['the position is before the text', [quote(full), at({ start: -9, end: 0 })]],
    ['the position is empty', [quote(full), at({ start: 5, end: 5 })]],
    ['there is no position', [quote(full)]],
  ])('are not where %s', (_, selectors) => {
    expect(atOnce(article, selectors)).toBeNull();
  });
  it('are not at a position that holds none, even in the very text', () => {
    const known = describe(article, span)[2]!;
    for (const [start, end] of [
      [5, 5],
      [9, 5],
      [-9, 5],
      [-9, 0],
      [80, 9999],
    ] as const)
      expect(atOnce(article, [at({ start, end }), known])).toEqual({ outcome: 'lost' });
  });
  it('need 32 letters around them', () => {
    const around = (before: number, after: number): Selector =>
      quote({ prefix: BEFORE.slice(-before), suffix: AFTER.slice(0, after) });
    expect(atOnce(article, [around(16, 16), at(span)])).toEqual({ outcome: 'exact', span });
    expect(atOnce(article, [around(16, 15), at(span)])).toBeNull();
  });
  it('may be the whole text, or its first letters', () => {
    const all = { start: 0, end: TEXT.length };
    expect(atOnce(article, describe(article, all))).toEqual({ outcome: 'exact', span: all });
    const whole = articleOf(TEXT);
    const first = { start: 0, end: 3 };
    const selectors = [quote({ exact: 'The', suffix: TEXT.slice(3, 60) }), at(first)];
    expect(atOnce(whole, selectors)).toEqual({ outcome: 'exact', span: first });
    const last = { start: TEXT.length - 5, end: TEXT.length };
    const ending = [quote({ exact: 'cost.', prefix: TEXT.slice(0, -5) }), at(last)];
    expect(atOnce(whole, ending)).toEqual({ outcome: 'exact', span: last });
  });
  it('are lost where there is nothing to look for', () => {
    expect(atOnce(article, [])).toEqual({ outcome: 'lost' });
    expect(atOnce(article, [at({ start: 1, end: 2 })])).toEqual({ outcome: 'lost' });
    expect(atOnce(article, [quote({ exact: '' })])).toEqual({ outcome: 'lost' });
  });
});

group('words that stand with all that was around them in one place only', () => {
  test.each<[string, Selectors]>([
    ['wherever that is', [quote(full)]],
    ['with their speaker', [quote(full), by('mayor')]],
    ['whatever the position says', [quote(full), at(span)]],
    ['with 32 letters around them', [quote({ prefix: BEFORE.slice(-16), suffix: AFTER.slice(0, 16) })]],
  ])('are there, %s', (_, selectors) => {
    expect(locateVerbatim(LATER, selectors)).toEqual({ outcome: 'exact', span: moved });
  });
  test.each<[string, Selectors]>([
    ['fewer letters are around them', [quote({ prefix: BEFORE.slice(-16), suffix: AFTER.slice(0, 15) })]],
    ['they are another’s', [quote(full), by('guest')]],
    ['something is not as it was', [quote({ ...full, prefix: BEFORE.toUpperCase() })]],
  ])('must be asked for where %s', (_, selectors) => {
    expect(locateVerbatim(LATER, selectors)).toBeNull();
  });
  it('must be asked for where they stand twice, also one into the other', () => {
    expect(locateVerbatim(articleOf(`${TEXT}\n\n${TEXT}`), [quote(full)])).toBeNull();
    const row = articleOf('a'.repeat(41));
    expect(locateVerbatim(row, [quote({ exact: 'a', prefix: 'a'.repeat(39) })])).toBeNull();
    const waves = articleOf('ab'.repeat(30));
    expect(locateVerbatim(waves, [quote({ exact: 'ab', prefix: 'ab'.repeat(20) })])).toBeNull();
  });
  it('are there at the beginning and the end of the text, too', () => {
    const ending = [quote({ exact: 'cost.', prefix: TEXT.slice(40, -5) })];
    expect(locateVerbatim(article, ending)).toEqual({
      outcome: 'exact',
      span: { start: TEXT.length - 5, end: TEXT.length },
    });
    expect(locateVerbatim(article, [quote({ exact: 'The', suffix: TEXT.slice(3, 60) })])).toEqual({
      outcome: 'exact',
      span: { start: 0, end: 3 },
    });
  });
  it('are where their position says, though they stand there twice', () => {
    const twice = articleOf(`${TEXT}\n\n${TEXT}`);
    const second = spanOf(twice.text, 'by spring', 2);
    expect(locateVerbatim(twice, [quote(full), at(second)])).toEqual({ outcome: 'exact', span: second });
  });
  it('are what `atOnce` says where that is enough', () => {
    expect(locateVerbatim(article, describe(article, span))).toEqual({ outcome: 'exact', span });
    expect(locateVerbatim(article, [])).toEqual({ outcome: 'lost' });
  });
});

group('words that are looked for', () => {
  const words = (prefix: string, exact: string, suffix: string) => {
    const query = queryOf({ type: 'TextQuoteSelector', exact, prefix, suffix });
    if (!query) return null;
    const { words: all } = query.passage;
    const show = (from: number, to: number) => all.text.slice(all.starts[from], all.ends[to - 1]);
    return {
      words: show(query.passage.first, query.passage.last),
      context: show(query.from, query.to),
      weights: [query.before, query.weight, query.after],
    };
  };
  test.each([
    ['halves at both ends are left out', 'alf a word', 'here', 'and ano', 'a word here and', [5, 4, 3]],
    ['marks at both ends are whole', '. A word', 'here', 'and,', '. A word here and,', [6, 4, 4]],
    ['one word of context is kept, half or not', 'alf', 'here', 'ano', 'alf here ano', [3, 4, 3]],
    ['there may be none', '', 'here', '', 'here', [0, 4, 0]],
  ])('have words around them: %s', (_, prefix, exact, suffix, context, weights) => {
    const spaced = [prefix && `${prefix} `, suffix && ` ${suffix}`] as const;
    expect(words(spaced[0], exact, spaced[1])).toEqual({ words: 'here', context, weights });
  });
  it('need no context, and must be words', () => {
    expect(queryOf({ type: 'TextQuoteSelector', exact: 'here' })).toMatchObject({
      from: 0,
      to: 1,
      before: 0,
      after: 0,
    });
    expect(queryOf({ type: 'TextQuoteSelector', exact: ' \u00ad ' })).toBeNull();
  });
  it('are the first selector of their type, and none where no selector quotes', () => {
    const [first, second] = [quote(), quote({ exact: 'x' })];
    expect(selectorOf([at(span), first, second], 'TextQuoteSelector')).toBe(first);
    expect(wordsIn([at(span), first])).toBe('by spring');
    expect(wordsIn([at(span)])).toBe('');
  });
});

group('context that grows', () => {
  const quoteOf = (text: string, words: string, nth = 1) => {
    const { prefix, suffix } = selectorOf(
      describe(articleOf(text), spanOf(text, words, nth)),
      'TextQuoteSelector',
    )!;
    return [prefix!.length, suffix!.length];
  };
  const line = (length: number) => 'abcdefgh '.repeat(Math.ceil(length / 9)).slice(0, length);
  test.each<[string, string, string, number, number[]]>([
    ['is 32 characters where the words stand once', `${line(100)}here${line(100)}`, 'here', 1, [32, 32]],
    ['is 32 where it makes them stand once', `${line(100)}here 1${line(100)}here 2`, 'here', 1, [32, 32]],
    [
      'is 64 where 32 are not enough',
      `1${line(50)}here${line(50)}2 3${line(50)}here${line(50)}4`,
      'here',
      1,
      [51, 64],
    ],
    [
      'is 128 where 64 are not enough',
      `1${line(99)}here${line(200)}3${line(99)}here${line(200)}4`,
      'here',
      1,
      [100, 128],
    ],
    ['is 512 at most', `${line(900)}here${line(900)}`.repeat(4), 'here', 2, [512, 512]],
    ['ends with the text', 'here and here', 'here', 2, [9, 0]],
  ])('%s', (_, text, words, nth, lengths) => {
    expect(quoteOf(text, words, nth)).toEqual(lengths);
  });
  it('is moved off the middle of a pair of surrogates, towards the end', () => {
    const sizes = (text: string) => quoteOf(text, 'here');
    expect(sizes(`x${'😀'.repeat(30)}here${'😀'.repeat(30)}`)).toEqual([32, 32]);
    expect(sizes(`${'😀'.repeat(30)}xhere${'😀'.repeat(30)}`)).toEqual([31, 32]);
    expect(sizes(`${'😀'.repeat(30)}herex${'😀'.repeat(30)}`)).toEqual([32, 33]);
    expect(sizes(`${'\ue000'.repeat(40)}here${'\ud7ff'.repeat(40)}`)).toEqual([32, 32]);
  });
  it('says where no words are', () => {
    expect(() => describe(article, { start: 7, end: 7 })).toThrow('no words at 7 to 7 in a text of');
  });
});
