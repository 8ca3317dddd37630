import * as v from 'valibot';
import type { ArticleListing, PublishedArticle } from './published-article.ts';

const span = { start: v.number(), end: v.number() };
const listOf = <T extends v.GenericSchema>(item: T) => v.array(item);

/*
 * The door for what comes over the network: enough to tell a broken or foreign file from an article. The build has
 * checked the rest (see article-files.ts), so fields that are only shown pass as they are.
 */
const publishedSchema = v.looseObject({
  format: v.literal(1),
  slug: v.string(),
  title: v.string(),
  provenance: listOf(v.looseObject({ label: v.string() })),
  article: v.looseObject({
    lang: v.string(),
    text: v.string(),
    blocks: listOf(v.looseObject({ ...span, id: v.string(), kind: v.string() })),
    speakers: listOf(v.looseObject({ id: v.string(), name: v.string(), part: v.string() })),
    quotations: listOf(v.looseObject({ ...span, kind: v.string() })),
    turns: listOf(v.looseObject({ ...span, id: v.string(), kind: v.string() })),
    exchanges: listOf(v.looseObject({ questions: listOf(v.string()), answers: listOf(v.string()) })),
  }),
  notes: listOf(
    v.looseObject({
      id: v.string(),
      label: v.string(),
      body: v.string(),
      selectors: listOf(v.looseObject({ type: v.string() })),
    }),
  ),
  relations: listOf(v.looseObject({ claims: v.tuple([v.string(), v.string()]), relation: v.string() })),
});

const listingSchema = listOf(
  v.looseObject({
    slug: v.string(),
    title: v.string(),
    lang: v.string(),
    voices: listOf(v.string()),
    words: v.number(),
    claims: v.number(),
  }),
);

/** The article in a parsed JSON value. Throws an Error that names the first field that does not fit. */
export function readPublished(json: unknown): PublishedArticle {
  check(publishedSchema, json);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked as far as this door checks, see above
  return json as PublishedArticle;
}

/** The library's list in a parsed JSON value. Throws an Error that names the first field that does not fit. */
export function readListings(json: unknown): ArticleListing[] {
  check(listingSchema, json);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked field by field
  return json as ArticleListing[];
}

function check(schema: v.GenericSchema, json: unknown): void {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return;
  const issue = parsed.issues[0];
  throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
