import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import type { Selectors } from '../../../src/core/anchor/selectors.ts';
import { ALL_KINDS, BEARINGS } from '../../../src/core/notes/claim.ts';
import { COLOURS, NOTE_KINDS, type ReaderNote } from '../../../src/core/notes/note.ts';
import {
  AVOIDANCES,
  OUTCOMES,
  QUESTION_FORMS,
  type QuestionReading,
} from '../../../src/core/notes/question.ts';
import type { AnnotationContext } from '../../../src/core/notes/reading.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { CONTEXT } from './sample-annotations.ts';

/** An article of one paragraph that nobody speaks in. */
const articleOf = (text: string): Article => ({
  lang: 'en',
  text,
  blocks: [{ id: 'p0', start: 0, end: text.length, kind: 'paragraph' }],
  speakers: [],
  quotations: [],
  turns: [],
  exchanges: [],
});

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** What a reader made of a question, with evidence on any of the passages. */
const readingOf = (
  text: fc.Arbitrary<string>,
  passages: readonly Selectors[],
): fc.Arbitrary<QuestionReading> =>
  fc.record(
    {
      forms: fc.subarray([...QUESTION_FORMS]),
      replies: fc.array(
        fc.record({
          speaker: text,
          outcome: fc.constantFrom(...OUTCOMES),
          ways: fc.subarray([...AVOIDANCES]),
          evidence: fc.array(fc.constantFrom(...passages), { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['replies'] },
  );

const naughty = '../shared/data/external/unicode/blns.json';
const strings = existsSync(naughty)
  ? (JSON.parse(readFileSync(naughty, 'utf8')) as { text: string }[]).map(({ text }) => text)
  : ['(the list of naughty strings is not at hand)'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...strings),
);
const voice = fc.record({ speaker: anyText, quoting: anyText, of: anyText }, { requiredKeys: ['speaker'] });
const source = fc.record(
  {
    title: anyText,
    url: fc.webUrl(),
    words: anyText,
    seen: fc.date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true }).map(dayOf),
    bears: fc.constantFrom(...BEARINGS),
  },
  { requiredKeys: ['title', 'url'] },
);
const relation = fc.record({
  claim: fc.uuid(),
  relation: fc.constantFrom('agree' as const, 'disagree' as const),
  about: anyText,
});
const time = fc
  .date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const past = fc.record({ status: fc.constantFrom('open' as const, 'supported' as const), until: time });
const claim = fc.record(
  {
    kind: fc.constantFrom(...ALL_KINDS),
    checkable: fc.constantFrom('yes' as const, 'later' as const, 'no' as const),
    status: fc.constantFrom('open' as const, 'missing context' as const),
    voice,
    sources: fc.array(source, { minLength: 1, maxLength: 3 }),
    history: fc.array(past, { maxLength: 2 }),
    relations: fc.array(relation, { maxLength: 2 }),
    copyOf: fc.uuid(),
  },
  { requiredKeys: ['kind', 'checkable', 'status', 'voice', 'sources'] },
);

/** A note on a part of a text of all kinds of characters, with every field that it may have, and the article that it is on. */
export const anyNote: fc.Arbitrary<{ note: ReaderNote; context: AnnotationContext }> = fc
  .tuple(
    fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }),
    fc.nat(),
    fc.nat(),
  )
  .map(([parts, from, length]) => {
    const article = articleOf(`Words ${parts.join(' ')} end.`);
    const points = Array.from(article.text);
    const start = points.slice(0, from % points.length).join('').length;
    const end =
      start +
      points
        .slice(from % points.length)
        .slice(0, 1 + (length % 20))
        .join('').length;
    const whole = selectorsFor(article, { start: 0, end: article.text.length });
    return { article, selectors: selectorsFor(article, { start, end }), whole };
  })
  .chain(({ article, selectors, whole }) =>
    fc
      .record(
        {
          id: fc.uuid(),
          selectors: fc.constant(selectors),
          body: anyText,
          article: fc.constant('any'),
          kind: fc.constantFrom(...NOTE_KINDS),
          tags: fc.array(anyText, { maxLength: 4 }),
          colour: fc.constantFrom(...COLOURS),
          created: time,
          modified: time,
          revision: fc.integer({ min: 1, max: 99 }),
          claim,
          question: readingOf(anyText, [selectors, whole]),
          splitFrom: fc.uuid(),
          earlier: fc.array(fc.string(), { maxLength: 3 }),
        },
        {
          requiredKeys: [
            'id',
            'selectors',
            'body',
            'article',
            'kind',
            'tags',
            'colour',
            'created',
            'modified',
            'revision',
          ],
        },
      )
      .map((note): { note: ReaderNote; context: AnnotationContext } => ({
        note,
        context: { ...CONTEXT, article, articleId: 'any' },
      })),
  );
