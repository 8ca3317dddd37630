import { parseJson } from '../../src/core/notes/json-text.ts';
import { runSlices } from '../../src/core/text/slices.ts';
import { describe } from '../../src/core/anchor/describe.ts';
import { locate, type Located } from '../../src/core/anchor/locate.ts';
import type { Selectors, TextQuoteSelector } from '../../src/core/anchor/selectors.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readHypothesis, writeHypothesis } from '../../src/core/notes/hypothesis.ts';
import type { JsonObject } from '../../src/core/notes/note.ts';
import { faultInWords } from '../../src/core/notes/notes-file.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { doors, parseInert } from './doors.ts';
import { CONTEXT, differenceOf, jsonOf, textOf, type Case, type Suite } from './suite.ts';

const NAME = 'hypothesis';

interface ImportFile {
  readonly content: string;
  readonly expectError?: string;
  readonly expectCount?: number;
}

interface Baseline {
  readonly page: string;
  readonly annotation: JsonObject;
  readonly expectedQuote: string;
}

interface Texts {
  readonly texts?: Record<string, string>;
  readonly text?: string;
  readonly cases: readonly Quoted[];
}

interface Integration {
  readonly tag: string;
  readonly page: string;
  readonly quotes: readonly string[];
}

/** A quote with what is known of it, and where it is to be found. */
interface Quoted {
  readonly id: number;
  readonly kind?: string;
  readonly text?: string;
  readonly textLiteral?: string;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number;
  readonly expect?: { readonly start: number; readonly end?: number; readonly approx?: true } | null;
  readonly position: Span;
  readonly selector: TextQuoteSelector;
  readonly quotesBestFirst?: readonly string[];
  readonly prefixesBestFirst?: readonly string[];
  readonly suffixesBestFirst?: readonly string[];
}
type Ranked = Quoted & { readonly text: string };

/**
 * The files that the client of Hypothesis accepts and refuses, with the number of annotations in them; and its saved
 * annotations of real pages: read, found at their words, written back equal. Then its tables of quotes: with context and
 * position they are found; with less, they are found there or said to be doubtful, and nowhere else.
 */
export const hypothesis: Suite = {
  name: NAME,
  cases: () => [
    ...(jsonOf(NAME, 'import-files.json') as ImportFile[]).map((file, index): Case => ({
      name: `import-files/${index}`,
      run: () => runFile(file),
    })),
    ...(jsonOf(NAME, 'baselines.json') as Baseline[]).map((baseline, index): Case => ({
      name: `baselines/${index}`,
      run: () => runBaseline(baseline),
    })),
    ...specs('range-specs.json').map(({ id, text, selector, position }): Case => ({
      name: `range-specs/${id}`,
      run: () => {
        const selectors = [selector, { type: 'TextPositionSelector', ...position } as const];
        const reason = reasonAgainst(locate(readArticle(text), selectors), position);
        return selector.exact.trim() === '' ? null : reason;
      },
    })),
    ...specs('match-quote.json')
      .filter(({ kind }) => kind === undefined)
      .map((one): Case => ({ name: `match-quote/${one.id}`, run: () => runQuote(one) })),
    ...specs('match-quote.json')
      .filter(({ kind }) => kind !== undefined)
      .map((one): Case => ({ name: `match-quote/${one.id} ${one.kind}`, run: () => runRanked(one) })),
    ...(jsonOf(NAME, 'integration.json') as Integration[]).map((one): Case => ({
      name: `integration/${one.tag}`,
      run: () => runIntegration(one),
    })),
    ...['minimal', 'wikipedia-regression-testing'].map((page): Case => ({
      name: `text of ${page}`,
      run: () => sameText(pageText(`${page}.html`), textOf(NAME, `${page}.textContent.txt`)),
    })),
    {
      name: 'text of html-anchoring-fixture',
      run: () =>
        sameText(pageText('html-anchoring-fixture.html'), (jsonOf(NAME, 'range-specs.json') as Texts).text!),
    },
  ],
};

/** The text of a page's body, in which its annotations count. */
const pageText = (page: string): string => parseInert(textOf(NAME, page)).body.textContent;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Saved quotes are found in a text; it must be that of the page which they were saved on. */
function sameText(is: string, given: string): string | null {
  return squeezed(is) === squeezed(given) ? null : 'the page has another text';
}

/** How sure an outcome is of its place, from 0, the surest; what has no place is as unsure as anything. */
const UNSURE: Readonly<Record<Located['outcome'], number>> = {
  exact: 0,
  moved: 0,
  reworded: 1,
  ambiguous: 2,
  lost: 2,
};

/** Words, or what stands beside them, that are less and less like those of the text: no worse one is surer of its place. */
function runRanked({
  text,
  quote,
  quotesBestFirst,
  prefixesBestFirst,
  suffixesBestFirst,
}: Ranked): string | null {
  const ranked: TextQuoteSelector[] =
    quotesBestFirst?.map((exact) => ({ type: 'TextQuoteSelector', exact })) ??
    prefixesBestFirst?.map((prefix) => ({ type: 'TextQuoteSelector', exact: quote, prefix })) ??
    suffixesBestFirst!.map((suffix) => ({ type: 'TextQuoteSelector', exact: quote, suffix }));
  const outcomes = ranked.map((selector) => locate(readArticle(text), [selector]).outcome);
  const ranks = outcomes.map((outcome) => UNSURE[outcome]);
  const isFalling = ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0));
  return isFalling && ranks[0] === 0 ? null : outcomes.join(', ');
}

/** A page is brought in, quotes of it are noted, one of them inside of the other, and found again. */
function runIntegration({ page, quotes }: Integration): string | null {
  const brought = doors.page(textOf(NAME, page));
  if (!brought.ok) return brought.message;
  const article = readArticle(brought.imported.text);
  for (const quote of quotes) {
    const pattern = quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const found = new RegExp(pattern).exec(article.text);
    if (!found) return `“${quote}” is not in the text`;
    const span = { start: found.index, end: found.index + found[0].length };
    const reason = reasonAgainst(locate(article, describe(article, span)), span);
    if (reason !== null) return reason;
  }
  return null;
}

function specs(file: string): Ranked[] {
  const { texts, text, cases } = jsonOf(NAME, file) as Texts;
  return cases.map((one) => ({ ...one, text: one.textLiteral ?? texts?.[one.text ?? ''] ?? text ?? '' }));
}

function runQuote({ text, quote, prefix, suffix, hint, expect }: Ranked): string | null {
  const selectors: Selectors = [
    { type: 'TextQuoteSelector', exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    ...(hint === undefined ? [] : [{ type: 'TextPositionSelector', start: hint, end: hint + quote.length }]),
  ];
  const located = locate(readArticle(text), selectors);
  if (!expect) return 'span' in located ? `placed at ${located.span.start}` : null;
  const isThere = text.slice(expect.start, expect.end) === quote;
  const isClear = isThere && !prefix && !suffix && text.split(quote).length === 2;
  if (!('span' in located)) return isClear ? located.outcome : null;
  return located.span.start === expect.start ? null : `placed at ${located.span.start}, not ${expect.start}`;
}

function reasonAgainst(located: Located, span: Span): string | null {
  if (!('span' in located)) return `its words are ${located.outcome}`;
  return located.span.start === span.start && located.span.end === span.end
    ? null
    : `placed at ${located.span.start}, not ${span.start}`;
}

function runFile({ content, expectError, expectCount }: ImportFile): string | null {
  const parsed = runSlices(parseJson(content));
  const reading = parsed.ok ? readHypothesis(parsed.value, CONTEXT) : null;
  if (expectError !== undefined) return reading?.ok ? 'was read' : null;
  if (!reading?.ok) return `refused: ${reading?.faults.map(faultInWords).join('; ')}`;
  if (reading.notes.length !== expectCount) return `${reading.notes.length} notes`;
  const written = writeHypothesis(reading.notes, CONTEXT)['annotations'];
  return differenceOf((JSON.parse(content) as { annotations: unknown }).annotations, written);
}

function runBaseline({ page, annotation, expectedQuote }: Baseline): string | null {
  const article = readArticle(textOf(NAME, `${page}.textContent.txt`));
  const context = { ...CONTEXT, article };
  const reading = readHypothesis({ annotations: [annotation] }, context);
  if (!reading.ok) return `refused: ${reading.faults.map(faultInWords).join('; ')}`;
  const [note] = reading.notes;
  const located = locate(article, note!.selectors);
  if (!('span' in located)) return `its words are ${located.outcome}`;
  const words = article.text.slice(located.span.start, located.span.end);
  if (words !== expectedQuote) return `placed at “${words}”`;
  return differenceOf([annotation], writeHypothesis(reading.notes, context)['annotations']);
}
