import { csvText } from './csv-text.ts';
import {
  listNotes,
  pastInWords,
  sourceInWords,
  voiceInWords,
  type Listed,
  type ListingContext,
  type PlacedNotes,
} from './listing.ts';
import type { Source } from './claim.ts';
import { readingInWords } from './question-words.ts';
import type { Article } from '../voices/read-article.ts';

const COLUMNS: readonly (readonly [name: string, cell: (listed: Listed, article: Article) => string])[] = [
  ['voice', ({ voice }) => voice],
  ['words', ({ words }) => words],
  ['kind', ({ note }) => note.kind],
  ['note', ({ note }) => note.body],
  ['tags', ({ note }) => note.tags.join('; ')],
  ['colour', ({ note }) => note.colour],
  ['claim', ({ note }) => note.claim?.kind ?? ''],
  ['claimed by', ({ note }, article) => (note.claim ? voiceInWords(note.claim.voice, article) : '')],
  ['checkable', ({ note }) => note.claim?.checkable ?? ''],
  ['status', ({ note }) => note.claim?.status ?? ''],
  ['sources', ({ note }) => (note.claim?.sources ?? []).map(sourceInCell).join('\n')],
  ['status before', ({ note }) => pastInWords(note.claim?.history ?? [])],
  [
    'question',
    ({ note }, article) => (note.question ? readingInWords(note.question, article).join('\n') : ''),
  ],
  ['link', ({ link }) => link ?? ''],
  ['place', ({ placing }) => placing],
  ['created', ({ note }) => note.created],
  ['modified', ({ note }) => note.modified],
  ['id', ({ note }) => note.id],
];

/** A source on a line of its cell: title, address, and what else is known of it. */
function sourceInCell(source: Source): string {
  const about = sourceInWords(source);
  return `${source.title} ${source.url}${about && `, ${about}`}`;
}

/**
 * Notes as a table (RFC 4180): a row of names, then a row for each note in the order of the text; `place` says
 * `placed`, `ambiguous` or `lost`.
 */
export function writeCsv(notes: PlacedNotes, context: ListingContext): string {
  const rows = listNotes(notes, context).map((listed) =>
    COLUMNS.map(([, cell]) => cell(listed, context.article)),
  );
  return csvText([COLUMNS.map(([name]) => name), ...rows]);
}
