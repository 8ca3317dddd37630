import type { Span } from '../text/span.ts';
import { blockAt } from '../anchor/describe.ts';
import type { Article } from '../voices/read-article.ts';
import { lettersIn, lettersOf, wordsBetween, type Letters } from './letters.ts';
import { DIRECTIVE, formatLocator, joinWords, type Locator } from './locator.ts';
import { countPairs, pairsOf, placesOf, rankOf, wantedOf } from './matches.ts';
import { textDirective } from './text-directive.ts';

export { findQuote } from './find-quote.ts';
export { parseQuoteLink } from './locator.ts';

/** A quote of at most so many words is in the link as a whole. */
const WHOLE = 5;
/** Of a longer one, so many words from each side, more until they hit exactly the quote, up to so many. */
const SIDE = { least: 2, most: 5 };
/** A first or last word of so many letters says as much as two. */
const LONG_WORD = 6;

/**
 * The fragment of a link to a span, with `#`: a locator, which the app reads, and a text directive (WICG
 * scroll-to-text-fragment), which the browser reads where no script runs. Without a directive where the words can't be
 * put into one. A span without letters or digits gets a link to its block. Throws a RangeError for a span that is
 * empty or outside the text.
 */
export function formatQuoteLink(article: Article, span: Span): string {
  const locator = formatQuoteLocator(article, span);
  const directive = textDirective(article, span);
  return locator + (directive === '' ? '' : DIRECTIVE + directive);
}

/** As `formatQuoteLink`, without a text directive: for links within the app, which reads the locator. */
export function formatQuoteLocator(article: Article, span: Span): string {
  const { start, end } = span;
  const { length } = article.text;
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)) {
    throw new RangeError(`no words at ${start} to ${end} in a text of ${length} code units`);
  }
  return `#${formatLocator(locatorOf(article, span))}`;
}

/** A quote as the locator sees it: its letters, its words, and the letters of the blocks that it begins and ends in. */
interface Quote extends Span {
  readonly words: readonly string[];
  readonly home: Span;
  readonly lastHome: Span;
}

function locatorOf(article: Article, span: Span): Locator {
  const all = lettersOf(article);
  const letters = lettersIn(all, span);
  const isWordless = letters.start >= letters.end;
  const first = blockAt(article, isWordless ? span.start : all.at[letters.start]!) ?? article.blocks.at(-1);
  const block = first?.id ?? '';
  if (!first || isWordless) return { block };
  const last = blockAt(article, all.at[letters.end - 1]!) ?? first;
  const quote: Quote = {
    ...letters,
    words: wordsBetween(all, letters),
    home: lettersIn(all, first),
    lastHome: lettersIn(all, last),
  };
  const cut = {
    before: all.breaks[letters.start] === 0 ? '-' : '',
    after: all.breaks[letters.end] === 0 ? '-' : '',
  };
  if (first === last && quote.words.length <= WHOLE) {
    const words = cut.before + joinWords(quote.words) + cut.after;
    const places = placesOf(all, wantedOf(words), quote.home);
    return { block, words, ...(places.length > 1 && { nth: places.indexOf(quote.start) + 1 }) };
  }
  return { block, ...sidesOf(all, quote, cut, last.id) };
}

/** The fewest words from both sides that hit only the quote; if none do, the fewest, and which of their places it is. */
function sidesOf(
  all: Letters,
  quote: Quote,
  cut: { before: string; after: string },
  lastBlock: string,
): Pick<Locator, 'words' | 'to' | 'nth'> {
  const most = mostWords(all, quote);
  const tryWith = (left: number, right: number) => {
    const words = cut.before + joinWords(quote.words.slice(0, left));
    const to = { block: lastBlock, words: joinWords(quote.words.slice(-right)) + cut.after };
    const pairs = pairsOf(all, wantedOf(words), wantedOf(to.words), {
      first: quote.home,
      last: quote.lastHome,
    });
    return { words, to, pairs };
  };
  let left = Math.min(enough(quote.words[0]!), most.left);
  let right = Math.min(enough(quote.words.at(-1)!), most.right);
  const fewest = tryWith(left, right);
  for (let tried = fewest; ;) {
    if (countPairs(tried.pairs) === 1) return { words: tried.words, to: tried.to };
    const { starts, ends } = tried.pairs;
    if (left < most.left && (starts.length >= ends.length || right >= most.right)) left += 1;
    else if (right < most.right) right += 1;
    else return { words: fewest.words, to: fewest.to, nth: rankOf(fewest.pairs, quote) };
    tried = tryWith(left, right);
  }
}

const enough = (word: string): number => (word.length >= LONG_WORD ? 1 : SIDE.least);

/** How many words each side may have: within the block it is in, and without meeting the other. */
function mostWords(
  all: Letters,
  { start, end, words, home, lastHome }: Quote,
): { left: number; right: number } {
  const total = words.length;
  const inFirst = wordsBetween(all, { start, end: Math.min(end, home.end) }).length;
  const inLast = wordsBetween(all, { start: Math.max(start, lastHome.start), end }).length;
  const half = total >> 1;
  return { left: Math.min(inFirst, half, SIDE.most), right: Math.min(inLast, total - half, SIDE.most) };
}
