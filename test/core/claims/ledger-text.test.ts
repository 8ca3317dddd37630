import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../../src/core/claims/ledger.ts';
import { writeClaimsCsv, writeClaimsMarkdown } from '../../../src/core/claims/ledger-text.ts';
import { ownClaim, rowOf, ROWS, SOURCE } from './bundled.ts';

const LISTING = { title: 'A *title*', linkTo: ({ id }: { id: string }) => `https://example.org/#note-${id}` };
const source = {
  title: '=HYPERLINK("x")',
  url: 'https://example.org/a',
  words: 'first\n# second',
  seen: '2025-02-28',
  bears: 'against',
} as const;
const own = ownClaim(
  'significant progress',
  {
    voice: { speaker: rowOf('7').speaker },
    status: 'contradicted',
    sources: [source],
    history: [{ status: 'open', until: '2025-02-28T09:00:00.000Z' }],
    relations: [{ claim: 'c5', relation: 'agree', about: '' }],
  },
  { body: '# not a heading of the list\n\n```\nnever closed', tags: ['a, b', '@c'] },
);
const rows = ledgerRows({ ...SOURCE, placed: [own] });

/** A table read back (RFC 4180), without its byte order mark. */
function cellsOf(csv: string): string[][] {
  const rest = csv.replace(/^\ufeff/, '');
  const table: string[][] = [[]];
  for (const [, quoted, bare, end] of rest.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    table.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end !== ',') table.push([]);
  }
  return table.slice(0, -1);
}

describe('claims as a table', () => {
  const [names, ...lines] = cellsOf(writeClaimsCsv(rows, LISTING));
  const cell = (line: readonly string[], name: string): string | undefined => line[names!.indexOf(name)];

  it('have a line each, with all that the ledger shows', () => {
    expect(lines).toHaveLength(35);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([names!.length]));
    expect(lines.map((line) => cell(line, 'words'))).toEqual(rows.map(({ words }) => words));
    const fifth = lines.find((line) => cell(line, 'number') === '5')!;
    expect(cell(fifth, 'claimed by')).toBe('JD Vance, speaking of Russia');
    expect(cell(fifth, 'disagrees with')).toBe('34 (land, or regime and language)');
    expect(cell(fifth, 'agrees with')).toBe('“significant progress”');
    expect(cell(fifth, 'link')).toBe('https://example.org/#note-c5');
  });

  it('hold no formulas, and sources with their words, day and bearing', () => {
    const line = lines.find((one) => cell(one, 'origin') === 'own')!;
    expect(cell(line, 'sources')).toBe(
      `'=HYPERLINK("x") https://example.org/a; against the claim; seen 2025-02-28: “first\n# second”`,
    );
    expect(cell(line, 'earlier statuses')).toBe('open until 2025-02-28T09:00:00.000Z');
    expect(cell(line, 'tags')).toBe("a, b;' @c");
  });
});

describe('a claim of which little is known', () => {
  const bare = {
    ...rows[0]!,
    label: '',
    span: null,
    relations: [
      { other: 'gone', relation: 'agree' as const, about: '', by: 'published' as const, heldBy: 'x' },
    ],
    claim: {
      ...rows[0]!.claim,
      sources: [
        { title: 'A book', url: 'urn:isbn:1' },
        { title: 'A map', url: 'https://e.org/' },
      ],
    },
  };
  const nowhere = { title: 'T', linkTo: () => null };
  it('is a line without a link, of which the place is not found', () => {
    const [names, line] = cellsOf(writeClaimsCsv([bare], nowhere));
    const cell = (name: string) => line![names!.indexOf(name)];
    expect(['place', 'link', 'sources', 'agrees with'].map(cell)).toEqual([
      'not found',
      '',
      'A book urn:isbn:1\nA map https://e.org/',
      'gone',
    ]);
  });
  it('is an item that says so, with links to addresses of the web only', () => {
    const written = writeClaimsMarkdown([bare], nowhere);
    expect(written).toContain('The words were not found in the text.');
    expect(written).toContain('**Claim** by');
    expect(written).toMatch(/- A book \(urn:isbn:1\)\n\s*- \[A map\]\(<https:\/\/e\.org\/>\)\n/);
    expect(written).toContain('Agrees with gone.');
    expect(written).not.toContain('In the article');
  });
});

describe('claims as Markdown', () => {
  const written = writeClaimsMarkdown(rows, LISTING);
  const tree = fromMarkdown(written);

  it('are one list under one heading, whatever stands in a note', () => {
    expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'list']);
    expect(tree.children[1]).toMatchObject({ type: 'list', children: { length: 35 } });
  });

  it('quote the words as they are, and say whose claim it is, of which kind and how it stands', () => {
    expect(written).toContain(
      '> Russia wants about 6,000 square kilometers of land it has not yet controlled',
    );
    expect(written).toContain(
      '**Claim 5** by JD Vance, speaking of Russia: quantity, can be checked. **Status:** open.',
    );
    expect(written).toContain('Disagrees with 34 (land, or regime and language).');
    expect(written).toMatch(/\(against the claim; seen 2025-02-28\): “first # second”/);
    expect(written).toContain('Before: open until 2025-02-28.');
  });

  it('are a heading alone where there are none', () => {
    expect(writeClaimsMarkdown([], LISTING)).toBe('# Claims: A \\*title\\*\n');
    expect(writeClaimsMarkdown(ROWS, LISTING).match(/^- /gm)).toHaveLength(34);
  });
});
