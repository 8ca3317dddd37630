import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readArticle, type Article } from '../src/core/voices/read-article.ts';

const USAGE =
  'Usage: npm run voices -- [--table] FILE…   (FILE: a text, or .jsonl with {"id", "text"} on each line)';

/**
 * `npm run voices -- FILE…`: prints what the rules find in texts, as one line of JSON each, or with `--table` for people
 * to read. A file that can't be read is told of, the others are printed all the same; then the exit code is 1.
 */
export function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { table: { type: 'boolean' } },
  });
  if (positionals.length === 0) return refuse(USAGE);
  let code = 0;
  for (const file of positionals) {
    const documents = documentsIn(file);
    if (typeof documents === 'string') code = refuse(documents);
    else
      for (const { id, text } of documents)
        console.log(
          values.table === true
            ? tableOf(id, readArticle(text))
            : JSON.stringify(predictionOf(id, readArticle(text))),
        );
  }
  return code;
}

function refuse(why: string): number {
  console.error(why);
  return 1;
}

interface TextFile {
  readonly id: string;
  readonly text: string;
}

/** The texts in a file, or a sentence that says why there are none. */
function documentsIn(file: string): TextFile[] | string {
  if (!existsSync(file)) return `There is no file ${file}.`;
  if (!statSync(file).isFile()) return `${file} is no file.`;
  const text = decode(readFileSync(file));
  if (text === null) return `${file} is no UTF-8 text.`;
  if (!file.endsWith('.jsonl')) return [{ id: basename(file).replace(/\.[^.]+$/, ''), text }];
  const lines = text.split('\n').map((line, index) => [line, index + 1] as const);
  const documents: TextFile[] = [];
  for (const [line, number] of lines.filter(([words]) => words.trim() !== '')) {
    const found = documentIn(line);
    if (found === null) return `${file}, line ${number}, is no JSON object with an "id" and a "text".`;
    documents.push(found);
  }
  return documents;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function documentIn(line: string): TextFile | null {
  try {
    const found: unknown = JSON.parse(line);
    if (typeof found !== 'object' || found === null || !('id' in found) || !('text' in found)) return null;
    const { id, text } = found;
    return typeof text === 'string' && (typeof id === 'string' || typeof id === 'number')
      ? { id: String(id), text }
      : null;
  } catch {
    return null;
  }
}

/** What the rules found, in the shape that `shared/data/voices/score.mjs` reads. Speakers are names. */
export interface Prediction {
  readonly id: string;
  readonly quotes: readonly {
    start: number;
    end: number;
    speaker: string | null;
    kind: string;
    confidence?: number;
  }[];
  readonly turns: readonly { start: number; end: number; speaker: string | null; role: string }[];
}

/**
 * An article as a prediction. Nested quotations are left out, since only outermost ones are scored; a statement, that is,
 * speech that answers no question, has the role of an answer, because the other roles are to ask and to narrate.
 */
export function predictionOf(id: string, article: Article): Prediction {
  const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker.name]));
  const nameOf = (speaker: string | null): string | null =>
    speaker === null ? null : (names.get(speaker) ?? null);
  const quotes = article.quotations
    .filter(({ kind }) => kind !== 'nested')
    .map(({ start, end, speaker, kind, confidence }) => ({
      start,
      end,
      speaker: nameOf(speaker),
      kind,
      ...(confidence === undefined ? {} : { confidence }),
    }));
  const turns = article.turns.map(({ start, end, speaker, kind }) => ({
    start,
    end,
    speaker: nameOf(speaker),
    role: kind === 'statement' ? 'answer' : kind,
  }));
  return { id, quotes, turns };
}

/** What the rules found, for people: the voices, then the turns and quotations in reading order. */
function tableOf(id: string, article: Article): string {
  const { quotes, turns } = predictionOf(id, article);
  const voices = article.speakers.map(
    ({ name, part, role }) => `  ${name}  (${part}${role === undefined ? '' : `, ${role}`})`,
  );
  const words = (start: number, end: number): string => {
    const all = article.text.slice(start, end).replace(/\s+/g, ' ');
    return all.length > 72 ? `${all.slice(0, 71)}…` : all;
  };
  const lines = [
    ...turns.map(({ start, end, speaker, role }) => ({
      start,
      line: `${role.padEnd(10)} ${(speaker ?? '?').padEnd(24)} ${words(start, end)}`,
    })),
    ...quotes.map(({ start, end, speaker, kind, confidence }) => {
      const trust = confidence === undefined ? '    ' : confidence.toFixed(2);
      return {
        start,
        line: `  ${kind.padEnd(8)} ${(speaker ?? '?').padEnd(24)} ${trust} ${words(start, end)}`,
      };
    }),
  ].toSorted((a, b) => a.start - b.start);
  return [id, ...voices, ...lines.map(({ line }) => line), ''].join('\n');
}
