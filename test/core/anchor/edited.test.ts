import { describe as group, expect, it, test } from 'vitest';
import { describe } from '../../../src/core/anchor/describe.ts';
import { locate, locateAll, type Located } from '../../../src/core/anchor/locate.ts';
import type { Selectors } from '../../../src/core/anchor/selectors.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

/** In the samples the words are marked with `[` and `]`. */
function marked(sample: string): { text: string; span: { start: number; end: number } } {
  const start = sample.indexOf('[');
  const end = sample.indexOf(']') - 1;
  return { text: sample.replace(/[[\]]/g, ''), span: { start, end } };
}

/** An outcome, and the words with it, as a line. */
const tell = (text: string, located: Located): string =>
  'span' in located
    ? `${located.outcome}: ${text.slice(located.span.start, located.span.end)}`
    : located.outcome === 'ambiguous'
      ? `ambiguous: ${located.candidates.map(({ start, end }) => text.slice(start, end)).join(' | ')}`
      : located.outcome;

interface Outcome {
  readonly alone: string;
  readonly known: string;
}

/** What becomes of marked words in another text, with the selectors alone and with the old text known. */
function after(sample: string, text: string): Outcome {
  const { text: old, span } = marked(sample);
  const selectors = describe(readArticle(old), span);
  const article = readArticle(text);
  return {
    alone: tell(text, locate(article, selectors)),
    known: tell(text, locateAll(article, [selectors], { text: old })[0]!),
  };
}

const both = (outcome: string): Outcome => ({ alone: outcome, known: outcome });

const BEFORE = 'The board met on the first Monday of the month.';
const AFTER = 'Nobody asked for the floor after that.';

group('words after an edit, with and without the old text', () => {
  test.each([
    ['a slip is corrected', 'sales in the north fell by a fith', 'sales in the north fell by a fifth'],
    ['a number is changed', 'sales fell by 12 percent in the north', 'sales fell by 21 percent in the north'],
    ['a number in words', 'sales fell by twelve percent here', 'sales fell by twenty percent here'],
    ['a name is changed', 'Miller said that sales fell', 'Meyer said that sales fell'],
    ['a negation is put in', 'sales will fall again this year', 'sales will not fall again this year'],
    ['a verb is turned', 'the chair confirmed that sales fell', 'the chair denied that sales fell'],
    ['a word is left out', 'sales fell rather sharply in the north', 'sales fell sharply in the north'],
    ['the first word is another', 'Sales fell in the north', 'Prices fell in the north'],
    ['only a number was marked', '12', '21'],
    ['only a name was marked', 'Miller', 'Schmidt'],
  ])('are reworded where %s', (_, was, is) => {
    expect(
      after(
        `${BEFORE} It was said: [${was}], all in all. ${AFTER}`,
        `${BEFORE} It was said: ${is}, all in all. ${AFTER}`,
      ),
    ).toEqual(both(`reworded: ${is}`));
  });

  test.each([
    ['curly quotes', 'he said "we can\'t" and left', 'he said “we can’t” and left'],
    ['another dash', 'the plan - so far - holds', 'the plan — so far — holds'],
    ['a dash without spaces', 'the plan – so far – holds', 'the plan—so far—holds'],
    ['hard spaces', 'some 12 000 people came', 'some 12\u00a0000 people\n came'],
    ['soft hyphens', 'the administration agreed', 'the ad\u00admin\u00adis\u00adtra\u00adtion agreed'],
    ['decomposed letters', 'the café in Zürich', 'the café in Zürich'.normalize('NFD')],
    ['a first letter in capitals', 'sales fell in the north', 'Sales fell in the north'],
    ['an ellipsis', 'well... it depends', 'well… it depends'],
  ])('are the same with %s', (_, was, is) => {
    const outcome = after(`${BEFORE} So [${was}] then. ${AFTER}`, `${BEFORE} So ${is} then. ${AFTER}`);
    expect(outcome).toEqual(both(`exact: ${is}`));
  });

  test.each([
    ['US', 'us'],
    ['résumé', 'resume'],
    ['10²', '102'],
    ['-5', '5'],
  ])('are not the same where %s becomes %s', (was, is) => {
    const outcome = after(
      `${BEFORE} It gave [them ${was} at last]. ${AFTER}`,
      `${BEFORE} It gave them ${is} at last. ${AFTER}`,
    );
    expect(outcome).toEqual(both(`reworded: them ${is} at last`));
  });

  it('are lost where they were taken out, though words like them remain', () => {
    const alike = (name: string): string =>
      `The ${name} office reported that rents had doubled in two years.`;
    expect(
      after(
        `${BEFORE} [${alike('northern')}] ${AFTER} ${alike('southern')} That was all.`,
        `${BEFORE} ${AFTER} ${alike('southern')} That was all.`,
      ),
    ).toEqual(both('lost'));
  });

  it('are not taken from another place silently where few of them stood twice', () => {
    const { alone, known } = after(
      `${BEFORE} They call it [real progress] at last. ${AFTER} No word of real progress was heard.`,
      `${BEFORE} ${AFTER} No word of real progress was heard.`,
    );
    expect(alone).not.toMatch(/exact|moved|reworded/);
    expect(known).toBe('lost');
  });

  it('are followed where sentences change places', () => {
    const [one, two] = ['north', 'south'].map(
      (where) => `The office in the ${where} reported that rents had doubled.`,
    );
    expect(after(`${BEFORE} [${one}] ${AFTER} ${two}`, `${BEFORE} ${two} ${AFTER} ${one}`)).toEqual({
      alone: expect.stringMatching(`(exact|moved): ${one}`),
      known: `moved: ${one}`,
    });
  });

  it('are in their first place where a copy was put after it', () => {
    const { text, span } = marked(`${BEFORE} [Rents had doubled in two years.] ${AFTER} The end.`);
    const copied = `${text.slice(0, -9)} Rents had doubled in two years. ${AFTER} The end.`;
    const selectors = describe(readArticle(text), span);
    expect(locate(readArticle(copied), selectors)).toEqual({ outcome: 'exact', span });
  });

  it('are found as one where a paragraph was put in between', () => {
    const [head, tail] = ['rents had doubled in two years.', 'Wages had not, said the report'];
    const added = Array.from({ length: 30 }, (_, k) => `Sentence ${k} came in later.`).join(' ');
    expect(
      after(
        `${BEFORE} It found that [${head}\n\n${tail}], all in all. ${AFTER}`,
        `${BEFORE} It found that ${head}\n\n${added}\n\n${tail}, all in all. ${AFTER}`,
      ),
    ).toEqual(both(`reworded: ${head}\n\n${added}\n\n${tail}`));
  });

  it('keep the letters of a word that were marked', () => {
    const outcome = after(
      `${BEFORE} The tax[payer's burden gr]ew. ${AFTER}`,
      `New. ${BEFORE} The tax­payer’s burden grew. ${AFTER}`,
    );
    expect(outcome).toEqual(both('exact: \u00adpayer’s burden gr'));
  });

  it('are found in scripts that write no spaces', () => {
    expect(
      after(
        '会议在三月举行。委员会同意[费用增加了一倍]以上。之后没有人发言。',
        '会议在四月举行。委员会同意费用增加了两倍以上。之后没有人发言。',
      ),
    ).toEqual(both('reworded: 费用增加了两倍'));
  });
});

group('the same words by somebody else', () => {
  const talk = (first: string, second: string): string =>
    `A talk about rents\n\nAnn Smith: ${first}\n\nBob Jones: ${second}\n\nAnn Smith: Thank you for all of this.\n\nBob Jones: Thank you, too.`;
  const line = 'Rents have doubled in two years, and nobody can say why that is.';

  it('are offered, not taken', () => {
    const old = talk(`[${line}]`, 'I would not say so.');
    const outcome = after(old, talk('I would not say so.', line));
    expect(outcome).toEqual(both(`ambiguous: ${line}`));
  });
  it('do not stand in for those that were taken out', () => {
    const other = 'Rents have tripled in two years, and nobody can say why that is.';
    const { alone, known } = after(talk(`Well. [${line}] Yes.`, other), talk('Well. Yes.', other));
    expect([alone, known]).toEqual(['lost', 'lost']);
  });
  it('are theirs where only the name is spelt in another way', () => {
    const old = talk(`Well, let me see. [${line}] That is all I know.`, 'I would not say so.');
    expect(after(old, marked(old).text.replaceAll('Ann Smith', 'Ann Smyth'))).toEqual(both(`exact: ${line}`));
  });
});

group('equally good places', () => {
  const page = 'Rents had doubled in two years, said the report of the board. Nobody asked why. ';
  const quote: Selectors = [
    {
      type: 'TextQuoteSelector',
      exact: 'said the report',
      prefix: 'doubled in two years, ',
      suffix: ' of the board',
    },
  ];
  const at = (start: number): Selectors => [
    ...quote,
    { type: 'TextPositionSelector', start, end: start + 15 },
  ];
  const copies = readArticle(`${'x'.repeat(50)} ${page.repeat(3)}`);
  const first = copies.text.indexOf('said the report');

  it('are told apart by the position if one is far nearer', () => {
    expect(locate(copies, at(first - 10))).toEqual({
      outcome: 'exact',
      span: { start: first, end: first + 15 },
    });
  });
  it('stay ambiguous if the position is between them, or missing', () => {
    const third = expect.objectContaining({ start: first + 2 * page.length });
    const all = { outcome: 'ambiguous', candidates: expect.arrayContaining([third]) };
    expect(locate(copies, at(first + page.length / 2))).toEqual(all);
    expect(locate(copies, quote)).toEqual(all);
  });
  it('are never settled by a position where the context is gone', () => {
    const text = `${'x'.repeat(50)} One said the report is good. Two said the report is bad.`;
    expect(locate(readArticle(text), at(text.indexOf('said') + 1)).outcome).toBe('ambiguous');
  });
  it('are decided by what stands around them, whatever the position says', () => {
    const text = `We paid, said the report in short. ${page}`;
    const start = text.lastIndexOf('said the report');
    expect(locate(readArticle(text), at(9))).toEqual({ outcome: 'exact', span: { start, end: start + 15 } });
  });
});

group('a quote alone, with the old text known', () => {
  const line = 'It was said that rents had doubled in two years.';
  const old = `${BEFORE} ${line} ${AFTER}`;
  const follow = (selectors: Selectors, text: string, from = old): string =>
    tell(text, locateAll(readArticle(text), [selectors], { text: from })[0]!);
  const quote = (exact: string, some: object = {}): Selectors => [
    { type: 'TextQuoteSelector', exact, ...some },
  ];

  test.each([
    [
      'is found in the old text, and followed',
      line,
      old.replace('doubled', 'tripled'),
      `reworded: ${line.replace('doubled', 'tripled')}`,
    ],
    ['is followed where it did not change', line, `New. ${old}`, `exact: ${line}`],
    ['is lost with its place', line, `${BEFORE} ${AFTER}`, 'lost'],
    [
      'that was never in it is looked for in the new one',
      'a sentence that is new and long enough',
      `${old} Here is a sentence that is new and long enough.`,
      'exact: a sentence that is new and long enough',
    ],
    ['of white space is lost', ' ', `New. ${old}`, 'lost'],
    [
      'at the very beginning is replaced by what is there now',
      'The',
      old.replace('The board', 'A board'),
      'reworded: A',
    ],
  ])('%s', (_, words, text, outcome) => {
    expect(follow(quote(words), text)).toBe(outcome);
  });
  it('that stood twice in the old text is looked for in the new one', () => {
    const twice = `${line} ${AFTER} ${line}`;
    expect(follow(quote(line), `${AFTER} ${line}`, twice)).toBe(`exact: ${line}`);
  });
  it('is not believed a position of another text', () => {
    const selectors: Selectors = [...quote('doubled'), { type: 'TextPositionSelector', start: 0, end: 7 }];
    expect(follow(selectors, old.replace('doubled', 'tripled'))).toBe('reworded: tripled');
  });
  it('at the very end is replaced by what is there now', () => {
    expect(
      follow(
        quote('years', { prefix: 'two ' }),
        old.replace(/\. Nobody.*/, '').replace('years', 'months'),
        old.replace(/\. Nobody.*/, ''),
      ),
    ).toBe('reworded: months');
  });
});
