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
 * `placed`, `ambiguous` or `lost`. It begins with a byte order mark, because Excel reads a file without one in the
 * system's old encoding and breaks every name that is not English; other programs pass over it. Line breaks stand
 * inside quoted cells as they are. Halves of surrogate pairs become U+FFFD, as in any UTF-8 file.
 */
export function writeCsv(notes: PlacedNotes, context: ListingContext): string {
  const rows = listNotes(notes, context).map((listed) =>
    COLUMNS.map(([, cell]) => cell(listed, context.article)),
  );
  const lines = [COLUMNS.map(([name]) => name), ...rows].map((cells) => cells.map(formatCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * A cell that no spreadsheet takes for a formula (OWASP, CSV Injection): where its first character after quotes and
 * blanks begins one, also in full width, an apostrophe goes before it. The same after a line break, a tab or a
 * semicolon inside the cell, because a spreadsheet set to another separator cuts the cell there. That changes such
 * cells for programs too; lists are for people, and backups and JSON-LD keep notes to the letter.
 */
function formatCell(text: string): string {
  const safe = text
    .replace(/(^|[;\t\r\n])((?:[^\S\t\r\n]|["'])*[=+\-@＝＋－＠])/g, "$1'$2")
    .replace(/^(?=[\t\r\n])/, "'");
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
