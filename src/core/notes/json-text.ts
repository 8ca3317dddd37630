import { JSON_DEPTH, JSON_ENTRIES, JSON_LENGTH, JSON_NUMBER, JSON_STRING } from '../limits.ts';
import type { Json } from './note.ts';
import type { Slices } from '../text/slices.ts';

/**
 * A JSON text's value, or the first fault with its place; lines and columns count from 1, columns in UTF-16 units.
 * `repeated` names fields that stand twice in one object, where the last one counts (at most 10, as `a.0.b`).
 */
export type ParsedJson =
  | { readonly ok: true; readonly value: Json; readonly repeated: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly line: number; readonly column: number };

/**
 * Parses a JSON text (RFC 8259) from somewhere else, in slices. JSON.parse would do as well for good files, but it
 * can't be interrupted, bounds nothing, and says where a fault is in some browsers only. A byte order mark is passed
 * over, as Windows writes one. Halves of surrogate pairs are kept. Numbers are read as doubles; one that is too large
 * for them is refused, because it would be written back as null. The fields `__proto__` and `constructor.prototype`
 * are refused: no program means anything by them but harm.
 */
export function* parseJson(text: string): Slices<ParsedJson> {
  const cursor: Cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, repeated: [] };
  try {
    if (text.length > JSON_LENGTH) fail(cursor, 'the text is too long', JSON_LENGTH);
    const value = yield* parseDocument(cursor);
    return { ok: true, value, repeated: cursor.repeated };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const before = text.slice(0, fault.at).split('\n');
    return { ok: false, reason: fault.message, line: before.length, column: before.at(-1)!.length + 1 };
  }
}

/** Units parsed in a slice: about 1 ms on a laptop and 10 ms on a slow phone. */
const SLICE = 50_000;

interface Cursor {
  readonly text: string;
  at: number;
  readonly repeated: string[];
}

/** A list or an object whose end has not been reached; `key` is the field that its next value belongs to. */
type Open = { entries: number; key: string } & ({ readonly list: Json[] } | { readonly fields: Fields });
type Fields = Record<string, Json>;

class Fault extends Error {
  readonly at: number;
  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

function fail(cursor: Cursor, reason: string, at = cursor.at): never {
  throw new Fault(reason, at);
}

/** One loop and a stack of its own, so that a text's depth never becomes the program's. */
function* parseDocument(cursor: Cursor): Slices<Json> {
  const open: Open[] = [];
  let pause = cursor.at + SLICE;
  for (;;) {
    if (cursor.at >= pause) {
      pause = cursor.at + SLICE;
      yield cursor.at / cursor.text.length;
    }
    skipSpace(cursor);
    let value = parseStart(cursor, open);
    while (value !== undefined) {
      const parent = open.at(-1);
      skipSpace(cursor);
      if (!parent) {
        if (cursor.at < cursor.text.length) fail(cursor, 'there is something after the end');
        return value;
      }
      value = place(cursor, open, value);
    }
  }
}

/** A whole value; or undefined where a list or an object begins, which is then open and waits for its first entry. */
function parseStart(cursor: Cursor, open: Open[]): Json | undefined {
  const first = cursor.text[cursor.at];
  if (first !== '{' && first !== '[') return parseScalar(cursor);
  if (open.length === JSON_DEPTH) fail(cursor, `nested deeper than ${JSON_DEPTH} levels`);
  cursor.at += 1;
  skipSpace(cursor);
  const begun: Open = first === '[' ? { list: [], entries: 0, key: '' } : { fields: {}, entries: 0, key: '' };
  if (cursor.text[cursor.at] === (first === '[' ? ']' : '}')) {
    cursor.at += 1;
    return contentOf(begun);
  }
  open.push(begun);
  if (first === '{') parseKey(cursor, open);
  return undefined;
}

/**
 * Puts a value into the innermost open list or object and reads what follows it: after a comma undefined, and at the
 * end of the list or object that itself, closed.
 */
function place(cursor: Cursor, open: Open[], value: Json): Json | undefined {
  const parent = open.at(-1)!;
  parent.entries += 1;
  if (parent.entries > JSON_ENTRIES) fail(cursor, `more than ${JSON_ENTRIES} entries in one list`);
  const isList = 'list' in parent;
  if (isList) parent.list.push(value);
  else parent.fields[parent.key] = value;
  const next = cursor.text[cursor.at];
  if (next === ',') {
    cursor.at += 1;
    skipSpace(cursor);
    if (!isList) parseKey(cursor, open);
    return undefined;
  }
  if (next !== (isList ? ']' : '}')) {
    fail(cursor, `expected a comma or ${isList ? 'the end of the list' : 'the end of the object'}`);
  }
  cursor.at += 1;
  open.pop();
  return contentOf(parent);
}

const contentOf = (open: Open): Json => ('list' in open ? open.list : open.fields);

function parseKey(cursor: Cursor, open: readonly Open[]): void {
  const parent = open.at(-1)!;
  const start = cursor.at;
  if (cursor.text[start] !== '"') fail(cursor, 'expected a field’s name in double quotes');
  const key = parseString(cursor);
  const outer = open.at(-2);
  if (
    key === '__proto__' ||
    (key === 'prototype' && outer && 'fields' in outer && outer.key === 'constructor')
  ) {
    fail(cursor, `a field may not be named ${key} here`, start);
  }
  if ('fields' in parent && Object.hasOwn(parent.fields, key) && cursor.repeated.length < 10) {
    const path = open.slice(0, -1).map((one) => ('list' in one ? one.entries : one.key));
    cursor.repeated.push([...path, key].join('.'));
  }
  parent.key = key;
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== ':') fail(cursor, 'expected a colon');
  cursor.at += 1;
}

const WORDS: readonly (readonly [word: string, value: Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function parseScalar(cursor: Cursor): Json {
  const { text, at } = cursor;
  if (text[at] === '"') return parseString(cursor);
  for (const [word, value] of WORDS) {
    if (text.startsWith(word, at)) {
      cursor.at += word.length;
      return value;
    }
  }
  if (at >= text.length) fail(cursor, 'the text ends too early');
  return parseNumber(cursor);
}

function parseNumber(cursor: Cursor): number {
  const digits = cursor.text.slice(cursor.at, cursor.at + JSON_NUMBER + 1);
  const [written] =
    /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(digits) ?? fail(cursor, 'expected a value');
  if (written.length > JSON_NUMBER) fail(cursor, `a number of more than ${JSON_NUMBER} digits`);
  const value = Number(written);
  if (!Number.isFinite(value)) fail(cursor, 'a number too large to be kept');
  cursor.at += written.length;
  return value;
}

// oxlint-disable-next-line no-control-regex -- these are what JSON forbids
const ESCAPE_OR_CONTROL = /[\\\u0000-\u001f]/;

/** The string that begins at the cursor, which is on its opening quote. */
function parseString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  const end = text.indexOf('"', start);
  if (end >= 0 && end - start <= JSON_STRING) {
    const plain = text.slice(start, end);
    if (!ESCAPE_OR_CONTROL.test(plain)) {
      cursor.at = end + 1;
      return plain;
    }
  }
  return parseEscaped(cursor);
}

/** As `parseString`, unit by unit: for strings with escapes, and to say where a bad one goes wrong. */
function parseEscaped(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  for (let at = start + 1; ; at += 1) {
    if (at - start > JSON_STRING) fail(cursor, `a text of more than ${JSON_STRING} characters`);
    const unit = text[at];
    if (unit === undefined) fail(cursor, 'a text in quotes does not end', start);
    if (unit < ' ') fail(cursor, 'a control character inside quotes', at);
    if (unit === '"') {
      cursor.at = at + 1;
      // Escapes have been checked, so that this can't fail; only its result's type is open.
      return String(JSON.parse(text.slice(start, at + 1)));
    }
    if (unit !== '\\') continue;
    const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6));
    if (!escape) fail(cursor, 'an escape that JSON does not have', at);
    at += escape[0].length - 1;
  }
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  const most = cursor.at + JSON_STRING;
  for (;;) {
    const unit = text.charCodeAt(cursor.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
    if (cursor.at >= most) fail(cursor, `more than ${JSON_STRING} blanks in a row`);
    cursor.at += 1;
  }
}
