import type { Formatting } from '../core/text/formatting.ts';
import type { ArticleHints, Article } from '../core/voices/read-article.ts';
import type { About } from '../core/text/brought.ts';

/** An article that a reader brought along, as it is kept: read once, so that opening it needs no rules. */
export interface OwnArticle {
  readonly format: 1;
  /** Letters and digits; stands in addresses (`/own/?a=<id>`). */
  readonly id: string;
  readonly title: string;
  readonly about: Omit<About, 'title' | 'lang'>;
  readonly formatting: readonly Formatting[];
  /** What a person said of its voices when it was brought in; a new version of the text is read with them again. */
  readonly hints: Pick<ArticleHints, 'lang' | 'speakers' | 'nobody' | 'corrections'>;
  /** To be shown as one text of nobody in particular. */
  readonly isPlain: boolean;
  /** As `readArticle` read it with `hints`. */
  readonly article: Article;
  /** ISO 8601 times, UTC. */
  readonly created: string;
  readonly changed: string;
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
