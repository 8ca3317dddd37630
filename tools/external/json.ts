import { parseJson, type ParsedJson } from '../../src/core/notes/json-text.ts';
import { runSlices } from '../../src/core/text/slices.ts';
import { bytesOf, jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'json';

interface Parsing {
  readonly name: string;
  readonly expect: 'accept' | 'reject' | 'either';
  readonly text?: string;
  readonly base64?: string;
  readonly file?: string;
}

/** A vector of secure-json-parse: a JSON text, or for `scan` a value that has been parsed. */
interface Vector {
  readonly id: number;
  readonly fn: 'parse' | 'safeParse' | 'scan';
  readonly text: unknown;
  readonly options: { readonly protoAction?: string; readonly constructorAction?: string } | null;
  readonly expect: 'value' | 'throw' | 'ok';
  readonly value?: unknown;
}

/**
 * JSONTestSuite: what is JSON is read, what is not is refused, what may be either is settled without harm.
 * secure-json-parse: no prototype is ever changed; and where it runs with its own settings, which are ours, the same
 * texts are refused.
 */
export const json: Suite = {
  name: NAME,
  cases: () => [
    ...(jsonOf(NAME, 'json-test-suite.json') as Parsing[]).map((one): Case => ({
      name: one.name,
      run: () => runParsing(one),
    })),
    ...(jsonOf(NAME, 'secure-json-parse.json') as Vector[]).map((vector): Case => ({
      name: `secure-json-parse/${vector.id}`,
      run: () => runVector(vector),
    })),
  ],
};

const parse = (text: string): ParsedJson => runSlices(parseJson(text));

function runParsing({ expect, text, base64, file }: Parsing): string | null {
  const bytes = file
    ? bytesOf(NAME, file)
    : Buffer.from(text ?? base64!, text === undefined ? 'base64' : 'utf8');
  // As a file is opened: decoded as UTF-8, with U+FFFD for what is none.
  const parsed = parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  if (expect === 'accept' && !parsed.ok) return `refused: ${parsed.reason}`;
  return expect === 'reject' && parsed.ok ? 'was read' : null;
}

function runVector({ fn, text, options, expect, value }: Vector): string | null {
  const parsed = parse(textOfVector(fn, text));
  for (const name of ['x', 'y', 'bar', 'polluted']) {
    if (name in {}) return `Object.prototype.${name} is there`;
  }
  if (parsed.ok && hasOwn(parsed.value, '__proto__')) return 'an own __proto__ survived';
  const isDefault = !options?.protoAction && !options?.constructorAction && fn !== 'scan';
  if (!isDefault) return null;
  // `safeParse` and `safe` say null where `parse` throws, and "undefined" for what is no JSON.
  const refuses =
    expect === 'throw' ||
    (expect === 'value' && (value === 'undefined' || (value === null && text !== 'null')));
  return refuses === parsed.ok ? (parsed.ok ? 'was read' : `refused: ${parsed.reason}`) : null;
}

function textOfVector(fn: Vector['fn'], text: unknown): string {
  if (fn === 'scan') return JSON.stringify(text);
  if (typeof text === 'string') return text;
  const { base64 } = text as { base64: string };
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
}

function hasOwn(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, name) || Object.values(value).some((inner) => hasOwn(inner, name));
}
