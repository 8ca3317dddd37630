import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/core/notes/csv.ts';
import type { ReaderNote } from '../../../src/core/notes/note.ts';
import { INTERVIEW, placed, sampleNote } from './sample-notes.ts';

const write = (...notes: ReaderNote[]): string =>
  writeCsv(placed(...notes), { article: INTERVIEW, title: 'x', linkTo: () => 'https://example.org/#a' });

/** Reads RFC 4180 by the letter: what another program gets. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
const bodyIn = (csv: string): string | undefined => parse(csv.slice(1))[1]?.[3];

describe('notes as CSV', () => {
  it('have a row of names and a row each, in the order of the text, after a byte order mark', () => {
    const claim = sampleNote('They doubled', {
      kind: 'claim',
      tags: ['a', 'b'],
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'open',
        voice: { speaker: 'union' },
        sources: [{ title: 'T', url: 'https://example.org' }],
      },
    });
    const csv = write(claim, sampleNote('by spring', { id: 'b', body: 'say "when"\nand where' }));
    expect(csv.startsWith('\ufeffvoice,words,kind,note,')).toBe(true);
    const [names, first, second, ...rest] = parse(csv.slice(1));
    expect(rest).toEqual([]);
    expect(names).toHaveLength(18);
    expect(first).toEqual([
      'mayor',
      'by spring',
      'comment',
      'say "when"\nand where',
      '',
      'yellow',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'https://example.org/#a',
      'placed',
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T10:00:00.000Z',
      'b',
    ]);
    expect(second!.slice(4, 11)).toEqual([
      'a; b',
      'yellow',
      'quantity',
      'union',
      'yes',
      'open',
      'T https://example.org',
    ]);
  });

  it('say what each source says and how the claim stood before', () => {
    const claim = sampleNote('They doubled', {
      kind: 'claim',
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'contradicted',
        voice: { speaker: 'union' },
        sources: [
          {
            title: 'T',
            url: 'https://example.org',
            words: 'It\nfell.',
            seen: '2025-01-28',
            bears: 'against',
          },
          { title: 'U', url: 'https://example.com', seen: '2025-01-29' },
        ],
        history: [
          { status: 'open', until: '2025-01-28T10:00:00.000Z' },
          { status: 'partly', until: '2025-02-01T10:00:00.000Z' },
        ],
      },
    });
    const [names, row] = parse(write(claim).slice(1));
    expect(row![names!.indexOf('sources')]).toBe(
      'T https://example.org, against the claim, seen 2025-01-28: “It fell.”\nU https://example.com, seen 2025-01-29',
    );
    expect(row![names!.indexOf('status before')]).toBe('open until 2025-01-28, partly until 2025-02-01');
  });

  it('hold no half of a pair, which no UTF-8 file can', () => {
    expect(bodyIn(write(sampleNote('by spring', { body: 'a\ud83d' })))).toBe('a\ufffd');
  });

  it.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['"=1"', `'"=1"`],
    ["'=1", "''=1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
    ['3 - 2 = 1', '3 - 2 = 1'],
    ['a@b', 'a@b'],
  ])('hold no formula: %j', (body, cell) => {
    expect(bodyIn(write(sampleNote('by spring', { body })))).toBe(cell);
  });

  it('come back to the letter from another program, and hold no cell that begins a formula', () => {
    const any = fc.string({
      unit: fc.constantFrom('a', '"', "'", ',', ';', '\r', '\n', '\t', '=', '-', '@', ' ', '😀'),
    });
    fc.assert(
      fc.property(any, (body) => {
        const cell = bodyIn(write(sampleNote('by spring', { body })))!;
        const started = /(?:^|[;\t\r\n])[ "]*[=\-@]/;
        expect(cell).not.toMatch(started);
        if (!/[=\-@]|^[\t\r\n]/.test(body)) expect(cell).toBe(body);
      }),
      { seed: 20251122, numRuns: 500 },
    );
  });
});
