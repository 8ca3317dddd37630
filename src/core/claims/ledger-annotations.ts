import { describe } from '../anchor/describe.ts';
import { copyOfClaim } from '../notes/claim-copy.ts';
import type { ClaimRelation } from '../notes/claim.ts';
import { plainToMarkdown } from '../notes/markdown-text.ts';
import type { JsonObject, PublishedNote, ReaderNote } from '../notes/note.ts';
import { idFromName, type AnnotationContext } from '../notes/reading.ts';
import { writePage } from '../notes/web-annotation.ts';
import type { LedgerRow } from './ledger.ts';

/**
 * Claims of one article as a page of Web Annotations (https://www.w3.org/TR/annotation-model/), as notes are written: who
 * reads it gets them as claims of their own. A published claim is written as a copy of it (`copyOf`), so that a reader of
 * the same article is not given it twice; see `withoutPublished`. `notes` are the reader's own, by id, which are written
 * as they are.
 */
export function writeClaims(
  rows: readonly LedgerRow[],
  notes: ReadonlyMap<string, ReaderNote>,
  context: AnnotationContext,
): JsonObject {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const written = rows.map((row) => {
    const own = notes.get(row.id);
    const said = publishedRelations(row, byId);
    if (!own) return copyOf(row, said, context);
    const relations = [...(own.claim?.relations ?? []), ...said];
    return own.claim && said.length > 0 ? { ...own, claim: { ...own.claim, relations } } : own;
  });
  return writePage(written, context);
}

/**
 * The published relations that a row is written with, each said once: by the claim that it is stored with, or where that
 * one is the reader's own by now and the other is not, by the other, so that a reader's own note stays as it is.
 */
function publishedRelations(row: LedgerRow, rows: ReadonlyMap<string, LedgerRow>): ClaimRelation[] {
  const publishedId = ({ id, claim }: LedgerRow): string => claim.copyOf ?? id;
  return row.relations.flatMap(({ by, heldBy, other: otherId, relation, about }) => {
    const other = rows.get(otherId);
    const isHeld = heldBy === publishedId(row);
    const isOthers = row.origin !== 'published' && other?.origin === 'published';
    const isLent = row.origin === 'published' && other !== undefined && other.origin !== 'published';
    if (by !== 'published' || isOthers || !(isHeld || isLent)) return [];
    return [{ claim: other ? publishedId(other) : otherId, relation, about }];
  });
}

/** A published claim as a note of the reader's, under an id that is always the same, so that it is taken in once. */
function copyOf(row: LedgerRow, relations: readonly ClaimRelation[], context: AnnotationContext): ReaderNote {
  const { id, claim, span, note } = row;
  return {
    id: idFromName(`${context.articleId}\n${id}`),
    article: context.articleId,
    selectors: span ? describe(context.article, span) : [],
    ...copyOfClaim({ id, body: note }, { ...claim, ...(relations.length > 0 && { relations }) }),
    created: context.now,
    modified: context.now,
    revision: 1,
  };
}

/**
 * Notes that came in a file without those that only repeat what is published with the article: copies of its claims
 * that nobody has changed. They would stand in front of the published ones and say the same.
 */
export function withoutPublished<T extends { readonly note: ReaderNote }>(
  incoming: readonly T[],
  published: readonly PublishedNote[],
): T[] {
  const byId = new Map(published.map((note) => [note.id, note]));
  return incoming.filter(({ note }) => {
    const original = byId.get(note.claim?.copyOf ?? '');
    return !(original && repeats(note, original));
  });
}

function repeats({ claim, body, tags }: ReaderNote, original: PublishedNote): boolean {
  const { copyOf: _copy, relations: _relations, ...said } = claim ?? {};
  const isSame = JSON.stringify(sorted(said)) === JSON.stringify(sorted(original.claim ?? {}));
  return isSame && body === plainToMarkdown(original.body) && tags.length === 0;
}

/** Fields in the order of their names, because files have them in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
