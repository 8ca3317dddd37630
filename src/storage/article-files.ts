import * as v from 'valibot';
import { describe } from '../core/anchor/describe.ts';
import { locate } from '../core/anchor/locate.ts';
import type { Selectors } from '../core/anchor/selectors.ts';
import { LOST, type Located } from '../core/anchor/verbatim.ts';
import { placeNotes, wordsOf, type PublishedNote } from '../core/notes/note.ts';
import { reviewerSchema } from '../core/notes/claim-schema.ts';
import { isWebAddress } from '../core/notes/web-address.ts';
import { readNotesPage } from '../core/notes/published-page.ts';
import { readArticle, type Article, type ArticleHints } from '../core/voices/read-article.ts';
import { countWords, shares } from '../core/voices/stretches.ts';
import type { ArticleListing, PublishedArticle } from './published-article.ts';

/** The three files of a folder in `public/articles`, as text. `claims` may be absent. */
export interface ArticleFiles {
  readonly slug: string;
  readonly text: string;
  readonly meta: string;
  readonly claims?: string;
}

/** What is published, or every reason why it can't be, each beginning with the file's name. */
export type Publication =
  | { readonly ok: true; readonly published: PublishedArticle }
  | { readonly ok: false; readonly faults: string[] };

const nonEmpty = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const speakerSchema = v.strictObject({
  id: nonEmpty,
  name: v.exactOptional(nonEmpty),
  short: v.exactOptional(nonEmpty),
  role: v.exactOptional(nonEmpty),
  part: v.exactOptional(v.picklist(['author', 'interviewer', 'guest', 'quoted'])),
  aliases: v.exactOptional(v.array(nonEmpty)),
});
const correctionSchema = v.strictObject({
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  speaker: v.nullable(v.string()),
  kind: v.exactOptional(nonEmpty),
});
const webAddress = v.pipe(v.string(), v.url(), v.check(isWebAddress, 'must be a web address'));
const metaSchema = v.strictObject({
  lang: nonEmpty,
  author: v.nullable(nonEmpty),
  translator: v.nullable(nonEmpty),
  date: v.nullable(v.pipe(v.string(), v.isoDate())),
  source: v.nullable(v.strictObject({ name: nonEmpty, url: webAddress })),
  provenance: v.array(
    v.strictObject({
      label: nonEmpty,
      known: v.exactOptional(nonEmpty),
      inferred: v.exactOptional(nonEmpty),
      url: v.exactOptional(webAddress),
    }),
  ),
  claimsBy: v.exactOptional(reviewerSchema),
  speakers: v.array(speakerSchema),
  corrections: v.array(correctionSchema),
  blocks: v.array(nonEmpty),
});

/**
 * Reads an article's files, runs the rules over the text once and checks that everything fits: schemas, block ids,
 * speakers that corrections and claims name, and that the words of every note stand in the text exactly once.
 */
export function publish(files: ArticleFiles): Publication {
  const meta = parse(files.meta, 'article.json');
  if (!meta.ok) return meta;
  const checked = v.safeParse(metaSchema, meta.json);
  if (!checked.success) {
    return {
      ok: false,
      faults: checked.issues.map((i) => `article.json: ${v.getDotPath(i) ?? ''}: ${i.message}`),
    };
  }
  const { lang, speakers, corrections, blocks, ...about } = checked.output;
  const hints: ArticleHints = { lang, speakers, corrections, blocks };
  const article = readArticle(files.text, hints);
  const claims = parse(files.claims ?? '{"type":"AnnotationPage","items":[]}', 'claims.jsonld');
  if (!claims.ok) return claims;
  const page = readNotesPage(claims.json, files.text);
  if (!page.ok) return { ok: false, faults: page.faults.map((fault) => `claims.jsonld: ${fault}`) };
  const title = article.blocks.find((block) => block.kind === 'title') ?? article.blocks[0];
  const published: PublishedArticle = {
    format: 1,
    slug: files.slug,
    title: title ? files.text.slice(title.start, title.end) : files.slug,
    ...about,
    article,
    notes: page.notes.map((note) => described(article, note)),
    relations: page.relations,
  };
  const faults = [
    ...blockFaults(blocks, published),
    ...speakerFaults(speakers, published),
    ...noteFaults(published),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, published };
}

/** As `locate`, but words that are like those of a note are not its words: who publishes can put them right. */
function locateWords(article: Article, selectors: Selectors): Located {
  const located = locate(article, selectors);
  return located.outcome === 'reworded' ? LOST : located;
}

/** A note with all that finds its words again, whatever its file gave: a page needs no search to place it. */
function described(article: Article, note: PublishedNote): PublishedNote {
  const located = locateWords(article, note.selectors);
  return 'span' in located ? { ...note, selectors: describe(article, located.span) } : note;
}

/** What the library shows of a published article. */
export function listingOf(published: PublishedArticle): ArticleListing {
  const { article } = published;
  const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker.name]));
  return {
    slug: published.slug,
    title: published.title,
    lang: article.lang,
    voices: shares(article).flatMap(({ speaker }) => (speaker === null ? [] : (names.get(speaker) ?? []))),
    words: countWords(article.text, { start: 0, end: article.text.length }),
    claims: published.notes.filter((note) => note.claim).length,
  };
}

function parse(text: string, file: string): { ok: true; json: unknown } | { ok: false; faults: string[] } {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    return {
      ok: false,
      faults: [`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
}

function blockFaults(ids: readonly string[], { article }: PublishedArticle): string[] {
  const faults: string[] = [];
  if (new Set(ids).size !== ids.length) faults.push('article.json: blocks: an id is used twice');
  if (ids.length !== article.blocks.length) {
    faults.push(
      `article.json: blocks: ${ids.length} ids for ${article.blocks.length} paragraphs of article.txt`,
    );
  }
  for (const id of ids) {
    if (!/^[a-z][a-z0-9]*$/.test(id)) faults.push(`article.json: blocks: "${id}" can't stand in an address`);
  }
  return faults;
}

function speakerFaults(given: readonly { id: string }[], { article, notes }: PublishedArticle): string[] {
  const known = new Set(article.speakers.map((speaker) => speaker.id));
  const faults = given
    .filter(({ id }) => !known.has(id))
    .map(
      ({ id }) => `article.json: speakers: "${id}" is nobody that the rules found (${[...known].join(', ')})`,
    );
  for (const note of notes) {
    const { speaker, reporting, quoting } = note.claim?.voice ?? {};
    for (const id of [speaker, reporting, quoting]) {
      if (id !== undefined && !known.has(id)) {
        faults.push(`claims.jsonld: annotation #${note.id}: claim.voice: there is no speaker "${id}"`);
      }
    }
  }
  return faults;
}

function noteFaults(published: PublishedArticle): string[] {
  return placeNotes(published.article, published.notes, locateWords).unplaced.map((note) => {
    const words = wordsOf(note);
    const why = note.located.outcome === 'lost' ? 'are not in the text' : 'stand in the text more than once';
    return `claims.jsonld: annotation #${note.id} (${note.label}): its words ${why}: "${words}"`;
  });
}

/** How the reasons are told: to a publisher in a terminal, by name and one a line. */
export function tellFaults(slug: string, faults: readonly string[]): string {
  return [`The article ${slug} can't be published:`, ...faults.map((fault) => `  - ${fault}`)].join('\n');
}
