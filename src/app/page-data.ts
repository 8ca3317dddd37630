import type { QuestionForms } from '../core/questions/question-forms.ts';
import type { ArticleListing, PublishedArticle } from '../storage/published-article.ts';

/** What the build puts into a page for the script that takes it over: as sure as the page itself. */
export interface PageData {
  readonly article?: PublishedArticle;
  /** What the rules see in the article's questions, in their order. */
  readonly questions?: readonly QuestionForms[];
  /** The links to words that the page shows: see `madeFragments`. */
  readonly fragments?: readonly (readonly [string, string])[];
  readonly listings?: readonly ArticleListing[];
  readonly missing?: boolean;
}
