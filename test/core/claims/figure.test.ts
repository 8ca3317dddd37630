import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishAll } from '../../../tools/articles.ts';
import { drawAlong } from '../../../src/core/claims/draw-along.ts';
import { drawQuestions, drawTalk } from '../../../src/core/claims/draw-bars.ts';
import { CELL_TINT, drawMatrix } from '../../../src/core/claims/draw-matrix.ts';
import { widthOf, type Figure, type Looks } from '../../../src/core/claims/figure.ts';
import {
  alongTable,
  matrixTable,
  questionsTable,
  rowsOf,
  talkTable,
} from '../../../src/core/claims/figure-tables.ts';
import { ledgerRows } from '../../../src/core/claims/ledger.ts';
import { claimMatrix, claimsAlong, questionsAsked, talk } from '../../../src/core/claims/who-says-what.ts';
import { csvText } from '../../../src/core/notes/csv-text.ts';
import { placeNotes } from '../../../src/core/notes/note.ts';
import { sampleArticle } from '../voices/sample.ts';

const [{ slug, title, article, notes, relations }] = publishAll() as [ReturnType<typeof publishAll>[0]];
const { placed } = placeNotes(article, notes);
const rows = ledgerRows({ slug, title, article, published: placed, relations, placed: [], unplaced: [] });
const order = article.speakers.map(({ id }) => id);
const looks: Looks = (speaker) => ({
  slot: Math.max(0, order.indexOf(speaker)),
  initials: 'AB',
  outline: 'M0 0H32V32H0Z',
  isLow: false,
});

const matrix = claimMatrix(article, rows);
const said = talk(article);
const asked = questionsAsked(article);
const along = claimsAlong(article, rows);
const figures: Record<string, (width: number) => Figure> = {
  matrix: (width) => drawMatrix(matrix, looks, width),
  talk: (width) => drawTalk(said, looks, width),
  questions: (width) => drawQuestions(asked, looks, width),
  along: (width) => drawAlong(along, article, looks, width),
};
const textsOf = (figure: Figure): string[] =>
  figure.shapes.flatMap((shape) => (shape.shape === 'text' ? [shape.text] : []));

describe.each(Object.keys(figures))('the figure “%s”', (name) => {
  it.each([260, 280, 320, 559, 560, 728, 1200])('keeps to its %d px', (width) => {
    const figure = figures[name]!(width);
    expect(figure.width).toBe(width);
    for (const shape of [...figure.shapes, ...figure.links]) {
      expect(shape.x).toBeGreaterThanOrEqual(-2);
      expect(shape.x).toBeLessThanOrEqual(width);
      expect(shape.y).toBeGreaterThanOrEqual(0);
      expect(shape.y).toBeLessThanOrEqual(figure.height);
      if ('width' in shape) expect(shape.x + shape.width).toBeLessThanOrEqual(width + 2);
      if ('text' in shape && !shape.turned && shape.anchor === 'start')
        expect(shape.x + widthOf(shape.text, shape.size), shape.text).toBeLessThanOrEqual(width + 1);
    }
  });

  it.each([320, 1200])('names its voices at %d px', (width) => {
    expect(textsOf(figures[name]!(width)).join(' ')).toContain('Kirill Ozhimko');
  });
});

describe('the matrix', () => {
  it.each([280, 1200])('has a link of at least 24 px for each cell with claims at %d px', (width) => {
    const { links } = figures['matrix']!(width);
    expect(links).toHaveLength(matrix.lines.flatMap(({ counts }) => counts.filter(Boolean)).length);
    for (const link of links) expect(Math.min(link.width, link.height)).toBeGreaterThanOrEqual(24);
    expect(links[0]).toMatchObject({
      label: '2 claims of kind record by The author: show in the ledger',
      target: { to: 'rows', speaker: 'author', kind: 'record' },
    });
  });

  it('says in words whose claims are given to somebody who does not speak', () => {
    const given = claimMatrix(
      article,
      rows.slice(0, 1).map((row) => ({ ...row, speaker: 'trump' })),
    );
    expect(textsOf(drawMatrix(given, looks, 1200))).toContain('no words here');
  });

  it('draws at most 24 voices, those with the most claims, and says how many are left to the table', () => {
    const many = sampleArticle(Array.from({ length: 40 }, (_, index) => `answer v${index}: words`));
    const some = [
      ...rows.slice(0, 2).map((row) => ({ ...row, speaker: 'v39' })),
      ...rows.slice(0, 1).map((row) => ({ ...row, speaker: 'v38' })),
    ];
    const texts = textsOf(drawMatrix(claimMatrix(many, some), looks, 800));
    expect(texts).toContain('and 16 more voices, in the table');
    expect(texts).toEqual(expect.arrayContaining(['v38', 'v39', 'v0']));
    expect(texts).not.toContain('v30');
    expect(matrixTable(claimMatrix(many, some)).rows).toHaveLength(41);
  });
});

describe('claims along the text', () => {
  it.each([728, 1200])('that stand beside each other stay two marks at %d px', (width) => {
    const marks = figures['along']!(width).links.filter(({ label }) => label.startsWith('The author'));
    expect(marks).toHaveLength(8);
    for (const [index, mark] of marks.entries()) {
      // A link is 2 px wider than its mark at each side.
      const next = marks[index + 1];
      if (next) expect(mark.x + mark.width - 2).toBeLessThan(next.x + 2);
    }
  });

  it('lead to their words where there are few enough to be hit', () => {
    const many = Array.from({ length: 401 }, (_, index) => ({ ...rows[0]!, id: String(index) }));
    expect(drawAlong(claimsAlong(article, many), article, looks, 800).links).toEqual([]);
  });
});

describe('the tables behind the figures', () => {
  const cellsOf = (table: { rows: readonly { cells: readonly string[] }[] }) =>
    table.rows.map(({ cells }) => cells.join(' | '));

  it('have every number with what it is out of', () => {
    expect(cellsOf(matrixTable(matrix)).at(-1)).toBe('All voices | 2 | 7 | 2 | 0 | 11 | 8 | 0 | 4 | 34 | 34');
    expect(cellsOf(talkTable(said, article))[4]).toMatch(
      /^Kirill Ozhimko \| 548 \| 1339 \| 41 % \| 6 \| 0 \| \d+ \| "/,
    );
    expect(cellsOf(questionsTable(asked))[0]).toBe('The author | 1 | 1 | 0 | 5 | 6');
    expect(cellsOf(alongTable(along, article))[0]).toBe(
      `1 | The author | record | Vance has pressured Kyiv | 0 % | ${article.text.length}`,
    );
  });

  it('say in a sentence what is counted', () => {
    expect(matrixTable(matrix).about).toMatch(/^34 claims by 6 voices\./);
    expect(talkTable(said, article).about).toMatch(/^Out of the 1,339 words of the article’s body/);
    expect(alongTable({ ...along, of: 35 }, article).about).toMatch(
      /^34 of 35 claims; the words of the others are no longer in the text\./,
    );
  });

  it('are files that no spreadsheet takes for formulas', () => {
    const [first] = along.lanes;
    const evil = { ...along, lanes: [{ ...first!, name: '=HYPERLINK("x")' }] };
    expect(csvText(rowsOf(alongTable(evil, article)))).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('text on cells', () => {
  const css = readFileSync('src/ui/tokens.css', 'utf8');
  type Colour = [number, number, number];
  const colour = (hex: string): Colour =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
  /** The tokens of a block of the stylesheet, of pairs the one by day or by night. */
  const tokensOf = (block: string, night: boolean): Map<string, Colour> =>
    new Map(
      [...block.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
        ([, name, light, dark, only]) => [name!, colour(only ?? (night ? dark! : light!))] as const,
      ),
    );
  const blockOf = (selector: string): string => css.split(`${selector} {`)[1]!.split('}')[0]!;
  const root = blockOf('  :root');
  const themes: Record<string, Map<string, Colour>> = {
    paper: tokensOf(root, false),
    night: tokensOf(root, true),
    sepia: new Map([...tokensOf(root, false), ...tokensOf(blockOf(":root[data-theme='sepia']"), false)]),
    'high contrast by day': new Map([
      ...tokensOf(root, false),
      ...tokensOf(blockOf(":root[data-theme='contrast']"), false),
    ]),
    'high contrast by night': new Map([
      ...tokensOf(root, true),
      ...tokensOf(blockOf(":root[data-theme='contrast']"), true),
    ]),
  };
  const light = (rgb: readonly number[]): number => {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as Colour;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: readonly number[], b: readonly number[]): number => {
    const [low, high] = [light(a), light(b)].toSorted((x, y) => x - y);
    return (high! + 0.05) / (low! + 0.05);
  };

  it.each(Object.keys(themes))('is 4.5:1 for every voice in %s', (theme) => {
    const tokens = themes[theme]!;
    const inks = ['ink-interface', ...Array.from({ length: 12 }, (_, index) => `voice-${index + 1}`)];
    for (const ink of inks) {
      for (const tint of [CELL_TINT.least, CELL_TINT.most]) {
        const cell = tokens
          .get(ink)!
          .map((value, at) => value * tint + tokens.get('page')![at]! * (1 - tint));
        expect(contrast(tokens.get('ink')!, cell), ink).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
