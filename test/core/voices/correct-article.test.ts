import { describe, expect, it } from 'vitest';
import { correctArticle } from '../../../src/core/voices/correct-article.ts';
import type { Correction } from '../../../src/core/voices/corrections.ts';
import { stretches } from '../../../src/core/voices/stretches.ts';
import { sampleArticle } from './sample.ts';

const article = sampleArticle(
  [
    'narration author: The mayor said {mayor|"yes"} at noon.',
    'question host: Why?',
    'answer guest: Because.',
  ],
  [{ questions: ['t1'], answers: ['t2'] }],
);
const span = (words: string) => {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
};
const correctIn = (text: typeof article, correction: Correction) => correctArticle(text, [correction]);
const whose = (corrected: typeof article): string[] =>
  stretches(corrected).map(
    ({ start, end, speaker }) => `${speaker}: ${corrected.text.slice(start, end).trim()}`,
  );

describe('an article as a reader has corrected it', () => {
  it('is the article itself without corrections', () => {
    expect(correctArticle(article, [])).toBe(article);
  });
  it('gives a quotation to whom the reader says', () => {
    expect(whose(correctArticle(article, [{ ...span('"yes"'), speaker: 'guest' }]))).toContain(
      'guest: "yes"',
    );
  });
  it('gives a turn to whom the reader says, and keeps the exchange', () => {
    const corrected = correctArticle(article, [{ ...span('Because.'), speaker: 'mayor' }]);
    expect(whose(corrected).at(-1)).toBe('mayor: Because.');
    expect(corrected.exchanges).toHaveLength(1);
  });
  describe('of a turn that is printed in marks', () => {
    const marked = sampleArticle([
      'narration author: It began.',
      'answer guest: ["No,"] said the man. ["I asked ] {mayor|"why"} ["Never."]',
    ]);
    const { start, end } = marked.turns[1]!;
    const corrected = (speaker: string | null) =>
      whose(correctIn(marked, { start, end, speaker }))
        .slice(1)
        .filter((line) => !line.endsWith(': '));
    it('gives what is said in it to whom the reader says, and leaves the words of others and the clauses between', () => {
      expect(corrected('host')).toEqual([
        'host: "No,"',
        'author: said the man.',
        'host: "I asked',
        'mayor: "why"',
        'host: "Never."',
      ]);
    });
    it('leaves the quotations in it where it is said to be narration', () => {
      expect(corrected('author')[0]).toBe('guest: "No,"');
    });
    it('can say that nobody knows', () => {
      expect(corrected(null).filter((line) => line.startsWith('guest'))).toEqual([]);
    });
  });
  describe('of what stands in marks', () => {
    const scare = { ...article, quotations: [{ ...span('"yes"'), kind: 'scare' as const, speaker: null }] };
    it.each<[string, typeof article, Partial<Correction>, object]>([
      [
        'makes scare quotes speech by saying whose',
        scare,
        { speaker: 'guest' },
        { kind: 'direct', speaker: 'guest' },
      ],
      ['leaves scare quotes that nobody says', scare, { speaker: null }, { kind: 'scare', speaker: null }],
      [
        'makes speech scare quotes, which are nobody’s',
        article,
        { speaker: 'guest', kind: 'scare' },
        { kind: 'scare', speaker: null },
      ],
      [
        'does not make what stands by itself nested',
        article,
        { speaker: 'guest', kind: 'nested' },
        { kind: 'direct', speaker: 'guest' },
      ],
    ])('%s', (_, given, correction, expected) => {
      const [quotation] = correctIn(given, { ...span('"yes"'), speaker: null, ...correction }).quotations;
      expect(quotation).toMatchObject(expected);
    });
  });
  describe('of a turn', () => {
    const turnOf = (words: string, correction: Partial<Correction>) =>
      correctIn(article, { ...span(words), speaker: null, ...correction }).turns.find(
        ({ start }) => start === span(words).start,
      );
    it.each<[string, string, Partial<Correction>, string]>([
      ['the author’s question stays one', 'Why?', { speaker: 'author' }, 'question'],
      ['the author’s answer is narration', 'Because.', { speaker: 'author' }, 'narration'],
      ['another’s answer stays one', 'Because.', { speaker: 'mayor' }, 'answer'],
      ['another’s narration is a statement', article.text.split('\n')[0]!, { speaker: 'mayor' }, 'statement'],
      ['the kind is as the reader says', 'Because.', { speaker: 'mayor', kind: 'question' }, 'question'],
    ])('%s', (_, words, correction, kind) => {
      expect(turnOf(words, correction)?.kind).toBe(kind);
    });
    it('takes its blocks out of a longer one, of which the rest stays', () => {
      const long = sampleArticle(['answer guest: One.', '+: Two.', '+: Three.']);
      const two = { start: long.text.indexOf('Two'), end: long.text.indexOf('Two') + 4 };
      expect(
        correctIn(long, { ...two, speaker: 'host' }).turns.map(({ start, end, speaker }) => [
          speaker,
          long.text.slice(start, end),
        ]),
      ).toEqual([
        ['guest', 'One.'],
        ['host', 'Two.'],
        ['guest', 'Three.'],
      ]);
    });
  });
  it('takes somebody new by name, under an id made from it', () => {
    const corrected = correctArticle(article, [{ ...span('"yes"'), speaker: 'Jane Doe-Müller' }]);
    expect(corrected.speakers.at(-1)).toMatchObject({
      id: 'jane-doe-muller',
      name: 'Jane Doe-Müller',
      part: 'quoted',
    });
    expect(whose(corrected)).toContain('jane-doe-muller: "yes"');
  });
  it('knows a voice by any form of the name, so that nobody is there twice', () => {
    const corrected = correctArticle(article, [{ ...span('"yes"'), speaker: 'GUEST' }]);
    expect(corrected.speakers).toHaveLength(article.speakers.length);
  });
  it('can say that nobody knows', () => {
    expect(whose(correctArticle(article, [{ ...span('"yes"'), speaker: null }]))).toContain('null: "yes"');
  });
  it('leaves the text and the article that it was given alone', () => {
    const before = structuredClone(article);
    expect(correctArticle(article, [{ ...span('"yes"'), speaker: 'guest' }]).text).toBe(article.text);
    expect(article).toEqual(before);
  });
});
