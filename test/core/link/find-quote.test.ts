import { describe, expect, it, test } from 'vitest';
import { findQuote } from '../../../src/core/link/find-quote.ts';
import { parseQuoteLink } from '../../../src/core/link/locator.ts';
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
