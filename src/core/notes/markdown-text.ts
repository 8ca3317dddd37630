import { oneLine } from '../text/one-line.ts';

/*
 * Markdown (https://spec.commonmark.org/0.31.2/ with GitHub's tables and strikethrough) that says no more than it
 * should: texts that stay texts, and Markdown from elsewhere that stays in its place.
 */

/**
 * A plain text as Markdown that shows it as written: nothing in it is markup, and its line breaks hold. White space at
 * the start of a line is dropped, because four blanks would make it code.
 */
export function plainToMarkdown(text: string): string {
  const lines = linesOf(text).map((line) => escapeLine(line.trim()));
  return lines
    .map((line, index) => (line !== '' && (lines[index + 1] ?? '') !== '' ? `${line}\\` : line))
    .join('\n');
}

/** A plain text as one line of Markdown, for headings, names and tags. */
export function plainToLine(text: string): string {
  return escapeLine(oneLine(text));
}

/** The lines of a text. Markdown ends a line at a line feed, a carriage return, or both. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Every character that can be markup inside a line, and those that are only at its start. */
function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_[\]<~|$]|&(?=[#\w])/g, '\\$&')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

const SAFE_ADDRESS = String.raw`\s*<?(?:https?:\/\/|mailto:|#)`;
const UNSAFE_LINK = new RegExp(String.raw`\](?=[(:](?!${SAFE_ADDRESS}))`, 'gi');
const HTML_START = /<(?=[a-z/!?])(?!https?:\/\/[^\s<>]*>)/gi;

/**
 * A reader's Markdown without what could do more than show text: raw HTML is written as text, and links and link
 * definitions that lead anywhere but to the web, to a mail address or within the page lose their brackets' meaning.
 * Code that holds such things shows the escapes, which is the price of not having to tell what a renderer takes for
 * code.
 */
export function inertMarkdown(markdown: string): string {
  return markdown.replace(HTML_START, '&lt;').replace(UNSAFE_LINK, ']\\');
}

/** A link in Markdown. The address is the app's own or one of the web; blanks and brackets in it are encoded. */
export function markdownLink(label: string, address: string): string {
  const encoded = address.replace(/[\s<>\\\p{Cc}]/gu, (character) => encodeURIComponent(character));
  return `[${plainToLine(label)}](<${encoded}>)`;
}

/**
 * Paragraphs as one item of a list, empty ones left out. All of it is indented under the item's mark, so that nothing in it
 * (a heading, an open code block) reaches the next item.
 */
export function markdownItem(paragraphs: readonly string[]): string {
  const lines = linesOf(paragraphs.filter((one) => one !== '').join('\n\n'));
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)).join('\n');
}

/** A file of Markdown. Halves of surrogate pairs and control characters, which no file for people should have, become U+FFFD. */
export function markdownFile(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`.replace(/\p{Cs}|(?![\n\t])\p{Cc}/gu, '\ufffd');
}
