/**
 * Rows of cells as a file of comma-separated values (RFC 4180), the first row being the columns' names. It begins with a
 * byte order mark, because Excel reads a file without one in the system's old encoding and breaks every name that is not
 * English; other programs pass over it. Line breaks stand inside quoted cells as they are. Halves of surrogate pairs
 * become U+FFFD, as in any UTF-8 file.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(formatCell).join(','));
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
