import { describe, expect, it } from 'vitest';
import { readNotesPage } from '../../../src/core/notes/published-page.ts';

const TEXT = '😀 Prices fell by 3 %, she said.';

const claim = (some: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: '#c1',
  type: 'Annotation',
  motivation: 'classifying',
  label: '1',
  body: { type: 'TextualBody', purpose: 'commenting', value: 'Which prices is not said.' },
  target: {
    source: 'article.txt',
    selector: [
      { type: 'TextQuoteSelector', exact: 'Prices fell by 3 %' },
      { type: 'TextPositionSelector', start: 2, end: 20 },
    ],
  },
  claim: { kind: 'quantity', checkable: 'yes', status: 'open', voice: { speaker: 'she' }, sources: [] },
  ...some,
});
const relation = (first: string, second: string): Record<string, unknown> => ({
  id: '#r1',
  type: 'Annotation',
  motivation: 'linking',
  body: [
    { purpose: 'classifying', value: 'disagree' },
    { purpose: 'describing', value: 'fell or rose' },
  ],
  target: [first, second],
});
const page = (...items: unknown[]) => readNotesPage({ type: 'AnnotationPage', items }, TEXT);
const faults = (...items: unknown[]): string[] => {
  const read = page(...items);
  return read.ok ? [] : read.faults;
};

describe('a page of published notes', () => {
  it('gives notes and relations, positions in UTF-16 units', () => {
    const read = page(claim(), claim({ id: '#c2', label: '2' }), relation('#c1', '#c2'));
    expect(read).toMatchObject({
      ok: true,
      relations: [{ claims: ['c1', 'c2'], relation: 'disagree', about: 'fell or rose' }],
    });
    expect(read.ok && read.notes[0]).toEqual({
      id: 'c1',
      label: '1',
      body: 'Which prices is not said.',
      selectors: [
        { type: 'TextQuoteSelector', exact: 'Prices fell by 3 %' },
        { type: 'TextPositionSelector', start: 3, end: 21 },
      ],
      claim: { kind: 'quantity', checkable: 'yes', status: 'open', voice: { speaker: 'she' }, sources: [] },
    });
  });

  it('takes a quote alone, so that a publisher need not count', () => {
    const target = { source: 'article.txt', selector: { type: 'TextQuoteSelector', exact: 'Prices' } };
    expect(page(claim({ target })).ok).toBe(true);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'no words',
      { target: { source: 'a', selector: [{ type: 'TextQuoteSelector', exact: '' }] } },
      /annotation #c1: target\.selector/,
    ],
    [
      'an unknown kind',
      { claim: { kind: 'rumour', checkable: 'yes', status: 'open', voice: { speaker: 'x' }, sources: [] } },
      /claim\.kind/,
    ],
    [
      'a status without a source',
      {
        claim: {
          kind: 'record',
          checkable: 'yes',
          status: 'supported',
          voice: { speaker: 'x' },
          sources: [],
        },
      },
      /needs a source/,
    ],
    [
      'a source that is no web address',
      {
        claim: {
          kind: 'record',
          checkable: 'yes',
          status: 'supported',
          voice: { speaker: 'x' },
          sources: [{ title: 'S', url: 'javascript:alert(1)' }],
        },
      },
      /must be a web address/,
    ],
    [
      'no voice',
      { claim: { kind: 'record', checkable: 'yes', status: 'open', voice: {}, sources: [] } },
      /claim\.voice\.speaker/,
    ],
    ['no body', { body: undefined }, /annotation #c1: body/],
    [
      'a field that claims do not have',
      {
        claim: {
          kind: 'record',
          checkable: 'yes',
          status: 'open',
          voice: { speaker: 'x' },
          sources: [],
          truth: 1,
        },
      },
      /truth/,
    ],
  ])('with %s is refused, and the field is named', (_, some, fault) => {
    const found = faults(claim(some));
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(fault);
  });

  it('refuses ids and labels that are used twice, and relations that lead nowhere', () => {
    expect(faults(claim(), claim(), relation('#c1', '#c9'))).toEqual([
      'annotation #c1: id: used twice',
      'annotation #c1: label: 1 is used twice',
      'a relation: target: there is no claim #c9',
    ]);
  });

  it('refuses what is no page at all', () => {
    for (const json of [null, 3, 'x', [], {}, { type: 'AnnotationPage' }, { type: 'Other', items: [] }]) {
      expect(readNotesPage(json, TEXT).ok).toBe(false);
    }
    expect(faults('x')[0]).toMatch(/annotation 1 of the page/);
  });

  it('makes a position that is no count, or beyond the text, one that fits nowhere', () => {
    for (const start of [-1, 0.5, 999, Number.NaN]) {
      const target = {
        source: 'a',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Prices' },
          { type: 'TextPositionSelector', start, end: 20 },
        ],
      };
      const read = page(claim({ target }));
      if (read.ok) expect(read.notes[0]!.selectors[1]).toMatchObject({ start: -1 });
    }
  });
});
