import { describe, expect, it } from 'vitest';
import { countWords, shares, stretches } from '../../../src/core/voices/stretches.ts';
import { sampleArticle } from './sample.ts';

const shown = (lines: string[]): string[] => {
  const article = sampleArticle(lines);
  return stretches(article).map(
    ({ start, end, speaker }) => `${speaker}: ${article.text.slice(start, end).trim()}`,
  );
};

describe('who is speaking, word for word', () => {
  it('quoted words are their speaker’s, the words around them the author’s', () => {
    expect(shown(['narration author: The mayor said {mayor|"yes"} and left.'])).toEqual([
      'author: The mayor said',
      'mayor: "yes"',
      'author: and left.',
    ]);
  });
  it('in a turn printed with marks, what stands outside them is the author’s', () => {
    expect(
      shown(['narration author: It began.', 'answer guest: ["No,"] said the guest. ["Never."]']),
    ).toEqual(['author: It began.', 'guest: "No,"', 'author: said the guest.', 'guest: "Never."']);
  });
  it('a turn without marks is its speaker’s, but for the words of others in it', () => {
    expect(shown(['answer guest: I asked {mayor|"why?"} and got no answer.'])).toEqual([
      'guest: I asked',
      'mayor: "why?"',
      'guest: and got no answer.',
    ]);
  });
  it('paragraphs of one turn are one stretch', () => {
    expect(shown(['answer guest: One.', '+: Two.'])).toEqual(['guest: One.\n\nTwo.']);
  });
  it('front and back matter have no voice', () => {
    expect(shown(['front: A title', 'narration author: Words.', 'back: Read more.'])).toEqual([
      'author: Words.',
    ]);
  });
});

describe('shares', () => {
  it('count words, most first, with their denominator', () => {
    const article = sampleArticle([
      'front: Not counted at all',
      'question host: Why now?',
      'answer guest: Because it is time.',
    ]);
    expect(shares(article)).toEqual([
      { speaker: 'guest', words: 4, of: 6 },
      { speaker: 'host', words: 2, of: 6 },
    ]);
  });
  it.each([
    ['it’s a well-known fact', 4],
    ['3.5 million — no less', 5],
    ['你好，世界', 4],
    ['… — !', 0],
  ])('“%s” has %d words', (text, words) => {
    expect(countWords(text, { start: 0, end: text.length })).toBe(words);
  });
});
