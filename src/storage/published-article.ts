import type { Formatting } from '../core/text/formatting.ts';
import type { PublishedNote, Relation } from '../core/notes/note.ts';
import type { Article } from '../core/voices/read-article.ts';

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

/** An article with what is published beside it, as the build ships it: no rules are needed to read it. */
export interface PublishedArticle {
  readonly format: 1;
  readonly slug: string;
  readonly title: string;
  readonly author: string | null;
  readonly translator: string | null;
  /** ISO 8601 date; null where it is not known. */
  readonly date: string | null;
  readonly source: { readonly name: string; readonly url: string } | null;
  readonly provenance: readonly ProvenanceStep[];
  readonly article: Article;
  readonly notes: readonly PublishedNote[];
  readonly relations: readonly Relation[];
  /** How the text was set where it came from; absent where nothing is known of that. */
  readonly formatting?: readonly Formatting[];
}

/** What the library shows of an article without loading it. */
export interface ArticleListing {
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly voices: readonly string[];
  readonly words: number;
  readonly claims: number;
}
