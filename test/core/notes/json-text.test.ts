import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_DEPTH, JSON_ENTRIES, JSON_LENGTH, JSON_NUMBER, JSON_STRING } from '../../../src/core/limits.ts';
import { parseJson, type ParsedJson } from '../../../src/core/notes/json-text.ts';
import { runSlices } from '../../../src/core/text/slices.ts';

const parse = (text: string): ParsedJson => runSlices(parseJson(text));
const faultOf = (text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? 'read' : `${parsed.line}:${parsed.column} ${parsed.reason}`;
};

/** A reviver that refuses numbers beyond a double, as we do. */
const finite = (_key: string, value: unknown): unknown => {
  if (value === Infinity || value === -Infinity) throw new RangeError('too large');
  return value;
};

describe('a JSON text', () => {
  it('gives what JSON.parse gives, key order and halves of pairs included', () => {
    for (const text of [
      '{"b":[1,-0.5e2,{"":null}],"a":"\\u00e9\\n\\"","A":true}',
      ' [ ] ',
      '{}',
      '"\\ud83d"',
      '3',
      'false',
    ]) {
      const parsed = parse(text);
      expect(parsed).toEqual({ ok: true, value: JSON.parse(text), repeated: [] });
      if (parsed.ok) expect(JSON.stringify(parsed.value)).toBe(JSON.stringify(JSON.parse(text)));
    }
  });

  it('may begin with a byte order mark, as Windows writes it', () => {
    expect(parse('\ufeff[1]')).toMatchObject({ ok: true, value: [1] });
  });

  it.each<[string, string]>([
    ['', '1:1 the text ends too early'],
    ['this is not json', '1:1 expected a value'],
    ['<!doctype html><title>Sign in</title>', '1:1 expected a value'],
    ['{"a":1,\n "b":2,\n}', '3:1 expected a field’s name in double quotes'],
    ['[1,]', '1:4 expected a value'],
    ['[1 2]', '1:4 expected a comma or the end of the list'],
    ['{"a" 1}', '1:6 expected a colon'],
    ['{"a":1]', '1:7 expected a comma or the end of the object'],
    ['[1] }', '1:5 there is something after the end'],
    ['["a\nb"]', '1:4 a control character inside quotes'],
    ['["\\x"]', '1:3 an escape that JSON does not have'],
    ['["open', '1:2 a text in quotes does not end'],
    ['[NaN]', '1:2 expected a value'],
    ['[1e999]', '1:2 a number too large to be kept'],
    ['[01]', '1:3 expected a comma or the end of the list'],
    ['{"a":{"__proto__":1}}', '1:7 a field may not be named __proto__ here'],
    ['{"\\u005f_proto__":1}', '1:2 a field may not be named __proto__ here'],
    ['{"constructor":{"prototype":1}}', '1:17 a field may not be named prototype here'],
  ])('is refused with the place of its first fault: %j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('may name its fields as it likes otherwise, and changes no prototype', () => {
    const parsed = parse('{"constructor":{"name":"x"},"prototype":1,"toString":"y","hasOwnProperty":2}');
    expect(parsed.ok).toBe(true);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it('keeps the last of fields with one name, and names them', () => {
    expect(parse('{"a":1,"b":[{"c":1,"c":2}],"a":3}')).toEqual({
      ok: true,
      value: { a: 3, b: [{ c: 2 }] },
      repeated: ['b.0.c', 'a'],
    });
  });

  it.each<[string, string, RegExp]>([
    ['depth', '['.repeat(JSON_DEPTH + 1), /deeper than 64/],
    ['a string', `["${'x'.repeat(JSON_STRING + 1)}"]`, /more than 1000000 characters/],
    ['an escaped string', `["\\n${'x'.repeat(JSON_STRING)}"]`, /more than 1000000 characters/],
    ['entries', `[${'0,'.repeat(JSON_ENTRIES)}0]`, /more than 100000 entries/],
    ['a number', `[${'1'.repeat(JSON_NUMBER + 1)}]`, /more than 1000 digits/],
    ['blanks', `${' '.repeat(JSON_STRING + 1)}1`, /blanks in a row/],
    ['all of it', ' '.repeat(JSON_LENGTH + 1), /too long/],
  ])('is bounded in %s', (_, text, fault) => {
    expect(faultOf(text)).toMatch(fault);
  });

  it('stays within its bounds up to the last one', () => {
    expect(faultOf('['.repeat(JSON_DEPTH) + ']'.repeat(JSON_DEPTH))).toBe('read');
    expect(faultOf(`["${'x'.repeat(JSON_STRING)}"]`)).toBe('read');
    expect(faultOf(`[${'0,'.repeat(JSON_ENTRIES - 1)}0]`)).toBe('read');
  });

  it('is parsed in slices, none of them longer than fifty thousand characters of small values', () => {
    const text = `[${'["some words"],'.repeat(60_000)}0]`;
    const seen: number[] = [];
    const work = parseJson(text);
    for (let step = work.next(); !step.done; step = work.next()) seen.push(step.value * text.length);
    expect(seen).toHaveLength(17);
    for (const [index, at] of seen.entries()) expect(at - (seen[index - 1] ?? 0)).toBeLessThan(50_100);
  });

  it('is accepted exactly where JSON.parse accepts it, also when damaged', () => {
    const damaged = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '\n', '0', ' '))
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json({ stringUnit: 'binary' }), damaged), (text) => {
        let native: unknown;
        try {
          native = JSON.parse(text, finite);
        } catch {
          native = undefined;
        }
        const parsed = parse(text);
        fc.pre(!text.includes('__proto__') && !text.includes('prototype'));
        expect(parsed.ok ? JSON.stringify(parsed.value) : undefined).toBe(JSON.stringify(native));
      }),
      { seed: 20251122, numRuns: 1_000 },
    );
  });
});
