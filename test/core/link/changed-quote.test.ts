import { describe, expect, it, test } from 'vitest';
import { findQuote } from '../../../src/core/link/find-quote.ts';
import { parseQuoteLink } from '../../../src/core/link/locator.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

/** What a fragment leads to in an article of these paragraphs, of which the title is the first block. */
function follow(paragraphs: readonly string[], fragment: string, blocks?: readonly string[]): string {
  const text = ['A title of it', ...paragraphs].join('\n\n');
  const article = readArticle(text, blocks && { blocks });
  const { outcome, span } = findQuote(article, parseQuoteLink(fragment)!);
  return outcome === 'passage' || !span ? outcome : `${outcome}: ${text.slice(span.start, span.end)}`;
}

describe('words that are nearly there', () => {
  test.each([
    // Eight letters and one slip.
    ['ferrymxn', 'reworded: ferryman'],
    ['sailxrs', 'passage'],
    // Two slips: ten letters must be right.
    ['whitewaxhexs', 'reworded: whitewashers'],
    ['harbourxalx', 'passage'],
    // A third of the letters at most.
    ['the-long-wharf-xxx-xx-old-pier', 'reworded: the long wharf and an old pier'],
    ['the-xxxx-xxxxx-xxx-xx-old-pier', 'passage'],
  ])('a whole quote, %s: %s', (words, expected) => {
    const text =
      'A ferryman met sailors and whitewashers at the harbourwall near the long wharf and an old pier.';
    expect(follow([text], `p1.${words}`)).toBe(expected);
  });
  it('two of them that are equally near are none, and the nearer of two is the one', () => {
    expect(follow(['the ferrymen and the ferryman'], 'p1.ferrymxn')).toBe('passage');
    expect(follow(['the ferrymann and the ferryman'], 'p1.ferrymxn')).toBe('reworded: ferryman');
    expect(follow(['the ferryman and the ferrymann'], 'p1.ferrymxn')).toBe('reworded: ferryman');
  });

  const far = 'of them all said on that long day '.repeat(6);
  test.each([
    ['a slip at each end', 'thx-ferryman..whitewashexs', 'The ferryman met the whitewashers'],
    ['more than a slip at its end', 'the-ferryman..whixewashexs', 'The ferryman met the whitewashers'],
    ['more than a slip at its beginning', 'txe-ferrxman..whitewashers', 'The ferryman met the whitewashers'],
    ['more than a slip at both', 'txe-ferrxman..whixewashexs', null],
    [
      'a slip at each of its far ends',
      'thx-ferryman..signaxmen',
      `The ferryman met the whitewashers ${far}signalmen`,
    ],
    ['more than a slip at its far end', 'the-ferryman..sixnaxmen', null],
  ])('both ends of a quote, with %s', (_, words, expected) => {
    const found = follow([`The ferryman met the whitewashers ${far}signalmen.`], `p1.${words}`);
    expect(found).toBe(expected === null ? 'passage' : `reworded: ${expected}`);
  });
  it('its far end within 150 letters of its beginning', () => {
    const quote = (letters: string): string => `The ferryman ${'abcdefghij '.repeat(13)}${letters}signalmen`;
    // 11 letters, those between, and 9.
    expect(follow([`${quote('')}.`], 'p1.the-ferryman..sixnaxmen')).toBe(`reworded: ${quote('')}`);
    expect(follow([`${quote('a ')}.`], 'p1.the-ferryman..sixnaxmen')).toBe('passage');
  });
  it('an end that stands before the beginning is none', () => {
    expect(follow(['The whitewashers met the ferryman.'], 'p1.the-ferrymxn..whitewashexs')).toBe('passage');
    expect(follow(['The ferryman whitewashers.'], 'p1.the-ferrymxn..whitewashexs')).toBe(
      'reworded: The ferryman whitewashers',
    );
  });
  it('the pair with the fewest slips', () => {
    const text = 'The ferryman met the whitewashers, the whitewashere and nobody.';
    expect(follow([text], 'p1.the-ferrymxn..whitewashers')).toBe(
      'reworded: The ferryman met the whitewashers',
    );
    const turned = 'The ferryman met the whitewashere, the whitewashers and nobody.';
    expect(follow([turned], 'p1.the-ferrymxn..whitewashers')).toBe(
      'reworded: The ferryman met the whitewashere, the whitewashers',
    );
  });
  it('in the blocks that stand in place of one that is gone', () => {
    const paragraphs = ['Nobody came.', 'A ferryman met us.', 'We left.'];
    expect(follow(paragraphs, 'p2.ferrymxn', ['p0', 'p1', 'p9', 'p10'])).toBe('gone');
    expect(follow(paragraphs, 'p5.ferrymxn', ['p0', 'p1', 'p12', 'p10'])).toBe('reworded: ferryman');
  });
});

describe('what is left of a quote', () => {
  const twelve = 'nobody in the whole town ever saw the boat again after that';
  test.each([
    ['its beginning', 'p1.nobody-in..zebra', twelve],
    ['its end', 'p1.zebra..after-that', twelve],
  ])('is what %s leaves of its sentence, up to twelve words', (_, words, expected) => {
    expect(twelve.split(' ')).toHaveLength(12);
    const text = `First of all: ferries. ${twelve[0]!.toUpperCase()}${twelve.slice(1)}. And so on.`;
    expect(follow([text], words).toLowerCase()).toBe(`reworded: ${expected}`);
    expect(follow([text.replace('ever saw', 'ever truly saw')], words)).toBe('passage');
  });
  it('is nothing where what is left stands twice, or both ends do', () => {
    expect(follow(['Nobody in it. Nobody in it.'], 'p1.nobody-in..zebra')).toBe('passage');
    expect(follow(['After that it was in it, nobody.'], 'p1.in-it..after-that')).toBe('passage');
  });

  const paragraphs = ['The ship left at noon.', 'Nobody saw it go.', 'It came back at night.'];
  test.each([
    ['its end', 'p1.left-at..p3.zebra', 'left at noon.\n\nNobody saw it go'],
    ['its beginning', 'p1.zebra..p3.came-back', 'Nobody saw it go.\n\nIt came back'],
  ])('of several paragraphs that lost %s goes through those that are left', (_, words, expected) => {
    expect(follow(paragraphs, words)).toBe(`reworded: ${expected}`);
  });
  test.each([
    ['its end', 'p1.left-at..p2.zebra', ['The ship left at noon.', 'Nobody.'], 'passage'],
    [
      'its end',
      'p1.ship-left..p2.zebra',
      ['The ship left at noon.', 'Nobody.'],
      'reworded: ship left at noon',
    ],
    ['its beginning', 'p1.zebra..p2.saw-it', ['The ship left.', 'Nobody saw it.'], 'passage'],
    [
      'its beginning',
      'p1.zebra..p2.saw-it',
      ['The ship left.', 'But nobody saw it.'],
      'reworded: But nobody saw it',
    ],
  ])('of two paragraphs that lost %s is at least four words: %s', (_, words, given, expected) => {
    expect(follow(given, words)).toBe(expected);
  });
  it('may be less where a whole paragraph is gone', () => {
    expect(follow(['The ship left at noon.'], 'p1.at-noon..p2.nobody', ['p0', 'p1'])).toBe(
      'reworded: at noon',
    );
    expect(follow(['Nobody saw it.'], 'p1.at-noon..p2.nobody', ['p0', 'p2'])).toBe('reworded: Nobody');
  });
  it('is nothing of a quote of which both ends are gone', () => {
    expect(follow(paragraphs, 'p1.zebra..p3.yak')).toBe('passage');
    expect(follow(paragraphs, 'p1.zebra..yak')).toBe('passage');
    expect(follow(paragraphs, 'p8.zebra..p9.yak')).toBe('gone');
  });
});
