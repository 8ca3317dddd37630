import { ledgerRows, type LedgerRow, type LedgerSource } from '../../core/claims/ledger.ts';
import { copyOfClaim } from '../../core/notes/claim-copy.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import { clip } from '../../core/text/clip.ts';
import type { Voice } from '../../core/voices/cast-voices.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { cardId } from '../active-note.ts';
import { quoteFragment } from '../quote-fragment.ts';
import { pathOf } from '../article-pages.ts';
import type { NoteFields } from '../notes/note-steps.ts';
import { UNKNOWN_VOICE } from '../reading.ts';

/** What a file of claims says of their article. */
export type About = Pick<PublishedArticle, 'slug' | 'title' | 'author' | 'date' | 'source'>;

/** An article whose claims are in a ledger, and how its voices look, by speaker id. */
export interface LedgerArticle {
  readonly source: LedgerSource;
  /** What is known of it beside its text. */
  readonly published: About;
  readonly voices: ReadonlyMap<string, Voice>;
}

/** The rows of a ledger, and what stands behind them. */
export interface OpenLedger {
  readonly rows: readonly LedgerRow[];
  readonly byKey: ReadonlyMap<string, LedgerRow>;
  /** The row of a note; of a published claim that a reader has a copy of, the copy's. */
  readonly find: (slug: string, id: string) => LedgerRow | null;
  readonly articleOf: (row: LedgerRow) => LedgerArticle;
  readonly voiceOf: (row: LedgerRow) => Voice;
  /** The reader's own note; null of a published claim. */
  readonly noteOf: (row: LedgerRow) => ReaderNote | null;
  /** The published claim that a copy stands for, as a row; null of others, and where there is none any more. */
  readonly originalOf: (row: LedgerRow) => LedgerRow | null;
  /** Where its words are, as a path of the site; null where they were not found. */
  readonly linkOf: (row: LedgerRow) => string | null;
  /** Every tag of the reader's claims, in order. */
  readonly tags: readonly string[];
}

/** Puts the claims of articles together, those of one article after those of the other. */
export function openLedger(articles: readonly LedgerArticle[]): OpenLedger {
  const bySlug = new Map(articles.map((article) => [article.source.slug, article]));
  const rows = articles.flatMap(({ source }) => ledgerRows(source));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const notes = new Map(
    articles.flatMap(({ source }) => [...source.placed, ...source.unplaced].map((note) => [note.id, note])),
  );
  const ids = new Map(rows.map((row) => [`${row.slug} ${row.id}`, row]));
  const articleOf = ({ slug }: LedgerRow): LedgerArticle => bySlug.get(slug)!;
  return {
    rows,
    byKey,
    find: (slug, id) => ids.get(`${slug} ${id}`) ?? byKey.get(`${slug} ${id}`) ?? null,
    articleOf,
    voiceOf: (row) => articleOf(row).voices.get(row.speaker) ?? UNKNOWN_VOICE,
    noteOf: (row) => (row.origin === 'published' ? null : (notes.get(row.id) ?? null)),
    originalOf: (row) => {
      const { source } = articleOf(row);
      const note = source.published.find(({ id }) => id === row.claim.copyOf);
      const [original] = note ? ledgerRows({ ...source, published: [note], placed: [], unplaced: [] }) : [];
      return original ?? null;
    },
    linkOf: (row) => {
      if (!row.span) return null;
      const path = pathOf(row.slug, 'text');
      if (row.origin === 'published') return `${path}#${cardId(row.id)}`;
      return path + quoteFragment(articleOf(row).source.article, row.span);
    },
    tags: [...new Set(rows.flatMap((row) => row.tags))].toSorted(),
  };
}

/** What a claim is called where another refers to it: its number, or the first of its words. */
export function labelOf(row: LedgerRow): string {
  return row.label || `“${clip(row.words, 24, '…')}”`;
}

/** The part of an element's id, and of an address, by which a row is found: the note's id, after the slug where there are several articles. */
export function rowAnchor({ key, slug }: LedgerRow, isLibrary: boolean): string {
  return `row-${isLibrary ? key.replace(' ', '/') : key.slice(slug.length + 1)}`;
}

/** What a row's note says, as a reader would change it: of a published claim, what a copy of it says at first. */
export function fieldsOfRow(row: LedgerRow, note: ReaderNote | null): NoteFields {
  if (note) {
    const { kind, body, tags, colour, claim } = note;
    return { kind, body, tags, colour, ...(claim && { claim }) };
  }
  return copyOfClaim({ id: row.id, body: row.note }, row.claim);
}
