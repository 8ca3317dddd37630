import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/core/voices/language.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { blocksTold } from './told.ts';

const LONG =
  'This is a sentence that goes on for a while so that its line is longer than any editor would wrap it, and then some more.';

describe('paragraphs', () => {
  it.each([
    ['blank lines part them', 'One thing.\n\nAnother thing.\n\n\n\nA third.', 3],
    ['blank lines may hold blanks', 'One thing.\n \t\nAnother thing.', 2],
    ['any line break does', 'One thing.\r\n\r\nAnother thing.\r\rA third.\u2028\u2028A fourth.', 4],
    ['each line is one where lines are long', `${LONG}\n${LONG}\n${LONG}`, 3],
    [
      'each line is one where lines are not filled',
      'One thing.\nAnother thing, which is longer.\nA third.',
      3,
    ],
    ['nothing but blanks holds none', ' \n\t\n\u00a0\ufeff', 0],
    ['an empty text holds none', '', 0],
  ])('%s', (_, text, count) => {
    expect(readArticle(text).blocks).toHaveLength(count);
  });

  it('wrapped lines are one paragraph', () => {
    const text = [
      'The bridge over the river was built long before anybody now alive was',
      'born, and it has been mended so often that hardly a stone of it is as old',
      'as its name. It fell on a Monday.',
      '',
      'Nobody was hurt, because the road had been closed since the spring, when',
      'the first cracks were found by a boy who was looking for his dog, which',
      'had run away.',
    ].join('\n');
    expect(readArticle(text).blocks).toHaveLength(2);
  });

  it('in wrapped text a label and a list item still open a paragraph', () => {
    const text = [
      'Q: The bridge over the river was built long before anybody now alive was',
      'born, and it has been mended so often; is it safe?',
      'A: It is as safe as a bridge of that age can be, which is to say that we',
      'would not let a lorry over it. There are three rules:',
      '- walk slowly and look ahead, whatever the boy with the dog behind you may',
      'do or say',
      '- do not jump',
    ].join('\n');
    expect(readArticle(text).blocks).toHaveLength(4);
  });

  it('offsets are into the text as it was given', () => {
    const text = '\ufeff  A title\r\n\r\n\tIt begins. "Yes," said Holt.\r\n';
    const article = readArticle(text);
    expect(article.text).toBe(text);
    expect(article.blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'A title',
      'It begins. "Yes," said Holt.',
    ]);
    expect(article.quotations.map(({ start, end }) => text.slice(start, end))).toEqual(['"Yes,"']);
  });
});

describe('what a block is for', () => {
  it('a title, a standfirst and a caption come before the body', () => {
    const text =
      'A bridge falls\n\nNobody is hurt in the early morning\n\nImage caption: The bridge in May\n\nIt fell on Monday.\n\nIt was old.';
    expect(blocksTold(text)).toEqual([
      'title A bridge falls',
      'standfirst Nobody is hurt in the ea',
      'caption Image caption: The bridg',
      'paragraph It fell on Monday.',
      'paragraph It was old.',
    ]);
  });

  it.each([
    ['a sentence', 'It fell on Monday.\n\nIt was old.'],
    ['a quotation', '"It fell"\n\nIt was old.'],
    ['a label that comes again', 'Ann: Is it safe\n\nTom: It is.\n\nAnn: Why?'],
  ])('the first block is no title if it is %s', (_, text) => {
    expect(blocksTold(text)[0]).toMatch(/^paragraph/);
  });

  it.each([
    ['marked', '# A title\n\nIt begins.\n\n## The bridge\n\nIt fell.'],
    ['plain', 'A title\n\nIt begins.\n\nThe bridge\n\nIt fell.'],
  ])('a %s heading stands between paragraphs', (_, text) => {
    expect(blocksTold(text)[2]).toMatch(/^heading (?:## )?The bridge/);
  });

  it('short lines of a list are no headings', () => {
    expect(
      blocksTold('A title\n\nWe need three things:\n\nWood\n\nNails\n\nPatience\n\nThat is all.').slice(2),
    ).toEqual(['paragraph Wood', 'paragraph Nails', 'paragraph Patience', 'paragraph That is all.']);
  });

  it('notices, links and appeals at the end are back matter, in no turn', () => {
    const text =
      'A title\n\nIt begins.\n\nIt ends.\n\nFor more, please follow the author.\n\nOriginal: https://example.org/a\n\n© 2024 The Herald';
    const article = readArticle(text);
    expect(article.blocks.map(({ kind }) => kind).slice(3)).toEqual([
      'back-matter',
      'back-matter',
      'back-matter',
    ]);
    expect(article.turns).toHaveLength(1);
    expect(article.turns[0]?.end).toBe(text.indexOf('\n\nFor more'));
  });

  it.each([
    [
      'after a list',
      '1. The old bridge, which is closed.\n\n2. The new one, which is not.',
      'The road ahead',
    ],
    ['after a colon', 'We are as busy as this shows:', 'The road ahead'],
    ['that trails off', 'We have two bridges in the town.', 'Next stop...'],
  ])('a line without a label between labelled ones is a heading, %s', (_, said, heading) => {
    const text = `Ann: What have you built?\n\nTom: ${said}\n\n${heading}\n\nAnn: What comes then?\n\nTom: A road.`;
    const { blocks } = readArticle(text);
    expect(blocks.filter(({ kind }) => kind === 'heading').map((b) => text.slice(b.start, b.end))).toEqual([
      heading,
    ]);
  });

  it('a picture with its caption inside an answer does not part it', () => {
    const text =
      '**Ann:** Is it safe?\n\n**Tom:** It is.\n\n![The bridge](bridge.jpg)\n*The bridge in May*\n\nIt was mended.\n\n**Ann:** Why?\n\n**Tom:** It was old.';
    expect(readArticle(text).turns).toHaveLength(4);
  });
});

describe('the language', () => {
  it.each([
    ['en', 'The bridge fell, and nobody was hurt in the town that it led to.'],
    ['fr', 'Le pont est tombé et les gens de la ville ne sont pas dans une bonne situation.'],
    ['de', 'Die Brücke ist eingestürzt, und es ist nicht klar, wie das mit der alten Straße zu machen ist.'],
    ['es', 'El puente se cayó y los vecinos de la ciudad no están en las casas que tienen por el río.'],
    ['ru', 'Мост упал в понедельник.'],
    ['uk', 'Міст упав у понеділок, їх було двоє.'],
    ['zh', '桥在星期一倒塌了。'],
    ['ja', '橋は月曜日に落ちました。'],
    ['und', 'Xyzzy plugh.'],
    ['und', '12345'],
  ])('%s is told', (lang, text) => {
    expect(languageOf(text)).toBe(lang);
  });

  it('a hint wins', () => {
    expect(readArticle('The bridge fell.', { lang: 'en-GB' }).lang).toBe('en-GB');
  });
});
