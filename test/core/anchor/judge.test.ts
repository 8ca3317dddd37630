import { describe as group, expect, test } from 'vitest';
import { locate } from '../../../src/core/anchor/locate.ts';
import type { ArticleSelector, Selectors } from '../../../src/core/anchor/selectors.ts';
import { articleOf } from './plain-article.ts';

interface Described {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Where the words stood, in a text that was another one. */
  readonly at?: number;
  readonly block?: string;
  readonly speaker?: string | null;
}

/** What is found of described words, each place with its number among equal ones. */
function find(text: string, described: Described, speakers: Record<string, string> = {}): string {
  const { exact, prefix, suffix, at, block, speaker } = described;
  const selectors: Selectors = [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
    },
    ...(at === undefined
      ? []
      : [{ type: 'TextPositionSelector', start: at, end: at + exact.length } as const]),
    ...(block === undefined && speaker === undefined
      ? []
      : [
          {
            type: 'ArticleSelector',
            block: block ?? 'p99',
            speaker: speaker ?? null,
            text: 'of another',
          } satisfies ArticleSelector,
        ]),
  ];
  const located = locate(articleOf(text, speakers), selectors);
  const told = ({ start, end }: { start: number; end: number }): string =>
    `${text.slice(start, end)} @${text.slice(0, start).split(text.slice(start, end)).length}`;
  if ('span' in located) return `${located.outcome}: ${told(located.span)}`;
  return located.outcome === 'ambiguous' ? `ambiguous: ${located.candidates.map(told).join(' | ')}` : 'lost';
}

const BEFORE = 'now all of them want the ';
const AFTER = ' that by all accounts was promised';

group('the very words', () => {
  test.each<[string, string, string, Described]>([
    ['alone', 'exact: harbour @1', 'They want the harbour.', { exact: 'harbour' }],
    ['alone, twice', 'ambiguous: harbour @1 | harbour @2', 'The harbour, the harbour.', { exact: 'harbour' }],
    ['alone, in other case', 'ambiguous: The Harbour @1', 'They want The Harbour.', { exact: 'the harbour' }],
    [
      'with half of what was around them, too little to be sure',
      'ambiguous: harbour @1',
      `They did not: ${BEFORE}harbour of old.`,
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'a few elsewhere, without what was around them',
      'ambiguous: harbour @1',
      'They did not want a harbour of old.',
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'many elsewhere, without what was around them',
      'moved: harbour that was rebuilt in the spring @1',
      'There is a harbour that was rebuilt in the spring of old.',
      { exact: 'harbour that was rebuilt in the spring', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'a few elsewhere, where the text has closed over them',
      'lost',
      `Well, ${BEFORE.trim()}${AFTER}. He was in a harbour of old.`,
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      '35 letters elsewhere, where the text has closed over them',
      'ambiguous: harbour that was rebuilt in the spring @1',
      `Well, ${BEFORE.trim()}${AFTER}. He was in a harbour that was rebuilt in the spring of old.`,
      { exact: 'harbour that was rebuilt in the spring', prefix: BEFORE, suffix: AFTER },
    ],
    [
      '60 letters elsewhere, where the text has closed over them',
      'moved: harbour that was rebuilt in the spring of the year before last, by hand @1',
      `Well, ${BEFORE.trim()}${AFTER}. He was in a harbour that was rebuilt in the spring of the year before last, by hand.`,
      {
        exact: 'harbour that was rebuilt in the spring of the year before last, by hand',
        prefix: BEFORE,
        suffix: AFTER,
      },
    ],
  ])('%s: %s', (_, found, text, described) => {
    expect(find(text, described)).toBe(found);
  });
});

group('one of several', () => {
  const said = 'they want the harbour now';
  test.each<[string, string, string, Described]>([
    [
      'with what was around one of them',
      'exact: harbour @2',
      `Ash ${said} birch. Cedar ${said} dogwood.`,
      { exact: 'harbour', prefix: 'Cedar they want the ', suffix: ' now dogwood' },
    ],
    [
      'equal, and far nearer to where they were',
      'exact: harbour @1',
      `So ${said}. So ${said}.`,
      { exact: 'harbour', prefix: 'So they want the ', suffix: ' now. So', at: 20 },
    ],
    [
      'equal, and about as near',
      'ambiguous: harbour @1 | harbour @2',
      `So ${said}. So ${said}. So`,
      { exact: 'harbour', prefix: 'So they want the ', suffix: ' now. So', at: 32 },
    ],
    [
      'equal, one in the block',
      'exact: harbour @2',
      `So ${said}. So.\n\nSo ${said}. So.`,
      { exact: 'harbour', prefix: 'So they want the ', suffix: ' now. So', block: 'p1' },
    ],
    [
      'equal, neither in the block',
      'ambiguous: harbour @1 | harbour @2',
      `So ${said}. So.\n\nSo ${said}. So.`,
      { exact: 'harbour', prefix: 'So they want the ', suffix: ' now. So', block: 'p7' },
    ],
    [
      'of nothing around them, in the very place',
      'exact: harbour @2',
      'harbour harbour',
      { exact: 'harbour', at: 8 },
    ],
    [
      'of nothing around them, near the place',
      'ambiguous: harbour @1 | harbour @2',
      'harbour harbour',
      { exact: 'harbour', at: 9 },
    ],
  ])('%s: %s', (_, found, text, described) => {
    expect(find(text, described)).toBe(found);
  });
});

group('changed words', () => {
  const long = 'the old harbour wall will be rebuilt by the town';
  test.each<[string, string, string, Described]>([
    [
      'between what was around them, much of them left',
      'reworded: old harbour walls shall be rebuilt by a town @1',
      `Well, ${BEFORE}old harbour walls shall be rebuilt by a town${AFTER}.`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'between what was around them, little of them left',
      'ambiguous: of which nobody knew a thing by the town @1',
      `Well, ${BEFORE}new bridges of which nobody knew a thing by the town${AFTER}.`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'a word for a word',
      'reworded: bridge @1',
      `Well, ${BEFORE}bridge${AFTER}.`,
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'three words for a word',
      'ambiguous: gold @1',
      `Well, ${BEFORE}bridge of gold${AFTER}.`,
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'two words for a word',
      'reworded: golden bridge @1',
      `Well, ${BEFORE}golden bridge${AFTER}.`,
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER },
    ],
    [
      'beside what was before them, much of them left',
      'reworded: old harbour walls will be rebuilt by the town @1',
      `Well, ${BEFORE}old harbour walls will be rebuilt by the town`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'beside what was before them, little of them left',
      'lost',
      `Well, ${BEFORE}old harbour was never built by that town`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'elsewhere, spelt in another way',
      'ambiguous: old harbor wall will be rebuild by the towns @1',
      `Well, old harbor wall will be rebuild by the towns`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'elsewhere, with other words in them',
      'ambiguous: old harbour walls were to be rebuilt by the town @1',
      `Well, old harbour walls were to be rebuilt by the town`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
    [
      'and their own words elsewhere',
      'ambiguous: new bridge will be rebuilt by the village @1 | old harbour wall will be rebuilt by the town @1',
      `Well, ${BEFORE}new bridge will be rebuilt by the village${AFTER}. Then ${long}, too.`,
      { exact: long.slice(4), prefix: BEFORE, suffix: AFTER },
    ],
  ])('%s: %s', (_, found, text, described) => {
    expect(find(text, described)).toBe(found);
  });
});

group('whose they are', () => {
  const text = `Well, ${BEFORE}harbour${AFTER}.\n\nLet us talk of the harbour then.`;
  test.each<[string, string, Described, Record<string, string>]>([
    [
      'those of the speaker',
      'exact: harbour @1',
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER, speaker: 'mayor' },
      { p0: 'mayor', p1: 'guest' },
    ],
    [
      'those of somebody else',
      'ambiguous: harbour @1',
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER, speaker: 'guest' },
      { p0: 'mayor', p1: 'guest' },
    ],
    [
      'those of nobody known',
      'exact: harbour @1',
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER, speaker: 'mayor' },
      {},
    ],
    [
      'those of somebody, described as nobody’s',
      'exact: harbour @1',
      { exact: 'harbour', prefix: BEFORE, suffix: AFTER, speaker: null },
      { p0: 'mayor', p1: 'guest' },
    ],
  ])('%s: %s', (_, found, described, speakers) => {
    expect(find(text, described, speakers)).toBe(found);
  });
});

group('what a person is offered', () => {
  test('is eight places at most', () => {
    const found = find('A harbour. '.repeat(12), { exact: 'harbour' });
    expect(found).toMatch(/^ambiguous: /);
    expect(found.split(' | ')).toHaveLength(8);
  });
  test('is a single place where the words did not stand alone when they were described', () => {
    const exact = 'harbour that was rebuilt in the spring';
    const text = `There is a ${exact} of old.`;
    const block = 'p9';
    const around = 'everybody asked them whether they still believed in the '.slice(-49);
    const short = find(text, { exact, prefix: around.slice(1), suffix: AFTER, block });
    expect(short).toBe(`moved: ${exact} @1`);
    expect(find(text, { exact, prefix: around, suffix: AFTER, block })).toBe(`ambiguous: ${exact} @1`);
  });
  test('is another’s words, where they fit far better than one’s own', () => {
    const exact = 'sign the treaty';
    const described = { exact, prefix: BEFORE, suffix: AFTER, speaker: 'mayor' };
    const text = `Well, ${BEFORE}${exact}${AFTER}.\n\nThey may ${exact} of old.`;
    const speakers = { p0: 'guest', p1: 'mayor' };
    expect(find(text, described, speakers)).toMatch(/^ambiguous: sign the treaty @1/);
    expect(find(text, described, { p0: 'mayor', p1: 'guest' })).toBe('exact: sign the treaty @1');
  });
});
