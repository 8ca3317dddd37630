import { describe, expect, it } from 'vitest';
import { claimData, claimReview, claimsGraph } from '../../../src/core/claims/claim-data.ts';
import { withoutPublished, writeClaims } from '../../../src/core/claims/ledger-annotations.ts';
import { ledgerRows } from '../../../src/core/claims/ledger.ts';
import type { Claim } from '../../../src/core/notes/claim.ts';
import { placeNotes } from '../../../src/core/notes/note.ts';
import { readAnnotations } from '../../../src/core/notes/web-annotation.ts';
import { ownClaim, PUBLISHED, rowOf, ROWS, SOURCE } from './bundled.ts';

const { title, article, slug, notes } = PUBLISHED;
const HOME = 'https://example.org/vance-peace-talks/';
const CONTEXT = { article, articleId: slug, source: HOME, now: '2025-03-01T10:00:00.000Z' };
const APPEARANCE = { title, article, address: HOME, author: null, date: null, source: PUBLISHED.source };
const REVIEWER = { is: 'Organization', name: 'The Desk', url: 'https://example.org/' } as const;

const CHECKED: Partial<Claim> = {
  kind: 'quantity',
  status: 'partly',
  sources: [
    {
      title: 'A map of the line',
      url: 'https://example.org/map',
      words: '=about “5,900” km²',
      seen: '2025-02-28',
      bears: 'against',
    },
  ],
  history: [{ status: 'open', until: '2025-02-28T09:00:00.000Z' }],
};
const checked = ownClaim(rowOf('5').words, {
  voice: { speaker: rowOf('5').speaker, of: 'Russia' },
  ...CHECKED,
  copyOf: 'c5',
});
const fresh = ownClaim(
  'significant progress',
  { voice: { speaker: rowOf('5').speaker }, kind: 'opinion' },
  {
    id: '5f0c2f0e-7a3b-4b52-9d8a-0d5f7c1f9a02',
    tags: ['progress'],
    body: 'Compare *¶14*.',
  },
);
const OWN = [checked, fresh];
const ALL = ledgerRows({ ...SOURCE, placed: OWN });

/** The claims of a file, read as a reader's own. */
function readBack(json: ReturnType<typeof writeClaims>) {
  const reading = readAnnotations(JSON.parse(JSON.stringify(json)), CONTEXT);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.notes;
}

/** What a row says, but for where it is kept. */
const saying = (rows: typeof ALL) =>
  rows.map(({ words, told, claim, span, relations }) => {
    const { copyOf: _copy, relations: _relations, ...said } = claim;
    return {
      words,
      told,
      said,
      span,
      relations: relations.map(({ relation, about }) => `${relation}: ${about}`).toSorted(),
    };
  });

describe('claims as Web Annotations', () => {
  const written = writeClaims(ALL, new Map(OWN.map((note) => [note.id, note])), CONTEXT);

  it('come back whole where the article is not published: published and own, with sources, history and relations', () => {
    const { placed, unplaced } = placeNotes(article, readBack(written));
    expect(unplaced).toEqual([]);
    const again = ledgerRows({ ...SOURCE, published: [], relations: [], placed });
    expect(again).toHaveLength(35);
    expect(saying(again)).toEqual(saying(ALL));
  });

  it('do not repeat what is published with the article: only the reader’s own are taken', () => {
    const incoming = readBack(written).map((note) => ({ note }));
    const kept = withoutPublished(incoming, notes).map(({ note }) => note);
    expect(kept.map(({ id }) => id).toSorted()).toEqual([fresh.id, checked.id].toSorted());
    const { placed } = placeNotes(article, kept);
    expect(saying(ledgerRows({ ...SOURCE, placed }))).toEqual(saying(ALL));
  });

  it('are the same notes however often they are written and read', () => {
    const once = readBack(written);
    const twice = readBack(written);
    expect(twice.map(({ id }) => id)).toEqual(once.map(({ id }) => id));
  });
});

/** What schema.org has for the types that are written: https://schema.org/Claim, ClaimReview, Quotation, Rating. */
const PROPERTIES: Record<string, readonly string[]> = {
  Claim: [
    'text',
    'inLanguage',
    'author',
    'keywords',
    'abstract',
    'appearance',
    'citation',
    'datePublished',
    'url',
  ],
  Quotation: ['spokenByCharacter'],
  ClaimReview: [
    'claimReviewed',
    'url',
    'author',
    'datePublished',
    'reviewRating',
    'reviewBody',
    'itemReviewed',
    'citation',
  ],
  Rating: ['alternateName'],
  Person: ['name', 'description', 'url'],
  Organization: ['name', 'description', 'url'],
  Article: ['headline', 'url', 'inLanguage', 'datePublished', 'isBasedOn'],
  CreativeWork: ['name', 'url', 'text'],
};

/** The fields that are none of their type's. */
function strangeFields(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strangeFields);
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  const types = [(value as { '@type'?: string | string[] })['@type'] ?? []].flat();
  const known = new Set(types.flatMap((type) => PROPERTIES[type] ?? []));
  return fields.flatMap(([name, inner]) => [
    ...(name.startsWith('@') || known.has(name) ? [] : [`${types.join()}.${name}`]),
    ...strangeFields(inner),
  ]);
}

describe('claims for machines', () => {
  it('are schema.org’s Claim and Quotation, the words as they are claimed', () => {
    const data = claimData(rowOf('5'), APPEARANCE, `${HOME}c/c5/`);
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': ['Claim', 'Quotation'],
      url: `${HOME}c/c5/`,
      text: 'Russia wants about 6,000 square kilometers of land it has not yet controlled',
      spokenByCharacter: { '@type': 'Person', name: 'JD Vance' },
    });
    for (const row of ALL) expect(strangeFields(claimData(row, APPEARANCE, null))).toEqual([]);
  });

  it('name nobody where the author is not named or the speaker not known', () => {
    expect(claimData(rowOf('1'), APPEARANCE, null)['author']).toBeUndefined();
    expect(
      claimData({ ...rowOf('5'), speaker: '', voice: 'unknown' }, APPEARANCE, null)['author'],
    ).toBeUndefined();
  });

  it('have a ClaimReview only with a status, a source, somebody who answers for it and an address', () => {
    const row = rowOf('5', ALL);
    const given = { reviewer: REVIEWER, address: `${HOME}c/c5/` };
    expect(claimReview(row, APPEARANCE, given)).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: row.words,
      reviewRating: { '@type': 'Rating', alternateName: 'partly' },
      url: `${HOME}c/c5/`,
      author: { '@type': 'Organization', name: 'The Desk' },
      itemReviewed: {
        '@type': 'Claim',
        author: { name: 'JD Vance' },
        appearance: { '@type': 'Article', url: HOME },
      },
      citation: [{ name: 'A map of the line', url: 'https://example.org/map' }],
    });
    expect(strangeFields(claimReview(row, APPEARANCE, given))).toEqual([]);
    expect(claimReview(row, APPEARANCE, { ...given, reviewer: null })).toBeNull();
    expect(claimReview(row, APPEARANCE, { ...given, address: null })).toBeNull();
    expect(claimReview({ ...row, claim: { ...row.claim, sources: [] } }, APPEARANCE, given)).toBeNull();
    for (const one of ROWS) expect(claimReview(one, APPEARANCE, given)).toBeNull();
  });

  it('stand in one document, each with its review behind it', () => {
    const told = ALL.map((row) => ({ row, appearance: APPEARANCE, address: `${HOME}#${row.id}` }));
    const graph = claimsGraph(told, REVIEWER)['@graph'] as { '@type': string | string[] }[];
    expect(graph).toHaveLength(36);
    const at = graph.findIndex((one) => one['@type'] === 'ClaimReview');
    expect(graph[at - 1]).toMatchObject({ '@type': ['Claim', 'Quotation'], text: rowOf('5').words });
  });
});
