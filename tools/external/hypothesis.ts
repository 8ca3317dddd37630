import { parseJson } from '../../src/core/notes/json-text.ts';
import { runSlices } from '../../src/core/notes/slices.ts';
import { locate } from '../../src/core/anchor/locate.ts';
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

/**
 * The files that the client of Hypothesis accepts and refuses, with the number of annotations in them; and its saved
 * annotations of real pages: read, found at their words, written back equal.
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
  ],
};

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
