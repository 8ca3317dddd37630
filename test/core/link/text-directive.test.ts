import { describe, expect, it, test } from 'vitest';
import { textDirective } from '../../../src/core/link/text-directive.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

const COUNTED = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const first = (count: number): string => COUNTED.slice(0, count).join(' ');
const final = (count: number): string => COUNTED.slice(COUNTED.length - count).join(' ');
/** Words that are nowhere else, so many of them, and all more than 80 characters from five on. */
const FILLING = Array.from({ length: 12 }, (_, index) => `unrepeatable${'abcdefghijkl'[index]}`).join(' ');

/** The directive of the nth place of some words, decoded. */
function directive(paragraphs: readonly string[], words: string, nth = 1): string {
  const text = ['A title of it', ...paragraphs].join('\n\n');
  const article = readArticle(text);
  expect(article.text).toBe(text);
  let start = -1;
  for (let place = 0; place < nth; place += 1) start = text.indexOf(words, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  const made = textDirective(article, { start, end: start + words.length });
  return decodeURIComponent(made).replace(/^text=/, '');
}

describe('the words themselves', () => {
  const nine = 'abcdefg'.split('').map((letter) => `ninechar${letter}`);
  const eighty = `${nine.join(' ')} elevenchars`;
  it('are there as a whole up to 80 characters, else with both their ends', () => {
    expect(eighty).toHaveLength(81);
    const whole = eighty.slice(0, -1);
    expect(directive([whole], whole)).toBe(whole);
    expect(directive([eighty], eighty)).toBe('ninechara ninecharb ninecharc,ninecharf ninecharg elevenchars');
    // White space counts once.
    const spaced = whole.replace(' ', '   ');
    expect(directive([spaced], spaced)).toBe(whole);
  });
  test.each([
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 8],
    [8, 11],
  ])('of whose beginning %i words stand elsewhere, have %i at each end', (same, expected) => {
    const quote = `${first(13)} ${FILLING}`;
    const [start, end] = directive([quote, `${first(same)} other.`], quote).split(',');
    expect(start).toBe(first(expected));
    expect(end!.split(' ')).toHaveLength(expected);
  });
  test.each([
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 8],
    [8, 11],
  ])('of whose end %i words stand in their midst, have %i at each end', (same, expected) => {
    const quote = `${FILLING} ${final(same)} midst ${final(13)}`;
    const [start, end] = directive([quote], quote).split(',');
    expect(end).toBe(final(expected));
    expect(start!.split(' ')).toHaveLength(expected);
  });
  it('may end as something before them does', () => {
    const quote = `${FILLING} and so it was`;
    expect(directive(['And so it was.', quote], quote)).toMatch(/,so it was$/);
  });
  it('have both their ends, where they stand at both sides of a paragraph’s end', () => {
    const both = ['Nothing ever happened.', 'The anti-war party met.'];
    expect(directive(both, 'ever happened.\n\nThe anti')).toBe('ever happened,The anti');
    expect(directive(both, 'ever happened.\n\nThe')).toBe('ever happened,The');
    expect(directive(both, 'happened.\n\nThe')).toBe('happened,The');
  });
  it('have two or one at each end, where few are long', () => {
    const long = (count: number, letters: number): string[] =>
      Array.from({ length: count }, (_, index) => 'abcde'[index]!.repeat(letters));
    const [a, b, , d, e] = long(5, 20);
    expect(directive([long(5, 20).join(' ')], long(5, 20).join(' '))).toBe(`${a} ${b},${d} ${e}`);
    const three = long(3, 30);
    expect(directive([three.join(' ')], three.join(' '))).toBe(`${three[0]},${three[2]}`);
    const [one] = long(1, 81);
    expect(directive([`${one} here`], one!)).toBe('');
  });
  it('are whole, without marks and what draws nothing', () => {
    expect(directive(['He said: “They co\u00adoperate now.” She left.'], '“They co\u00adop')).toBe(
      'They cooperate',
    );
    expect(directive(['Of Vance’s plan'], 'nce’s pl')).toBe('Vance’s plan');
    expect(directive(['He said: … and left.'], '…')).toBe('');
  });
});

describe('words that stand more than once', () => {
  it('do whatever their case, accents, quotes and dashes', () => {
    expect(directive(['His resume lies here. A Résumé is there.'], 'resume')).toBe('resume,-lies');
    expect(directive(['The vice-chair spoke. The vice–chair sat.'], 'vice-chair')).toBe('vice-chair,-spoke');
  });
  it('do not inside other words of a script with spaces, and do in one without', () => {
    expect(directive(['Art and a party. They start apart.'], 'Art')).toBe('Art');
    expect(directive(['Арт и партия. Старт.'], 'Арт')).toBe('Арт');
    expect(directive(['Art1 is art.'], 'art')).toBe('art');
    expect(directive(['他说明天来。我说好。'], '说好')).toBe('说好');
    expect(directive(['他好好说。你好。'], '你好')).toBe('你好');
    expect(directive(['天气好。天天好。'], '天')).not.toBe('天');
  });
  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 6],
    [6, 9],
    [9, 13],
  ])('and have %i words after them in common, are told by %i', (same, expected) => {
    // As much as can be is the same before them.
    const before = `${FILLING} more of it`;
    const places = [`${before} cut ${first(13)} here.`, `${before} cut ${first(same)} otherwise.`];
    expect(directive(places, 'cut')).toBe(`cut,-${first(expected)}`);
  });
  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 6],
    [6, 9],
    [9, 13],
  ])('and have %i words before them in common, are told by %i', (same, expected) => {
    const after = `taxes for ${FILLING}`;
    const places = [`here ${first(13)} cut ${after}`, `otherwise ${final(same)} cut ${after}`];
    expect(directive(places, 'cut')).toBe(`${final(expected)}-,cut`);
  });
  it('are told by both sides where neither is enough', () => {
    const places = ['ash cut birch', 'ash cut cedar', 'dogwood cut birch'];
    expect(directive(places, 'cut')).toBe('ash-,cut,-birch');
  });
  it('are told by what follows rather than by what stands before', () => {
    expect(directive(['ash cut birch', 'cedar cut dogwood'], 'cut')).toBe('cut,-birch');
  });
  it('are told by what stands in the next paragraphs, with the marks between', () => {
    const places = [
      'They met at noon.',
      '“Cut it!”',
      'Nobody did.',
      'They met at night.',
      '“Cut it!”',
      'We did.',
    ];
    expect(directive(places, 'Cut it')).toBe('Cut it!”,-Nobody');
    expect(directive(places, 'Cut it', 2)).toBe('Cut it!”,-We');
    const same = [...places.slice(0, 3), 'They met at night.', '“Cut it!”', 'Nobody did.'];
    expect(directive(same, 'Cut it')).toBe('noon.-,“Cut it');
    expect(directive(same, 'Cut it', 2)).toBe('night.-,“Cut it');
  });
  it('of a long quote keep both its ends, and what stands around both', () => {
    const quote = `${first(11)} ${FILLING} ${final(11)}`;
    const ends = `${first(11)},${final(11)}`;
    expect(directive([`ash ${quote} birch`, `cedar ${first(11)}`], quote)).toBe(`ash-,${ends}`);
    const inside = `${first(11)} ${FILLING} ${final(11)} midst ${final(11)}`;
    expect(directive([`ash ${inside} birch`], inside)).toBe(`${ends},-birch`);
    expect(directive([`ash ${inside} birch`, `cedar ${first(11)}`], inside)).toBe(`ash-,${ends},-birch`);
    // A browser would take the first place where it begins.
    expect(directive([`ash ${quote} birch`, `ash ${quote} cedar`], quote)).toBe('');
  });
  it('and are the first and last of all have context on one side', () => {
    expect(directive(['Cut it', 'They did.', 'Cut it'], 'Cut it', 2)).toBe('did.-,Cut it');
    expect(directive(['They did.', 'Cut it'], 'A title of it'.slice(0, 7))).toBe('A title');
  });
});
