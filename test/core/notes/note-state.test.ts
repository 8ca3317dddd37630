import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/notes/claim.ts';
import type { ReaderNote } from '../../../src/core/notes/note.ts';
import { contentOf, relate, revise, stateOf, withHistory } from '../../../src/core/notes/note-state.ts';
import type { QuestionReading } from '../../../src/core/notes/question.ts';
import { anyNote } from './any-note.ts';
import { sampleNote } from './sample-notes.ts';

const NOW = '2026-03-02T10:00:00.000Z';
const CLAIM: Claim = {
  kind: 'record',
  checkable: 'yes',
  status: 'open',
  voice: { speaker: 'mayor' },
  sources: [{ title: 'T', url: 'https://example.org' }],
};
const QUESTION: QuestionReading = {
  forms: ['open'],
  replies: [
    { speaker: 'mayor', outcome: 'not', ways: ['declines'], evidence: [sampleNote('by spring').selectors] },
  ],
};
const [REPLY] = QUESTION.replies;

describe('the state of a note', () => {
  const claim = sampleNote('by spring', { kind: 'claim', claim: CLAIM });
  const question = sampleNote('by spring', { kind: 'question', question: QUESTION });
  const claimed = (some: Partial<Claim>): ReaderNote => ({ ...claim, claim: { ...CLAIM, ...some } });
  const asked = (some: Partial<QuestionReading>): ReaderNote => ({
    ...question,
    question: { ...QUESTION, ...some },
  });
  const source = CLAIM.sources[0]!;

  it.each<[string, ReaderNote, ReaderNote]>([
    ['a past status', claim, claimed({ history: [{ status: 'open', until: NOW }] })],
    ['a relation', claim, claimed({ relations: [{ claim: 'x', relation: 'agree', about: 'y' }] })],
    ['what it was made from', claim, claimed({ copyOf: 'x' })],
    ['a source’s words', claim, claimed({ sources: [{ ...source, words: 'w' }] })],
    ['the day that it was seen', claim, claimed({ sources: [{ ...source, seen: '2026-01-01' }] })],
    ['what it bears', claim, claimed({ sources: [{ ...source, bears: 'for' }] })],
    ['a question’s forms', question, asked({ forms: ['closed'] })],
    ['forms that are none', question, asked({ forms: [] })],
    ['an outcome', question, asked({ replies: [{ ...REPLY!, outcome: 'partly' }] })],
    ['a way', question, asked({ replies: [{ ...REPLY!, ways: [] }] })],
    ['evidence', question, asked({ replies: [{ ...REPLY!, evidence: [] }] })],
    ['a reply', question, asked({ replies: [] })],
  ])('is another with %s', (_, a, b) => {
    expect(stateOf(a)).not.toBe(stateOf(b));
    expect(relate(a, b)).not.toBe('same');
  });

  it('is that of the same note after a way through JSON, whatever is in it', () => {
    fc.assert(
      fc.property(anyNote, ({ note }) => {
        expect(contentOf(JSON.parse(JSON.stringify(note)) as ReaderNote)).toBe(contentOf(note));
      }),
      { seed: 20251125, numRuns: 100 },
    );
  });
});

describe('a changed note', () => {
  it('is newer than what it was, whatever is in it, and keeps what was not changed', () => {
    fc.assert(
      fc.property(anyNote, fc.constantFrom('x', 'y'), ({ note }, body) => {
        const next = revise(note, { body: `${note.body}${body}` }, NOW);
        expect(relate(next, note)).toBe('a is newer');
        expect(next).toMatchObject({ revision: note.revision + 1, modified: NOW });
        expect([next.question, next.claim, next.selectors]).toEqual([
          note.question,
          note.claim,
          note.selectors,
        ]);
      }),
      { seed: 20251126, numRuns: 100 },
    );
  });

  it('has another reading of its question in place of the one before', () => {
    const before = sampleNote('by spring', { kind: 'question', question: QUESTION });
    expect(revise(before, { question: { replies: [] } }, NOW).question).toEqual({ replies: [] });
  });
});

describe('the past of a claim', () => {
  const past = { status: 'open', until: '2025-01-01T00:00:00.000Z' } as const;
  it.each<[string, Partial<Claim>, Partial<Claim>, Claim['history']]>([
    ['none while its status stays', {}, { kind: 'cause' }, undefined],
    ['the status before, from now on', {}, { status: 'contradicted' }, [{ status: 'open', until: NOW }]],
    [
      'behind what was before that',
      { status: 'supported', history: [past] },
      { status: 'contradicted', history: [past] },
      [past, { status: 'supported', until: NOW }],
    ],
    ['as an undo has it', { status: 'supported', history: [past] }, { status: 'open' }, undefined],
  ])('is %s', (_, before, after, history) => {
    expect(withHistory({ ...CLAIM, ...before }, { ...CLAIM, ...after }, NOW).history).toEqual(history);
  });
});
