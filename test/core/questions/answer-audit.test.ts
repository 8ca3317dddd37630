import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import { AVOIDANCES, OUTCOMES, QUESTION_FORMS, type Reply } from '../../../src/core/notes/question.ts';
import { AVOIDANCE_WORDS, FORM_MEANINGS, OUTCOME_LABELS } from '../../../src/core/notes/question-words.ts';
import type { Placed, ReaderNote } from '../../../src/core/notes/note.ts';
import {
  askedQuestions,
  auditedReplies,
  rateInWords,
  readingsOf,
  talliesBySpeaker,
  tallyOf,
} from '../../../src/core/questions/answer-audit.ts';
import {
  formatAuditCsv,
  formatAuditMarkdown,
  type AuditEntry,
} from '../../../src/core/questions/format-audit.ts';
import { sentencesIn } from '../../../src/core/questions/sentences.ts';
import { sampleArticle } from '../voices/sample.ts';
import { sampleNote } from '../notes/sample-notes.ts';

/** Two who ask; the first question has two replies, the second comes in two turns, the last has none. */
const ARTICLE = sampleArticle(
  [
    'question ask: Will the harbour be rebuilt?',
    'answer mayor: By spring. Costs fell.',
    'answer union: That is the wrong question!',
    'question ask: And who pays?',
    'question press: Who *really* pays?',
    'answer mayor: As I said.',
    'statement press: So you say.',
    'question ask: Is that all?',
  ],
  [
    { questions: ['t0'], answers: ['t1', 't2'] },
    { questions: ['t3', 't4'], answers: ['t5', 't6'] },
    { questions: ['t7'], answers: [] },
  ],
);
const asked = askedQuestions(ARTICLE);
const evidence = selectorsFor(ARTICLE, {
  start: ARTICLE.text.indexOf('That is'),
  end: ARTICLE.text.indexOf('That is') + 26,
});
const reply = (speaker: string, outcome: Reply['outcome'], some: Partial<Reply> = {}): Reply => ({
  speaker,
  outcome,
  ways: [],
  evidence: [],
  ...some,
});
const noteOn = (start: number, end: number, some: Partial<ReaderNote> = {}): Placed<ReaderNote> => ({
  ...sampleNote('by spring', { kind: 'question', question: { replies: [] }, ...some }),
  span: { start, end },
});

describe('the questions of an article', () => {
  it('are numbered, and each has those who speak in its answers, but for who asks', () => {
    expect(
      asked.map(({ number, exchange, repliers }) => [
        number,
        exchange,
        repliers.map(({ speaker }) => speaker),
      ]),
    ).toEqual([
      [1, 1, ['mayor', 'union']],
      [2, 2, ['mayor', 'press']],
      [3, 2, ['mayor']],
      [4, 3, []],
    ]);
  });

  it('find the notes on them by their place, and leave what fits none', () => {
    const [first, second] = asked;
    const exact = noteOn(first!.span.start, first!.span.end, { id: 'exact' });
    const near = noteOn(first!.span.start, first!.span.end - 3, { id: 'near' });
    const other = noteOn(second!.span.start + 1, second!.span.end, { id: 'other' });
    const lost = noteOn(0, ARTICLE.text.length, { id: 'lost' });
    const comment = noteOn(first!.span.start, first!.span.end, { id: 'comment', kind: 'comment' });
    const { byTurn, left } = readingsOf(asked, [lost, near, exact, other, comment]);
    expect([...byTurn].map(([turn, { id }]) => [turn, id])).toEqual([
      ['t0', 'exact'],
      ['t3', 'other'],
    ]);
    expect(left.map(({ id }) => id)).toEqual(['lost', 'near']);
  });
});

describe('notes on the same question', () => {
  it('that fit equally leave it to the oldest', () => {
    const { start, end } = asked[0]!.span;
    const older = noteOn(start, end, { id: 'older', created: '2024-01-01T00:00:00.000Z' });
    const newer = noteOn(start, end, { id: 'newer', created: '2025-01-01T00:00:00.000Z' });
    for (const notes of [
      [older, newer],
      [newer, older],
    ])
      expect(readingsOf(asked, notes).byTurn.get('t0')?.id).toBe('older');
  });
  it('are not asked of a turn in which nothing is asked', () => {
    const silent = sampleArticle(
      ['question ask: …', 'answer mayor: Well.'],
      [{ questions: ['t0', 'gone'], answers: ['t1', 'gone'] }],
    );
    expect(askedQuestions(silent)).toEqual([]);
  });
  it('know repliers of whom nobody knows who they are', () => {
    const unknown = sampleArticle(
      ['question ask: Why?', 'answer: Because.'],
      [{ questions: ['t0'], answers: ['t1'] }],
    );
    expect(askedQuestions(unknown)[0]!.repliers.map(({ speaker }) => speaker)).toEqual(['']);
  });
});

describe('the audit', () => {
  const questions = [
    {
      replies: [
        reply('mayor', 'answered'),
        reply('union', 'not', { ways: ['attacks question'], evidence: [evidence] }),
      ],
    },
    { replies: [reply('mayor', 'partly', { ways: ['repeats', 'incomplete'] }), reply('gone', 'not')] },
  ];
  const rows = asked.flatMap((one, index) => auditedReplies(one, questions[index]));

  it('counts judged replies of all that there are, and not what was judged of somebody who is gone', () => {
    expect(rows).toHaveLength(6);
    expect(tallyOf(rows)).toEqual({
      replies: 5,
      judged: 3,
      answered: 1,
      partly: 1,
      not: 1,
      ways: [
        ['attacks question', 1],
        ['incomplete', 1],
        ['repeats', 1],
      ],
    });
    expect(talliesBySpeaker(rows).map(({ speaker, judged, replies }) => [speaker, judged, replies])).toEqual([
      ['mayor', 2, 3],
      ['union', 1, 1],
      ['press', 0, 1],
    ]);
    expect(rateInWords(tallyOf(rows))).toBe('1 of 3 judged replies answered');
    expect(rateInWords(tallyOf([]))).toBeNull();
  });

  const entries = asked.map((one, index): AuditEntry => ({
    asked: one,
    question: questions[index],
    remark: index === 0 ? '=1+1 <b>' : '',
    forms: ['closed'],
    link: 'https://example.org/#p0',
  }));
  const context = { article: ARTICLE, title: 'A | B' };

  it('is a table with a row for each reply, no cell of it a formula', () => {
    const lines = formatAuditCsv(entries, context).slice(1).split('\r\n');
    expect(lines[0]).toBe(
      'question,exchange,asked by,words,forms,forms by,reply by,outcome,ways,evidence,remark,link',
    );
    expect(lines).toHaveLength(1 + 7 + 1);
    expect(lines[2]).toBe(
      `1,1,ask,Will the harbour be rebuilt?,closed,rules,union,not answered,objects to the question,That is the wrong question,'=1+1 <b>,https://example.org/#p0`,
    );
    expect(lines[5]).toContain('gone,"not answered, no longer in this exchange"');
    expect(lines[7]).toContain('no reply');
  });

  it('says which forms are the reader’s, and leaves out forms, remarks and links where there are none', () => {
    const own = { ...entries[0]!, question: { forms: ['open'], replies: [] } as const, link: null };
    const none = { ...entries[3]!, forms: [], link: null, remark: '' };
    const [, first, ...lines] = formatAuditCsv([own, none], context).slice(1).split('\r\n');
    expect(first).toContain(',closed,reader,mayor,not judged,');
    expect(lines.at(-2)).toMatch(/^4,3,ask,Is that all\?,,rules,,no reply,,,,$/);
    const markdown = formatAuditMarkdown([own, none], context);
    expect(markdown).toContain('Forms (the reader’s view): closed');
    expect(markdown).toMatch(/> Is that all\?\s*$/);
  });

  it('is Markdown with the tally first, in which words stay words', () => {
    const markdown = formatAuditMarkdown(entries, context);
    expect(markdown).toContain('# A \\| B: questions and answers');
    expect(markdown).toContain('| All | 1 | 1 | 1 | 2 | 5 | 1 of 3 judged replies answered |');
    expect(markdown).toContain('| press | 0 | 0 | 0 | 1 | 1 | none judged |');
    expect(markdown).toContain('> Who \\*really\\* pays?');
    expect(markdown).toContain(
      '- union: not answered (objects to the question)\n  > That is the wrong question',
    );
  });
});

describe('what is said of forms, outcomes and ways', () => {
  it('is there for each, and no two are called the same', () => {
    expect(Object.keys(FORM_MEANINGS)).toEqual([...QUESTION_FORMS]);
    expect(Object.keys(OUTCOME_LABELS)).toEqual([...OUTCOMES]);
    expect(Object.keys(AVOIDANCE_WORDS)).toEqual([...AVOIDANCES]);
    expect(new Set(AVOIDANCES.map((way) => AVOIDANCE_WORDS[way].label)).size).toBe(AVOIDANCES.length);
  });
});

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['The U.S. Senate met Dr. Hale. It left.', ['The U.S. Senate met Dr. Hale.', 'It left.']],
    ['“I stay. I do.” She left.', ['“I stay.', 'I do.”', 'She left.']],
    ['He said “Stop. Now.” She left.', ['He said “Stop. Now.”', 'She left.']],
    ['It cost 3.5 million... or more. Yes.', ['It cost 3.5 million... or more.', 'Yes.']],
    ['*Set so.*\n\nNext\nline', ['Set so.', 'Next\nline']],
    ['他来了。他走了？', ['他来了。', '他走了？']],
    [' … ', []],
  ])('%j', (text, sentences) => {
    expect(
      sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(sentences);
  });
});
