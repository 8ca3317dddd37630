import { claimsGraph, isReviewable, type Appearance, type Reviewer } from '../../core/claims/claim-data.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { writeClaims } from '../../core/claims/ledger-annotations.ts';
import { writeClaimsCsv, writeClaimsMarkdown } from '../../core/claims/ledger-text.ts';
import { formatQuoteLink } from '../../core/link/quote-link.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { ownId } from '../../storage/own-article.ts';
import { pathOf } from '../article-pages.ts';
import { addressElsewhere } from '../quote-address.ts';
import { addressOf } from '../site-address.ts';
import type { About } from './open-ledger.ts';

/** The files that claims can be written as. */
export const CLAIM_FORMATS = {
  markdown: {
    label: 'Markdown',
    about: 'To read and to edit, with links back.',
    ending: 'md',
    type: 'text/markdown;charset=utf-8',
  },
  csv: {
    label: 'CSV',
    about: 'A table for spreadsheets.',
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
  },
  annotations: {
    label: 'Web Annotation',
    about: 'The W3C’s JSON-LD. Nothing is lost, and it can be imported here.',
    ending: 'jsonld',
    type: 'application/ld+json',
  },
  schema: {
    label: 'schema.org',
    about: 'Claim, and ClaimReview where a status has a source and somebody answers for it. For web pages.',
    ending: 'json',
    type: 'application/ld+json',
  },
} as const;

export type ClaimFormat = keyof typeof CLAIM_FORMATS;

/** What a file of claims is made of. */
export interface ClaimsToWrite {
  readonly rows: readonly LedgerRow[];
  /** The articles that they are in, by slug. */
  readonly appearances: ReadonlyMap<string, Appearance>;
  /** The reader's own claims, by id, as they are kept. */
  readonly notes: ReadonlyMap<string, ReaderNote>;
  /** What the list is of, for its heading and the file's name. */
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly reviewer: Reviewer | null;
}

/** The text of a file of claims. Web Annotations are of one article: of several, they are those of the first. */
export function writeClaimFile(format: ClaimFormat, given: ClaimsToWrite): string {
  const { rows, appearances, notes, title, now, reviewer } = given;
  const linkTo = (row: LedgerRow): string | null => wordsAt(row, appearances.get(row.slug));
  switch (format) {
    case 'markdown':
      return writeClaimsMarkdown(rows, { title, linkTo });
    case 'csv':
      return writeClaimsCsv(rows, { title, linkTo });
    case 'annotations': {
      const [slug = ''] = rows.map((row) => row.slug);
      const appearance = appearances.get(slug);
      if (!appearance) throw new Error(`the article ${slug} is not at hand`);
      const { article, address } = appearance;
      const context = { article, articleId: slug, now, ...(address !== null && { source: address }) };
      return jsonText(writeClaims(rows, notes, context));
    }
    case 'schema':
      return jsonText(claimsGraph(told(given), reviewer));
    default:
      return format satisfies never;
  }
}

/** How many of the claims have a review in a file for machines, once somebody answers for them. */
export function countReviews({ rows, appearances }: Pick<ClaimsToWrite, 'rows' | 'appearances'>): number {
  return rows.filter((row) => isReviewable(row) && wordsAt(row, appearances.get(row.slug)) !== null).length;
}

function told({ rows, appearances }: ClaimsToWrite) {
  return rows.flatMap((row) => {
    const appearance = appearances.get(row.slug);
    return appearance ? [{ row, appearance, address: wordsAt(row, appearance) }] : [];
  });
}

/** Where the words of a claim can be opened: in the article, or for an own one on the page that it came from; or null. */
function wordsAt({ span }: LedgerRow, appearance: Appearance | undefined): string | null {
  if (!appearance || !span) return null;
  const { article, address, source } = appearance;
  if (address !== null) return address + formatQuoteLink(article, span);
  return addressElsewhere(source?.url, article, span);
}

const jsonText = (json: object): string => `${JSON.stringify(json, null, 1)}\n`;

/** An article as its claims appear in it. What is a reader's own has no address that others could open. */
export function appearanceOf({ slug, title, author, date, source }: About, article: Article): Appearance {
  const address = ownId(slug) === null ? addressOf(pathOf(slug, 'text')) : null;
  return { title, article, address, author, date, source };
}
