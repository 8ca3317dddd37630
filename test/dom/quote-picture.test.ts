import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/dom/quote-picture.ts';

/** Every character as wide as any other, ten to a line. */
const broken = (text: string): string[] => breakLines(text, (line) => line.length, 10);

describe('the lines of a picture', () => {
  it.each([
    ['break between words', 'one two three four', ['one two', 'three four']],
    ['hold what fits to the last character', 'aaaaa bbbb c', ['aaaaa bbbb', 'c']],
    ['cut a word that no line holds', 'an incomprehensible word', ['an', 'incomprehe', 'nsible', 'word']],
    ['take any white space for one space', 'a\n\nb\t c', ['a b c']],
  ])('%s', (_, text, lines) => {
    expect(broken(text)).toEqual(lines);
  });
});
