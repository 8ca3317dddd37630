import { describe as group, expect, it, test } from 'vitest';
import { weightBetween } from '../../../src/core/anchor/passage.ts';
import { copiesOf, isClosed, placesOf, type Place } from '../../../src/core/anchor/places.ts';
import { queryOf, type Query } from '../../../src/core/anchor/query.ts';
import { indexing, type WordIndex } from '../../../src/core/anchor/word-index.ts';
import { cutWords } from '../../../src/core/anchor/words.ts';
import { runSlices } from '../../../src/core/text/slices.ts';

/** What is looked for, with the words between `[` and `]`; without context on a side where nothing stands. */
function wanted(sample: string): Query {
  const [, prefix, exact, suffix] = /^([^[]*)\[([^\]]*)\](.*)$/s.exec(sample)!;
  return queryOf({
    type: 'TextQuoteSelector',
    exact: exact!,
    ...(prefix !== '' && { prefix: prefix! }),
    ...(suffix !== '' && { suffix: suffix! }),
  })!;
}

const indexOf = (text: string): WordIndex => runSlices(indexing({ text }));
const weightIn = (text: string): number => {
  const words = cutWords(text);
  return weightBetween(words, 0, words.count);
};
const filler = (count: number, name = 'filler'): string =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');

/** Where each place is, and its words. */
const spans = (text: string, places: readonly Place[]): string[] =>
  places.map(({ start, end }) => `${start} ${text.slice(start, end)}`);

group('places of words', () => {
  it('is where they stand as described, with all of their context', () => {
    const text = 'Nobody knew why. The board met on Monday, and the mayor was there. Then it rained.';
    const [place, ...others] = placesOf(
      indexOf(text),
      wanted('why. The board met [on Monday, and the] mayor was there.'),
    );
    expect(others).toEqual([]);
    expect(text.slice(place!.start, place!.end)).toBe('on Monday, and the');
    expect(place).toMatchObject({ before: 1, after: 1, verbatim: true, same: true, likeness: 1, kept: 1 });
  });

  it('says null of a side of which nothing is described', () => {
    const text = 'Nobody knew why. The board met on Monday, and the mayor was there.';
    expect(placesOf(indexOf(text), wanted('[The board met on Monday]'))).toMatchObject([
      { before: null, after: null, verbatim: true },
    ]);
    expect(placesOf(indexOf(text), wanted('[The board met on Monday], and'))).toMatchObject([
      { before: null, after: 1, verbatim: true },
    ]);
  });

  it('has first where most pairs of words are as described', () => {
    const text = `${filler(20, 'a')} the board met on Monday ${filler(20, 'b')} why, said the board met on Monday in town`;
    const places = placesOf(indexOf(text), wanted('why, said [the board met on Monday] in town'));
    expect(spans(text, places)).toEqual([
      `${text.lastIndexOf('the board')} the board met on Monday`,
      `${text.indexOf('the board')} the board met on Monday`,
    ]);
    expect(places.map(({ before, after, verbatim }) => ({ before, after, verbatim }))).toEqual([
      { before: 1, after: 1, verbatim: true },
      // The space alone is as described.
      { before: 1 / 'why, said '.length, after: 1 / ' in town'.length, verbatim: false },
    ]);
  });

  it('leaves out where a quarter of the pairs would be many', () => {
    const words = 'one two three four five six seven eight nine';
    const query = wanted(`[${words}]`);
    const others = (kept: string): string[] => {
      const text = `${words} ${filler(30)} ${kept} ${filler(10, 'other')}`;
      return spans(text, placesOf(indexOf(text), query)).slice(1);
    };
    // Eight pairs speak for the first place.
    expect(others('four five six')).toEqual([expect.stringMatching(/four five six$/)]);
    expect(others('four five')).toEqual([]);
  });

  it('has eight places at most', () => {
    const text = Array.from({ length: 12 }, (_, at) => `${filler(9, `x${at}x`)} the board met`).join(' ');
    expect(placesOf(indexOf(text), wanted('[the board met]'))).toHaveLength(8);
  });

  it('finds nothing by pairs that stand everywhere, but for the rarest of the words', () => {
    const text = (count: number): string =>
      Array.from({ length: count }, (_, at) => `of the ${filler(3, `y${at}y`)}`).join(' ');
    const found = (count: number): number => placesOf(indexOf(text(count)), wanted('[of the]')).length;
    expect(found(24)).toBe(8);
    expect(found(25)).toBe(8);
    expect(found(24 * 32)).toBe(8);
    expect(found(24 * 32 + 1)).toBe(0);
  });

  it('finds common words by a rare context', () => {
    const text = `${Array.from({ length: 900 }, (_, at) => `of the z${at}`).join(' ')} and said of the lighthouse alone`;
    const places = placesOf(indexOf(text), wanted('and said [of the] lighthouse alone'));
    expect(spans(text, places)).toEqual([`${text.lastIndexOf('of the')} of the`]);
  });

  it('finds words that were moved by some others put in before them in the context', () => {
    const text = 'They told us that in the end then, the board met on Monday in town.';
    const [place] = placesOf(indexOf(text), wanted('us that in the end [the board met on Monday] in town.'));
    expect(text.slice(place!.start, place!.end)).toBe('the board met on Monday');
    expect(place!.after).toBe(1);
    // The outermost word may be half of one, and does not count.
    const of = weightIn('that in the end');
    expect(place!.before).toBeCloseTo(of / (of + weightIn('then,')), 10);
  });

  it('counts what was put in after the words against them, and what was replaced', () => {
    const text = 'In the end the board met on Monday by mere chance in town, said the old mayor to us.';
    const [place] = placesOf(
      indexOf(text),
      wanted('end [the board met on Monday] in town, said the new mayor to'),
    );
    const common = weightIn('in town, said the mayor');
    const of = weightIn('in town, said the new mayor');
    expect(place!.after).toBeCloseTo(common / (of + weightIn('by mere chance') + weightIn('old')), 10);
  });

  const head = 'the first half of all these words';
  const tail = 'and then the second half of them';
  test.each([
    ['right after each other', 0, `${head} ${tail}`],
    ['with 401 words in between', 401, `${head} ${filler(401)} ${tail}`],
    ['further apart', 402, null],
  ])('are joined of a beginning and an end %s', (_, between, joined) => {
    const text = `${filler(12, 'a')} ${head} ${between ? `${filler(between)} ` : ''}${tail} ${filler(12, 'b')}`;
    const words = placesOf(indexOf(text), wanted(`[${head} ${tail}]`)).map(({ start, end }) =>
      text.slice(start, end),
    );
    if (joined === null) expect(words.filter((one) => one.includes('filler200'))).toEqual([]);
    else expect(words).toContain(joined);
  });

  it('joins a beginning and an end that each stand in their context', () => {
    const text = `${filler(12, 'a')} ${head} ${filler(200)} ${tail} ${filler(12, 'b')}`;
    const query = wanted(`a8 a9 a10 a11 [${head} ${tail}] b0 b1 b2 b3`);
    const joined = placesOf(indexOf(text), query).find(({ start, end }) =>
      text.slice(start, end).includes('filler100'),
    );
    expect(text.slice(joined!.start, joined!.end)).toBe(`${head} ${filler(200)} ${tail}`);
    expect(joined).toMatchObject({ before: 1, after: 1, same: false });
    expect(joined!.kept).toBe(1);
  });

  it('finds a text that is nothing but what is described, and no more of it than there is', () => {
    const all = 'why, said the board met on Monday in town';
    const sample = 'why, said [the board met on Monday] in town';
    expect(placesOf(indexOf(all), wanted(sample))).toMatchObject([{ before: 1, after: 1, verbatim: true }]);
    const cut = 'said the board met on Monday in';
    const [place] = placesOf(indexOf(cut), wanted(sample));
    expect(cut.slice(place!.start, place!.end)).toBe('the board met on Monday');
    expect(place!.verbatim).toBe(false);
    expect(place!.before).toBeLessThan(1);
  });

  it('joins no end that stands before the beginning, and nothing of which a tenth is gone', () => {
    const query = wanted(`[${head} ${tail}]`);
    for (const text of [
      `${tail} ${filler(60)} ${head}`,
      `${head.replace('first half of', 'other')} ${filler(60)} ${tail}`,
    ]) {
      const words = placesOf(indexOf(text), query).map(({ start, end }) => text.slice(start, end));
      expect(words.filter((one) => one.includes('filler30'))).toEqual([]);
    }
  });

  it('finds a long passage with words changed in it as one place', () => {
    const passage = filler(260, 'word');
    const changed = passage.replace('word100 ', 'other100 ').replace('word200', 'word200 and more');
    const text = `${filler(40, 'a')} ${changed} ${filler(40, 'b')}`;
    const [place, ...others] = placesOf(indexOf(text), wanted(`a38 a39 [${passage}] b0 b1`));
    expect(others).toEqual([]);
    expect(text.slice(place!.start, place!.end)).toBe(changed);
    expect(place!.same).toBe(false);
    expect(place!.kept).toBeGreaterThan(0.98);
    expect(place).toMatchObject({ before: 1, after: 1, verbatim: false });
  });

  it('finds nothing where no two words are left side by side', () => {
    expect(placesOf(indexOf('board the met Monday on'), wanted('[the board met on Monday]'))).toEqual([]);
    expect(placesOf(indexOf(''), wanted('[the board]'))).toEqual([]);
    expect(placesOf(indexOf('word'), wanted('[the board]'))).toEqual([]);
  });
});

group('copies of words', () => {
  const copies = (text: string, sample: string): string[] =>
    copiesOf(indexOf(text), wanted(sample)).map(({ start }) => `${start}: ${text.slice(start, start + 24)}`);

  it('are inside longer words, too, where there are one or two words', () => {
    expect(copies('A party for art, and art parts.', '[art]')).toEqual([
      '3: arty for art, and art pa',
      '12: art, and art parts.',
      '21: art parts.',
      '26: arts.',
    ]);
    expect(copies('the party was; art was it', '[art was]')).toEqual(['15: art was it']);
    expect(copies('aaa', '[aa]')).toEqual(['0: aaa', '1: aa']);
  });

  it('begin and end inside words where there are more', () => {
    expect(copies('the party was held; a party was here', '[rty was he]')).toEqual([
      '6: rty was held; a party wa',
      '24: rty was here',
    ]);
    expect(copies('was here', '[party was here]')).toEqual([]);
  });

  it('are 64 at most, the first in the text', () => {
    const text = Array.from({ length: 70 }, (_, at) => `n${at} here`).join(' ');
    const found = copiesOf(indexOf(text), wanted('[here]'));
    expect(found).toHaveLength(64);
    expect(found.at(-1)!.start).toBe(text.indexOf('here', text.indexOf('n63 ')));
    expect(copiesOf(indexOf(text), wanted('[Here]'))).toHaveLength(64);
  });

  it('stand in another case or typography where none stands letter for letter', () => {
    const text = 'He says “it’s progress”, and IT’S PROGRESS; it’s nothing.';
    expect(copies(text, "[it's progress]")).toEqual([
      `9: ${text.slice(9, 33)}`,
      `${text.indexOf('IT')}: ${text.slice(text.indexOf('IT'), text.indexOf('IT') + 24)}`,
    ]);
    expect(copies(text, '[Nothing]')).toEqual([`${text.indexOf('nothing')}: nothing.`]);
    expect(copies(text, '[nowhere]')).toEqual([]);
    expect(copies(text, '[it is nothing]')).toEqual([]);
  });

  it('say how much of the context is there by its letters alone', () => {
    const text = 'The old party met. The new party met.';
    const found = copiesOf(indexOf(text), wanted('new [party] met.'));
    expect(found).toMatchObject([
      { before: 1 / 4, after: 1, verbatim: false, same: true, spelling: true, likeness: 1, kept: 1 },
      { before: 1, after: 1, verbatim: true },
    ]);
    expect(copiesOf(indexOf(text), wanted('new [Party] met.'))).toMatchObject([
      { after: 1, verbatim: false, same: true },
      { before: 1, after: 1, verbatim: false },
    ]);
  });
});

group('words that were taken out', () => {
  const closed = (text: string, sample: string): boolean => isClosed(indexOf(text), wanted(sample));
  const sample = 'in the end they all met there [on a cold Monday] and nobody had a word to say';

  test.each([
    ['side by side', 'So in the end they all met there and nobody had a word to say at all.', true],
    [
      'with a word of it left',
      'So in the end they all met there Monday and nobody had a word to say.',
      false,
    ],
    ['half of it on one side', 'met there and nobody had a word to say', false],
    ['half of it on the other', 'in the end they all met there and nobody', false],
    ['most of it on both', 'but the end they all met there and nobody had a word for us', true],
    ['elsewhere', 'nobody had a word to say in the end they all met there', false],
    [
      'at the second place of the two words',
      'there and then. So in the end they all met there and nobody had a word to say at all.',
      true,
    ],
    ['nowhere', 'the board met', false],
  ])('leave their context %s', (_, text, is) => {
    expect(closed(text, sample)).toBe(is);
  });

  it('leave more than half of it on each side', () => {
    // The outermost words may be halves, and do not count.
    const even = 'aa bbbb cccc [on Monday] dddd eeee ff';
    expect(closed('so cccc dddd eeee on', even)).toBe(false);
    expect(closed('so bbbb cccc dddd on', even)).toBe(false);
    expect(closed('so bbbb cccc dddd eeee on', even)).toBe(true);
    expect(closed('so ccccc dddd eeee on', even.replace('cccc', 'ccccc'))).toBe(true);
    expect(closed('so bbbb cccc ddddd on', even.replace('dddd', 'ddddd'))).toBe(true);
  });

  it('can’t be told where a side has no context', () => {
    expect(closed('and nobody had', '[on Monday] and nobody had')).toBe(false);
    expect(closed('they all met', 'they all met [on Monday]')).toBe(false);
  });
});
