import type { Located } from '../../core/anchor/verbatim.ts';
import { formatQuoteLink } from '../../core/link/quote-link.ts';
import { writingBackup } from '../../core/notes/backup.ts';
import { writeCsv } from '../../core/notes/csv.ts';
import { writeHypothesis } from '../../core/notes/hypothesis.ts';
import type { ListingContext, PlacedNotes } from '../../core/notes/listing.ts';
import { writeMarkdown } from '../../core/notes/markdown.ts';
import type { Contents } from '../../core/notes/merge.ts';
import type { Placed, ReaderNote, Unplaced } from '../../core/notes/note.ts';
import type { AnnotationContext } from '../../core/notes/reading.ts';
import type { Slices } from '../../core/text/slices.ts';
import type { Span } from '../../core/text/span.ts';
import { writePage } from '../../core/notes/web-annotation.ts';
import type { Format } from './formats.ts';

/** What an export needs to know beside the notes. */
export interface ExportContext extends AnnotationContext {
  readonly title: string;
  /** The article's address, without a fragment. */
  readonly source: string;
}

/** What is exported: notes as they stand on the page, and for a backup everything else. */
export interface Exported {
  readonly notes: readonly (ReaderNote & { readonly span?: Span; readonly located?: Located })[];
  readonly rest: Omit<Contents, 'notes'>;
}

/** The text of a file of notes, in slices, as the pieces that a Blob is made of. A backup has all, the others the notes. */
export function* writingExport(
  format: Format,
  { notes, rest }: Exported,
  context: ExportContext,
): Slices<readonly string[]> {
  switch (format) {
    case 'backup':
      return yield* writingBackup({ notes, ...rest }, context.now);
    case 'annotations':
      return [`${JSON.stringify(writePage(notes, context), null, 1)}\n`];
    case 'hypothesis':
      return [`${JSON.stringify(writeHypothesis(notes, context), null, 1)}\n`];
    case 'markdown':
      return [writeMarkdown(asPlaced(notes), listingContext(context))];
    case 'csv':
      return [writeCsv(asPlaced(notes), listingContext(context))];
    default:
      return format satisfies never;
  }
}

function asPlaced(notes: Exported['notes']): PlacedNotes {
  const isPlaced = (note: Exported['notes'][number]): note is Placed<ReaderNote> => note.span !== undefined;
  const isUnplaced = (note: Exported['notes'][number]): note is Unplaced<ReaderNote> =>
    note.located !== undefined;
  return { placed: notes.filter(isPlaced), unplaced: notes.filter(isUnplaced) };
}

/** A link back leads to the words of a note; a note without a place has none. */
function listingContext({ article, title, source }: ExportContext): ListingContext {
  const linkTo = (note: ReaderNote & { readonly span?: Span }): string | null =>
    note.span ? source + formatQuoteLink(article, note.span) : null;
  return { article, title, linkTo };
}
