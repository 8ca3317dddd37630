import { describe, expect, it, test } from 'vitest';
import { drawQuestions, drawTalk } from '../../../src/core/claims/draw-bars.ts';
import {
  bar,
  count,
  nameAbove,
  nameBeside,
  percent,
  widthOf,
  type Figure,
  type Look,
} from '../../../src/core/claims/figure.ts';
import { talkTable } from '../../../src/core/claims/figure-tables.ts';
import { questionsAsked, talk } from '../../../src/core/claims/who-says-what.ts';
import { sampleArticle } from '../voices/sample.ts';

const look: Look = { slot: 1, initials: 'AB', outline: 'M0 0H32V32H0Z', isLow: false };
const looks = (): Look => look;
const textsOf = ({ shapes }: Pick<Figure, 'shapes'>): string[] =>
  shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []));

describe('a name beside its bar', () => {
  const linesOf = (name: string, width: number, remark?: string): string[] =>
    textsOf({
      shapes: nameBeside(look, remark === undefined ? { name } : { name, remark }, {
        y: 0,
        height: 44,
        width,
      }),
    }).slice(1);

  test.each([
    ['on one line where there is room', 'Ann Smith', 200, ['Ann Smith']],
    ['on two where there is not', 'Bartholomew Featherstonehaugh', 190, ['Bartholomew', 'Featherstonehaugh']],
    [
      'cut where two are not enough',
      'Bartholomew of Featherstonehaugh',
      130,
      ['Bartholomew', 'of Feathers…'],
    ],
    ['cut inside a word that is too long', 'Featherstonehaugh', 110, ['Featherst', 'onehaugh']],
    ['a letter at least, in the least room', '李白', 40, ['李', '白']],
    ['of wide letters fewer fit', '约翰·史密斯先生和夫人', 110, ['约翰·史密', '斯先生和…']],
  ])('stands %s', (_, name, width, lines) => {
    expect(linesOf(name, width)).toEqual(lines);
  });
  it('leaves a line to what is remarked', () => {
    expect(linesOf('Bartholomew Featherstonehaugh', 160, 'no words here')).toEqual([
      'Bartholomew Fe…',
      'no words here',
    ]);
  });
  it('is on one line above a bar, with what is remarked', () => {
    const above = (width: number) =>
      textsOf({ shapes: nameAbove(look, { name: 'Ann Smith', remark: 'no words' }, { y: 0, width }) })[1];
    expect([above(300), above(90)]).toEqual(['Ann Smith, no words', 'Ann Smi…']);
  });
  it('has smaller initials where there are three, and lower ones in a badge that is low', () => {
    const initials = (some: Partial<Look>) =>
      nameAbove({ ...look, ...some }, { name: 'Ann' }, { y: 0, width: 300 }).find(
        ({ shape }) => shape === 'text',
      )!;
    expect(initials({ initials: 'ABC' })).toMatchObject({ size: expect.closeTo(5.28) });
    expect(initials({})).toMatchObject({ size: expect.closeTo(6.6), y: expect.closeTo(12.376) });
    expect(initials({ isLow: true })).toMatchObject({ y: expect.closeTo(14.95) });
  });
});

describe('the width of a text', () => {
  test.each([
    ['', 0],
    ['il.', 10.2],
    ['Mm', 14.8],
    ['abc', 18],
    ['李', 10],
  ])('“%s” is %d px wide at 10 px', (text, width) => {
    expect(widthOf(text, 10)).toBeCloseTo(width);
  });
});

describe('a bar', () => {
  it('has the pattern of its slot, and none where it has no length', () => {
    const parts = (slot: number, width = 30) => bar(slot, 0, 0, { width, height: 10 }).length;
    expect([0, 1, 2, 3, 4, 5].map((slot) => parts(slot))).toEqual([1, 1, 3, 4, 5, 1]);
    expect(parts(1, 0)).toBe(0);
  });
  it('ends where it should, whatever its pattern', () => {
    for (const slot of [1, 2, 3, 4]) {
      const ends = bar(slot, 5, 0, { width: 31, height: 10 }).map((part) =>
        'width' in part ? part.x + part.width : 0,
      );
      expect(Math.max(...ends)).toBe(36);
    }
  });
});

describe('numbers beside a bar', () => {
  test.each([
    [0, 0, '0 %'],
    [1, 1000, '<1 %'],
    [0, 10, '0 %'],
    [10, 1000, '1 %'],
    [41, 100, '41 %'],
    [2, 3, '67 %'],
  ])('%d of %d is %s', (part, of, shown) => {
    expect(percent(part, of)).toBe(shown);
  });
  it('have their thousands apart', () => {
    expect(count(1339)).toBe('1,339');
  });
});

describe('voices of which little is known', () => {
  it('have an empty cell for a longest that is not there', () => {
    const article = sampleArticle(['question ask: Why?']);
    const silent = talk(article).map((voice) => ({ ...voice, longest: null }));
    expect(talkTable(silent, article).rows[0]!.cells.slice(-2)).toEqual(['', '']);
    expect(talkTable([], article).rows).toEqual([]);
  });
  it('may be several: who asks need not be who answers', () => {
    const article = sampleArticle(
      ['question: Why?', 'answer: Because.', 'question ask: So?', 'answer: So.'],
      [
        { questions: ['t0'], answers: ['t1'] },
        { questions: ['t2'], answers: ['t3'] },
      ],
    );
    expect(
      questionsAsked(article).map(({ speaker, asked, answered, answers, of }) => [
        speaker,
        asked,
        answered,
        answers,
        of,
      ]),
    ).toEqual([
      ['ask', 1, 1, 0, 1],
      ['', 1, 1, 2, 2],
    ]);
    expect(talk(article).at(-1)).toMatchObject({ speaker: '', words: 3, turns: 3 });
  });
  it('say their longest first where two are as long', () => {
    const article = sampleArticle(['answer ann: One two.', 'question bob: Why?', 'answer ann: Six ten.']);
    expect(talk(article)[0]!.longest).toMatchObject({ start: 0, words: 2 });
  });
});

describe('figures of many voices', () => {
  const many = Array.from({ length: 30 }, (_, index) => index);
  const article = sampleArticle(
    many.flatMap((index) => [`question q${index}: Why is it so?`, `answer a${index}: So it is.`]),
    many.map((index) => ({ questions: [`t${2 * index}`], answers: [`t${2 * index + 1}`] })),
  );
  it('say how many are left to the table', () => {
    const left = (figure: Figure) => textsOf(figure).filter((text) => text.includes('more voices'));
    expect(left(drawTalk(talk(article), looks, 800))).toEqual([
      expect.stringMatching(/^and \d+ more voices/),
    ]);
    expect(left(drawQuestions(questionsAsked(article), looks, 800))).toHaveLength(2);
  });
  it('leave a group out that nobody is in, and say nothing of a longest where nothing was said', () => {
    const alone = sampleArticle(['question ask: Why?']);
    expect(textsOf(drawQuestions(questionsAsked(alone), looks, 800))).not.toContain(
      'Others’ questions answered by',
    );
    const silent = talk(alone).map((voice) => ({ ...voice, longest: null }));
    expect(drawTalk(silent, looks, 800).links).toEqual([]);
    expect(textsOf(drawTalk(silent, looks, 800)).join()).not.toContain('longest');
  });
  it('of many questions part the bars no more', () => {
    const long = sampleArticle(
      Array.from({ length: 61 }, () => 'question ask: Why?'),
      Array.from({ length: 61 }, (_, index) => ({ questions: [`t${index}`], answers: [] })),
    );
    const asked = questionsAsked(long);
    const shapesOf = (most: number) =>
      drawQuestions(
        asked.map((one) => ({ ...one, asked: Math.min(one.asked, most) })),
        looks,
        800,
      ).shapes.length;
    expect(shapesOf(60) - shapesOf(61)).toBe(59);
  });
});
