import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_CLAIMS,
  ALL_FACETS,
  formatLedgerQuery,
  GROUPINGS,
  isNarrowed,
  parseLedgerQuery,
  sortedBy,
  SORTS,
  toggled,
  widened,
  type LedgerQuery,
} from '../../../src/core/claims/ledger-query.ts';
import { ORIGINS } from '../../../src/core/claims/ledger.ts';
import { ALL_KINDS, CHECKABILITIES, CLAIM_STATUSES } from '../../../src/core/notes/claim.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const names = fc.uniqueArray(words, { maxLength: 3 });
const queries: fc.Arbitrary<LedgerQuery> = fc.record({
  words,
  voice: names,
  kind: fc.subarray([...ALL_KINDS]),
  check: fc.subarray([...CHECKABILITIES]),
  status: fc.subarray([...CLAIM_STATUSES]),
  origin: fc.subarray([...ORIGINS]),
  tag: names,
  article: names,
  sort: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
  group: fc.constantFrom(...GROUPINGS),
});

describe('what a ledger shows', () => {
  it('is the same after the way through an address', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseLedgerQuery(formatLedgerQuery(query))).toEqual(query);
      }),
    );
  });

  it('has one address, whatever the order in which it was written', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const address = formatLedgerQuery(query);
        expect(formatLedgerQuery(parseLedgerQuery(address))).toBe(address);
      }),
    );
    expect(formatLedgerQuery(parseLedgerQuery('#group=kind&kind=rule&q=x&kind=record'))).toBe(
      '#q=x&kind=record&kind=rule&group=kind',
    );
  });

  it('is all of it where the address asks for nothing, and then the address is empty', () => {
    expect(parseLedgerQuery('')).toEqual(ALL_CLAIMS);
    expect(formatLedgerQuery(ALL_CLAIMS)).toBe('');
  });

  it('is all of it where the address names something else: a row, or a part of the page', () => {
    expect(parseLedgerQuery('#row-c5')).toEqual(ALL_CLAIMS);
    expect(parseLedgerQuery('#ledger')).toEqual(ALL_CLAIMS);
  });

  it('passes over what is not known, and what is broken', () => {
    expect(
      parseLedgerQuery('#kind=truth&status=false&sort=size&group=colour&check=yes&voice=%E0%A4%A'),
    ).toEqual({ ...ALL_CLAIMS, check: ['yes'], voice: ['%E0%A4%A'] });
    expect(formatLedgerQuery({ ...ALL_CLAIMS, words: '\ud800' })).toBe('#q=%EF%BF%BD');
  });

  it('tells whether claims are left out, and takes the filters away without the order', () => {
    expect(isNarrowed({ ...ALL_CLAIMS, sort: 'voice', group: 'kind' })).toBe(false);
    for (const facet of ALL_FACETS) expect(isNarrowed({ ...ALL_CLAIMS, [facet]: ['x'] })).toBe(true);
    expect(isNarrowed({ ...ALL_CLAIMS, words: ' x' })).toBe(true);
    expect(widened({ ...ALL_CLAIMS, words: 'x', sort: 'kind', kind: ['rule'] })).toEqual({
      ...ALL_CLAIMS,
      sort: 'kind',
    });
  });

  it('takes a choice in and out, those that are known in their own order', () => {
    const both = toggled(toggled(ALL_CLAIMS, 'kind', 'opinion'), 'kind', 'quantity');
    expect(both.kind).toEqual(['quantity', 'opinion']);
    expect(toggled(both, 'kind', 'quantity').kind).toEqual(['opinion']);
    expect(toggled(toggled(ALL_CLAIMS, 'voice', 'b'), 'voice', 'a').voice).toEqual(['b', 'a']);
  });

  it('sorts the other way round where it is sorted by that already', () => {
    const once = sortedBy(ALL_CLAIMS, 'voice');
    expect(once).toMatchObject({ sort: 'voice', descending: false });
    expect(sortedBy(once, 'voice')).toMatchObject({ sort: 'voice', descending: true });
    expect(sortedBy(sortedBy(once, 'voice'), 'voice').descending).toBe(false);
  });
});
