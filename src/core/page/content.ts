import type { Reviewer } from '../claims/claim-data.ts';
import type { PublishedNote, ReaderNote, Relation } from '../notes/note.ts';
import type { About } from '../text/brought.ts';
import type { Formatting } from '../text/formatting.ts';
import type { Article, ArticleHints, Correction } from '../voices/read-article.ts';

/** What a person says of a text's voices, as far as it is kept. */
export type OwnHints = Pick<ArticleHints, 'lang' | 'speakers' | 'nobody' | 'corrections'>;

/** What goes along of an article that a reader brought: all that is kept of it but when it was last opened. */
export interface OwnContent {
  /** Letters and digits; stands in addresses (`/own/?a=<id>`). */
  readonly id: string;
  readonly title: string;
  readonly about: Omit<About, 'title' | 'lang'>;
  readonly formatting: readonly Formatting[];
  /** What a person said of its voices when it was brought in; a new version of the text is read with them again. */
  readonly hints: OwnHints;
  /** To be shown as one text of nobody in particular. */
  readonly isPlain: boolean;
  /** As `readArticle` read it with `hints`. */
  readonly article: Article;
  /** ISO 8601 times, UTC. */
  readonly created: string;
  readonly changed: string;
}

/**
 * One step of the way that a text took to the reader. What the text itself shows is `known`; what is concluded from
 * signs in it is `inferred`, and shown so.
 */
export interface ProvenanceStep {
  readonly label: string;
  readonly known?: string;
  readonly inferred?: string;
  readonly url?: string;
}

/** What goes along of a published article. */
export interface PublishedContent {
  readonly slug: string;
  readonly title: string;
  readonly author: string | null;
  readonly translator: string | null;
  /** ISO 8601 date; null where it is not known. */
  readonly date: string | null;
  readonly source: { readonly name: string; readonly url: string } | null;
  readonly provenance: readonly ProvenanceStep[];
  /** Who answers for the statuses of the published claims; absent while nobody does. */
  readonly claimsBy?: Reviewer;
  readonly article: Article;
  readonly notes: readonly PublishedNote[];
  readonly relations: readonly Relation[];
}

/** An article with a reader's notes on it, as one file holds them. */
export interface PageContent {
  readonly content: OwnContent | PublishedContent;
  /** The reader's own notes, and what they are kept under. */
  readonly notes: readonly ReaderNote[];
  readonly articleId: string;
  /** What the reader has corrected since, over `content.article`. */
  readonly corrections: readonly Correction[];
  /** When the file was written, ISO 8601 in UTC. */
  readonly written: string;
}

/** Whether the article is a published one. */
export function isPublished(content: OwnContent | PublishedContent): content is PublishedContent {
  return 'slug' in content;
}
