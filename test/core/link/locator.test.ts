import { describe, expect, it, test } from 'vitest';
import { lowerBlock, lettersInPlaceOf, numberOf } from '../../../src/core/link/block-order.ts';
import { lettersOf } from '../../../src/core/link/letters.ts';
import {
  formatLocator,
  joinWords,
  parseQuoteLink,
  splitWords,
  withoutDirective,
  type Locator,
} from '../../../src/core/link/locator.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

describe('a locator as a fragment', () => {
  test.each<[string, Locator]>([
    ['p1', { block: 'p1' }],
    ['p1.cut-taxes', { block: 'p1', words: 'cut-taxes' }],
    ['p1.cut-taxes.2', { block: 'p1', words: 'cut-taxes', nth: 2 }],
    ['p1.we-cut..isnt-it', { block: 'p1', words: 'we-cut', to: { block: 'p1', words: 'isnt-it' } }],
    ['p1.we-cut..isnt-it.4', { block: 'p1', words: 'we-cut', to: { block: 'p1', words: 'isnt-it' }, nth: 4 }],
    ['p1.we..p2.it', { block: 'p1', words: 'we', to: { block: 'p2', words: 'it' } }],
    ['p1.we..p2.it.4', { block: 'p1', words: 'we', to: { block: 'p2', words: 'it' }, nth: 4 }],
    ['p1.we..p2.2025x', { block: 'p1', words: 'we', to: { block: 'p2', words: '2025x' } }],
    ['a%2Eb.x-y', { block: 'a.b', words: 'x-y' }],
    ['a%28b%29%27%21%2A%7E.x', { block: "a(b)'!*~", words: 'x' }],
  ])('%s is written and read', (fragment, locator) => {
    expect(formatLocator(locator)).toBe(fragment);
    expect(parseQuoteLink(fragment)).toEqual(locator);
  });
  it('says which place where last words in another block are a number, which would be read as that', () => {
    const locator = { block: 'p1', words: 'we', to: { block: 'p2', words: '2025' } };
    expect(formatLocator(locator)).toBe('p1.we..p2.2025.1');
    expect(parseQuoteLink('p1.we..p2.2025.1')).toEqual({ ...locator, nth: 1 });
  });
  it('has no half of a character in it', () => {
    expect(formatLocator({ block: 'p\ud800', words: 'x' })).toBe('p%EF%BF%BD.x');
  });
  test.each([
    [
      'a number without a leading nought is a place',
      'p1.a..b.10',
      { to: { block: 'p1', words: 'b' }, nth: 10 },
    ],
    ['a number with one is a word', 'p1.a..b.01', { to: { block: 'b', words: '01' } }],
    ['a number of ten digits is a word', 'p1.a..b.1234567890', { to: { block: 'b', words: '1234567890' } }],
    [
      'a number behind an end is its place, whatever follows',
      'p1.a..b.3.x',
      { to: { block: 'p1', words: 'b' }, nth: 3 },
    ],
    [
      'of two numbers the first is a word of the block before it',
      'p1.a..b.3.2',
      { to: { block: 'b', words: '3' }, nth: 2 },
    ],
    ['nothing but signs at the end leaves the words', 'p1.a..-', {}],
    ['a place that is none is left out', 'p1.a.0', {}],
  ])('%s', (_, fragment, rest) => {
    expect(parseQuoteLink(fragment)).toEqual({ block: 'p1', words: 'a', ...rest });
  });
  it('is read up to 4,096 characters', () => {
    const long = `p1.${'a'.repeat(5_000)}`;
    expect(parseQuoteLink(long)?.words).toHaveLength(4_093);
    expect(parseQuoteLink(`#p1.${'a'.repeat(5_000)}`)?.words).toHaveLength(4_092);
  });
  test.each([
    ['#p1.we:~:text=we', '#p1.we'],
    [':~:text=we', ''],
    ['#p1:~:a:~:b', '#p1'],
    ['https://example.org/#p1', 'https://example.org/#p1'],
  ])('is shown without what only browsers read: %s', (address, shown) => {
    expect(withoutDirective(address)).toBe(shown);
  });
});

describe('the words of a locator', () => {
  test.each([
    [['we', 'cut'], 'we-cut'],
    [['三', '月'], '三月'],
    [['a', '三', 'b'], 'a三b'],
    [['x', 'y', '月', 'z', 'z'], 'x-y月z-z'],
    [['\u1112\u1161\u11ab'], '한'],
    [[], ''],
  ])('%j are joined as %s, and split again', (words, joined) => {
    expect(joinWords(words)).toBe(joined);
    expect(splitWords(joined).map((word) => word.normalize('NFC'))).toEqual(
      words.map((word) => word.normalize('NFC')),
    );
  });
  test.each([
    ['-Wär-', '-war-'],
    ['-war', '-war'],
    ['war-', 'war-'],
    ['_war_', 'war'],
  ])('are read folded, with the hyphens at their ends: %s', (part, words) => {
    expect(parseQuoteLink(`p1.${part}`)).toEqual({ block: 'p1', words });
  });
});

describe('where a block stood that is gone', () => {
  const article = readArticle('One.\n\nTwo.\n\nThree.\n\nFour.', { blocks: ['p1', 'p3', 'p9', 'p7'] });
  const { blocks } = article;
  test.each([
    ['p12', 12],
    ['a1b23', 23],
    ['p', -1],
    ['', -1],
  ])('the number of %s is %d', (id, number) => {
    expect(numberOf(id)).toBe(number);
  });
  test.each([
    ['p0', -1],
    ['p1', -1],
    ['p2', 0],
    ['p4', 1],
    ['p8', 3],
    ['p10', 2],
    ['p', -1],
  ])('the next lower block than %s is number %d', (id, index) => {
    expect(lowerBlock(blocks, id)).toBe(index);
  });
  it('new blocks may be its words: those between the next lower and the next higher', () => {
    const all = lettersOf(article);
    const instead = (id: string) => {
      const span = lettersInPlaceOf(blocks, all, id);
      return span && all.letters.slice(span.start, span.end);
    };
    expect(instead('p2')).toBeNull();
    expect(instead('p4')).toBe('three');
    expect(instead('p8')).toBeNull();
  });
  it('has of blocks with the same number the later one before another, and none before its own', () => {
    const same = readArticle('one\n\ntwo\n\nthree', { blocks: ['a1', 'b1', 'c4'] }).blocks;
    expect(lowerBlock(same, 'd3')).toBe(1);
    expect(lowerBlock(blocks, 'd4')).toBe(1);
    expect(lowerBlock(blocks, 'd1')).toBe(-1);
  });
});
