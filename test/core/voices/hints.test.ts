import { describe, expect, it } from 'vitest';
import { readArticle, type Article, type ArticleHints } from '../../../src/core/voices/read-article.ts';
import { slugOf, type Speaker } from '../../../src/core/voices/speakers.ts';
import { nameOf, quotationsTold, turnsTold } from './told.ts';

const TEXT = [
  'A bridge falls',
  'The bridge fell on Monday.',
  '"It was old," said Tom Reed.',
  '"It was very old."',
  'Anna Holt called it "a shame".',
  'The bridge is closed.',
].join('\n\n');

/** The span of some words in the sample. */
function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

describe('ids of speakers', () => {
  it.each([
    ['Anna Holt', 'anna-holt'],
    ['Émile Zola', 'emile-zola'],
    ["Tom O'Neill-Ray", 'tom-oneill-ray'],
    ['Сергей Лавров', 'сергей-лавров'],
    ['Пётр Й', 'пётр-й'],
    ['张三', '张三'],
    ['Mr. J. Smith', 'mr-j-smith'],
    ['!!!', 'voice'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('"author" is the author alone', () => {
    const article = readArticle('A bridge\n\nThe bridge fell.\n\n"It was old," said Author.');
    expect(article.speakers.filter(({ id }) => id === 'author').map(({ part }) => part)).toEqual(['author']);
    expect(nameOf(article, article.quotations[0]?.speaker ?? null)).toBe('Author');
    expect(article.quotations[0]?.speaker).toBe('author-2');
  });
});

describe('hints on speakers', () => {
  it.each<[string, Partial<Speaker>]>([
    ['by id', { id: 'tom-reed', name: 'Thomas Reed', role: 'engineer' }],
    ['by name', { name: 'TOM REED', role: 'engineer' }],
    ['by alias', { name: 'Thomas Reed', aliases: ['tom reed'], role: 'engineer' }],
  ])('are matched %s, and their fields win', (_, hint) => {
    const article = readArticle(TEXT, { speakers: [hint] });
    expect(article.speakers.find(({ role }) => role === 'engineer')).toMatchObject(
      hint.aliases === undefined ? hint : { name: hint.name },
    );
    expect(nameOf(article, article.quotations[0]?.speaker ?? null)).toBe(hint.name);
  });

  it('an id of a hint is the one that quotations and turns refer to', () => {
    const article = readArticle(TEXT, { speakers: [{ id: 'tr', name: 'Tom Reed' }] });
    expect(article.quotations[0]?.speaker).toBe('tr');
    expect(article.turns.some(({ speaker }) => speaker === 'tr')).toBe(true);
  });

  it('one that fits nobody is not added', () => {
    expect(
      readArticle(TEXT, { speakers: [{ id: 'kim', name: 'Kim Orr' }] }).speakers.map(({ id }) => id),
    ).not.toContain('kim');
  });

  it('one that a correction names is added', () => {
    const hints: ArticleHints = {
      speakers: [{ id: 'kim', name: 'Kim Orr', part: 'guest' }],
      corrections: [{ ...spanOf('"a shame"'), speaker: 'kim' }],
    };
    const article = readArticle(TEXT, hints);
    expect(article.speakers.find(({ id }) => id === 'kim')).toMatchObject({ name: 'Kim Orr', part: 'guest' });
    expect(quotationsTold(TEXT, hints)).toContain('Kim Orr: "a shame"');
  });

  it('the author can be named', () => {
    const article = readArticle(TEXT, { speakers: [{ id: 'author', name: 'Jane Doe' }] });
    expect(article.speakers.find(({ id }) => id === 'author')).toMatchObject({
      name: 'Jane Doe',
      part: 'author',
    });
  });
});

describe('corrections', () => {
  const corrected = (...corrections: NonNullable<ArticleHints['corrections']>): ArticleHints => ({
    corrections,
  });

  it('over a quotation say whose it is', () => {
    expect(quotationsTold(TEXT, corrected({ ...spanOf('"a shame"'), speaker: 'tom-reed' }))).toContain(
      'Tom Reed: "a shame"',
    );
    expect(quotationsTold(TEXT, corrected({ ...spanOf('"a shame"'), speaker: null }))).toContain(
      '?: "a shame"',
    );
    expect(
      quotationsTold(TEXT, corrected({ ...spanOf('"a shame"'), speaker: null, kind: 'scare' })),
    ).toContain('~ "a shame"');
  });

  it('over a turn say whose it is, and of which kind', () => {
    const turn = readArticle(TEXT).turns[1];
    const hints = corrected({
      start: turn?.start ?? 0,
      end: turn?.end ?? 0,
      speaker: 'anna-holt',
      kind: 'statement',
    });
    expect(turnsTold(TEXT, hints)[1]).toBe('statement Anna Holt: "It was old," said');
  });

  it('over other words of a block add a quotation', () => {
    expect(
      quotationsTold(TEXT, corrected({ ...spanOf('bridge is closed'), speaker: 'anna-holt' })),
    ).toContain('Anna Holt: bridge is closed');
  });

  it('inside a quotation add a nested one', () => {
    expect(quotationsTold(TEXT, corrected({ ...spanOf('very old'), speaker: 'anna-holt' }))).toContain(
      '> Anna Holt: very old',
    );
  });

  it('over whole blocks make a turn of their own and split what stood there', () => {
    const hints = corrected({
      ...spanOf('Anna Holt called it "a shame".'),
      speaker: 'anna-holt',
      kind: 'answer',
    });
    expect(turnsTold(TEXT, hints)).toEqual([
      'narration Author: The bridge fell on',
      'answer Tom Reed: "It was old," said',
      'answer Anna Holt: Anna Holt called it',
      'narration Author: The bridge is closed.',
    ]);
  });

  it('the last word wins', () => {
    const span = spanOf('"a shame"');
    expect(
      quotationsTold(TEXT, corrected({ ...span, speaker: 'tom-reed' }, { ...span, speaker: null })),
    ).toContain('?: "a shame"');
  });

  it('outside the text or empty change nothing', () => {
    const odd = corrected(
      { start: -1, end: 4, speaker: null },
      { start: 5, end: 5, speaker: null },
      { start: 9, end: 1e9, speaker: null },
      { start: Number.NaN, end: 3, speaker: null },
    );
    expect(turnsTold(TEXT, odd)).toEqual(turnsTold(TEXT));
    expect(quotationsTold(TEXT, odd)).toEqual(quotationsTold(TEXT));
  });

  it('exchanges follow', () => {
    const text = 'Q: Is it safe?\n\nA: It is.\n\nQ: Why?\n\nA: It is new.';
    const third = text.indexOf('Q: Why?');
    const article = readArticle(text, {
      corrections: [{ start: third, end: third + 7, speaker: 'ann', kind: 'answer' }],
    });
    expect(article.exchanges).toEqual([{ questions: ['t0'], answers: ['t1', 't2', 't3'] }]);
    expect(article.turns.map(({ answers }) => answers)).toEqual([undefined, 't0', 't0', 't0']);
  });
});

describe('ids of blocks', () => {
  const ids = (article: Article): string[] => article.blocks.map(({ id }) => id);
  const read = (paragraphs: readonly string[], previous?: Article): Article =>
    readArticle(paragraphs.join('\n\n'), previous === undefined ? {} : { previous });
  const PARAGRAPHS = [
    'The bridge fell on Monday in the rain.',
    'Nobody was hurt by it, we hear.',
    'It had been closed since the spring.',
    'The town will build another one soon.',
  ];

  it('number the blocks in order', () => {
    expect(ids(read(PARAGRAPHS))).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  it('given ids are used in order, and further blocks get unused numbers', () => {
    expect(ids(readArticle(PARAGRAPHS.join('\n\n'), { blocks: ['p1', 'intro'] }))).toEqual([
      'p1',
      'intro',
      'p0',
      'p2',
    ]);
  });

  it.each([
    ['nothing changed', [0, 1, 2, 3], ['p0', 'p1', 'p2', 'p3']],
    ['one was moved', [1, 2, 0, 3], ['p1', 'p2', 'p0', 'p3']],
    ['one was taken out', [0, 2, 3], ['p0', 'p2', 'p3']],
  ] as const)('are carried over where %s', (_, order, expected) => {
    expect(
      ids(
        read(
          order.map((index) => PARAGRAPHS[index] ?? ''),
          read(PARAGRAPHS),
        ),
      ),
    ).toEqual(expected);
  });

  it('a new paragraph gets a number that was never used', () => {
    const second = read([PARAGRAPHS[0] ?? '', 'A cat sat down.', ...PARAGRAPHS.slice(1)], read(PARAGRAPHS));
    expect(ids(second)).toEqual(['p0', 'p4', 'p1', 'p2', 'p3']);
  });

  it('a reworded paragraph keeps its id, another one in its place does not', () => {
    const reworded = [
      'The bridge fell on Tuesday in the rain.',
      'A cat sat down and looked.',
      ...PARAGRAPHS.slice(2),
    ];
    expect(ids(read(reworded, read(PARAGRAPHS)))).toEqual(['p0', 'p4', 'p2', 'p3']);
  });
});
