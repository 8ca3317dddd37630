import { describe, expect, it, test } from 'vitest';
import { findQuote } from '../../../src/core/link/find-quote.ts';
import { parseQuoteLink } from '../../../src/core/link/locator.ts';
import { formatQuoteLocator } from '../../../src/core/link/quote-link.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

const TEXT = [
  'A title about ships',
  'The ship left at noon. The ship came back at night. The boat stayed at home.',
  'Nobody saw the boat, and nobody asked for it.',
  'Later the harbour was closed, and the ferry came to rest at noon.',
].join('\n\n');
const article = readArticle(TEXT);

/** What a fragment leads to: the outcome and its words. */
function follow(fragment: string): string {
  const { outcome, span } = findQuote(article, parseQuoteLink(fragment)!);
  return span ? `${outcome}: ${TEXT.slice(span.start, span.end)}` : outcome;
}
const paragraph = (index: number): string => `passage: ${TEXT.split('\n\n')[index]}`;

describe('a link leads to', () => {
  test.each([
    ['a block, where it names no words', 'p0', 'found: A title about ships'],
    ['nothing, where there is no such block', 'p9', 'gone'],
    ['words that stand once', 'p1.boat', 'found: boat'],
    ['the second of them', 'p1.ship.2', 'found: ship'],
    ['the block where there is no third', 'p1.ship.3', paragraph(1)],
    ['the block where the words stood once, and now twice', 'p1.the-ship', paragraph(1)],
    ['words with both their ends', 'p1.came..home', 'found: came back at night. The boat stayed at home'],
    ['the shortest of several', 'p1.the-ship..the-boat', 'found: The ship came back at night. The boat'],
    ['the nth of several', 'p1.the-ship..at.2', 'found: The ship left at noon. The ship came back at'],
    ['the block where there are fewer', 'p1.the-ship..home.9', paragraph(1)],
    ['words through several blocks', 'p1.stayed..p2.nobody.1', 'found: stayed at home.\n\nNobody'],
    ['four words in another block', 'p1.the-harbour-was-closed', 'found: the harbour was closed'],
    ['not a few words in another block', 'p1.harbour', paragraph(1)],
    ['a few words next door', 'p1.nobody-saw', 'found: Nobody saw'],
    ['words next door to a block that is gone', 'p4.rest-at-noon', 'found: rest at noon'],
    [
      'both ends in another block',
      'p2.harbour-was-closed..rest-at-noon',
      'found: harbour was closed, and the ferry came to rest at noon',
    ],
    ['words with a slip', 'p1.shio-came-back', 'reworded: ship came back'],
    ['not a short word with a slip', 'p2.bost', paragraph(2)],
    ['nothing of another article', 'p9.something-else-altogether', 'gone'],
  ])('%s: %s', (_, fragment, expected) => {
    expect(follow(fragment)).toBe(expected);
  });
  it('what is left of words of which one end is gone', () => {
    expect(follow('p2.nobody-saw..zebra-crossing')).toBe(
      'reworded: Nobody saw the boat, and nobody asked for it',
    );
    expect(follow('p2.zebra-crossing..asked-for-it')).toBe(
      'reworded: Nobody saw the boat, and nobody asked for it',
    );
    expect(follow('p1.came-back..zebra-crossing')).toBe('reworded: came back at night');
    expect(follow('p2.zebra-crossing..yellow-submarine')).toBe(paragraph(2));
  });
});

describe('words in another block', () => {
  const blocks = ['A title of it', 'First of all.', 'Second of all.', 'Third of all.', 'Fourth of all.'];
  /** Where words lead to that stand in the fourth block, from a link to the nth. */
  const moved = (words: string, link: string, from = 1): string => {
    const text = [...blocks.slice(0, 4), words, ...blocks.slice(4)].join('\n\n');
    const { outcome, span } = findQuote(readArticle(text), parseQuoteLink(`p${from}.${link}`)!);
    return outcome === 'found' ? text.slice(span!.start, span!.end) : outcome;
  };
  it.each([
    ['four short words', 'So it is, too.', 'so-it-is-too', 'So it is, too'],
    ['three short words', 'So it is.', 'so-it-is', 'passage'],
    ['three words of 16 letters', 'Ferries never sailed.', 'ferries-never-sail', 'passage'],
    ['three words of 18 letters', 'Ferries never sailed.', 'ferries-never-sailed', 'Ferries never sailed'],
    ['two words of 16 letters', 'Lighters swamping.', 'lighters-swamping', 'Lighters swamping'],
    ['two words of 15 letters', 'Lighter swamping.', 'lighter-swamping', 'passage'],
    // Of ends 20 letters must be right, and one alone must have eight.
    [
      'ends of 20 letters',
      'Lighters were put up for whitewashing.',
      'lighters..whitewashing',
      'Lighters were put up for whitewashing',
    ],
    ['ends of 19 letters', 'Lighters were put up for whitewasher.', 'lighters..whitewasher', 'passage'],
    ['ends of 17 letters', 'Lighters were put up for bleachers.', 'lighters..bleachers', 'passage'],
    [
      'an end of one word of 7 letters',
      'Lighter ones were put up for whitewashing.',
      'lighter..whitewashing',
      'passage',
    ],
    [
      'ends of two short words',
      'So it was that boats were in whitewashing.',
      'so-it-was..in-whitewashing',
      'So it was that boats were in whitewashing',
    ],
  ])('%s: %s', (_, words, link, expected) => {
    expect(moved(words, link)).toBe(expected);
  });
  it.each([
    ['a few words', 'So it is.', 'so-it-is', 'So it is'],
    [
      'ends of 17 letters',
      'Lighters were put up for bleachers.',
      'lighters..bleachers',
      'Lighters were put up for bleachers',
    ],
    [
      'an end of one word of 7 letters',
      'Lighter ones were put up for whitewashing.',
      'lighter..whitewashing',
      'passage',
    ],
  ])('are known again next door: %s', (_, words, link, expected) => {
    expect(moved(words, link, 3)).toBe(expected);
    expect(moved(words, link, 5)).toBe(expected);
    expect(moved(words, link, 2)).toBe('passage');
  });
  it('are none where they stand twice', () => {
    const far = ['So it is, too.', 'Other words.', 'So it is, too.', 'More.', 'Last.'].join('\n\n');
    expect(findQuote(readArticle(far), parseQuoteLink('p4.so-it-is-too')!).outcome).toBe('passage');
    const ends = 'So it was that boats were in whitewashing.';
    const twice = [ends, 'Other words.', ends, 'More.', 'Last.', 'Very last.'].join('\n\n');
    expect(findQuote(readArticle(twice), parseQuoteLink('p5.so-it-was..in-whitewashing')!).outcome).toBe(
      'passage',
    );
  });
  it.each([
    ['in one block, from a quote of one', 1, 'p0.so-it-was..p0.in-whitewashing', true],
    ['in the next block, from a quote of one', 2, 'p0.so-it-was..p0.in-whitewashing', true],
    ['in the next but one, from a quote of one', 3, 'p0.so-it-was..p0.in-whitewashing', false],
    ['three blocks on, from a quote of several', 4, 'p0.so-it-was..p9.in-whitewashing', true],
    ['four blocks on, from a quote of several', 5, 'p0.so-it-was..p9.in-whitewashing', false],
  ])('both ends %s', (_, parts, link, isFound) => {
    const between = Array.from({ length: Math.max(0, parts - 2) }, (__, index) => `Part ${index} of it.`);
    const text = ['Title', 'Nothing.', 'So it was that', ...between, 'boats were in whitewashing.', 'End.']
      .join('\n\n')
      .replace(parts === 1 ? 'that\n\nboats' : /^$/, 'that boats');
    expect(findQuote(readArticle(text), parseQuoteLink(link)!).outcome).toBe(isFound ? 'found' : 'passage');
  });
});

describe('a quote of which the link says which it was', () => {
  const twice = readArticle('A title\n\nThe end of it and the end of that. The end.');
  it.each([
    ['the third of three', 'p1.the-end.3', 'found'],
    ['a fourth of three', 'p1.the-end.4', 'passage'],
    ['one of three, of which the link knew one', 'p1.the-end', 'passage'],
    ['the fourth of three pairs', 'p1.the-end..that.4', 'passage'],
    ['a second of two pairs', 'p1.the-end..that.2', 'found'],
    ['the second, of which one is left', 'p1.the-end-of-it.2', 'passage'],
    ['the second pair, of which one is left', 'p1.the-end-of-it..end-of-that.2', 'passage'],
    ['a second of a pair that is gone', 'p1.zebra..yak.2', 'passage'],
  ])('%s', (_, fragment, outcome) => {
    expect(findQuote(twice, parseQuoteLink(`#${fragment}`)!).outcome).toBe(outcome);
  });
  it('is not looked for elsewhere where it is doubtful', () => {
    const text = 'A title\n\nBoats sail so well, boats sail so well.\n\nBoats sail so well.';
    const { outcome, span } = findQuote(readArticle(text), parseQuoteLink('p1.boats-sail-so-well')!);
    expect([outcome, span?.start]).toEqual(['passage', text.indexOf('Boats')]);
    const three = findQuote(readArticle(text), parseQuoteLink('p1.boats-sail-so-well.3')!);
    expect(three.outcome).toBe('passage');
  });
});

describe('the words that are found', () => {
  it.each([
    ['letters of two code units', 'They wrote 𐌰𐌱 here.', '𐌰𐌱'],
    ['characters of a script without spaces', '这是全部内容。', '全部'],
    ['letters with marks behind them', 'Dvořa\u0301k came.', 'Dvořa\u0301'],
    ['marks that combine at their end', 'The cafe\u0301\u0323 was shut.', 'cafe\u0301\u0323'],
  ])('end where their last character does: %s', (_, sentence, words) => {
    const text = `A title of it\n\n${sentence}`;
    const changed = readArticle(text);
    const start = text.indexOf(words);
    const span = { start, end: start + words.length };
    const link = formatQuoteLocator(changed, span);
    expect(findQuote(changed, parseQuoteLink(link)!)).toEqual({ outcome: 'found', span });
  });
});
