import { speakerOf } from '../anchor/describe.ts';
import { selectorOf } from '../anchor/selectors.ts';
import { oneLine } from '../text/one-line.ts';
import type { Article } from '../voices/read-article.ts';
import type { ClaimVoice, PastStatus, Source } from './claim.ts';
import { wordsOf, type Placed, type ReaderNote, type Unplaced } from './note.ts';

/** The notes of an article as `placeNotes` gives them: those found, in reading order, and those not found. */
export interface PlacedNotes {
  readonly placed: readonly Placed<ReaderNote>[];
  readonly unplaced: readonly Unplaced<ReaderNote>[];
}

/** What the lists for people need to know beside the notes. */
export interface ListingContext {
  readonly article: Article;
  /** The article's title, as a plain text. */
  readonly title: string;
  /** The address that opens the article at a note's words; null where there is none to give. */
  readonly linkTo: (note: ReaderNote) => string | null;
}

/** A note as a list shows it. */
export interface Listed {
  readonly note: ReaderNote;
  /** The words that it stands on now, or those that it was made on where they were not found. */
  readonly words: string;
  /** Whose words they are: the name, or `unknown`. Of a claim, who asserts it. */
  readonly voice: string;
  readonly link: string | null;
  readonly placing: 'placed' | 'ambiguous' | 'lost';
}

/** The notes as lists show them: in the order of the text, those that were not found after all others. */
export function listNotes({ placed, unplaced }: PlacedNotes, context: ListingContext): Listed[] {
  const { article, linkTo } = context;
  return [
    ...placed.map((note): Listed => {
      const speaker = speakerNoted(note) ?? speakerOf(article, note.span);
      const words = article.text.slice(note.span.start, note.span.end);
      return { note, words, voice: nameOf(speaker, article), link: linkTo(note), placing: 'placed' };
    }),
    ...unplaced.map((note): Listed => ({
      note,
      words: wordsOf(note),
      voice: nameOf(speakerNoted(note), article),
      link: linkTo(note),
      placing: note.located.outcome,
    })),
  ];
}

/** Who asserts a claim, in words: “Vance, quoting Trump, speaking of Russia”. */
export function voiceInWords(voice: ClaimVoice, article: Article): string {
  const parts = [nameOf(voice.speaker, article)];
  if (voice.reporting) parts.push(`reporting ${nameOf(voice.reporting, article)}`);
  if (voice.quoting) parts.push(`quoting ${nameOf(voice.quoting, article)}`);
  if (voice.of) parts.push(`speaking of ${nameOf(voice.of, article)}`);
  return parts.join(', ');
}

/** What is known of a source beside its title and address: “against the claim, seen 2025-01-28: “its words””; else empty. */
export function sourceInWords(source: Source): string {
  const { words } = source;
  return [detailsOf(source).join(', '), words && `“${oneLine(words)}”`].filter(Boolean).join(': ');
}

/** Which way a source speaks, and when it was seen, as far as that is known. */
export function detailsOf({ bears, seen }: Source): string[] {
  return [...(bears ? [`${bears} the claim`] : []), ...(seen ? [`seen ${seen}`] : [])];
}

/** The statuses that a claim had, with their last days in UTC: “open until 2025-05-03, partly until 2025-06-01”. */
export function pastInWords(history: readonly PastStatus[]): string {
  return history.map(({ status, until }) => `${status} until ${until.slice(0, 10)}`).join(', ');
}

function speakerNoted(note: ReaderNote): string | null {
  return note.claim?.voice.speaker ?? selectorOf(note.selectors, 'ArticleSelector')?.speaker ?? null;
}

/** A speaker's name; the id itself where the article has no such speaker (any more), `unknown` for null and an empty id. */
export function nameOf(speaker: string | null, article: Article): string {
  if (!speaker) return 'unknown';
  return article.speakers.find(({ id }) => id === speaker)?.name ?? speaker;
}
