import { expect, it } from 'vitest';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { belowFirstScreen } from '../../src/ui/reader/first-screen.ts';

/** A text of paragraphs of so many characters. */
const paragraphs = (count: number, length: number) =>
  readArticle(
    Array.from({ length: count }, (_, index) => `word${index} ${'a'.repeat(length - 8)}.`).join('\n\n'),
  );

it('has all of a short text on the first screen', () => {
  const article = paragraphs(5, 200);
  expect(article.blocks.map(({ id }) => belowFirstScreen(article, id))).toEqual(
    article.blocks.map(() => undefined),
  );
});

it('has less of a longer text on a narrow screen than on a wide one, and nothing of the rest on either', () => {
  const article = paragraphs(60, 300);
  const below = article.blocks.map(({ id }) => belowFirstScreen(article, id));
  const [narrow, wide] = [below.indexOf('narrow'), below.indexOf('wide')];
  expect(narrow).toBeGreaterThan(3);
  expect(wide).toBeGreaterThan(narrow);
  expect(below.slice(0, narrow)).toEqual(Array.from({ length: narrow }, () => undefined));
  expect(new Set(below.slice(wide))).toEqual(new Set(['wide']));
});

it('has a block on the first screen where it begins there, however long it is', () => {
  const article = readArticle(`A title\n\n${'word '.repeat(5000).trim()}.`);
  expect(article.blocks.map(({ id }) => belowFirstScreen(article, id))).toEqual([undefined, undefined]);
});
