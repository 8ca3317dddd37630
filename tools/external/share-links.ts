import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { carriedNote, carryNote } from '../../src/core/link/carried-note.ts';
import { findQuote, formatQuoteLink, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { interviewOf } from '../bench/texts.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'share-links';

interface SharedLink {
  readonly name: string;
  readonly group: 'phishing' | 'xss' | 'parse' | 'match' | 'state';
  readonly note?: string;
  readonly quote?: string;
  readonly fragment?: string;
}

/** What a link may hold up a reader at most, ms, in an article of 60,000 words. */
const LIMIT = 1000;
const WORDS = 60_000;
const QUOTE = 'a plain quote';

/**
 * Hostile links: what is in them stays text, no fragment throws or takes long, and words that are not there are said to be
 * not there. How a note is shown and that nothing is stored is for the page's own tests.
 */
export const shareLinks: Suite = {
  name: NAME,
  cases: () => {
    const long = readArticle(`${interviewOf(WORDS, 4)}\n\nHere is ${QUOTE}, and so it ends.`);
    return (jsonOf(NAME, 'cases.json') as SharedLink[]).map((link): Case => ({
      name: `${link.group} ${link.name}`,
      run: () => check(link, long),
    }));
  },
};

function check({ group, note, quote, fragment }: SharedLink, long: Article): string | null {
  if (fragment !== undefined) return follow(generate(fragment), long);
  if (note !== undefined && note !== '') return carry(note);
  return group === 'match' ? match(quote!, long) : inert(quote!);
}

/** The cases name long values by how they are made. */
function generate(value: string): string {
  return value
    .replace(/REPEAT\((.), ?(\d+)\)/, (_, part: string, count: string) => part.repeat(Number(count)))
    .replace(/UPPERCASE\(quote\)/, QUOTE.toUpperCase())
    .replace(/NBSP\(quote\)/, QUOTE.replaceAll(' ', '\u00a0'));
}

/** A fragment is read and followed without a throw, in time; it opens no words that it does not name. */
function follow(fragment: string, article: Article): string | null {
  const begin = performance.now();
  const locator = parseQuoteLink(fragment);
  const found = locator && findQuote(article, locator);
  const note = carriedNote(fragment);
  const time = performance.now() - begin;
  if (time > LIMIT) return `took ${time.toFixed(0)} ms`;
  if ('polluted' in {}) return 'changed Object.prototype';
  if (note) return 'took a note out of it';
  return found?.outcome === 'found' ? 'opened words' : null;
}

/** A note comes through a link as it is, and its link opens the quote. */
function carry(note: string): string | null {
  const article = readArticle(`A title\n\nHere is ${QUOTE}.`);
  const start = article.text.indexOf(QUOTE);
  const link = formatQuoteLink(article, { start, end: start + QUOTE.length });
  const carried = carryNote(link, deflateRawSync(note));
  const packed = carried === null ? null : carriedNote(carried);
  if (!packed) return 'the note was lost';
  if (inflateRawSync(packed, { maxOutputLength: 16_384 }).toString() !== note) return 'the note was changed';
  return findQuote(article, parseQuoteLink(carried!)!).outcome === 'found' ? null : 'the quote was lost';
}

/** Words that look like code make a link of letters, digits and the signs of a fragment, and are found again. */
function inert(quote: string): string | null {
  const article = readArticle(`A title\n\nHe wrote ${quote} and nothing else.`);
  const start = article.text.indexOf(quote);
  const link = formatQuoteLink(article, { start, end: start + quote.length });
  if (!/^#[A-Za-z0-9%._:~=,-]+$/.test(link)) return `its link has other signs: ${link}`;
  const { outcome, span } = findQuote(article, parseQuoteLink(link)!);
  if (outcome !== 'found') return outcome;
  return quote.includes(article.text.slice(span!.start, span!.end)) ? null : 'found other words';
}

/** Words of a link are found, or said to be not there, in time. */
function match(given: string, long: Article): string | null {
  const places = Number(/^REPEATED_QUOTE\((\d+)/.exec(given)?.[1] ?? 1);
  const quote = given.startsWith('REPEATED') ? QUOTE : generate(given);
  const source = readArticle(
    `A title\n\n${Array.from({ length: places }, () => `x ${quote} y`).join(', ')}.`,
  );
  const start = source.text.lastIndexOf(quote);
  const locator = parseQuoteLink(formatQuoteLink(source, { start, end: start + quote.length }));
  if (!locator) return 'its link can’t be read';
  const here = findQuote(source, locator);
  const first = start + quote.search(/\S/);
  if (locator.words !== undefined && here.span?.start !== first)
    return `found at ${here.span?.start}, not ${first}`;
  const begin = performance.now();
  const there = findQuote(long, locator);
  const time = performance.now() - begin;
  if (time > LIMIT) return `took ${time.toFixed(0)} ms`;
  if (there.outcome !== 'found' || locator.words === undefined) return null;
  const words = long.text.slice(there.span!.start, there.span!.end);
  return words.toLowerCase() === quote.replaceAll('\u00a0', ' ').toLowerCase() ? null : `found “${words}”`;
}
