import { ALL_KINDS, CHECKABILITIES, CLAIM_STATUSES } from '../notes/claim.ts';
import { ORIGINS } from './ledger.ts';

/**
 * What can be chosen of claims, by the name that it has in an address, with the values that there are; null where those
 * depend on the claims: a voice is a speaker's id (empty: nobody known), an article its slug.
 */
const FACETS = {
  voice: null,
  kind: ALL_KINDS,
  check: CHECKABILITIES,
  status: CLAIM_STATUSES,
  origin: ORIGINS,
  tag: null,
  article: null,
} as const satisfies Record<string, readonly string[] | null>;

export type Facet = keyof typeof FACETS;

/** All of them, in the order of an address. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
export const ALL_FACETS = Object.keys(FACETS) as Facet[];

/** What claims can be sorted by; `place` is the order of the text. */
export const SORTS = ['place', 'words', 'voice', 'kind', 'check', 'status', 'changed'] as const;
export type Sort = (typeof SORTS)[number];

/** What claims can be grouped by; `none` is one group of all. */
export const GROUPINGS = ['none', 'voice', 'kind', 'status', 'article'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a ledger shows, and in which order. A facet without values asks for nothing; of several values one must fit. */
export interface LedgerQuery extends Readonly<Record<Facet, readonly string[]>> {
  /** Words that must all stand in a claim, its voice, its note or its tags; folded when they are looked for. */
  readonly words: string;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly group: Grouping;
}

/** Every claim, in the order of the text. */
export const ALL_CLAIMS: LedgerQuery = {
  words: '',
  voice: [],
  kind: [],
  check: [],
  status: [],
  origin: [],
  tag: [],
  article: [],
  sort: 'place',
  descending: false,
  group: 'none',
};

/**
 * What the fragment of an address asks for, with or without its `#`. What is not known is passed over: the id of a row
 * asks for every claim. It is a fragment because no server gets those: what a reader looks for, and who speaks in an
 * article of their own, stays with them.
 */
export function parseLedgerQuery(fragment: string): LedgerQuery {
  const values = new Map<string, string[]>();
  for (const part of partsOf(fragment)) {
    const [name, value] = nameAndValue(part);
    const list = values.get(name);
    if (list) list.push(value);
    else values.set(name, [value]);
  }
  const last = (name: string): string => values.get(name)?.at(-1) ?? '';
  const chosen = (facet: Facet): string[] => {
    const given = values.get(facet) ?? [];
    const known: readonly string[] | null = FACETS[facet];
    // Values that are known have an order of their own, so that one choice has one address.
    return known ? known.filter((value) => given.includes(value)) : [...new Set(given)];
  };
  const sort = last('sort');
  const descending = sort.startsWith('-');
  const facets = Object.fromEntries(ALL_FACETS.map((facet) => [facet, chosen(facet)]));
  return {
    ...ALL_CLAIMS,
    ...facets,
    words: last('q'),
    sort: SORTS.find((one) => one === sort.replace(/^-/, '')) ?? 'place',
    descending: descending && SORTS.some((one) => `-${one}` === sort),
    group: GROUPINGS.find((one) => one === last('group')) ?? 'none',
  };
}

/** The fragment of the address that asks for it, with its `#`, or empty where it asks for nothing. */
export function formatLedgerQuery(query: LedgerQuery): string {
  const parts: string[] = [];
  const add = (name: string, value: string): number =>
    parts.push(`${name}=${encodeURIComponent(wellFormed(value)).replaceAll('%20', '+')}`);
  if (query.words !== '') add('q', query.words);
  for (const facet of ALL_FACETS) for (const value of query[facet]) add(facet, value);
  if (query.sort !== 'place' || query.descending) add('sort', (query.descending ? '-' : '') + query.sort);
  if (query.group !== 'none') add('group', query.group);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** Whether it leaves claims out. */
export function isNarrowed(query: LedgerQuery): boolean {
  return query.words.trim() !== '' || ALL_FACETS.some((facet) => query[facet].length > 0);
}

/** The same order and groups of all claims. */
export function widened({ sort, descending, group }: LedgerQuery): LedgerQuery {
  return { ...ALL_CLAIMS, sort, descending, group };
}

/** With a value of a facet chosen, or where it was, no longer. */
export function toggled(query: LedgerQuery, facet: Facet, value: string): LedgerQuery {
  const values = query[facet];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  const known: readonly string[] | null = FACETS[facet];
  return { ...query, [facet]: known ? known.filter((each) => next.includes(each)) : next };
}

/** Sorted by that, or where it is already, the other way round. */
export function sortedBy(query: LedgerQuery, sort: Sort): LedgerQuery {
  return { ...query, sort, descending: query.sort === sort && !query.descending };
}

const partsOf = (fragment: string): string[] =>
  fragment
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '');

function nameAndValue(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

/** Half a surrogate pair can't stand in an address. */
const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\ufffd');
