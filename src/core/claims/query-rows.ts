import { ALL_KINDS, CHECKABILITIES, CLAIM_STATUSES } from '../notes/claim.ts';
import { fold } from '../text/fold.ts';
import { ALL_FACETS, type Facet, type Grouping, type LedgerQuery, type Sort } from './ledger-query.ts';
import type { LedgerRow } from './ledger.ts';

/** Rows that stand together under a name; both `value` and `name` are empty where rows are not grouped. */
export interface RowGroup {
  /** The speaker's id, the kind, the status or the slug. */
  readonly value: string;
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

/** What a ledger shows. */
export interface QueriedRows {
  readonly groups: readonly RowGroup[];
  /** How many rows that are. */
  readonly count: number;
  /** Of each value of a facet, how many rows there would be if the facet asked for nothing but it; values of none are not there. */
  readonly choices: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/** The rows that a query asks for. Rows that are equal by what they are sorted by keep the order that they were given in. */
export function queryRows(rows: readonly LedgerRow[], query: LedgerQuery): QueriedRows {
  const wanted = ALL_FACETS.map((facet) => [facet, new Set(query[facet])] as const);
  const terms = fold(query.words.trim()).text.split(' ').filter(Boolean);
  const choices = new Map(ALL_FACETS.map((facet) => [facet, new Map<string, number>()]));
  const shown: LedgerRow[] = [];
  for (const row of rows) {
    if (terms.length > 0 && !holdsAll(searchableOf(row), terms)) continue;
    const missed = wanted.filter(
      ([facet, values]) => values.size > 0 && !VALUES[facet](row).some((value) => values.has(value)),
    );
    if (missed.length === 0) shown.push(row);
    // What one facet alone keeps out would be there with another choice of that facet.
    const [only, another] = missed;
    if (another) continue;
    for (const facet of only ? [only[0]] : ALL_FACETS) {
      const counts = choices.get(facet)!;
      for (const value of VALUES[facet](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const sorted = sortRows(shown, query.sort, query.descending);
  return {
    groups: groupRows(sorted, query.group, rows),
    count: shown.length,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all facets
    choices: Object.fromEntries(choices) as unknown as QueriedRows['choices'],
  };
}

/** What a row has of each facet. */
const VALUES: Readonly<Record<Facet, (row: LedgerRow) => readonly string[]>> = {
  voice: ({ speaker }) => [speaker],
  kind: ({ claim }) => [claim.kind],
  check: ({ claim }) => [claim.checkable],
  status: ({ claim }) => [claim.status],
  origin: ({ origin }) => [origin],
  tag: ({ tags }) => tags,
  article: ({ slug }) => [slug],
};

/** Made once for each row: folding is what takes the time. */
const searchable = new WeakMap<LedgerRow, string>();

function searchableOf(row: LedgerRow): string {
  let text = searchable.get(row);
  if (text === undefined) {
    const tags = row.tags.map((tag) => `#${tag}`).join(' ');
    text = fold(`${row.words} ${row.told} ${row.note} ${tags}`).text;
    searchable.set(row, text);
  }
  return text;
}

const holdsAll = (text: string, terms: readonly string[]): boolean =>
  terms.every((term) => text.includes(term));

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const rankIn =
  (order: readonly string[], of: (row: LedgerRow) => string) =>
  (a: LedgerRow, b: LedgerRow): number =>
    order.indexOf(of(a)) - order.indexOf(of(b));

const ORDERS: Record<Exclude<Sort, 'place'>, (a: LedgerRow, b: LedgerRow) => number> = {
  words: (a, b) => collator.compare(a.words, b.words),
  voice: (a, b) => collator.compare(a.voice, b.voice),
  kind: rankIn(ALL_KINDS, ({ claim }) => claim.kind),
  check: rankIn(CHECKABILITIES, ({ claim }) => claim.checkable),
  status: rankIn(CLAIM_STATUSES, ({ claim }) => claim.status),
  // Compared unit by unit: times of ISO 8601 in UTC, which are in order so.
  changed: (a, b) => Number(a.modified! > b.modified!) - Number(a.modified! < b.modified!),
};

function sortRows(rows: readonly LedgerRow[], sort: Sort, descending: boolean): readonly LedgerRow[] {
  if (sort === 'place') return descending ? rows.toReversed() : rows;
  // What never changed comes after all that did, whichever way round.
  const [dated, rest] =
    sort === 'changed'
      ? [rows.filter((row) => row.modified !== null), rows.filter((row) => row.modified === null)]
      : [rows, []];
  const order = ORDERS[sort];
  return [...dated.toSorted(descending ? (a, b) => order(b, a) : order), ...rest];
}

/** In groups, those of voices and articles in the order in which they first come in all rows. */
function groupRows(
  rows: readonly LedgerRow[],
  grouping: Grouping,
  all: readonly LedgerRow[],
): readonly RowGroup[] {
  if (grouping === 'none') return rows.length > 0 ? [{ value: '', name: '', rows }] : [];
  const valueOf = (row: LedgerRow): string => VALUES[grouping](row)[0]!;
  const groups = new Map<string, LedgerRow[]>();
  for (const value of orderOf(grouping, all, valueOf)) groups.set(value, []);
  for (const row of rows) groups.get(valueOf(row))!.push(row);
  return [...groups].flatMap(([value, some]) => {
    const [first] = some;
    if (!first) return [];
    const name = grouping === 'voice' ? first.voice : grouping === 'article' ? first.title : value;
    return [{ value, name, rows: some }];
  });
}

function orderOf(
  grouping: Exclude<Grouping, 'none'>,
  all: readonly LedgerRow[],
  valueOf: (row: LedgerRow) => string,
): Iterable<string> {
  if (grouping === 'kind') return ALL_KINDS;
  if (grouping === 'status') return CLAIM_STATUSES;
  return new Set(all.map(valueOf));
}
