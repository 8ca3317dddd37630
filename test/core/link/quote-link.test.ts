import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findQuote,
  formatQuoteLink,
  formatQuoteLocator,
  parseQuoteLink,
} from '../../../src/core/link/quote-link.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { readArticle, type Article } from '../../../src/core/voices/read-article.ts';
import { publishAll } from '../../../tools/articles.ts';
import { followLinks } from '../../../tools/bench/links.ts';
import { interviewOf, seeded } from '../../../tools/bench/texts.ts';

const bundled = publishAll()[0]!.article;
const LETTER = /[\p{L}\p{N}]/u;

function spanOf(article: Article, words: string, from = 0): Span {
  const start = article.text.indexOf(words, from);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

const wordsAt = (article: Article, span: Span | undefined): string | undefined =>
  span && article.text.slice(span.start, span.end);

const directiveOf = (article: Article, span: Span): string =>
  decodeURIComponent(formatQuoteLink(article, span).split(':~:text=')[1] ?? '');

function roundTrip(article: Article, span: Span): void {
  const link = formatQuoteLink(article, span);
  const found = findQuote(article, parseQuoteLink(link)!);
  if (found.outcome === 'found' && found.span?.start === span.start && found.span.end === span.end) return;
  expect({ link, ...found }, wordsAt(article, span)).toMatchObject({ outcome: 'found', span });
}

/** Every span of up to `most` words that begins and ends on a letter or digit, words being told apart by a pattern. */
function* spansOf(text: string, word: RegExp, most: number): Generator<Span> {
  const words = [...text.matchAll(word)].map(({ index, 0: found }) => ({ index, end: index + found.length }));
  for (const [first, { index: start }] of words.entries()) {
    for (const { end } of words.slice(first, first + most)) yield { start, end };
  }
}

function* randomSpans(text: string, count: number, seed: number): Generator<Span> {
  const random = seeded(seed);
  for (let made = 0; made < count;) {
    const start = Math.floor(random() * text.length);
    const end = Math.min(text.length, start + 1 + Math.floor(random() ** 3 * text.length));
    if (!LETTER.test(text[start]!) || !LETTER.test(text[end - 1]!)) continue;
    made += 1;
    yield { start, end };
  }
}

describe('a link to words of the bundled article', () => {
  it.each([
    ['words between spaces', /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu],
    ['runs of letters and digits', /[\p{L}\p{N}]+/gu],
  ])(
    'leads to exactly them: every span of up to 12 %s; half of the locators have 25 characters or fewer',
    (_, word) => {
      const lengths: number[] = [];
      for (const span of spansOf(bundled.text, word, 12)) {
        roundTrip(bundled, span);
        lengths.push(formatQuoteLocator(bundled, span).length);
      }
      expect(lengths.length).toBeGreaterThan(16_000);
      expect(lengths.toSorted((a, b) => a - b)[lengths.length >> 1]).toBeLessThanOrEqual(25);
    },
    60_000,
  );

  it('leads to exactly them: 2,000 spans of any length, also inside words', () => {
    for (const span of randomSpans(bundled.text, 2000, 1)) roundTrip(bundled, span);
  });

  it('still does after the text was edited, or says that it does not (see npm run bench links)', () => {
    const sum = { links: 0, right: 0, wrong: 0, deleted: 0 };
    for (let seed = 201; seed <= 215; seed += 1) {
      const drift = followLinks(bundled, seed);
      for (const key of ['links', 'right', 'wrong', 'deleted'] as const) sum[key] += drift[key];
    }
    expect(sum.right / (sum.links - sum.deleted)).toBeGreaterThanOrEqual(0.99);
    expect(sum.wrong / sum.links).toBeLessThanOrEqual(0.002);
  }, 60_000);
});

describe('a link to words of any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'la',
      'la la',
      '12',
      'The war',
      'isn’t',
      'anti-war',
      'U.S.',
      'naïve',
      'cafe\u0301',
      'ﬁne',
      'x',
    ),
    fc.constantFrom(
      '我们减税',
      'タックス',
      'ภาษี',
      '한국어 말',
      'ἄνθρωπος',
      'мир',
      'שלום',
      '𝒜𝒷',
      '👩‍👩‍👧',
      '—',
      '“',
      '.',
      '\ud800',
    ),
    fc.constantFrom(' ', '\n', '\n\n', '\u00a0', '\u00ad'),
  );
  it('leads to exactly them, in any script and however often they stand there', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const article = readArticle(pieces.join(''));
        const ends = [...article.text.matchAll(/[\p{L}\p{N}]\p{M}*/gu)];
        fc.pre(ends.length > 0);
        const [from, to] = [a % ends.length, b % ends.length].toSorted((x, y) => x - y) as [number, number];
        const end = ends[to]!.index + ends[to]![0].length;
        roundTrip(article, { start: ends[from]!.index, end });
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
  it('never throws when it is read, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (fragment) => {
        const locator = parseQuoteLink(`#p1.${fragment}`);
        if (locator) findQuote(bundled, locator);
        parseQuoteLink(fragment);
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
  it('is made and followed in a few milliseconds in 100,000 words', () => {
    const long = readArticle(interviewOf(100_000, 1));
    for (const span of randomSpans(long.text, 1, 2)) roundTrip(long, span);
    const begin = performance.now();
    for (const span of randomSpans(long.text, 40, 3)) roundTrip(long, span);
    expect((performance.now() - begin) / 40).toBeLessThan(40);
  });
});

const text = [
  'A title about taxes',
  'We cut taxes for everyone, said the minister. It is a fact, isn’t it?',
  'Ann: Did we cut taxes? Bob: We did cut taxes. Taxes fell, and fell again, and will fall.',
  'In 2025 nothing happened.',
  'The anti-war party, and the party of war, met in Ukraine’s capital and agreed on nothing at all.',
].join('\n\n');
const article = readArticle(text);

describe('the locator', () => {
  it.each([
    ['cut taxes', 0, '#p1.cut-taxes'],
    ['We cut taxes for everyone', 0, '#p1.we-cut-taxes-for-everyone'],
    ['We cut taxes for everyone, said the minister. It is a fact, isn’t it', 0, '#p1.we-cut..isnt-it'],
    ['Taxes', text.indexOf('Taxes fell'), '#p2.taxes.3'],
    ['war', text.indexOf('anti-war'), '#p4.-war'],
    ['Ukraine', 0, '#p4.ukraine-'],
    ['is a fact, isn’t it?\n\nAnn', 0, '#p1.is-a..p2.ann'],
    ['will fall.\n\nIn 2025', 0, '#p2.will-fall..p3.in-2025'],
    ['2025', 0, '#p3.2025'],
    ['.', text.indexOf('.'), '#p1'],
  ])('of “%s” is as short as it can be', (words, from, expected) => {
    expect(formatQuoteLocator(article, spanOf(article, words, from))).toBe(expected);
  });
  const grey = readArticle(
    'A title\n\nSo it is old and grey, and so it is new and grey, and so it was. But ferries sailed for years, and ferry boats too, as they did.\n\nSo it is old and grey.',
  );
  it.each([
    // Five words are there as a whole, of six both ends.
    ['ferries sailed for years, and', '#p1.ferries-sailed-for-years-and'],
    ['But ferries sailed for years, and', '#p1.but-ferries..years-and'],
    // A word of six letters says as much as two.
    ['sailed for years, and ferry boats', '#p1.sailed..ferry-boats'],
    ['ferry boats too, as they did', '#p1.ferry-boats..they-did'],
    // More from the side with more places, until there is one.
    ['it is new and grey, and so it was', '#p1.it-is-new..it-was'],
    ['So it is old and grey', '#p1.so-it-is..old-and-grey'],
    ['is old and grey, and so it is new', '#p1.is-old..is-new'],
    ['grey, and so it is new and grey', '#p1.grey-and..and-grey'],
  ])('of “%s” has as many words of each side as are needed', (words, expected) => {
    const start = grey.text.indexOf(words);
    const end = start + words.length;
    expect(formatQuoteLocator(grey, { start, end })).toBe(expected);
    roundTrip(grey, { start, end });
  });
  it('counts the pairs where words from no side tell them apart', () => {
    const same = readArticle(`A title\n\n${'to be or not to be, that is so, '.repeat(3)}`);
    const words = 'to be or not to be, that is so, to be or not';
    for (const nth of [0, 1]) {
      const start = same.text.indexOf(words, same.text.indexOf('to be or') + 1 + 32 * nth - 1);
      const span = { start, end: start + words.length };
      expect(formatQuoteLocator(same, span)).toMatch(/\.\d$/);
      roundTrip(same, span);
    }
  });
  it('takes characters for words where a script has no spaces', () => {
    const chinese = readArticle('题目\n\n我们减税，这是事实，不是吗？\n\n全文完。');
    expect(decodeURIComponent(formatQuoteLocator(chinese, spanOf(chinese, '减税')))).toBe('#p1.减税');
    expect(decodeURIComponent(formatQuoteLocator(chinese, spanOf(chinese, '我们减税，这是事实')))).toBe(
      '#p1.我们..事实',
    );
  });
  it('keeps ids apart that have signs of the grammar in them', () => {
    const odd = readArticle(text, { blocks: ['a.b', 'c..d', '2025', 'é/ü', 'e-f'] });
    for (const span of spansOf(text, /[\p{L}\p{N}]+/gu, 12)) roundTrip(odd, span);
  });
  it('is what a link begins with, before the directive', () => {
    const span = spanOf(bundled, 'This is well known');
    const [before, ...directives] = formatQuoteLink(bundled, span).split(':~:');
    expect(formatQuoteLocator(bundled, span)).toBe(before);
    expect(directives).toHaveLength(1);
  });
  it('a span that is none is refused with its numbers', () => {
    expect(() => formatQuoteLocator(article, { start: 5, end: 5 })).toThrow('no words at 5 to 5');
    expect(() => formatQuoteLink(article, { start: 5, end: 5 })).toThrow('no words at 5 to 5');
    for (const [start, end] of [
      [0.5, 3],
      [0, 3.5],
      [-1, 3],
      [4, 3],
      [0, article.text.length + 1],
      [Number.NaN, 3],
    ] as const)
      expect(() => formatQuoteLocator(article, { start, end })).toThrow(RangeError);
    expect(formatQuoteLocator(article, { start: 0, end: article.text.length })).toMatch(/^#p0/);
  });
});

describe('reading a fragment', () => {
  it.each([
    ['p1.cut-taxes', { block: 'p1', words: 'cut-taxes' }],
    ['#p1.Cut-T%C3%A4xes', { block: 'p1', words: 'cut-taxes' }],
    ['#p1.cut-taxes:~:text=cut%20taxes', { block: 'p1', words: 'cut-taxes' }],
    ['#p1.cut-taxes.2&utm_source=chat', { block: 'p1', words: 'cut-taxes', nth: 2 }],
    ['#p1.we-cut..isnt-it?fbclid=1', { block: 'p1', words: 'we-cut', to: { block: 'p1', words: 'isnt-it' } }],
    ['#p1.we-cut..isnt-it).', { block: 'p1', words: 'we-cut', to: { block: 'p1', words: 'isnt-it' } }],
    ['#p1.a..p2.b.3', { block: 'p1', words: 'a', to: { block: 'p2', words: 'b' }, nth: 3 }],
    ['#p1.a..b.3', { block: 'p1', words: 'a', to: { block: 'p1', words: 'b' }, nth: 3 }],
    ['#p1.a..p2.2025.1', { block: 'p1', words: 'a', to: { block: 'p2', words: '2025' }, nth: 1 }],
    ['#p1.-war', { block: 'p1', words: '-war' }],
    ['#p1', { block: 'p1' }],
    ['#p1.', { block: 'p1' }],
    ['#p1&x=1', { block: 'p1' }],
    ['#p1..x', { block: 'p1' }],
  ])('%s', (fragment, expected) => {
    expect(parseQuoteLink(fragment)).toEqual(expected);
  });
  it.each(['', '#', '#:~:text=cut%20taxes', '#q=x', '#q[]=x', '##p1', '#/etc', '#p1.%E0%A4', '#%', '?p1'])(
    '%s is none of ours: the plain article opens',
    (fragment) => {
      expect(parseQuoteLink(fragment)).toBeNull();
    },
  );
});

describe('following a link after the text was changed', () => {
  const span = spanOf(article, 'Ukraine’s capital and agreed on nothing at all');
  const short = spanOf(article, 'nothing happened');
  const four = spanOf(article, 'met in Ukraine’s capital');
  const moved = text
    .replace(' met in Ukraine’s capital and', '')
    .replace(/^We/m, 'They met in Ukraine’s capital. We');
  const follow = (of: Span, changed: string) => {
    const now = readArticle(changed, { previous: article });
    const found = findQuote(now, parseQuoteLink(formatQuoteLink(article, of))!);
    return { outcome: found.outcome, words: wordsAt(now, found.span) };
  };
  it.each([
    ['case, accents, quotes: nothing', span, text.replace('Ukraine’s cap', "UKRAINE'S cáp"), 'found'],
    ['a changed word at its end: said', span, text.replace('at all', 'at al'), 'reworded'],
    ['a typo at its beginning: said', span, text.replace('Ukraine’s', 'Ukrane’s'), 'reworded'],
    ['four words in another block: found there', four, moved, 'found'],
    [
      'other words in its place: the passage',
      short,
      text.replace('nothing happened', 'peace came'),
      'passage',
    ],
    ['a deleted passage: gone', short, text.replace('In 2025 nothing happened.\n\n', ''), 'gone'],
  ])('%s', (_, of, changed, outcome) => {
    expect(follow(of, changed).outcome).toBe(outcome);
  });
  const across = spanOf(article, 'will fall.\n\nIn 2025 nothing');
  const opening = spanOf(article, 'everyone, said the minister. It is a');
  it.each([
    ['its second paragraph is gone', across, text.replace('In 2025 nothing happened.\n\n', ''), 'will fall'],
    [
      'its first paragraph is gone',
      across,
      text.replace(/\n\nAnn.*/, '').replace('nothing', 'nothing much'),
      'In 2025 nothing',
    ],
    [
      'its last sentence is gone',
      opening,
      text.replace(' It is a fact, isn’t it?', ''),
      'everyone, said the minister',
    ],
    ['its first sentence is gone', opening, text.replace(/We cut.*minister\. /, ''), 'It is a'],
    ['two letters of its first word changed places', opening, text.replace('eve', 'vee'), undefined],
  ])('%s: what is left is shown, and said to be changed', (_, of, changed, words) => {
    expect(follow(of, changed)).toEqual({
      outcome: 'reworded',
      words: words ?? 'veeryone, said the minister. It is a',
    });
  });
  it('a look-alike of one end far from the other is not taken', () => {
    const filler = 'Then came a long list of what else was said on that day in the old town hall. '.repeat(4);
    const old = readArticle(
      `A title of it\n\nThe minister of war spoke first. ${filler}The ministry will act.`,
    );
    const of = spanOf(old, 'minister of war spoke first. Then came');
    const now = readArticle(
      old.text.replace(/The minister.*?first\. /, '').replace('Then came', 'Then cxmx'),
      {
        previous: old,
      },
    );
    expect(findQuote(now, parseQuoteLink(formatQuoteLink(old, of))!).outcome).toBe('passage');
  });
  it('a paragraph that was split or joined leaves short quotes next door', () => {
    expect(follow(short, text.replace('taxes.\n\n', 'taxes. ').replace('fall.\n\nIn', 'fall. In'))).toEqual({
      outcome: 'found',
      words: 'nothing happened',
    });
  });
  it('two places that are equally good are none', () => {
    const twice = readArticle(
      'A title of it\n\nThe party will meet on Monday. The party will meet on Munday.',
    );
    const now = readArticle(twice.text.replace('Monday', 'Mxnday'), { previous: twice });
    const link = formatQuoteLink(twice, spanOf(twice, 'will meet on Monday'));
    expect(findQuote(now, parseQuoteLink(link)!).outcome).toBe('passage');
  });
  it('a third of several equal words, where two are left, is not guessed', () => {
    expect(
      follow(spanOf(article, 'Taxes', text.indexOf('Taxes fell')), text.replace('did cut taxes', 'did'))
        .outcome,
    ).toBe('passage');
  });
});

describe('the text directive', () => {
  it.each([
    ['cut taxes for everyone, said', 0, 'cut taxes for everyone, said'],
    ['cut taxes', 0, 'cut taxes,-for'],
    ['cut taxes', text.indexOf('cut taxes?'), 'cut taxes,-? Bob'],
    ['krain', 0, 'Ukraine’s'],
    ['isn’t it', 0, 'isn’t it'],
    ['nothing happened.\n\nThe anti', 0, 'nothing happened,The anti'],
  ])('of “%s” has whole words, and as much around them as makes them unique', (words, from, expected) => {
    expect(directiveOf(article, spanOf(article, words, from))).toBe(expected);
  });
  it('gives both ends of words over 80 characters', () => {
    const span = spanOf(article, text.slice(text.indexOf('The anti-war')));
    expect(directiveOf(article, span)).toBe('The anti-war,nothing at all');
  });
  it('encodes everything but letters and digits', () => {
    const signs = readArticle("A title\n\nHe said: a-b (c*d) ~ e_f, it's! 50% & more.");
    expect(formatQuoteLink(signs, spanOf(signs, "a-b (c*d) ~ e_f, it's! 50% & more"))).toContain(
      ':~:text=a%2Db%20%28c%2Ad%29%20%7E%20e%5Ff%2C%20it%27s%21%2050%25%20%26%20more',
    );
  });
  it('is left out where words have half a character in them', () => {
    const broken = readArticle('A title\n\nOne \ud83d two three.');
    expect(formatQuoteLink(broken, spanOf(broken, 'One \ud83d two'))).toBe('#p1.one-two');
  });
  it('is left out where nothing tells the words apart, so that it can’t open at others', () => {
    const same = readArticle('Yes.\n\nNo.\n\nYes.\n\nNo.\n\nYes.\n\nNo.\n\nYes.');
    expect(directiveOf(same, spanOf(same, 'No', 15))).toBe('');
  });
});
