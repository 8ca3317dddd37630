import type { Article } from '../voices/read-article.ts';
import { CHECKABLE_WORDS } from './claim.ts';
import {
  listNotes,
  pastInWords,
  sourceInWords,
  voiceInWords,
  type Listed,
  type ListingContext,
  type PlacedNotes,
} from './listing.ts';
import {
  inertMarkdown,
  linesOf,
  markdownFile,
  markdownItem,
  markdownLink,
  plainToLine,
  plainToMarkdown,
} from './markdown-text.ts';
import { readingInWords } from './question-words.ts';
import { isWebAddress } from './web-address.ts';

/**
 * Notes as Markdown for people: the title, a heading for each voice in the order in which they first speak, under it
 * its notes in the order of the text, and at the end those whose words were not found. A note is one item of a list:
 * the words as a block quote, what the reader wrote, a claim's kind, status and sources, tags, a link back. Words, names
 * and tags are escaped, raw HTML is written as text. Without notes it is the title alone.
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
  return markdownFile(parts);
}

const NOT_FOUND = 'Not found in the text';

function itemOf(listed: Listed, article: Article): string {
  const { note, words, voice, link, placing } = listed;
  const parts = [quoteOf(words), inertMarkdown(note.body).trim(), ...claimOf(listed, article)];
  if (note.question) parts.push(...readingInWords(note.question, article).map(plainToLine));
  if (placing !== 'placed') parts.push(plainToLine(`${voice}; ${REASONS[placing]}`));
  if (note.tags.length > 0) parts.push(`Tags: ${note.tags.map(plainToLine).join(', ')}`);
  if (link !== null) parts.push(markdownLink('In the article', link));
  return markdownItem(parts);
}

const REASONS = { ambiguous: 'several places fit', lost: 'the words are gone' };

function quoteOf(words: string): string {
  if (words.trim() === '') return '*No words*';
  return linesOf(plainToMarkdown(words))
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function claimOf({ note: { claim } }: Listed, article: Article): string[] {
  if (!claim) return [];
  const asserted = plainToLine(voiceInWords(claim.voice, article));
  const past = claim.history?.length ? ` Before: ${pastInWords(claim.history)}.` : '';
  const line = `**Claim** by ${asserted}: ${claim.kind}, ${CHECKABLE_WORDS[claim.checkable]}. **Status:** ${claim.status}.${past}`;
  const sources = claim.sources.map((source) => {
    const { title, url } = source;
    const about = sourceInWords(source);
    const link = isWebAddress(url) ? markdownLink(title, url) : plainToLine(`${title} (${url})`);
    return `- ${link}${about && `, ${plainToLine(about)}`}`;
  });
  return sources.length > 0 ? [line, `Sources:\n\n${sources.join('\n')}`] : [line];
}
