import { expect, it } from 'vitest';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { sections, type Section } from '../../src/core/voices/sections.ts';
import { sectionsOnScreen, textGroups } from '../../src/ui/reader/text-groups.ts';

/** A text of paragraphs, each a turn of another voice than the one before. */
const turns = (count: number, words: number): Section[] =>
  sections(
    readArticle(
      Array.from(
        { length: count },
        (_, index) => `${index % 2 === 0 ? 'ANNA' : 'BRUNO'}: ${`word${index} `.repeat(words).trim()}.`,
      ).join('\n\n'),
    ),
  );

it.each<[count: number, words: number, groups: number]>([
  [1, 10, 1],
  [40, 40, 1],
  // Some 3,000 lines: 500 in the first group, and 150 in each of the others.
  [400, 40, 18],
])('a text of %i turns of %i words is in %i groups, with every section once', (count, words, groups) => {
  const all = turns(count, words);
  const made = textGroups(all);
  expect(made.flat()).toEqual(all);
  expect(made).toHaveLength(groups);
});

it('has the first screen’s sections before the others: all of a short text, some of a longer one', () => {
  const short = turns(4, 20);
  expect(sectionsOnScreen(short)).toBe(short.length);
  const long = turns(40, 40);
  const above = sectionsOnScreen(long);
  expect(above).toBeGreaterThan(0);
  expect(above).toBeLessThan(long.length);
  // The first section is on the screen, however long it is.
  expect(sectionsOnScreen(turns(1, 5000))).toBe(1);
});
