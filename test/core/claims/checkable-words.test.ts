import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkableWords, hasWordRules } from '../../../src/core/claims/checkable-words.ts';
import type { WordGroup } from '../../../src/core/claims/word-groups.ts';
import { WORD_RULES, whyMarked } from '../../../src/core/claims/word-rules.ts';
import { readArticle, type Article } from '../../../src/core/voices/read-article.ts';

const english = (text: string): Article => readArticle(text, { lang: 'en' });

/** The sentence with what is marked in brackets. */
function marked(text: string, article = english(text)): string {
  let out = '';
  let at = 0;
  for (const { start, end } of checkableWords(article)) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

const groupsIn = (text: string): string[] =>
  checkableWords(english(text)).map(({ rule }) => WORD_RULES[rule].group);

/** Sentences with what must be marked in brackets, by the group of all that is marked in them. */
const CASES: Readonly<Record<WordGroup, readonly string[]>> = {
  number: [
    'We hold [6,000 square kilometers] of it.',
    'The bridge cost [$5 million].',
    'It cost [€4.5bn] in the end.',
    'They asked for [three million] dolls.',
    'It lost [40 per cent] of its trees.',
    'A rise of [3.5%] was seen.',
    'It gained [two percentage points].',
    '[Half of] the town left.',
    '[Two-thirds] voted for it.',
    'The farm gave a [third] of it away.',
    'Output [doubled] under her.',
    'He is [twice] as fast.',
    'The team is [ten times] as large.',
    'There were [twenty-five] boats.',
    'It has [two hundred and five] rooms.',
    '[Tens of thousands] marched.',
    'There are [two] reasons.',
    'He paid [10–15 euros] for it.',
    'Bring [2 to 4] chairs.',
    'They sent [five to six million] seeds.',
    'She was the [first] doctor in the valley.',
    'We came [third].',
    'The [18-year-old] driver fled.',
    '[Most of] the mills are closed.',
    '[Most] farmers agree.',
    'It weighs [5 kg] when dry.',
    'The road is [12 km] long.',
    'Ships carried [1.2 million tonnes] of grain.',
    '[Almost all] of them left.',
    'The deal is worth [$5 to 10 million].',
    'The deal is worth [$5 or $6].',
    'It cost $ [five].',
    'A pack of [5–10] wolves lives there.',
    'She finished [3rd].',
    'She came [2nd] in it.',
    'He ran [10k].',
    'He ran [10km].',
    'He paid [5eur].',
    'It is [5x] as large.',
    'They sent Boeing [5,000] letters.',
    'They gave Anna [5 dollars].',
    '[Nine-tenths] of it is gone.',
    '[One third] of it is gone.',
    'A [million]-strong crowd came.',
    '[One hundred] left.',
    'He came in [third] place.',
    'He ranked [third].',
    "Anna's [third] book sold.",
    'He said it for the [first] time.',
    'He said it for [third] time.',
    'He bought [five] and [six].',
    'He lost [five] to [three].',
    'It has [5 or six].',
    'It has [five] or one.',
    'Rates rose by [2 per cent].',
    'Rates rose by [2] per year.',
    'Rates rose by [two percentage points].',
    'It cost [500 €].',
    'It is a [5-fold] rise.',
    'It holds [5 square miles].',
    'It holds [5] cubic things.',
    'She was [18 years of age].',
    'He is [five years old].',
    '[Two] and [three] make [five].',
    '[Hundreds and thousands] came.',
    '[Five hundred and six] came.',
    'It is [twenty-one].',
    'It grew from [3020-21].',
    'The [19th] season ended.',
    'Next [5] people came.',
    'About [two] left.',
  ],
  date: [
    'It opened on [5 May 2019].',
    'It opened on [May 5, 2019].',
    'It opened on the [5th of May].',
    'She left in [May].',
    'She left in [1987].',
    'It rained between [January 2016] and [December 2017].',
    'The [2016] election was close.',
    'Prices rose in the [1990s].',
    'We met on [Tuesday].',
    'They broke it [last year].',
    'They will mend it [next Monday].',
    'He promised to end it in [one day].',
    'It took [three weeks].',
    'She left [two years ago].',
    'Sales fell in the [third quarter].',
    'Sales fell in [Q3 2024].',
    'It was built in the [21st century].',
    'It was built in the [nineteenth century].',
    'The train left at [10:30].',
    'The train left at [6 p.m.]',
    'It is dated [2024-01-28].',
    'It stood there from [2014–2022].',
    'It opened in [summer 2021].',
    'They came [yesterday].',
    'A [two-day] visit was planned.',
    'The mid-[2024] talks failed.',
    'Within [one day] it was over.',
    'He works between [five and six hours].',
    'He waited [5 to 10 days].',
    'He waited [five to ten days].',
    'It came [two years later].',
    'It came [two years earlier].',
    'It took [two hundred thousand years].',
    'He left on [5 Sept. 2020].',
    'He left on [Sept. 5, 2020].',
    'He left on [Sept 5th, 2020].',
    'He left on [Jan. 2020].',
    'In [2020-21] it grew.',
    'At [5 pm] he left.',
    "At [5 o'clock] he left.",
    'At [5 a.m.] he left.',
    'At [1430 GMT] he left.',
    'At [0600 hours] he left.',
    'At [10:30 am] he left.',
    'The [19th century] ended.',
    'The decade ([2014]) ended.',
    'The decade ([1990–2000]) ended.',
    'In post-[2020] talks it was said.',
    "Anna's [2016] book sold.",
    'In [1500] it was built.',
    'The [last Friday] was bad.',
    'The [last March] was bad.',
    'It ended in [spring of 2020].',
    'Sales fell in [Q3].',
    'Sales of [Q3] fell.',
    'Sales fell in the [third quarter of 2020].',
    'The [first century] ended.',
    '[This century] ended.',
  ],
  superlative: [
    'It is the [largest] lake of the country.',
    'It was the [most important] vote.',
    'She has the [least expensive] house.',
    'It is the [worst] plan.',
    'This is her [best] book.',
    'The second-[largest] port is here.',
    'It is the [biggest ever] ship.',
    'The storm was [unprecedented].',
    'It is at an [all-time high].',
    '[Never before] was it so.',
    'It was [most highly] praised.',
    '[Latest] news came.',
    'It is the [furthest].',
    'It is the [wettest].',
    "Boris's [most famous] book sold.",
  ],
  absolute: [
    'They [never] paid.',
    'It was [always] so.',
    '[Everyone] knows that.',
    '[Nobody] came.',
    '[No one] asked.',
    '[All] roads are closed.',
    '[Every] child can read.',
    'They want [only] land.',
    'He will [definitely] go.',
    'It is [impossible].',
    'They agreed [without exception].',
    'They [completely] ignored it.',
    '[NOBODY] asked: [NEVER] again.',
    '1) We [never] eat.',
    'It is not, [always].',
  ],
  hedge: [
    'They [may] agree.',
    'It [might] rain.',
    '[Perhaps] it rains.',
    'It will [probably] rain.',
    'They are [likely] to win.',
    'It [seems] open.',
    '[Apparently] it is open.',
    'It [cannot be ruled out] that they lie.',
    'I am [not sure].',
    'We [can’t be completely certain] of it.',
    '[I think] they lie.',
    '[Reportedly] they lied.',
    'It lasted for [some time].',
    'They [often] lie.',
    'They are [largely] gone.',
    'They were [not really sure].',
  ],
};

/** Sentences in which nothing is to be marked. */
const UNMARKED = [
  'The G7 met the F-16 pilots about Covid-19.',
  'Article 5 and Resolution 1701 were read.',
  'First of all, this is so. First, we eat. Second, we sleep.',
  'The third party left.',
  'The west has an interest in a modest forest, said an honest guest.',
  'Theresa May spoke. May I ask? May it last!',
  'The army used its military might.',
  'Not everyone agrees, not all of it is bad, and it is not only bad.',
  'After all, it is all right, and not bad at all.',
  'Could you say why? It could not open.',
  'One of them left. The two of them stayed, and so did no.',
  'The dispute is about land. They walked around the house.',
  'He read pp. 12 and said so [12] (3).',
  'It runs on version 1.2.3 and 5G.',
  'See https://example.org/2024/05/12 and #all2020.',
  'She marched in, and they march on.',
  'They are not willing to completely end it.',
  'One day they will see.',
  'It runs on version 12-a of the plan.',
  'It runs on 1:2:3.',
  'He was the 5th of them.',
  'It is open 24/7.',
  'The 9/11 attacks came.',
  'It happened (3).',
  'It says so in (12) of it.',
  'See Fig. 3 of it.',
  'See Boeing 737 planes.',
  'They met Boeing 737.',
  'A two-storey house stands there.',
  'The five left.',
  'The first half was bad.',
  'The half-brother left.',
  'He came in third.',
  'He met May.',
  'Since Jan he left.',
  'He met Jan there.',
  'The last man left.',
  'It ended in spring.',
  'A Q3 was asked.',
  'It is the least.',
  'Its most part is gone.',
  'It hurts most when it rains.',
  'He gave the most to us.',
  'It is least bad.',
  'At most it rains.',
  'Best of all is rain.',
  'The Best is rain.',
  'It is Best.',
  'The best-selling book sold.',
  'He did not always eat.',
  "He can't always eat.",
  'He is not yet quite always so.',
  'Might of arms won.',
  'His might won.',
  'Could we eat?',
  'May they eat.',
  'They were not here.',
  'About a man came.',
  'Up the hill he went.',
  'Roughly first it rains.',
  'More than most it rains.',
  'Almost one left.',
  'An all-inclusive, never-ending feast.',
];

describe('checkable words', () => {
  for (const [group, sentences] of Object.entries(CASES)) {
    it.each(sentences)(`of the group ${group} are marked: %s`, (sentence) => {
      const text = sentence.replace(/[[\]]/g, '');
      expect(marked(text)).toBe(sentence);
      expect(new Set(groupsIn(text))).toEqual(new Set([group]));
    });
  }

  it.each(UNMARKED)('are none in: %s', (sentence) => {
    expect(marked(sentence)).toBe(sentence);
  });

  it.each([
    ['It has about 6,000 members.', 'hedge number'],
    ['At least two people saw it.', 'hedge number'],
    ['More than 40 per cent voted.', 'hedge number'],
    ['Nearly three weeks went by.', 'hedge date'],
    ['Some 300 came around 1990.', 'hedge number hedge date'],
    ['A deal of $5 and nothing more.', 'number absolute'],
    ['They are absolutely not certain.', 'absolute hedge'],
    ['About a dozen came.', 'hedge number'],
    ['Up to 5 came, under 50 left.', 'hedge number hedge number'],
    ['In about one year it was over.', 'hedge date'],
    ['Over three days it rained.', 'date'],
    ['Over 1990 metres it snows.', 'hedge number'],
    ['We have at least narrowed it down.', ''],
    ['They spoke about two matters.', 'number'],
  ])('before a figure say how exact it is: %s', (sentence, groups) => {
    expect(groupsIn(sentence).join(' ')).toBe(groups);
  });

  it('are no list numbers, no labels of speakers and nothing in the back matter', () => {
    expect(groupsIn('1. We never eat.')).toEqual(['absolute']);
    const interview = english(
      'Q1: Why is it so?\n\nAnna Every: It is never so.\n\nQ2: Why?\n\nAnna Every: Nobody knows.',
    );
    const words = checkableWords(interview).map(({ start, end }) => interview.text.slice(start, end));
    expect(words).toEqual(['never', 'Nobody']);
    const article = english('A title\n\nWe never eat.');
    const back = {
      ...article,
      blocks: article.blocks.map((block) => ({ ...block, kind: 'back-matter' as const })),
    };
    expect(checkableWords(back)).toEqual([]);
  });

  it('are known in English only', () => {
    const text = 'We never eat.';
    for (const lang of ['en', 'en-GB', 'EN-us']) expect(hasWordRules({ lang })).toBe(true);
    for (const lang of ['de', 'und', 'enm', '']) expect(hasWordRules({ lang })).toBe(false);
    expect(marked(text, readArticle(text, { lang: 'de' }))).toBe(text);
  });

  it('of a stretch are those that touch it', () => {
    const article = english('They never ate.\n\nThey always slept, and nobody sang.');
    const at = article.text.indexOf('always');
    const words = checkableWords(article, { start: at + 2, end: at + 3 });
    expect(words).toEqual([{ start: at, end: at + 6, rule: 'total' }]);
  });

  it('are told with the words, and no pattern in them is taken for one', () => {
    expect(whyMarked('total', 'never')).toBe('“Never” allows no exception: one would contradict it.');
    expect(whyMarked('amount', '6,000')).toBe('A number: it can be compared with a count.');
    expect(whyMarked('open', "$' might\n be")).toBe("“$' might be” leaves it open whether it is so.");
  });

  it('are in order, inside the text and its blocks, and never overlap, in any text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...Object.values(CASES)
          .flat()
          .flatMap((each) => each.split(/[ [\]]/)),
      ),
      fc.constantFrom('\n\n', ' ', '-', '$', '“', '[', '2024', 'May', '\ud800', 'https://'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const article = english(words.join(' '));
        let end = 0;
        for (const mark of checkableWords(article)) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(article.blocks.some((block) => block.start <= mark.start && mark.end <= block.end)).toBe(
            true,
          );
          end = mark.end;
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
