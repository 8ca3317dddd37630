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
