import { expect, it } from 'vitest';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { sections, type Section } from '../../src/core/voices/sections.ts';
import { textGroups } from '../../src/ui/reader/text-groups.ts';

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
