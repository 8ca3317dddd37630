import type { OwnContent } from '../core/page/content.ts';

/** An article that a reader brought along, as it is kept: read once, so that opening it needs no rules. */
export interface OwnArticle extends OwnContent {
  readonly format: 1;
  /** Null until it has been opened. */
  readonly opened: string | null;
}

/** What notes, drafts and the place are kept under for an own article; no published slug has a colon in it. */
export function ownSlug(id: string): string {
  return `own:${id}`;
}

/** The id of an own article's slug; null for a published one. */
export function ownId(slug: string): string | null {
  return slug.startsWith('own:') ? slug.slice('own:'.length) : null;
}
