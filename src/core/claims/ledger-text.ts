import { CHECKABLE_WORDS, type Source } from '../notes/claim.ts';
import { csvText } from '../notes/csv-text.ts';
import { detailsOf, pastInWords } from '../notes/listing.ts';
import {
  inertMarkdown,
  markdownFile,
  markdownItem,
  markdownLink,
  plainToLine,
  plainToMarkdown,
} from '../notes/markdown-text.ts';
import { isWebAddress } from '../notes/web-address.ts';
import type { LedgerRow } from './ledger.ts';
import type { Related } from './relations.ts';

/** What the lists of claims for people need to know beside the rows. */
export interface LedgerListing {
  /** What the list is of: an article's title, or that it is all articles. */
  readonly title: string;
  /** The address that opens a claim's words; null where there is none to give. */
  readonly linkTo: (row: LedgerRow) => string | null;
}

type Column = readonly [name: string, cell: (row: LedgerRow, all: readonly LedgerRow[]) => string];

const COLUMNS: readonly Column[] = [
  ['number', ({ label }) => label],
  ['article', ({ title }) => title],
  ['words', ({ words }) => words],
  ['voice', ({ voice }) => voice],
  ['claimed by', ({ told }) => told],
  ['kind', ({ claim }) => claim.kind],
  ['checkable', ({ claim }) => claim.checkable],
  ['status', ({ claim }) => claim.status],
  ['sources', ({ claim }) => claim.sources.map(sourceInCell).join('\n')],
  [
    'earlier statuses',
    ({ claim }) => (claim.history ?? []).map((past) => `${past.status} until ${past.until}`).join('\n'),
  ],
  ['note', ({ note }) => note],
  ['agrees with', (row, all) => othersInWords(row, 'agree', all)],
  ['disagrees with', (row, all) => othersInWords(row, 'disagree', all)],
  ['tags', ({ tags }) => tags.join('; ')],
  ['place', ({ span }) => (span ? 'placed' : 'not found')],
  ['origin', ({ origin }) => origin],
  ['modified', ({ modified }) => modified ?? ''],
  ['id', ({ id }) => id],
];

/** Claims as a table (see `csvText`): a row of names, then a row for each claim in the order given. */
export function writeClaimsCsv(rows: readonly LedgerRow[], { linkTo }: LedgerListing): string {
  const names = [...COLUMNS.map(([name]) => name), 'link'];
  return csvText([
    names,
    ...rows.map((row) => [...COLUMNS.map(([, cell]) => cell(row, rows)), linkTo(row) ?? '']),
  ]);
}

/**
 * Claims as Markdown for people: the title, then for each claim an item with the words as a block quote, who claims it,
 * kind, checkability, status with its sources, the note, what it agrees and disagrees with, tags and a link.
 */
export function writeClaimsMarkdown(rows: readonly LedgerRow[], listing: LedgerListing): string {
  const heading = `# Claims: ${plainToLine(listing.title)}`;
  return markdownFile([heading, ...rows.map((row) => itemOf(row, rows, listing))]);
}

function itemOf(row: LedgerRow, all: readonly LedgerRow[], { linkTo }: LedgerListing): string {
  const { words, label, told, claim, note, isPlain, tags, span } = row;
  const link = linkTo(row);
  const name = label === '' ? 'Claim' : `Claim ${label}`;
  const parts = [
    `> ${plainToLine(words)}`,
    `**${name}** by ${plainToLine(told)}: ${claim.kind}, ${CHECKABLE_WORDS[claim.checkable]}. **Status:** ${claim.status}.`,
    claim.sources.length > 0 && `Sources:\n\n${claim.sources.map(sourceItem).join('\n')}`,
    claim.history && `Before: ${pastInWords(claim.history)}.`,
    isPlain ? plainToMarkdown(note) : inertMarkdown(note).trim(),
    ...(['agree', 'disagree'] as const).map((relation) => {
      const others = othersInWords(row, relation, all);
      return others && `${relation === 'agree' ? 'Agrees with' : 'Disagrees with'} ${plainToLine(others)}.`;
    }),
    span === null && 'The words were not found in the text.',
    tags.length > 0 && `Tags: ${tags.map(plainToLine).join(', ')}`,
    link !== null && markdownLink('In the article', link),
  ];
  return markdownItem(parts.map((part) => part || ''));
}

/** A source in one line: “A map https://…; for the claim; seen 2025-02-28: “its words””. */
function sourceInCell(source: Source): string {
  const { title, url, words } = source;
  return [`${title} ${url}`, ...detailsOf(source)].join('; ') + (words === undefined ? '' : `: “${words}”`);
}

function sourceItem(source: Source): string {
  const { title, url, words } = source;
  const name = isWebAddress(url) ? markdownLink(title, url) : plainToLine(`${title} (${url})`);
  const details = detailsOf(source).map(plainToLine).join('; ');
  return `- ${name}${details && ` (${details})`}${words === undefined ? '' : `: “${plainToLine(words)}”`}`;
}

/** “34 (land, or regime and language); “its words””: other claims by number, or by their words where they have none. */
function othersInWords(
  { relations }: LedgerRow,
  relation: Related['relation'],
  all: readonly LedgerRow[],
): string {
  return relations
    .filter((one) => one.relation === relation)
    .map(({ other, about }) => {
      const row = all.find(({ id }) => id === other);
      const name = row ? row.label || `“${row.words}”` : other;
      return about === '' ? name : `${name} (${about})`;
    })
    .join('; ');
}
