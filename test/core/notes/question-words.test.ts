import { describe, expect, test } from 'vitest';
import type { QuestionReading } from '../../../src/core/notes/question.ts';
import { readingInWords } from '../../../src/core/notes/question-words.ts';
import { sampleArticle } from '../voices/sample.ts';

const article = sampleArticle(['question ask: Why?', 'answer mayor: Because.']);
const evidence = [[{ type: 'TextQuoteSelector', exact: 'Because' } as const]];

describe('what a reader makes of a question, in words', () => {
  test.each<[string, QuestionReading, string[]]>([
    ['nothing while the rules stand and nothing is judged', { replies: [] }, []],
    ['the forms that the reader sees', { forms: ['open', 'loaded'], replies: [] }, ['Forms: open, loaded']],
    ['that the reader sees none', { forms: [], replies: [] }, ['Forms: none']],
    [
      'how each speaker replied, by which way, and what shows it',
      {
        replies: [
          { speaker: 'mayor', outcome: 'not', ways: ['ignores', 'apologises'], evidence },
          { speaker: 'mayor', outcome: 'answered', ways: [], evidence: [] },
        ],
      },
      ['mayor: not answered (passes over the question, apologises); evidence: “Because”', 'mayor: answered'],
    ],
  ])('%s', (_, reading, lines) => {
    expect(readingInWords(reading, article)).toEqual(lines);
  });
});
