import { describe as group, expect, it, test } from 'vitest';
import { describe } from '../../../src/core/anchor/describe.ts';
import type { Selectors } from '../../../src/core/anchor/selectors.ts';
import { carryOver, comparing } from '../../../src/core/anchor/versions.ts';
import { runSlices } from '../../../src/core/text/slices.ts';
import { articleOf } from './plain-article.ts';

/** What becomes of the words between `[` and `]` in another text, as a line; `said` names who says which block of both. */
function after(
  sample: string,
  text: string,
  said: [Record<string, string>, Record<string, string>] = [{}, {}],
) {
  const start = sample.indexOf('[');
  const span = { start, end: sample.indexOf(']') - 1 };
  const old = sample.replace(/[[\]]/g, '');
  return follow(describe(articleOf(old, said[0]), span), old, text, said[1]);
}

function follow(selectors: Selectors, old: string, text: string, said: Record<string, string> = {}): string {
  const versions = runSlices(comparing(articleOf(text, said), { text: old }));
  const located = runSlices(carryOver(versions, selectors));
  if (!located) return 'null';
  const words = (one: { start: number; end: number }): string =>
    `${one.start} ${text.slice(one.start, one.end)}`;
  if (located.outcome === 'ambiguous') return `ambiguous: ${located.candidates.map(words).join(' | ')}`;
  return located.outcome === 'lost' ? 'lost' : `${located.outcome}: ${words(located.span)}`;
}

const BEFORE = 'The board met on the first Monday of the month, as ever.';
const AFTER = 'Nobody asked for the floor after that, and all went home.';
const around = (words: string): string => `${BEFORE} ${words} ${AFTER}`;
const AT = BEFORE.length + 1;

group('the comparison of two texts', () => {
  it('says of every word of the old text where it is, and of the new which were there', () => {
    const versions = runSlices(
      comparing(articleOf('one two new four five'), { text: 'one two three four five' }),
    );
    expect([...versions.mates].map((mate) => mate)).toMatchObject([0, 1, expect.any(Number), 3, 4]);
    expect([...versions.wasThere]).toEqual([1, 1, 0, 1, 1]);
    expect(versions.old).toMatchObject({ text: 'one two three four five', blocks: [], turns: [] });
  });
  it('has no word of an empty text', () => {
    expect([...runSlices(comparing(articleOf('one two'), { text: '' })).wasThere]).toEqual([0, 0]);
    expect([...runSlices(comparing(articleOf(''), { text: 'one two' })).mates]).toEqual([-1, -1]);
  });
});

group('words between words that stayed', () => {
  test.each([
    ['one by one', 'doubled', 'tripled', `reworded: ${AT} tripled`],
    ['one by two', 'doubled', 'risen much', `reworded: ${AT} risen much`],
    ['one by three', 'doubled', 'risen very much', `ambiguous: ${AT + 11} much`],
    ['three by four', 'doubled since May', 'risen much in June', `reworded: ${AT} risen much in June`],
    ['three by five', 'doubled since May', 'risen much more in June', `ambiguous: ${AT + 11} more in June`],
    ['four by four', 'doubled since last May', 'risen much in June', `ambiguous: ${AT} risen much in June`],
    ['none', 'doubled', '', 'lost'],
  ])('are reworded where they were replaced: %s', (_, was, is, outcome) => {
    expect(after(around(`[${was}]`), around(is))).toBe(outcome);
  });

  it('are replaced at the very beginning and at the very end, too', () => {
    expect(after(`[Rents] ${AFTER}`, `Wages ${AFTER}`)).toBe('reworded: 0 Wages');
    expect(after(`[Rents] ${AFTER}`, `All of the wages ${AFTER}`)).toBe('lost');
    expect(after(`${BEFORE} [Rents]`, `${BEFORE} Wages`)).toBe(`reworded: ${AT} Wages`);
    expect(after(`${BEFORE} [Rents]`, `${BEFORE} All of the wages`)).toBe('lost');
  });

  it('are not replaced where a word beside them is gone, too', () => {
    expect(after(around('it is said: [doubled] they have'), around('it is said: they have'))).toBe('lost');
    expect(after(around('[Rents]'), `${BEFORE.replace('as ever.', 'so')} Wages ${AFTER}`)).toBe(
      `ambiguous: ${AT - 6} Wages`,
    );
  });

  test.each([
    ['two of five kept', 'rents rose very much here', 'rents fell a bit here', 'reworded'],
    ['one of six kept', 'rents had risen very much here', 'wages are not falling so here', 'ambiguous'],
    [
      'all of them kept among twice as many',
      'rents rose here',
      'rents, as was said by all, rose fast enough here',
      'reworded',
    ],
  ])('are reworded where enough is left: %s', (_, was, is, outcome) => {
    expect(after(around(`[${was}]`), around(is))).toBe(`${outcome}: ${AT} ${is}`);
  });

  it('are where they were, whatever stands elsewhere', () => {
    const line = 'Rents have doubled in two years.';
    expect(after(around(`[${line}]`), `New. ${around(line)} ${line}`)).toBe(`exact: ${AT + 5} ${line}`);
    // Reworded in their place, and word for word in another that is new.
    expect(
      after(around(`[${line}]`), `${around('Rents have, they say, tripled in about two years.')} ${line}`),
    ).toBe(`moved: ${around('Rents have, they say, tripled in about two years.').length + 1} ${line}`);
    // A slip of spelling is corrected: they are here.
    expect(
      after(
        around('[Rents have doubbled in two years.]'),
        `${around(line)} Rents have doubbled in two years.`,
      ),
    ).toBe(`reworded: ${AT} ${line}`);
  });
});

group('words elsewhere', () => {
  const line = 'Rents in all of the old town doubled in two years.';

  it('are theirs where they stood once and are long enough', () => {
    const lines = (...all: string[]): string => all.join('\n');
    expect(after(lines(BEFORE, `[${line}]`, AFTER), lines(BEFORE, AFTER, line))).toBe(
      `moved: ${BEFORE.length + AFTER.length + 2} ${line}`,
    );
  });

  it('are not theirs where they stood there before', () => {
    const text = `${BEFORE} ${AFTER} ${line}`;
    expect(after(`${around(`[${line}]`)} ${line}`, text)).toBe('lost');
  });

  it('are offered where they may be there by chance', () => {
    const text = `${BEFORE} ${AFTER} So they say it was.`;
    expect(after(around('So [it was].'), text)).toBe(`ambiguous: ${text.indexOf('it was')} it was`);
  });

  it('are offered where more than one of them is new', () => {
    const text = `A. ${line} ${BEFORE} ${AFTER} B. ${line}`;
    const [one, two] = [text.indexOf(line), text.lastIndexOf(line)];
    expect(after(around(`[${line}]`), text)).toBe(`ambiguous: ${one} ${line} | ${two} ${line}`);
  });

  it('end where the words end, though the next sentence ends alike', () => {
    const long = 'Rents in all of the town have doubled in two years, said the report of the mayor.';
    expect(after(around(`[${long}]`), `${BEFORE} ${AFTER} A. ${long} B. The end.`)).toMatch(
      / said the report of the mayor\.$/,
    );
  });

  it('do not stand in for those that are in their place with other words, where they are not sure', () => {
    const reworded = 'Rents in all of the town have more than doubled, they say, in two years or so.';
    const text = `${around(reworded)} A. ${line} B. ${line}`;
    expect(after(around(`[${line}]`), text)).toBe(`reworded: ${AT} ${reworded}`);
  });
});

group('words of the old text, far from where they are said to be', () => {
  const line = 'Rents in all of the old town doubled in two years.';
  const old = around(line);
  const quote = { type: 'TextQuoteSelector', exact: line } as const;

  it('are followed from where they stand alone', () => {
    const stale: Selectors = [
      { ...quote, prefix: 'of another text, and then: ', suffix: ' And what came after it then.' },
      { type: 'TextPositionSelector', start: 3, end: 3 + line.length },
      { type: 'ArticleSelector', block: 'p7', speaker: null, text: 'none' },
    ];
    expect(follow(stale, old, `New. ${old.replace('doubled', 'tripled')}`)).toBe(
      `reworded: ${AT + 5} ${line.replace('doubled', 'tripled')}`,
    );
  });

  it('are not where others like them stand', () => {
    const like: Selectors = [{ ...quote, prefix: 'as ever. ', suffix: ' Nobody' }];
    expect(follow(like, around(line.replace('doubled', 'fell')), old)).toBe('null');
  });
});

group('words of the old text', () => {
  const line = 'Rents have doubled.';
  const twice = `${around(line)} ${line} The end.`;
  const second = twice.lastIndexOf(line);
  const quote = (given: object = {}): Selectors => [{ type: 'TextQuoteSelector', exact: line, ...given }];
  const position = (start: number) =>
    ({ type: 'TextPositionSelector', start, end: start + line.length }) as const;

  it('are where the position says, if they stand there with their context', () => {
    const text = `New. ${twice}`;
    expect(follow([...quote(), position(second)], twice, text)).toBe(`exact: ${second + 5} ${line}`);
    expect(follow([...quote(), position(AT)], twice, text)).toBe(`exact: ${AT + 5} ${line}`);
    expect(follow([...quote({ suffix: ' The end.' }), position(second)], twice, text)).toBe(
      `exact: ${second + 5} ${line}`,
    );
  });

  it('are where their context is if it is not what stands at the position', () => {
    const text = `New. ${twice}`;
    for (const [given, at] of [
      [{ suffix: ' The end.', prefix: `home. ` }, AT],
      [{ prefix: 'as ever. ', suffix: ' Nobody' }, second],
      [{ prefix: 'as ever. ' }, second],
      [{ suffix: ' Nobody asked' }, second],
      [{ prefix: 'as ever. ', suffix: ' Nobody' }, 3],
    ] as const) {
      const start = 'suffix' in given && given.suffix === ' The end.' ? second : AT;
      expect(follow([...quote(given), position(at)], twice, text)).toBe(`exact: ${start + 5} ${line}`);
    }
  });

  it('can’t be followed where they do not stand there once', () => {
    expect(follow(quote(), twice, `New. ${twice}`)).toBe('null');
    expect(follow(quote({ exact: 'Wages have fallen.' }), twice, `New. ${twice}`)).toBe('null');
    expect(follow(quote({ exact: ' ' }), 'a b', 'a c')).toBe('null');
  });
});

group('the voice of words that stayed', () => {
  const line = 'Rents have doubled in two years, and nobody knows why.';
  const text = [BEFORE, line, AFTER].join('\n');
  const more = `New.\n${text}`;
  const at = more.indexOf(line);
  const described = (): Selectors => {
    const start = text.indexOf(line);
    return describe(articleOf(text, { p1: 'ann' }), { start, end: start + line.length });
  };
  /** What becomes of Ann's line where its letters are said by these from there on, by a rule that is so sure. */
  const saidBy = (
    said: readonly (readonly [speaker: string, from: number])[],
    confidence: number,
    now = more,
  ): string => {
    const article = articleOf(now);
    const start = now.indexOf('Rents');
    const end = now.indexOf('\n', start);
    const turns = said.map(([speaker, from], index) => ({
      ...article.turns[0]!,
      id: `t${index}`,
      start: start + from,
      end: said[index + 1] ? start + said[index + 1]![1] : end,
      speaker,
      confidence,
    }));
    const versions = runSlices(comparing({ ...article, turns }, { text }));
    const located = runSlices(carryOver(versions, described()));
    return located?.outcome ?? 'null';
  };

  test.each([
    ['the same', 'ann', 'ann', `exact: ${at} ${line}`],
    ['another', 'ann', 'bob', `ambiguous: ${at} ${line}`],
    ['another by a name that is nearly theirs', 'ann-smith', 'ann-smyth', `exact: ${at} ${line}`],
  ])('%s', (_, was, is, outcome) => {
    expect(after(text.replace(line, `[${line}]`), more, [{ p1: was }, { p2: is }])).toBe(outcome);
  });

  it('is another where that is sure, and may be where it is guessed: then the words are told as changed', () => {
    expect(saidBy([['bob', 0]], 1)).toBe('ambiguous');
    expect(saidBy([['bob', 0]], 0.5)).toBe('reworded');
    expect(saidBy([['ann', 0]], 0.5)).toBe('exact');
  });

  it('is partly another: the words are offered, and taken where they were changed', () => {
    expect(
      saidBy(
        [
          ['ann', 0],
          ['bob', 40],
        ],
        1,
      ),
    ).toBe('ambiguous');
    expect(
      saidBy(
        [
          ['ann', 0],
          ['bob', 40],
        ],
        1,
        more.replace('doubled', 'tripled'),
      ),
    ).toBe('reworded');
  });

  it('is not believed to have been guessed in another way where what is around the words has gone, too', () => {
    // Of the eight words on a side, marks among them, six are enough.
    expect(saidBy([['bob', 0]], 0.5, more.replace('of the month', 'month'))).toBe('reworded');
    expect(saidBy([['bob', 0]], 0.5, more.replace('of the month,', 'month'))).toBe('ambiguous');
    expect(saidBy([['bob', 0]], 0.5, more.replace('asked for the floor', 'asked floor'))).toBe('reworded');
    expect(saidBy([['bob', 0]], 0.5, more.replace('asked for the floor', 'asked'))).toBe('ambiguous');
    expect(saidBy([['bob', 0]], 0.5, more.replace('The board met', 'Met'))).toBe('reworded');
  });
});
