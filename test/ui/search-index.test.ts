import { describe, expect, it } from 'vitest';
import { describe as describeWords } from '../../src/core/anchor/describe.ts';
import { findQuote, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { createSearchIndex, type Found, type Searchable } from '../../src/ui/library/search-index.ts';
import { INTERVIEW } from '../storage/made-article.ts';
import { noteOf } from '../storage/made-note.ts';

const article = readArticle(INTERVIEW, { lang: 'en' });

function searchableOf(slug: string, more: Partial<Searchable> = {}): Searchable {
  return { slug, title: slug, href: `/${slug}/`, isPlain: false, article, notes: [], published: [], ...more };
}

/** What is found, a place a line, as a person would see it: `who: … words [marked] …`. */
function told(found: Found): string[] {
  return found.groups.flatMap(({ hits }) =>
    hits.map(
      ({ who, pieces }) =>
        `${who}: ${pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')}`,
    ),
  );
}

function indexOf(...articles: readonly Searchable[]) {
  const index = createSearchIndex();
  articles.forEach(index.put);
  return index;
}

const CAFE = 'Ada Byrne: Somebody who does it once, in a [café], on the back of an envelope.';

describe('the search of the library', () => {
  it.each([
    ['a word as it is', 'café'],
    ['a word without its accent, in capitals', 'CAFE'],
    ['the beginning of a word', 'caf'],
  ])('finds %s, and says who said it', (_, words) => {
    expect(told(indexOf(searchableOf('bridges')).search(words))).toEqual([CAFE]);
  });

  it.each([
    ['a wrong letter', 'envelape', '[envelope]'],
    ['two letters that changed places', 'enveolpe', '[envelope]'],
    ['a missing letter', 'patence', '[Patience]'],
    ['one letter too many in a short word', 'steell', '[steel]'],
  ])('forgives %s', (_, words, marked) => {
    expect(told(indexOf(searchableOf('bridges')).search(words)).join('\n')).toContain(marked);
  });

  it('takes a word that occurs as it is: what is only like it is not found', () => {
    const text = 'The band played.\n\nThe land was wide.\n';
    const index = indexOf(searchableOf('lands', { article: readArticle(text, { lang: 'en' }) }));
    expect(told(index.search('band'))).toEqual(['Author: The [band] played.']);
    expect(index.search('lend').hits).toBe(1);
  });

  it('wants all words in one paragraph, in any order, and marks each', () => {
    const index = indexOf(searchableOf('bridges'));
    expect(told(index.search('steel patience'))[0]).toMatch(/\[Patience\] holds it, and a little \[steel\]/);
    expect(index.search('steel envelope').hits).toBe(0);
  });

  it('groups by article, and leads to the words', () => {
    const found = indexOf(searchableOf('bridges'), searchableOf('again')).search('little steel');
    expect(found.groups.map(({ slug, count }) => [slug, count])).toEqual([
      ['bridges', 1],
      ['again', 1],
    ]);
    const { href } = found.groups[0]!.hits[0]!;
    expect(href.startsWith('/bridges/#')).toBe(true);
    const { outcome, span } = findQuote(article, parseQuoteLink(new URL(href, 'https://x.test').hash)!);
    expect([outcome, span && article.text.slice(span.start, span.end)]).toEqual(['found', 'little steel']);
  });

  it('finds notes and tags and leads to their words; claims with who speaks', () => {
    const start = article.text.indexOf('Patience');
    const selectors = describeWords(article, { start, end: start + 8 });
    const note = noteOf('n', 'Is it *really* so?', { selectors, tags: ['doubt'] });
    const lost = noteOf('m', 'Really gone', {
      selectors: [{ type: 'TextQuoteSelector', exact: 'Zebras run' }],
      kind: 'claim',
    });
    const claim = {
      id: 'c1',
      label: '7',
      body: 'Steel by how much?',
      selectors,
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'open',
        voice: { speaker: article.speakers.find(({ name }) => name === 'Ada Byrne')!.id },
        sources: [],
      },
    } as const;
    const index = indexOf(searchableOf('bridges', { notes: [note, lost], published: [claim] }));
    const found = index.search('really');
    expect(told(found).toSorted()).toEqual([
      'Your claim: [Really] gone\n#land #dates',
      'Your note: Is it *[really]* so?\n#doubt',
    ]);
    const links = new Map(found.groups[0]!.hits.map(({ who, href }) => [who, href]));
    expect(links.get('Your note')).toMatch(/^\/bridges\/#p\d+\.patience$/);
    expect(links.get('Your claim')).toBe('/bridges/');
    expect(told(index.search('doubt'))).toHaveLength(1);
    expect(told(index.search('how much'))).toEqual(['Claim 7 · Ada Byrne: Steel by [how] [much]?']);
  });

  it('finds a title that stands nowhere in the text', () => {
    const found = indexOf(searchableOf('own:1', { title: 'My renamed talk', href: '/own/?a=1' })).search(
      'renamed',
    );
    expect(found.groups[0]!.hits[0]).toMatchObject({ who: '', href: '/own/?a=1' });
  });

  it('names nobody in a text of nobody in particular', () => {
    const index = indexOf(searchableOf('plain', { isPlain: true }));
    expect(index.search('patience').groups[0]!.hits[0]!.who).toBe('');
  });

  it('knows nothing of an article that was dropped, and only the newest of one that was put again', () => {
    const index = indexOf(searchableOf('bridges'));
    index.put(searchableOf('bridges', { article: readArticle('Only zebras here.\n', { lang: 'en' }) }));
    expect([index.search('patience').hits, index.search('zebras').hits]).toEqual([0, 1]);
    index.drop('bridges');
    expect(index.search('zebras')).toEqual({ words: 'zebras', hits: 0, groups: [] });
  });

  it.each(['', ' ', '…', '"'])('finds nothing for “%s”', (words) => {
    expect(indexOf(searchableOf('bridges')).search(words).hits).toBe(0);
  });

  it('finds Chinese without spaces, by every character', () => {
    const index = indexOf(
      searchableOf('talks', { article: readArticle('和平谈判已经开始了。\n', { lang: 'zh' }) }),
    );
    expect(told(index.search('谈判'))).toEqual([expect.stringContaining('[谈][判]')]);
  });

  it('cuts an excerpt out of a long paragraph, around the place with most of the words', () => {
    const filler = 'word '.repeat(200);
    const text = `${filler}steel ${filler}patience and steel ${filler}end.\n`;
    const index = indexOf(searchableOf('long', { article: readArticle(text, { lang: 'en' }) }));
    expect(told(index.search('patience steel'))[0]).toMatch(
      /^Author: … (word ){8}\[patience\] and \[steel\] (word ?){17} …$/,
    );
  });
});
