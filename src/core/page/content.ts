import type { PublishedNote, ReaderNote, Relation } from '../notes/note.ts';
import type { About } from '../text/brought.ts';
import type { Formatting } from '../text/formatting.ts';
import type { Article, ArticleHints, Correction } from '../voices/read-article.ts';

/** What goes along of an article that a reader brought: all that is kept of it but when it was last opened. */
export interface OwnContent {
  readonly id: string;
  readonly title: string;
  readonly about: Omit<About, 'title' | 'lang'>;
  readonly formatting: readonly Formatting[];
  readonly hints: Pick<ArticleHints, 'lang' | 'speakers' | 'nobody' | 'corrections'>;
  readonly isPlain: boolean;
  readonly article: Article;
  /** ISO 8601 times, UTC. */
  readonly created: string;
  readonly changed: string;
}

/** What goes along of a published article. */
export interface PublishedContent {
  readonly slug: string;
  readonly title: string;
  readonly author: string | null;
  readonly translator: string | null;
  readonly date: string | null;
  readonly source: { readonly name: string; readonly url: string } | null;
  readonly provenance: readonly {
    readonly label: string;
    readonly known?: string;
    readonly inferred?: string;
    readonly url?: string;
  }[];
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
