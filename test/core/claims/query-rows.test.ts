import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_CLAIMS, ALL_FACETS, SORTS, type LedgerQuery } from '../../../src/core/claims/ledger-query.ts';
import { ledgerRows, type LedgerRow } from '../../../src/core/claims/ledger.ts';
import { queryRows } from '../../../src/core/claims/query-rows.ts';
import { placeNotes } from '../../../src/core/notes/note.ts';
import { publishAll } from '../../../tools/articles.ts';

const [published] = publishAll();
const { slug, title, article, notes, relations } = published!;
const bundled = ledgerRows({
  slug,
  title,
  article,
  published: placeNotes(article, notes).placed,
  relations,
  placed: [],
  unplaced: [],
});
const ask = (some: Partial<LedgerQuery>, rows: readonly LedgerRow[] = bundled) =>
  queryRows(rows, { ...ALL_CLAIMS, ...some });
const labels = (some: Partial<LedgerQuery>, rows?: readonly LedgerRow[]) =>
  ask(some, rows).groups.flatMap((group) => group.rows.map(({ label }) => label));

/** The bundled rows as if a reader had tagged and dated some of them. */
const edited = bundled.map((row, index): LedgerRow => {
  if (index % 5 !== 0) return row;
  return {
    ...row,
    origin: 'copy',
    tags: index % 2 === 0 ? ['Kyiv', 'check'] : ['check'],
    modified: `2025-05-0${1 + (index % 7)}T10:00:00.000Z`,
    claim: { ...row.claim, status: index % 2 === 0 ? 'supported' : 'open' },
  };
});

describe('the rows of a ledger', () => {
  it('are all of them in the order of the text, where nothing is asked for', () => {
    const { groups, count } = ask({});
    expect(count).toBe(34);
    expect(groups).toEqual([{ value: '', name: '', rows: bundled }]);
    expect(ask({}, []).groups).toEqual([]);
  });

  it('are those of a voice and a kind', () => {
    expect(labels({ voice: ['jay-dee-vance'] })).toEqual(['5', '7', '9']);
    expect(labels({ voice: ['jay-dee-vance'], kind: ['quantity'] })).toEqual(['5']);
    expect(labels({ kind: ['quantity', 'rule'] })).toEqual(['5', '31']);
    expect(labels({ voice: ['nobody'] })).toEqual([]);
  });

  it('are those in which all words are found, in words, voice, note and tags, however they are written', () => {
    expect(labels({ words: 'SQUARE kilometers' })).toEqual(['5']);
    expect(labels({ words: 'ozhimko putin' })).toEqual([]);
    expect(labels({ words: 'speaking of putin' })).toEqual(['25']);
    expect(labels({ words: '#kyiv' }, edited)).toEqual(['1', '11', '21', '31']);
    expect(labels({ words: '  ' })).toHaveLength(34);
  });

  it.each([
    ['kind', ['quantity', 'record']],
    ['status', ['open', 'supported']],
  ] as const)('are sorted by %s in its own order', (sort, [first, second]) => {
    const rows = ask({ sort }, edited).groups[0]!.rows;
    const values = [...new Set(rows.map(({ claim }) => claim[sort]))];
    expect(values.slice(0, 2)).toEqual([first, second]);
  });

  it('stay in the order of the text where they are equal, and are the other way round when descending', () => {
    for (const sort of SORTS.filter((one) => one !== 'place')) {
      const up = ask({ sort }, edited).groups[0]!.rows;
      expect(new Set(up)).toEqual(new Set(edited));
      const down = ask({ sort, descending: true }, edited).groups[0]!.rows;
      for (const rows of [up, down]) {
        for (const [index, row] of rows.entries()) {
          const before = rows[index - 1];
          const isSame = before && before.voice === row.voice && sort === 'voice';
          if (isSame) expect(Number(before.label)).toBeLessThan(Number(row.label));
        }
      }
    }
    expect(labels({ descending: true })[0]).toBe('34');
    expect(ask({ sort: 'voice' }).groups[0]!.rows[0]!.voice).toBe('Alexander Averin');
    expect(ask({ sort: 'voice', descending: true }).groups[0]!.rows[0]!.voice).toBe('The author');
  });

  it('sorted by last change, have those that never changed at the end, whichever way round', () => {
    for (const descending of [true, false]) {
      const { rows } = ask({ sort: 'changed', descending }, edited).groups[0]!;
      expect(rows.slice(0, 7).every(({ modified }) => modified !== null)).toBe(true);
      expect(rows.slice(7).every(({ modified }) => modified === null)).toBe(true);
      const times = rows.slice(0, 7).map(({ modified }) => modified!);
      expect(times).toEqual(descending ? times.toSorted().toReversed() : times.toSorted());
    }
  });

  it('are grouped by voice as the voices come in the text, by kind as kinds are listed', () => {
    const byVoice = ask({ group: 'voice', sort: 'words' });
    expect(byVoice.groups.map(({ name }) => name)).toEqual([
      'The author',
      'JD Vance',
      'Alexander Averin',
      'Dmitry Yerofeyev',
      'Kirill Ozhimko',
      'Pravda of the Komsomol',
    ]);
    expect(byVoice.groups.flatMap(({ rows }) => rows)).toHaveLength(34);
    expect(ask({ group: 'kind' }).groups.map(({ value }) => value)).toEqual([
      'quantity',
      'record',
      'cause',
      'position',
      'prediction',
      'opinion',
    ]);
    expect(ask({ group: 'article' }).groups.map(({ name }) => name)).toEqual([title]);
  });

  it('are counted for every choice as many as that choice alone would show', () => {
    fc.assert(
      fc.property(
        fc.record({
          voice: fc.subarray(['jay-dee-vance', 'author', 'ozhimko']),
          kind: fc.subarray(['record', 'position', 'opinion']),
          status: fc.subarray(['open', 'supported']),
          tag: fc.subarray(['Kyiv', 'check']),
          words: fc.constantFrom('', 'the', 'kyiv'),
        }),
        (some) => {
          const { choices } = ask(some, edited);
          for (const facet of ALL_FACETS) {
            for (const [value, count] of choices[facet])
              expect(ask({ ...some, [facet]: [value] }, edited).count).toBe(count);
          }
          for (const kind of ['quantity', 'cause'])
            expect(choices.kind.get(kind) ?? 0).toBe(ask({ ...some, kind: [kind] }, edited).count);
        },
      ),
      { numRuns: 40 },
    );
  });
});
