import { describe } from '../core/anchor/describe.ts';
import { locate } from '../core/anchor/locate.ts';
import { selectorOf } from '../core/anchor/selectors.ts';
import { claimSchema } from '../core/notes/claim-schema.ts';
import { placeNotes, wordsOf, type Placed, type ReaderNote } from '../core/notes/note.ts';
import { isWebAddress } from '../core/notes/web-address.ts';
import type { OwnContent } from '../core/page/content.ts';
import { withoutLastWord } from '../core/text/clip.ts';
import { hashText } from '../core/text/hash.ts';
import { correctArticle } from '../core/voices/correct-article.ts';
import {
  readArticle,
  type Article,
  type ArticleHints,
  type Correction,
} from '../core/voices/read-article.ts';
import type { Speaker } from '../core/voices/speakers.ts';
import { oneLine } from '../core/text/one-line.ts';
import * as v from 'valibot';

/** One file of an article's folder in `public/articles`. */
export interface PublishableFile {
  readonly name: 'article.txt' | 'article.json' | 'claims.jsonld';
  readonly content: string;
}

/** The files, the folder's name, and what they have no place for, in words for a person. */
export interface Publishable {
  readonly slug: string;
  readonly files: readonly PublishableFile[];
  readonly leftOut: readonly string[];
}

/**
 * An own article as the files that the build publishes: the way back of `publish` (`article-files.ts`). Of the notes
 * only claims go along; other notes, and claims that a page may not show as they are, are among `leftOut`.
 */
export function publishable(
  own: OwnContent,
  {
    notes,
    corrections,
  }: { readonly notes: readonly ReaderNote[]; readonly corrections: readonly Correction[] },
): Publishable {
  const article = correctArticle(own.article, corrections);
  const claims = claimsOf(article, notes);
  const { meta, isSame } = metaOf(own, article, corrections);
  const leftOut = [...claims.leftOut];
  if (own.formatting.length > 0) leftOut.push('Formatting: headings, lists, emphasis and links');
  if (own.isPlain) leftOut.push('That it is shown as plain text');
  if (!isSame) leftOut.push('Some of what was said of its voices: look at them before you publish');
  if (own.title !== titleIn(article))
    leftOut.push(`The title “${own.title}”: a page is called by the text’s own`);
  return {
    slug: folderName(own.title) || 'article',
    files: [
      { name: 'article.txt', content: article.text },
      { name: 'article.json', content: inLines(meta) },
      { name: 'claims.jsonld', content: inLines(claimsPage(claims.items)) },
    ],
    leftOut,
  };
}

const inLines = (json: object): string => `${JSON.stringify(json, null, 2)}\n`;

/** What `claims.jsonld` holds: a page of annotations, with the W3C's context and the two terms that are ours. */
export function claimsPage(items: readonly object[]): object {
  return {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      {
        sidegloss: 'urn:sidegloss:',
        label: 'sidegloss:label',
        claim: { '@id': 'sidegloss:claim', '@context': { '@vocab': 'urn:sidegloss:' } },
      },
    ],
    id: 'claims.jsonld',
    type: 'AnnotationPage',
    items,
  };
}

/** What `article.json` says, and whether the build reads the same article by it. */
function metaOf(
  own: OwnContent,
  article: Article,
  corrections: readonly Correction[],
): { meta: object; isSame: boolean } {
  const { author, date, source } = own.about;
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '') ?? [];
  const blocks = article.blocks.map((block) => block.id);
  const all = [...(own.hints.corrections ?? []), ...corrections.map((one) => withId(one, article))];
  // Hints say least: all that is known of a speaker could match a namesake, too. They don't name whom only a
  // correction brought in, and not always by id.
  const hintsWith = (speakers: readonly Partial<Speaker>[]) => ({
    lang: article.lang,
    speakers: speakers.map(speakerFields),
    corrections: all,
    blocks,
  });
  const isReadBy = (given: ArticleHints): boolean => isEqual(readArticle(article.text, given), article);
  const least = hintsWith(namedSpeakers(own, article));
  const most = hintsWith(article.speakers);
  const hints = [least, most].find(isReadBy) ?? null;
  const meta = {
    lang: article.lang,
    author: author?.trim() || null,
    translator: null,
    date: day || null,
    source: source && source.name.trim() !== '' && isWebAddress(source.url) ? source : null,
    provenance: [],
    speakers: (hints ?? least).speakers,
    corrections: all.map(({ start, end, speaker, kind }) => ({
      start,
      end,
      speaker,
      ...(kind !== undefined && kind !== '' && { kind }),
    })),
    blocks,
  };
  return { meta, isSame: hints !== null };
}

/** A reader's correction with its speaker by id: by any form of the name it may stand where it was made. */
function withId(correction: Correction, { speakers }: Article): Correction {
  const { speaker } = correction;
  if (speaker === null || speakers.some(({ id }) => id === speaker)) return correction;
  const wanted = speaker.toLowerCase();
  const found = speakers.find(({ name, short, aliases }) =>
    [name, short, ...aliases].some((form) => form.toLowerCase() === wanted),
  );
  return found ? { ...correction, speaker: found.id } : correction;
}

/** The speakers that hints or corrections name, each with the id and name that it has in the article. */
function namedSpeakers(own: OwnContent, article: Article): Partial<Speaker>[] {
  const hinted = (own.hints.speakers ?? []).flatMap((hint): Partial<Speaker>[] => {
    const forms = new Set(
      [hint.name, hint.short, ...(hint.aliases ?? [])].map((form) => form?.toLowerCase()),
    );
    const found = article.speakers.find(
      ({ id, name, short, aliases }) =>
        id === hint.id || [name, short, ...aliases].some((form) => forms.has(form.toLowerCase())),
    );
    return found ? [{ ...hint, id: found.id }] : [];
  });
  const before = new Set(own.article.speakers.map(({ id }) => id));
  return [...hinted, ...article.speakers.filter(({ id }) => !before.has(id))];
}

/** The fields that a file may have, and none that is empty. */
function speakerFields({
  id,
  name,
  short,
  role,
  part,
  aliases,
}: Partial<Speaker>): Partial<Speaker> & { id: string } {
  return {
    id: id ?? '',
    ...(name && { name }),
    ...(short && { short }),
    ...(role && { role }),
    ...(part && { part }),
    ...(aliases && { aliases: aliases.filter((alias) => alias.trim() !== '') }),
  };
}

/** Whether two readings of a text say the same of its voices; who is told first is of no account. */
function isEqual(a: Article, b: Article): boolean {
  const told = ({ speakers, quotations, turns, exchanges, blocks, lang }: Article): string =>
    JSON.stringify([
      lang,
      blocks,
      quotations,
      turns,
      exchanges,
      speakers
        .map(({ id, name, short, role, part, aliases }) => [id, name, short, role, part, aliases.toSorted()])
        .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    ]);
  return told(a) === told(b);
}

/** The claims among the notes as annotations, and what is wrong with those that can't be published. */
function claimsOf(article: Article, notes: readonly ReaderNote[]): { items: object[]; leftOut: string[] } {
  const leftOut: string[] = [];
  const claims = notes.filter(({ claim }) => claim);
  const others = notes.length - claims.length;
  if (others > 0)
    leftOut.push(others === 1 ? '1 note that is no claim' : `${others} notes that are no claims`);
  const { placed, unplaced } = placeNotes(article, claims, locate);
  for (const note of unplaced)
    leftOut.push(`Claim “${shorten(wordsOf(note))}”: its words are not in the text`);
  const items: object[] = [];
  for (const note of placed) {
    const fault = faultOf(note, article);
    if (fault === null) items.push(annotationOf(note, article, String(items.length + 1)));
    else leftOut.push(`Claim “${shorten(wordsOf(note))}”: ${fault}`);
  }
  return { items, leftOut };
}

/** Why a claim can't be published as it is; null where it can. */
function faultOf({ claim }: Placed<ReaderNote>, { speakers }: Article): string | null {
  const parsed = v.safeParse(claimSchema, claim);
  if (!parsed.success) return `${v.getDotPath(parsed.issues[0]) ?? 'the claim'} ${parsed.issues[0].message}`;
  const { voice, status, sources } = parsed.output;
  if (status !== 'open' && sources.length === 0) return `the status “${status}” needs a source`;
  const stranger = [voice.speaker, voice.reporting, voice.quoting].find(
    (id) => id !== undefined && !speakers.some((speaker) => speaker.id === id),
  );
  return stranger === undefined ? null : `“${stranger}” is no speaker of this text`;
}

/** The id stays the same from one export to the next, because it stands in the address of the claim's page. */
function annotationOf(
  { id, body, claim, span }: Placed<ReaderNote>,
  article: Article,
  label: string,
): object {
  const quote = selectorOf(describe(article, span), 'TextQuoteSelector');
  return {
    id: `#c${hashText(id)}`,
    type: 'Annotation',
    motivation: 'classifying',
    label,
    body: { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: body },
    target: { source: 'article.txt', selector: quote },
    claim,
  };
}

function shorten(words: string): string {
  const line = oneLine(words);
  return line.length <= 60 ? line : `${withoutLastWord(line.slice(0, 59))}…`;
}

function titleIn({ blocks, text }: Article): string {
  const block = blocks.find(({ kind }) => kind === 'title') ?? blocks[0];
  return block ? text.slice(block.start, block.end) : '';
}

/** An article's folder and place in addresses, from its title: its first words in plain letters. Empty where it has none. */
export function folderName(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 6).join('-');
}
