import type { PublishedContent } from '../core/page/content.ts';
import type { Formatting } from '../core/text/formatting.ts';

/** An article with what is published beside it, as the build ships it: no rules are needed to read it. */
export interface PublishedArticle extends PublishedContent {
  readonly format: 1;
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
