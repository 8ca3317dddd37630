import { selectorOf } from '../anchor/selectors.ts';
import type { Claim } from '../notes/claim.ts';
import { speakerNow } from '../notes/claim-voice.ts';
import { nameOf, voiceInWords } from '../notes/listing.ts';
import { wordsOf, type Placed, type PublishedNote, type ReaderNote, type Relation } from '../notes/note.ts';
import { oneLine } from '../text/one-line.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { relationsOf, standInsOf, type Related } from './relations.ts';

/** The claims of one article, as a ledger is made of them. */
export interface LedgerSource {
  /** What the article is kept under, and its title. */
  readonly slug: string;
  readonly title: string;
  /** The article as it is read now, with the reader's corrections. */
  readonly article: Article;
  /** The published notes, their claims with the voices of now; notes that are no claims are passed over. */
  readonly published: readonly Placed<PublishedNote>[];
  readonly relations: readonly Relation[];
  /** The reader's notes: those whose words were found, and the others. */
  readonly placed: readonly Placed<ReaderNote>[];
  readonly unplaced: readonly ReaderNote[];
}

/** Where a claim comes from: published, a reader's own, or a reader's copy of a published one, which stands in its place. */
export const ORIGINS = ['published', 'own', 'copy'] as const;

/** A claim as a line of the ledger. */
export interface LedgerRow {
  /** The note's id. */
  readonly id: string;
  /** Tells rows apart, those of several articles too; the same for a published claim and for the copy in its place. */
  readonly key: string;
  readonly slug: string;
  readonly title: string;
  readonly origin: (typeof ORIGINS)[number];
  /** The number of a published claim, and of the one that a copy was made from; empty for others. */
  readonly label: string;
  /** The words that are claimed, as they stand in the text now; as they were where they were not found. */
  readonly words: string;
  /** Null where the words were not found. */
  readonly span: Span | null;
  /** Who asserts it, as the voices stand now: a speaker's id (empty: nobody known), the name, and all of it in words. */
  readonly speaker: string;
  readonly voice: string;
  readonly told: string;
  readonly claim: Claim;
  /** What the note says: plain text where `isPlain`, else Markdown. */
  readonly note: string;
  readonly isPlain: boolean;
  readonly tags: readonly string[];
  /** The claims that it agrees or disagrees with. `other` is the id of a row. */
  readonly relations: readonly Related[];
  /** ISO 8601 in UTC; null for published claims, which have no date. */
  readonly modified: string | null;
}

/**
 * The claims of an article in the order of the text, those whose words were not found last. A reader's copy of a
 * published claim stands in its place.
 */
export function ledgerRows(source: LedgerSource): LedgerRow[] {
  const { published, relations, placed, unplaced } = source;
  const own = [...placed, ...unplaced].filter(({ claim }) => claim);
  const bearing = relationsOf(relations, own);
  const labels = new Map(published.map(({ id, label }) => [id, label]));
  const copied = new Set(own.map(({ claim }) => claim?.copyOf));
  const stoodFor = new Map([...standInsOf(own)].map(([original, copy]) => [copy, original]));
  const rowOf = (note: Placed<PublishedNote> | ReaderNote, span: Span | null): LedgerRow[] => {
    const { id, claim: made, selectors, body } = note;
    if (!made || copied.has(id)) return [];
    const isOwn = 'article' in note;
    const was = selectorOf(selectors, 'ArticleSelector')?.speaker ?? null;
    const speaker =
      isOwn && span ? speakerNow(source.article, { claim: made, span }, was) : made.voice.speaker;
    const claim = speaker === made.voice.speaker ? made : { ...made, voice: { ...made.voice, speaker } };
    const { copyOf } = claim;
    return [
      {
        id,
        key: `${source.slug} ${stoodFor.get(id) ?? id}`,
        slug: source.slug,
        title: source.title,
        origin: isOwn ? (copyOf === undefined ? 'own' : 'copy') : 'published',
        label: labels.get(copyOf ?? id) ?? '',
        words: oneLine(span ? source.article.text.slice(span.start, span.end) : wordsOf(note)),
        span,
        speaker,
        voice: nameOf(speaker, source.article),
        told: voiceInWords(claim.voice, source.article),
        claim,
        note: body,
        isPlain: !isOwn,
        tags: isOwn ? note.tags : [],
        relations: bearing.get(id) ?? [],
        modified: isOwn ? note.modified : null,
      },
    ];
  };
  const inText = [...published, ...placed].toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return [
    ...inText.flatMap((note) => rowOf(note, note.span)),
    ...unplaced.flatMap((note) => rowOf(note, null)),
  ];
}
