import { describe } from '../src/core/anchor/describe.ts';
import { locate } from '../src/core/anchor/locate.ts';
import { checkableWords } from '../src/core/claims/checkable-words.ts';
import { parseLedgerQuery } from '../src/core/claims/ledger-query.ts';
import { carriedNote } from '../src/core/link/carried-note.ts';
import { citationOf } from '../src/core/link/citation.ts';
import { findQuote, formatQuoteLink, parseQuoteLink } from '../src/core/link/quote-link.ts';
import { inertMarkdown, plainToMarkdown } from '../src/core/notes/markdown-text.ts';
import { readNotesFile } from '../src/core/notes/notes-file.ts';
import { parsePage } from '../src/core/page/page-data.ts';
import { questionForms } from '../src/core/questions/question-forms.ts';
import { findWords } from '../src/core/text/find.ts';
import { foldStyle } from '../src/core/text/fold.ts';
import { termsOf } from '../src/core/text/terms.ts';
import { readArticle, type Article } from '../src/core/voices/read-article.ts';
import { readFrontMatter } from '../src/import/front-matter.ts';
import { isTooMuch } from '../src/import/html-tags.ts';
import { bringMarkdown } from '../src/import/markdown.ts';
import { bringText } from '../src/import/plain-text.ts';
import { startSheet } from '../src/import/sheet.ts';
import { stripTags } from '../src/import/strip-tags.ts';
import { timeWithin } from './regexes/within.ts';

/** Texts are of so many UTF-16 units, and of a quarter of it. */
const LONG = 1_000_000;
/** What takes longer, ms, is ended. */
const DEADLINE = 60_000;
/** Time that grows with a higher power of the length is not linear; below so many ms the machine says more than the code. */
const STEEPEST = 1.4;
const NOISE = 300;

const again = (pump: string) => (length: number) => pump.repeat(Math.ceil(length / pump.length));

/** Texts made to be hard: much of the same. */
const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: again(' '),
  'spaces in words': (length) => `A${' '.repeat(length)}b`,
  tabs: again('\t'),
  'line breaks': again('\n'),
  'line breaks and spaces': again('\n '),
  'opening quotation marks': again('“'),
  'closing quotation marks': again('”'),
  'straight quotation marks': again('"'),
  'straight quotation marks in words': again('a "b '),
  'quotation marks in lines': again('“A\n\n'),
  'single quotation marks': again("'"),
  'single quotation marks in words': again(" 'a"),
  apostrophes: again('a’'),
  'low quotation marks': again('„'),
  guillemets: again('«'),
  'pairs of quotation marks': again('“a” '),
  'nested quotation marks': again('“‘'),
  dashes: again('—'),
  'dashes in lines': again('— A.\n'),
  'dashes in words': again('a—b '),
  hyphens: again('-'),
  'capital letters': again('A'),
  'capital words': again('Ann '),
  'names and said': again('Ann Lee said. '),
  'said alone': again('said '),
  'quotes and said': again('“Yes,” Ann Lee said. '),
  'names never told apart': (length) =>
    Array.from({ length: Math.ceil(length / 24) }, (_, n) => `“Yes,” said Ann A${n.toString(36)}b. `)
      .join('')
      .slice(0, length),
  labels: again('A: '),
  'labels in lines': again('A: b\n'),
  'labels in paragraphs': again('Ann: b?\n\n'),
  'labels never told apart': (length) =>
    Array.from({ length: Math.ceil(length / 14) }, (_, n) => `Ann ${letters(n)}: b?\n\n`)
      .join('')
      .slice(0, length),
  questions: again('Why? '),
  'question marks': again('?'),
  'one long question': (length) => `Ann: ${'had you a, '.repeat(Math.ceil(length / 11))}?\n\nBob: No.`,
  'openers of questions': (length) => `Ann: ${'and so '.repeat(Math.ceil(length / 7))}why?\n\nBob: No.`,
  'one long word': again('a'),
  'one long number': again('1'),
  'numbers with points': again('1.'),
  'full stops': again('.'),
  'full stops and capitals': again('A. '),
  ellipses: again('…'),
  commas: again(','),
  'round brackets': again('('),
  'square brackets': again('['),
  links: again('[a]('),
  'definitions of links': again('[a]: b\n'),
  stars: again('*'),
  'stars in words': again('*a '),
  underscores: again('_'),
  backticks: again('`'),
  'backticks in words': again('`a '),
  quotes: again('> '),
  'quotes in lines': again('>\n'),
  lists: again('- '),
  'lists in lines': again('- a\n'),
  tildes: again('~'),
  'number signs': again('#'),
  'headings in lines': again('# a\n'),
  'less than': again('<'),
  'open tags': again('<a '),
  'open comments': again('<!--'),
  'open scripts': again('<script>'),
  paragraphs: again('<p>a</p>'),
  ampersands: again('&'),
  entities: again('&amp'),
  backslashes: again('\\'),
  pipes: again('|'),
  'front matter': (length) => `---\na: ${' '.repeat(length)}\n`,
  'combining marks': again('\u0301'),
  surrogates: again('\ud800'),
  emoji: again('😀'),
  'invisible characters': again('\u200b'),
  'Chinese words': again('中'),
  'Chinese labels': again('问：中\n'),
  'Chinese quotation marks': again('「'),
  'curly brackets': again('{'),
  'JSON arrays': again('['),
  'JSON objects': again('{"a":'),
  'JSON texts': again('"\\u0000'),
  percents: again('%'),
  'percent-encoded': again('%41'),
  'hash and note': again('&note=-#'),
  'words and dates': again('in May 2020 '),
  'same words': again('the cat sat on the mat and '),
  years: again('2020–'),
};

const letters = (n: number): string => {
  const at = (shift: number): string => String.fromCodePoint(97 + (Math.floor(n / 26 ** shift) % 26));
  return `L${at(0)}${at(1)}${at(2)}${at(3)}`;
};

/** An article that is read before, and without rules that its text defeats: one block, no voices. */
const small = readArticle('Ann: Why is it so?\n\nBob: It is so, because it was always so.', { lang: 'en' });
const context = { article: small, articleId: 'a', now: '2026-01-01T00:00:00.000Z' };
const bare = (text: string): Article => ({
  ...small,
  text,
  blocks: [{ id: 'p0', start: 0, end: text.length, kind: 'paragraph' }],
  quotations: [],
  turns: [{ id: 't0', start: 0, end: text.length, kind: 'question', speaker: null }],
  exchanges: [],
});
const middle = ({ text }: Article, length: number): { start: number; end: number } => {
  const start = Math.floor(text.length / 2);
  return { start, end: Math.min(text.length, start + length) };
};

/** What takes texts of others. */
const DOORS: Readonly<Record<string, (text: string) => unknown>> = {
  readArticle: (text) => readArticle(text),
  'readArticle, English': (text) => readArticle(text, { lang: 'en' }),
  're-reading': (text) =>
    readArticle(`${text}\n\nEnd.`, { lang: 'en', previous: readArticle(text, { lang: 'en' }) }),
  'describe and locate': (text) => {
    const article = bare(text);
    const selectors = describe(article, middle(article, 40));
    locate(article, selectors);
    return locate(bare(`x${text}`), selectors);
  },
  'describe and locate much': (text) => {
    const article = bare(text);
    const selectors = describe(article, middle(article, Math.floor(text.length / 4)));
    return locate(bare(`x${text}`), selectors);
  },
  'formatQuoteLink and findQuote': (text) => {
    const article = bare(text);
    const locator = parseQuoteLink(formatQuoteLink(article, middle(article, 40)));
    return locator && findQuote(bare(`x${text}`), locator);
  },
  'parseQuoteLink and findQuote': (text) => {
    for (const fragment of [`#${text}`, `#p0.${text}`, `#p0.${text}:~:text=${text}`, `#p0.a${text}~b`]) {
      const locator = parseQuoteLink(fragment);
      if (locator) findQuote(bare(text), locator);
    }
    return carriedNote(text);
  },
  citationOf: (text) => citationOf(bare(text), middle(bare(text), Math.floor(text.length / 2))),
  'plain text': (text) => bringText(text, null),
  Markdown: (text) => bringMarkdown(text, null),
  'Markdown in a paragraph': (text) => bringMarkdown(`a ${text} b`, null),
  'front matter': (text) => readFrontMatter(text),
  'tags of HTML': (text) => [isTooMuch(text), stripTags(text, startSheet())],
  'notes files': (text) => [readNotesFile(text, context), readNotesFile(`[${text}`, context)],
  'pages of ours': (text) => [
    parsePage(text),
    parsePage(`<script type="application/json" id="sidegloss">${text}</script>`),
  ],
  'checkable words': (text) => checkableWords(bare(text)),
  'question rules': (text) => {
    const article = bare(text);
    return questionForms(article, article.turns[0]!);
  },
  'search in an article': (text) => [findWords(small, text), findWords({ text }, 'the mat')],
  'search in the library': (text) => termsOf(text),
  'ledger query': (text) => [parseLedgerQuery(`#q=${text}`), parseLedgerQuery(text)],
  'folded style': (text) => foldStyle(text),
  'Markdown of words': (text) => [plainToMarkdown(text), inertMarkdown(text)],
};

/**
 * `npm run linear [-- DOOR… TEXT…]`: whether the time of every door through which texts come in grows as the text does, from
 * a quarter of a million units to a million of what is made to be hard for it.
 */
export function main(named: string[]): number {
  const isNamed = (name: string, among: object): boolean => {
    const some = named.filter((one) => one in among);
    return some.length === 0 || some.includes(name);
  };
  let ok = true;
  for (const [door, run] of Object.entries(DOORS)) {
    if (!isNamed(door, DOORS)) continue;
    const began = performance.now();
    const rows = Object.entries(TEXTS)
      .filter(([name]) => isNamed(name, TEXTS))
      .map(([name, make]) => ({ name, ...growthOf(run, make) }));
    const worst = rows.toSorted((one, other) => other.ms - one.ms)[0];
    const steep = rows.filter(({ isFit }) => !isFit);
    for (const { name, ms, power } of steep) console.log(`${door}, ${name}: ${tell(ms, power)} NOT LINEAR`);
    if (steep.length > 0) ok = false;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if (worst)
      console.log(
        `${door}: worst ${worst.name}, ${tell(worst.ms, worst.power)}; ${rows.length - steep.length} of ${rows.length} linear, ${seconds} s`,
      );
  }
  return ok ? 0 : 1;
}

function growthOf(
  run: (text: string) => unknown,
  make: (length: number) => string,
): { ms: number; power: number | null; isFit: boolean } {
  const timeOf = (length: number): number => {
    const text = make(length);
    return timeWithin(DEADLINE, () => void run(text));
  };
  let [quarter, ms] = [timeOf(LONG / 4), 0];
  ms = quarter === Infinity ? Infinity : timeOf(LONG);
  const powerNow = (): number | null =>
    ms > NOISE && ms < Infinity ? Math.log(ms / quarter) / Math.log(4) : null;
  for (let turn = 0; turn < 2 && (powerNow() ?? 0) > STEEPEST; turn += 1)
    [quarter, ms] = [Math.min(quarter, timeOf(LONG / 4)), Math.min(ms, timeOf(LONG))];
  const power = powerNow();
  return { ms, power, isFit: ms < Infinity && (power === null || power <= STEEPEST) };
}

function tell(ms: number, power: number | null): string {
  if (ms === Infinity) return 'ended';
  return `${Math.round(ms)} ms${power === null ? '' : `, power ${power.toFixed(2)}`}`;
}
