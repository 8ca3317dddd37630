import type { Article } from '../voices/read-article.ts';
import type { Checkability } from './claim.ts';
import {
  listNotes,
  pastInWords,
  sourceInWords,
  voiceInWords,
  type Listed,
  type ListingContext,
  type PlacedNotes,
} from './listing.ts';
import { inertMarkdown, linesOf, markdownLink, plainToLine, plainToMarkdown } from './markdown-text.ts';
import { readingInWords } from './question-words.ts';
import { isWebAddress } from './web-address.ts';

/**
 * Notes as Markdown for people: the title, a heading for each voice in the order in which they first speak, under it
 * its notes in the order of the text, and at the end those whose words were not found. A note is one item of a list:
 * the words as a block quote, what the reader wrote, a claim's kind, status and sources, tags, a link back. All of an
 * item is indented, so that nothing in a note (a heading, an open code block) reaches the next one; words, names and
 * tags are escaped, raw HTML is written as text. Halves of surrogate pairs and control characters, which no UTF-8 file
 * for people should have, become U+FFFD. Without notes it is the title alone.
 */
export function writeMarkdown(notes: PlacedNotes, context: ListingContext): string {
  const sections = new Map<string, Listed[]>();
  for (const listed of listNotes(notes, context)) {
    const heading = listed.placing === 'placed' ? plainToLine(listed.voice) : NOT_FOUND;
    const section = sections.get(heading);
    if (section) section.push(listed);
    else sections.set(heading, [listed]);
  }
  const parts = [`# ${plainToLine(context.title)}`];
  for (const [heading, section] of sections) {
    parts.push(`## ${heading}`, ...section.map((listed) => itemOf(listed, context.article)));
  }
  return `${parts.join('\n\n')}\n`.replace(/\p{Cs}|(?![\n\t])\p{Cc}/gu, '\ufffd');
}

const NOT_FOUND = 'Not found in the text';

/** One item of a list: its parts as paragraphs, each line indented under the item's mark. */
function itemOf(listed: Listed, article: Article): string {
  const { note, words, voice, link, placing } = listed;
  const parts = [quoteOf(words), inertMarkdown(note.body).trim(), ...claimOf(listed, article)];
  if (note.question) parts.push(...readingInWords(note.question, article).map(plainToLine));
  if (placing !== 'placed') parts.push(plainToLine(`${voice}; ${REASONS[placing]}`));
  if (note.tags.length > 0) parts.push(`Tags: ${note.tags.map(plainToLine).join(', ')}`);
  if (link !== null) parts.push(markdownLink('In the article', link));
  const lines = linesOf(parts.filter((part) => part !== '').join('\n\n'));
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`)).join('\n');
}

const REASONS = { ambiguous: 'several places fit', lost: 'the words are gone' };

function quoteOf(words: string): string {
  if (words.trim() === '') return '*No words*';
  return linesOf(plainToMarkdown(words))
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

const CHECKABLE: Record<Checkability, string> = {
  yes: 'can be checked',
  later: 'can be checked later',
  no: 'cannot be checked',
};

function claimOf({ note: { claim } }: Listed, article: Article): string[] {
  if (!claim) return [];
  const asserted = plainToLine(voiceInWords(claim.voice, article));
  const past = claim.history?.length ? ` Before: ${pastInWords(claim.history)}.` : '';
  const line = `**Claim** by ${asserted}: ${claim.kind}, ${CHECKABLE[claim.checkable]}. **Status:** ${claim.status}.${past}`;
  const sources = claim.sources.map((source) => {
    const { title, url } = source;
    const about = sourceInWords(source);
    const link = isWebAddress(url) ? markdownLink(title, url) : plainToLine(`${title} (${url})`);
    return `- ${link}${about && `, ${plainToLine(about)}`}`;
  });
  return sources.length > 0 ? [line, `Sources:\n\n${sources.join('\n')}`] : [line];
}
