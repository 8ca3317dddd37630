import { parseJson } from '../../src/core/notes/json-text.ts';
import { runSlices } from '../../src/core/text/slices.ts';
import { locate, type Located } from '../../src/core/anchor/locate.ts';
import type { Selectors, TextQuoteSelector } from '../../src/core/anchor/selectors.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readHypothesis, writeHypothesis } from '../../src/core/notes/hypothesis.ts';
import type { JsonObject } from '../../src/core/notes/note.ts';
import { faultInWords } from '../../src/core/notes/notes-file.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
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
}

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
  ],
};

function specs(file: string): (Quoted & { text: string })[] {
  const { texts, text, cases } = jsonOf(NAME, file) as Texts;
  return cases.map((one) => ({ ...one, text: one.textLiteral ?? texts?.[one.text ?? ''] ?? text ?? '' }));
}

function runQuote({ text, quote, prefix, suffix, hint, expect }: Quoted & { text: string }): string | null {
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
