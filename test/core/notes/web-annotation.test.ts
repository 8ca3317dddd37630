import { describe, expect, it } from 'vitest';
import type { Json, JsonObject, ReaderNote } from '../../../src/core/notes/note.ts';
import { readAnnotations, writePage } from '../../../src/core/notes/web-annotation.ts';
import {
  ANNO,
  annotation,
  CONTEXT,
  faultsIn,
  noteIn,
  notesIn,
  targeted,
  textBody,
} from './sample-annotations.ts';
import { INTERVIEW, spanOf } from './sample-notes.ts';

describe('an annotation', () => {
  it('becomes a note with its texts, tags, times and words', () => {
    const note = noteIn(
      annotation({
        created: '2025-03-01T10:00:00+02:00',
        body: [
          textBody('# Not [a] heading'),
          textBody('*yes*', { format: 'text/markdown' }),
          textBody('costs', { purpose: 'tagging' }),
          'https://example.org/elsewhere',
        ],
      }),
    );
    expect(note).toMatchObject({
      body: '\\# Not \\[a\\] heading\n\n*yes*',
      tags: ['costs'],
      kind: 'comment',
      colour: 'yellow',
      article: 'harbour',
      created: '2025-03-01T08:00:00.000Z',
      modified: '2025-03-01T08:00:00.000Z',
      revision: 1,
      selectors: [{ type: 'TextQuoteSelector', exact: 'by spring' }],
    });
  });

  it.each<[string, Record<string, Json>, Partial<ReaderNote>]>([
    ['nothing said', {}, { kind: 'highlight', body: '' }],
    ['a highlighting', { motivation: 'highlighting' }, { kind: 'highlight' }],
    ['a bare comment', { motivation: 'commenting' }, { kind: 'comment', body: '' }],
    ['a plain value', { bodyValue: 'a_b' }, { kind: 'comment', body: 'a\\_b' }],
    [
      'HTML, shown as written',
      { body: textBody('<b>x</b>', { format: 'text/html' }) },
      { body: '\\<b>x\\</b>' },
    ],
    ['a tag by motivation', { motivation: 'tagging', body: textBody('x') }, { tags: ['x'], body: '' }],
    ['a choice', { body: { type: 'Choice', items: [textBody('one'), textBody('two')] } }, { body: 'one' }],
    ['no time', {}, { created: '2025-05-05T05:05:05.000Z' }],
    [
      'a UUID for an id',
      { id: 'urn:uuid:00000000-0000-4000-8000-00000000000a' },
      { id: '00000000-0000-4000-8000-00000000000a' },
    ],
    ['null for nothing', { body: null, creator: null }, { kind: 'highlight' }],
  ])('with %s', (_, some, note) => {
    expect(noteIn(annotation(some))).toMatchObject(note);
  });

  it('has positions in code points, where a note has UTF-16 offsets', () => {
    const span = spanOf(INTERVIEW, '😀 on');
    const before = Array.from(INTERVIEW.text.slice(0, span.start)).length;
    const position = { type: 'TextPositionSelector', start: before, end: before + 4 };
    expect(span.start).toBe(before + 1);
    expect(noteIn(targeted(position)).selectors).toEqual([{ type: 'TextPositionSelector', ...span }]);
    expect(noteIn(targeted({ ...position, end: 9_999 })).selectors).toMatchObject([
      { start: span.start, end: -1 },
    ]);
  });

  const quote = (exact: string, some: Record<string, Json> = {}): JsonObject => ({
    type: 'TextQuoteSelector',
    exact,
    ...some,
  });
  it.each<[string, Json, Json[]]>([
    [
      'a part refined by words',
      { type: 'FragmentSelector', value: 'p2', refinedBy: quote('spring') },
      [quote('spring')],
    ],
    [
      'words refined by words',
      quote('rebuilt by spring', { prefix: 'be ', refinedBy: quote('by', { suffix: ' s' }) }),
      [quote('by', { prefix: 'be rebuilt ', suffix: ' spring' })],
    ],
    [
      'words refined by a position in them',
      quote('a 😀 b', { refinedBy: { type: 'TextPositionSelector', start: 2, end: 3 } }),
      [quote('😀', { prefix: 'a ', suffix: ' b' })],
    ],
    [
      'a position in a part, which is none in the text',
      { type: 'XPathSelector', value: '/p', refinedBy: { type: 'TextPositionSelector', start: 1, end: 2 } },
      [],
    ],
    [
      'words refined by words of which the surroundings are not there',
      quote('rebuilt by spring', { refinedBy: quote('by', { prefix: 'in ', suffix: ' May' }) }),
      [quote('by', { prefix: 'rebuilt ', suffix: ' spring' })],
    ],
    [
      'words refined by words that are not in them',
      quote('rebuilt by spring', { refinedBy: quote('by autumn', { prefix: 'x' }) }),
      [quote('by autumn', { prefix: 'x' })],
    ],
    [
      'words refined by words that have no surroundings',
      quote('rebuilt by spring', { refinedBy: quote('by') }),
      [quote('by', { prefix: 'rebuilt ', suffix: ' spring' })],
    ],
    [
      'words refined twice',
      quote('rebuilt by spring', { refinedBy: quote('by spring', { refinedBy: quote('spring') }) }),
      [quote('spring', { prefix: 'rebuilt by ', suffix: '' })],
    ],
    [
      'words refined by a position of nothing, which are all of them',
      quote('a 😀 b', { refinedBy: { type: 'TextPositionSelector', start: 2, end: 2 } }),
      [quote('a 😀 b')],
    ],
    [
      'words refined by what says nothing of words',
      quote('a 😀 b', { refinedBy: { type: 'SvgSelector', value: '<svg/>' } }),
      [quote('a 😀 b')],
    ],
    ['a picture’s part', { type: 'SvgSelector', value: '<svg/>' }, []],
    ['a type from elsewhere', { type: 'MySelector', 'x:y': 1 }, []],
    [
      'a range of points',
      {
        type: 'RangeSelector',
        startSelector: {
          type: 'XPathSelector',
          value: '/p',
          refinedBy: { type: 'TextPositionSelector', start: 3, end: 3 },
        },
        endSelector: { type: 'XPathSelector', value: '/p' },
      },
      [],
    ],
  ])('is on its innermost words: %s', (_, selector, selectors) => {
    expect(noteIn(targeted(selector)).selectors).toEqual(selectors);
  });

  it.each<[string, Json]>([
    ['on several texts', annotation({ target: ['https://example.org/1', 'https://example.org/2'] })],
    ['on a list of them', annotation({ target: { type: 'List', items: ['https://example.org/1'] } })],
    [
      'on words of two texts',
      annotation({
        target: ['https://e.org/1', 'https://e.org/2'].map((source) => ({
          source,
          selector: quote('by spring'),
        })),
      }),
    ],
    ['on a whole page', annotation({ target: 'https://example.org/1' })],
  ])('%s is kept without words, never dropped', (_, json) => {
    expect(noteIn(json)).toMatchObject({ selectors: [], source: json });
  });

  it.each<[string, Json, string]>([
    [
      'no context',
      annotation({ '@context': 'fish' }),
      '@context: must name http://www.w3.org/ns/anno.jsonld',
    ],
    ['no id', annotation({ id: null }), 'id: must be an IRI'],
    [
      'a name for an id',
      annotation({ id: '__proto__' }),
      'id: must be an IRI with its scheme, as urn:uuid:…',
    ],
    ['two ids', annotation({ id: ['urn:x:1', 'urn:x:2'] }), 'id: must be one value'],
    ['another type', annotation({ type: 'Squirrel' }), 'type: must be Annotation'],
    ['no target', { '@context': ANNO, id: 'urn:x:1', type: 'Annotation' }, 'target: is missing'],
    ['a target that is a number', annotation({ target: 9 }), 'target: must be an IRI or an object'],
    ['a body that is no IRI', annotation({ body: 'no uri' }), 'body: must be an IRI'],
    [
      'a body that says nothing',
      annotation({ body: { format: 'text/plain' } }),
      'body.id: is missing, and so are a value and a source',
    ],
    ['a text without a value', annotation({ body: { type: 'TextualBody' } }), 'body.value: must be one text'],
    [
      'two bodies of different kinds',
      annotation({ body: textBody('a'), bodyValue: 'b' }),
      'bodyValue: must not stand beside body',
    ],
    [
      'a format that is a number',
      annotation({ body: textBody('a', { format: 6 }) }),
      'body.format: must be a text',
    ],
    [
      'a day that is none',
      annotation({ created: '2025-02-30T00:00:00Z' }),
      'created: must be a date and time with its zone, as 2025-01-28T12:00:00Z',
    ],
    ['no words', targeted(quote('')), 'target.selector.0.exact: must not be empty'],
    [
      'words of no width',
      targeted({ type: 'TextPositionSelector', start: 3, end: 3 }),
      'target.selector.0.end: is not after start',
    ],
    [
      'half a position',
      targeted({ type: 'TextPositionSelector', start: 0.5, end: 3 }),
      'target.selector.0.start: must be a whole number',
    ],
    [
      'a huge position',
      targeted({ type: 'TextPositionSelector', start: 0, end: 2 ** 53 }),
      'target.selector.0.end: must be a whole number',
    ],
    [
      'a selector without a source',
      annotation({ target: { selector: quote('x') } }),
      'target.source: is missing',
    ],
    [
      'an unknown colour',
      annotation({ 'urn:sidegloss:colour': 'plaid' }),
      'urn:sidegloss:colour: Invalid type: Expected ("yellow" | "green" | "blue" | "rose") but received "plaid"',
    ],
    ['no object', 3, ': must be an annotation'],
  ])('is refused with %s, and the field is named', (_, json, fault) => {
    expect(faultsIn(json)).toContain(fault);
  });

  it('that is wrong is named by its number and its id', () => {
    const reading = readAnnotations([annotation(), annotation({ id: 'urn:x:2', target: 9 })], CONTEXT);
    expect(reading).toMatchObject({
      ok: false,
      faults: [{ annotation: 'annotation 2, urn:x:2', field: 'target' }],
    });
  });
});

describe('a file of annotations', () => {
  const page = (items: Json[], some: Record<string, Json> = {}): JsonObject => ({
    '@context': ANNO,
    id: 'https://example.org/page1',
    type: 'AnnotationPage',
    ...some,
    items,
  });
  const bare = (id: string): JsonObject => ({
    id,
    type: 'Annotation',
    'x:unknown': { deep: [1] },
    target: 'https://e.org/1',
  });

  it.each<[string, Json, number]>([
    ['an empty list', [], 0],
    ['a list', [annotation(), annotation({ id: 'urn:x:2' })], 2],
    ['a page', page([bare('urn:x:1'), 'urn:x:elsewhere', bare('urn:x:2')], { label: 'L', startIndex: 0 }), 2],
    [
      'a collection',
      {
        '@context': ANNO,
        id: 'urn:c',
        type: 'AnnotationCollection',
        total: 1,
        first: page([bare('urn:x:1')]),
        'x:y': 1,
      },
      1,
    ],
    [
      'a collection of pages elsewhere',
      { '@context': ANNO, id: 'urn:c', type: 'AnnotationCollection', total: 9, first: 'urn:p' },
      0,
    ],
    [
      'a page in a context of its own',
      page([{ ...bare('urn:x:1'), mine: 1 }], { '@context': [ANNO, { mine: 'urn:mine' }] }),
      1,
    ],
  ])('is read and written back as it came: %s', (_, json, count) => {
    const reading = readAnnotations(json, CONTEXT);
    expect(reading.ok && reading.notes.length).toBe(count);
    if (!reading.ok || Array.isArray(json)) return;
    expect(JSON.stringify(writePage(reading.notes, CONTEXT, reading.envelope))).toBe(JSON.stringify(json));
  });

  it('says what it names without containing it', () => {
    const reading = readAnnotations(page(['urn:x:1']), CONTEXT);
    expect(reading.ok && reading.remarks).toEqual(['The page names 1 annotations without containing them.']);
  });

  it('gives a repeated annotation once, and both of two that differ under one id', () => {
    const other = annotation({ bodyValue: 'Else.' });
    expect(notesIn([annotation(), annotation()])).toHaveLength(1);
    const [first, second, ...rest] = notesIn([annotation(), other, other]);
    expect(rest).toEqual([]);
    expect(second).toMatchObject({ body: 'Else.', splitFrom: first!.id });
    expect(second!.id).not.toBe(first!.id);
  });

  it('gives the same ids whenever it is read, and others for another article', () => {
    const [first] = notesIn([annotation()]);
    expect(notesIn([annotation()], { ...CONTEXT, now: '2026-01-01T00:00:00.000Z' })[0]!.id).toBe(first!.id);
    expect(notesIn([annotation()], { ...CONTEXT, articleId: 'other' })[0]!.id).not.toBe(first!.id);
  });

  it('stops at a hundred faults', () => {
    const reading = readAnnotations(
      Array.from({ length: 5_000 }, () => 3),
      CONTEXT,
    );
    expect(!reading.ok && reading.faults.length).toBe(100);
  });
});
