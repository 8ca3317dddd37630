import { describe, expect, it } from 'vitest';
import { questionTitle } from '../../../src/core/voices/question-title.ts';
import { sections, type Section } from '../../../src/core/voices/sections.ts';
import { sampleArticle } from './sample.ts';

const exchange = (questions: string[], answers: string[]) => ({ questions, answers });

const tell = (section: Section): string =>
  section.kind === 'exchange'
    ? `exchange ${section.number} (${section.parts.map(tell).join(', ')})`
    : `${section.kind === 'turn' ? section.turn.kind : section.kind} ${section.blocks.map((block) => block.id).join('+')}`;

describe('the article as it is laid out', () => {
  it('groups blocks by turn and exchange, each block once and in order', () => {
    const article = sampleArticle(
      [
        'front: Title',
        'narration author: It began.',
        'question host: Why?',
        'answer guest: Because.',
        '+: And also.',
        'answer other: No.',
        'question host: Really?',
        'answer guest: Yes.',
        'back: Read more.',
      ],
      [exchange(['t1'], ['t2', 't3']), exchange(['t4'], ['t5'])],
    );
    expect(sections(article).map(tell)).toEqual([
      'front p0',
      'narration p1',
      'exchange 1 (question p2, answer p3+p4, answer p5)',
      'exchange 2 (question p6, answer p7)',
      'back p8',
    ]);
  });
  it('keeps what stands between a question and its answer inside the exchange', () => {
    const article = sampleArticle(
      [
        'question host: Why?',
        'between: A heading',
        'narration author: He thought.',
        'answer guest: Because.',
      ],
      [exchange(['t0'], ['t2'])],
    );
    expect(sections(article).map(tell)).toEqual([
      'exchange 1 (question p0, between p1, narration p2, answer p3)',
    ]);
  });
  it('leaves turns outside of exchanges as they are', () => {
    expect(
      sections(sampleArticle(['statement guest: One.', 'between: A heading', 'statement other: Two.'])).map(
        tell,
      ),
    ).toEqual(['statement p0', 'between p1', 'statement p2']);
  });
  it('is empty for an empty text', () => {
    expect(sections(sampleArticle([]))).toEqual([]);
  });
});

describe('the short name of an exchange', () => {
  const title = (...questions: string[]): string => {
    const article = sampleArticle(questions.map((words) => `question host: ${words}`));
    return questionTitle(
      article,
      exchange(
        article.turns.map((turn) => turn.id),
        [],
      ),
    );
  };
  it.each([
    ['the first question in it', ['The talks go well. Is that true? Or not?'], 'Is that true?'],
    ['an abbreviation ends no sentence', ['Does the U.S. agree? Why?'], 'Does the U.S. agree?'],
    ['what is said where nothing is asked', ['Tell us about it.'], 'Tell us about it.'],
    ['a question in the second of two turns', ['First, this.', 'And that?'], 'And that?'],
    ['full-width marks', ['你好。为什么？'], '为什么？'],
    ['marks of Markdown are left out', ['**So, why?**'], 'So, why?'],
  ])('is %s', (_, questions, expected) => {
    expect(title(...questions)).toBe(expected);
  });
  it('is cut between words where it is long', () => {
    const name = title(`Would you say that ${'the very long story of it all '.repeat(6)}is true?`);
    expect(name.length).toBeLessThanOrEqual(84);
    expect(name).toMatch(/\S…$/);
  });
});
