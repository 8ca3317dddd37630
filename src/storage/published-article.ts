import * as v from 'valibot';
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
