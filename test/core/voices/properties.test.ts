import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../../../src/core/text/span.ts';
import { readArticle, type Article } from '../../../src/core/voices/read-article.ts';

const SEED = 20240607;

/** Pieces that articles are made of, and pieces that none should be. */
const PIECES = [
  '"', '“', '”', '„', '«', '»', '「', '」', "'", '‘', '’', '—', '--', '- ', '* ', '**', '_', '# ', '### ', '> ', ':', '：', '?', '!', '.', ',', '…',
  '(', ')', '((', '))', '[', ']', '\n', '\n\n', '\r\n', '\r', '\t', ' ', '\u2028', '\ufeff', '\ud800', '\udc00', '\u0000', '😀',
  'Q: ', 'A: ', 'Anna Holt: ', 'AH: ', '**Tom:** ', '记者：', 'said', ' said Tom Reed', ' he said', 'Tom', ' the ', ' that ', ' and ', ' who ', ' according to ',
  'Mrs. Hall', 'Sen. Reed of Ohio', 'Why is it so?', 'It fell.', 'Author', 'Source: ', 'https://a.b', '10:30', '1. ', 'сказал Пётр', 'dit-il', "'tis", '15"',
]; // prettier-ignore

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

const anyHints = fc.record({
  speakers: fc.array(
    fc.record(
      {
        id: fc.constantFrom('tom', 'author', 'tom-reed', 'x'),
        name: fc.constantFrom('Tom Reed', 'Tom', 'Author', 'Anna Holt'),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
  corrections: fc.array(
    fc.record({
      start: fc.integer({ min: -2, max: 120 }),
      end: fc.integer({ min: -2, max: 120 }),
      speaker: fc.constantFrom(null, 'author', 'tom', 'nobody known', 'tom-reed'),
      kind: fc.constantFrom(
        'direct',
        'scare',
        'nested',
        'question',
        'answer',
        'narration',
        'statement',
        'nonsense',
      ),
    }),
    { maxLength: 4 },
  ),
});

function expectSound(article: Article): void {
  const { text, blocks, quotations, turns, exchanges, speakers } = article;
  for (const list of [blocks, quotations, turns]) {
    for (const [index, { start, end }] of list.entries()) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(start).toBeGreaterThanOrEqual(list[index - 1]?.start ?? 0);
    }
  }
  for (const list of [blocks, turns]) {
    for (const [index, { start }] of list.entries())
      expect(start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
  }
  expectUnique(blocks.map(({ id }) => id));
  expectUnique(turns.map(({ id }) => id));
  expectUnique(speakers.map(({ id }) => id));
  expectReferences(article);
  const turnIds = new Set(turns.map(({ id }) => id));
  for (const { questions, answers } of exchanges)
    for (const id of [...questions, ...answers]) expect(turnIds).toContain(id);
}

function expectUnique(ids: readonly string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}

function expectReferences({ blocks, quotations, turns, speakers }: Article): void {
  const known = new Set<string | null>([null, ...speakers.map(({ id }) => id)]);
  const starts = new Set(blocks.map(({ start }) => start));
  const ends = new Set(blocks.map(({ end }) => end));
  for (const turn of turns) {
    expect(known).toContain(turn.speaker);
    expect(starts).toContain(turn.start);
    expect(ends).toContain(turn.end);
    if (turn.label !== undefined) expect(contains(turn, turn.label)).toBe(true);
  }
  for (const quotation of quotations) {
    expect(known).toContain(quotation.speaker);
    if (quotation.kind === 'scare') expect(quotation.speaker).toBeNull();
    if (quotation.kind === 'nested')
      expect(quotations.some((other) => other.kind === 'direct' && contains(other, quotation))).toBe(true);
    expect(quotation.confidence === undefined).toBe(quotation.speaker === null);
  }
}

describe('an article, whatever the text', () => {
  it('has spans that are in bounds, in order and refer to what is there', () => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(readArticle(text))),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('keeps to that with any hints', () => {
    fc.assert(
      fc.property(anyText, anyHints, (text, hints) => expectSound(readArticle(text, hints))),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('is the same whenever it is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readArticle(text)).toEqual(readArticle(text));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('carries ids over without using one twice', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) =>
        expectSound(readArticle(after, { previous: readArticle(before) })),
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('a text made to take long', () => {
  it.each([
    ['marks only', '"'.repeat(200_000)],
    ['opening single marks', "'a".repeat(100_000)],
    ['labels in one line', 'Name: '.repeat(40_000)],
    ['labels line by line', 'Name: x\n'.repeat(25_000)],
    ['one line without a stop', 'word '.repeat(40_000)],
    ['opening brackets', '('.repeat(200_000)],
    ['verbs of speech only', 'he said that '.repeat(20_000)],
    ['ever new names', Array.from({ length: 8_000 }, (_, index) => `"No," said Xa${index} Yb.`).join('\n\n')],
    ['quotations that never close', '"a b c\n\n'.repeat(25_000)],
    ['half links', '![a]('.repeat(40_000)],
    ['blanks only', ' \n'.repeat(100_000)],
  ])(
    'is read in time: %s',
    (_, text) => {
      const article = readArticle(text);
      expect(article.text).toHaveLength(text.length);
    },
    5_000,
  );
});
