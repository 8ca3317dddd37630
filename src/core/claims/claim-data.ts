import { without } from '../notes/annotation-body.ts';
import type { Json, JsonObject } from '../notes/note.ts';
import type { Article } from '../voices/read-article.ts';
import type { LedgerRow } from './ledger.ts';

/** An article that claims appear in, as machines are told of it. */
export interface Appearance {
  readonly title: string;
  readonly article: Article;
  /** Where it can be opened; null where only its reader has it. */
  readonly address: string | null;
  /** Who wrote it, when (ISO 8601), and where it was taken from; null where that is not known. */
  readonly author: string | null;
  readonly date: string | null;
  readonly source: { readonly name: string; readonly url: string } | null;
}

/** Who answers for a status, by name, and where they can be found. */
export interface Reviewer {
  readonly is: 'Person' | 'Organization';
  readonly name: string;
  readonly url?: string;
}

const CONTEXT = 'https://schema.org';

/**
 * A claim for machines: schema.org `Claim` (https://schema.org/Claim) that is also a `Quotation`: the words as they are
 * claimed, who said them, and the article that they appear in. `address` is the claim's own; without one it has none.
 */
export function claimData(row: LedgerRow, appearance: Appearance, address: string | null): JsonObject {
  const author = claimant(row, appearance);
  const { claim, words, note, tags } = row;
  return {
    '@context': CONTEXT,
    '@type': ['Claim', 'Quotation'],
    ...(address !== null && { '@id': address, url: address }),
    text: words,
    inLanguage: appearance.article.lang,
    ...(author && { author, spokenByCharacter: author }),
    keywords: [claim.kind, ...tags],
    ...(note !== '' && { abstract: note }),
    appearance: articleData(appearance),
    ...citations(row),
  };
}

/** Whether a claim has a status that a source stands for: what a review needs of the claim itself. */
export function isReviewable({ claim }: LedgerRow): boolean {
  return claim.status !== 'open' && claim.sources.length > 0;
}

/**
 * What checking a claim has found: schema.org `ClaimReview` with what search engines ask for (`claimReviewed`,
 * `reviewRating.alternateName`, `url`, `author`); the rating is a word and no number, because there is no scale here. Null
 * where nothing was found yet: a review needs a status, a source for it, somebody who answers for it and an address.
 */
export function claimReview(
  row: LedgerRow,
  appearance: Appearance,
  given: { readonly reviewer: Reviewer | null; readonly address: string | null },
): JsonObject | null {
  const { claim, words, note, modified } = row;
  const { reviewer, address } = given;
  if (!isReviewable(row) || !reviewer || address === null) return null;
  const author = claimant(row, appearance);
  const date = modified?.slice(0, 10);
  return {
    '@context': CONTEXT,
    '@type': 'ClaimReview',
    url: address,
    claimReviewed: words,
    author: {
      '@type': reviewer.is,
      name: reviewer.name,
      ...(reviewer.url !== undefined && { url: reviewer.url }),
    },
    ...(date !== undefined && { datePublished: date }),
    reviewRating: { '@type': 'Rating', alternateName: claim.status },
    ...(note !== '' && { reviewBody: note }),
    itemReviewed: {
      '@type': 'Claim',
      ...(author && { author }),
      ...(appearance.date !== null && { datePublished: appearance.date }),
      appearance: articleData(appearance),
    },
    ...citations(row),
  };
}

/** A row with where it appears and where it can be opened by itself. */
export interface Told {
  readonly row: LedgerRow;
  readonly appearance: Appearance;
  readonly address: string | null;
}

/** Claims, and the reviews of those that can have one, as one document. */
export function claimsGraph(told: readonly Told[], reviewer: Reviewer | null): JsonObject {
  const items = told.flatMap(({ row, appearance, address }): Json[] => {
    const review = claimReview(row, appearance, { reviewer, address });
    return [claimData(row, appearance, address), ...(review ? [review] : [])].map((one) =>
      without(one, '@context'),
    );
  });
  return { '@context': CONTEXT, '@graph': items };
}

/** Who asserts a claim; an author who is not named, or nobody known, is nobody that a machine could tell from others. */
function claimant({ speaker, voice }: LedgerRow, { article, author }: Appearance): JsonObject | null {
  const known = article.speakers.find(({ id }) => id === speaker);
  const name = known?.part === 'author' ? author : (known?.name ?? (speaker === '' ? null : voice));
  if (name === null) return null;
  return {
    '@type': known?.role === 'outlet' ? 'Organization' : 'Person',
    name,
    ...(known?.role !== undefined && { description: known.role }),
  };
}

function articleData({ title, article, address, date, source }: Appearance): JsonObject {
  return {
    '@type': 'Article',
    headline: title,
    ...(address !== null && { url: address }),
    inLanguage: article.lang,
    ...(date !== null && { datePublished: date }),
    ...(source && { isBasedOn: source.url }),
  };
}

/** The sources of a status, each with its words. */
function citations({ claim }: LedgerRow): JsonObject {
  if (claim.sources.length === 0) return {};
  return {
    citation: claim.sources.map(({ title, url, words }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      ...(words !== undefined && { text: words }),
    })),
  };
}
