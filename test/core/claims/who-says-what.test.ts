import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishAll } from '../../../tools/articles.ts';
import { ledgerRows, type LedgerRow } from '../../../src/core/claims/ledger.ts';
import {
  claimMatrix,
  claimsAlong,
  questionsAsked,
  talk,
  type ClaimMatrix,
} from '../../../src/core/claims/who-says-what.ts';
import type { ClaimKind } from '../../../src/core/notes/claim.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { correctArticle } from '../../../src/core/voices/correct-article.ts';
import { linkTurns } from '../../../src/core/voices/exchanges.ts';
import { shares } from '../../../src/core/voices/stretches.ts';
import { prepareReading } from '../../../src/ui/reading.ts';
import { sampleArticle } from '../voices/sample.ts';

/** A ledger's rows written as `kind voice`, or `kind voice: words` where they stand in the article. */
function rowsFor(article: Article, lines: readonly string[]): LedgerRow[] {
  return lines.map((line) => {
    const [, kind, speaker = '', words] = /^(\S+)(?: (\S+?))?(?:: (.*))?$/.exec(line)!;
    const start = words === undefined ? -1 : article.text.indexOf(words);
    const row = {
      speaker,
      voice: speaker,
      words: words ?? '',
      span: words === undefined ? null : { start, end: start + words.length },
      claim: { kind: kind as ClaimKind },
    };
    return row as unknown as LedgerRow;
  });
}

/** A matrix as a person would write it: `guest 3: cause 1, rule 2`. */
const shown = ({ kinds, lines }: ClaimMatrix): string[] =>
  lines.map(({ name, speaks, counts, total }) => {
    const cells = counts.flatMap((count, kind) => (count > 0 ? [`${kinds[kind]} ${count}`] : []));
    return `${name}${speaks ? '' : ' (silent)'} ${total}: ${cells.join(', ')}`;
  });

describe('claims by voice and kind', () => {
  const article = sampleArticle([
    'front: A title',
    'narration author: It began. {mayor|"Yes"} came late.',
    'answer guest: Never.',
  ]);

  it('have a line for everybody who speaks or claims, in the order of first words, the unknown voice last', () => {
    const rows = rowsFor(article, [
      'rule',
      'cause guest',
      'cause guest',
      'record stranger',
      'opinion author',
    ]);
    const matrix = claimMatrix(article, rows);
    expect(shown(matrix)).toEqual([
      'author 1: opinion 1',
      'mayor 0: ',
      'guest 2: cause 2',
      'stranger (silent) 1: record 1',
      'Unknown voice (silent) 1: rule 1',
    ]);
  });

  it('have a column for every kind, and totals that are their sums', () => {
    const matrix = claimMatrix(article, rowsFor(article, ['cause guest', 'cause author', 'rule author']));
    expect(matrix.kinds).toHaveLength(8);
    expect(matrix.totals).toEqual([0, 0, 2, 1, 0, 0, 0, 0]);
    expect(matrix.total).toBe(3);
  });

  it('are none where nothing is claimed', () => {
    expect(claimMatrix(article, []).lines.map(({ total }) => total)).toEqual([0, 0, 0]);
  });
});

describe('who says how much', () => {
  const told = (lines: string[]): string[] => {
    const article = sampleArticle(lines);
    return talk(article).map(({ name, words, of, turns, quotations, longest }) => {
      const most = longest ? `“${article.text.slice(longest.start, longest.end)}” ${longest.words}` : 'none';
      return `${name} ${words}/${of}, ${turns} turns, ${quotations} quoted, longest ${most}`;
    });
  };

  it('counts words, turns and quotations, and knows the longest of them', () => {
    expect(
      told(['question host: Why now?', 'answer guest: It is time.', '+: Now.', 'answer guest: Yes.']),
    ).toEqual([
      'host 2/7, 1 turns, 0 quoted, longest “Why now?” 2',
      'guest 5/7, 2 turns, 0 quoted, longest “It is time.\n\nNow.” 4',
    ]);
  });

  it('a clause that says who speaks neither breaks a turn nor is a quotation', () => {
    expect(
      told(['narration author: It began.', 'answer guest: ["No,"] said the guest. ["Never ever."]']),
    ).toEqual([
      'author 5/8, 1 turns, 0 quoted, longest “It began.” 2',
      'guest 3/8, 1 turns, 0 quoted, longest “"No," said the guest. "Never ever."” 3',
    ]);
  });

  it('quoted words in somebody else’s turn are quotations, of the author’s, too', () => {
    expect(told(['narration author: He said {mayor|"a b c"} and {mayor|"d"} and left.'])).toEqual([
      'author 5/9, 1 turns, 0 quoted, longest “He said "a b c" and "d" and left.” 5',
      'mayor 4/9, 0 turns, 2 quoted, longest “"a b c"” 3',
    ]);
  });
});

describe('who asks and who answers', () => {
  const told = (lines: string[]): string[] => {
    const sample = sampleArticle(lines);
    const article = { ...sample, ...linkTurns(sample.turns) };
    return questionsAsked(article).map(
      ({ name, asked, answered, answers, of }) => `${name} ${answered}/${asked} ${answers}/${of}`,
    );
  };
  it.each<[string, string[], string[]]>([
    [
      'each question with its answer',
      ['question h: A?', 'answer g: B.', 'question h: C?', 'answer g: D.'],
      ['h 2/2 0/0', 'g 0/0 2/2'],
    ],
    [
      'two voices answer one question',
      ['question h: A?', 'answer g: B.', 'answer f: C.'],
      ['h 1/1 0/0', 'g 0/0 1/1', 'f 0/0 1/1'],
    ],
    [
      'two questions that one answer follows',
      ['question h: A?', 'question i: B?', 'answer g: C.'],
      ['h 1/1 0/1', 'i 1/1 0/1', 'g 0/0 2/2'],
    ],
    ['a question that nothing follows', ['question h: A?', 'narration author: Silence.'], ['h 0/1 0/0']],
    [
      'whoever goes on after a question of their own does not answer it',
      ['question h: A?', 'statement h: Well.'],
      ['h 0/1 0/0'],
    ],
    ['no questions', ['narration author: A.'], []],
  ])('%s', (_, lines, expected) => {
    expect(told(lines)).toEqual(expected);
  });
});

describe('claims along the text', () => {
  const article = sampleArticle(['narration author: abcde', 'answer guest: fghij']);

  it('stand where their words do, as parts of the whole text, a lane a voice', () => {
    const along = claimsAlong(
      article,
      rowsFor(article, ['rule guest: hij', 'cause author: abc', 'cause author']),
    );
    expect(article.text).toHaveLength(12);
    expect(along).toMatchObject({ placed: 2, of: 3 });
    expect(
      along.lanes.map(({ speaker, ticks }) => [speaker, ticks.map(({ from, to }) => [from, to])]),
    ).toEqual([
      ['author', [[0, 0.25]]],
      ['guest', [[0.75, 1]]],
    ]);
  });
});

const [published] = publishAll();
const { slug, title, article, relations } = published!;
const rowsOf = (now: Article): LedgerRow[] => {
  const { notes } = prepareReading(published!, now);
  return ledgerRows({ slug, title, article: now, published: notes, relations, placed: [], unplaced: [] });
};

describe('the bundled article', () => {
  it('has the words that the rail counts, and six questions, all answered', () => {
    expect(talk(article).map(({ speaker, words, of }) => ({ speaker, words, of }))).toEqual(
      expect.arrayContaining(shares(article)),
    );
    expect(talk(article).map(({ name, turns, quotations }) => `${name} ${turns} ${quotations}`)).toEqual([
      'The author 2 0',
      'JD Vance 0 5',
      'Alexander Averin 1 0',
      'Dmitry Yerofeyev 1 0',
      'Kirill Ozhimko 6 0',
      'Pravda of the Komsomol 5 0',
    ]);
    expect(
      questionsAsked(article).map(({ name, asked, answered, answers, of }) => [
        name,
        asked,
        answered,
        answers,
        of,
      ]),
    ).toEqual([
      ['The author', 1, 1, 0, 5],
      ['Alexander Averin', 0, 0, 1, 6],
      ['Dmitry Yerofeyev', 0, 0, 1, 6],
      ['Kirill Ozhimko', 0, 0, 6, 6],
      ['Pravda of the Komsomol', 5, 5, 0, 1],
    ]);
  });

  it('a correction of a speaker moves that speaker’s words and claims, and no others', () => {
    const turn = article.turns.find(({ speaker }) => speaker === 'alexander-averin')!;
    const { start, end } = turn;
    const inside = (span: { start: number } | null) =>
      span !== null && span.start >= start && span.start < end;
    const moved = rowsOf(article).filter(
      ({ speaker, span }) => speaker === 'alexander-averin' && inside(span),
    );
    expect(moved.map(({ label }) => label)).toEqual(['12', '13', '14', '15']);

    const speaker = 'dmitry-yerofeyev';
    const now = correctArticle(article, [{ start, end, speaker }]);
    const was = claimMatrix(article, rowsOf(article));
    const is = claimMatrix(now, rowsOf(now));
    const countsIn = (matrix: ClaimMatrix, id: string) =>
      matrix.lines.find((line) => line.speaker === id)?.counts;
    expect(countsIn(is, 'alexander-averin')).toBeUndefined();
    const both = countsIn(was, 'alexander-averin')!.map(
      (count, kind) => count + countsIn(was, speaker)![kind]!,
    );
    expect(countsIn(is, speaker)).toEqual(both);
    expect(is.totals).toEqual(was.totals);
    for (const id of ['author', 'jay-dee-vance', 'kirill-ozhimko', 'pravda-of-the-komsomol'])
      expect(countsIn(is, id)).toEqual(countsIn(was, id));

    const wordsIn = (text: Article, id: string) => talk(text).find((each) => each.speaker === id)?.words ?? 0;
    expect(wordsIn(now, speaker)).toBe(wordsIn(article, 'alexander-averin') + wordsIn(article, speaker));
    expect(wordsIn(now, 'kirill-ozhimko')).toBe(wordsIn(article, 'kirill-ozhimko'));
    expect(talk(now)[0]!.of).toBe(talk(article)[0]!.of);
    const lanes = claimsAlong(now, rowsOf(now)).lanes;
    expect(lanes.find((lane) => lane.speaker === speaker)?.ticks.map(({ row }) => row.label)).toEqual([
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
    ]);
  });
});

const brief = new URL('../../../../shared/article/claims.md', import.meta.url);

describe.skipIf(!existsSync(brief))('the matrix (skipped where ../shared/article is absent)', () => {
  it('counts what the editorial brief lists', () => {
    const gold = new Map<string, number>();
    const lines = readFileSync(brief, 'utf8').matchAll(
      /^\| \d+ \| \d+ \| .* \| ([^|]+) \| (\w+) \| [^|]+ \|$/gm,
    );
    for (const [, voice, kind] of lines) {
      const cell = `${/^[^\s,]+/.exec(voice!)![0]} ${kind}`;
      gold.set(cell, (gold.get(cell) ?? 0) + 1);
    }
    const matrix = claimMatrix(article, rowsOf(article));
    const shortOf = (id: string) =>
      id === 'author' ? id : article.speakers.find((speaker) => speaker.id === id)!.short;
    const cells = matrix.lines.flatMap(({ speaker, counts }) =>
      counts.flatMap((count, kind) =>
        count > 0 ? [[`${shortOf(speaker)} ${matrix.kinds[kind]}`, count] as const] : [],
      ),
    );
    expect([...gold.values()].reduce((sum, count) => sum + count, 0)).toBe(34);
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(gold));
  });
});
