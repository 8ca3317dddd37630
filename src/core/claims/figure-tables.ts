import { clip } from '../text/clip.ts';
import { counted } from '../text/counted.ts';
import { oneLine } from '../text/one-line.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { count, percent } from './figure.ts';
import type { Asking, ClaimMatrix, ClaimsAlong, Talk } from './who-says-what.ts';

/** What a figure shows, as a table: for those who can't see it, and as a file. */
export interface FigureTable {
  /** Stands in file names. */
  readonly name: 'matrix' | 'talk' | 'questions' | 'along';
  readonly title: string;
  /** One or two sentences: what is counted, out of what, and how the figure is read. */
  readonly about: string;
  readonly head: readonly string[];
  /** The column that quotes words of the text, where one does. */
  readonly quoting?: number;
  readonly rows: readonly FigureRow[];
}

/** A row; its first cell names it. `words` is where in the text the words stand that it quotes, where it quotes some. */
export interface FigureRow {
  readonly cells: readonly string[];
  readonly words?: Span;
}

/** The matrix of claims: a row a voice, and one for all of them. */
export function matrixTable({ kinds, lines, totals, total }: ClaimMatrix): FigureTable {
  const claiming = lines.filter((line) => line.total > 0).length;
  return {
    name: 'matrix',
    title: 'Claims by voice and kind',
    about: `${counted(total, 'claim')} by ${counted(claiming, 'voice')}. The stronger a cell’s tint, the more of them; a point is none.`,
    head: ['Voice', ...kinds, 'All kinds', 'Of all claims'],
    rows: [
      ...lines.map((line) => ({
        cells: [line.name, ...line.counts.map(String), String(line.total), String(total)],
      })),
      { cells: ['All voices', ...totals.map(String), String(total), String(total)] },
    ],
  };
}

/** How much of the longest turn is quoted in the table, UTF-16 units. */
const BEGINNING = 60;

/** Who has how many of the words. */
export function talkTable(all: readonly Talk[], article: Article): FigureTable {
  const of = all[0]?.of ?? 0;
  return {
    name: 'talk',
    title: 'Share of the words, and the longest turn',
    about: `Out of the ${counted(of, 'word')} of the article’s body; a grey track is all of them. The thin line is the longest turn or quotation of a voice.`,
    head: [
      'Voice',
      'Words',
      'Of all words',
      'Share',
      'Turns',
      'Quotations',
      'Words of the longest',
      'The longest begins',
    ],
    quoting: 7,
    rows: all.map(({ name, words, turns, quotations, longest }) => ({
      cells: [
        name,
        String(words),
        String(of),
        percent(words, of),
        String(turns),
        String(quotations),
        longest ? String(longest.words) : '',
        longest ? clip(oneLine(article.text.slice(longest.start, longest.end)), BEGINNING) : '',
      ],
      ...(longest && { words: longest }),
    })),
  };
}

/** Who asks and who answers. */
export function questionsTable(all: readonly Asking[]): FigureTable {
  const total = all.reduce((sum, { asked }) => sum + asked, 0);
  return {
    name: 'questions',
    title: 'Questions asked and answered',
    about: `Out of ${counted(total, 'turn')} that ask; one turn may ask several things. Pale: asked. Under it: followed by an answer in the same exchange.`,
    head: [
      'Voice',
      'Asked',
      'Of these answered',
      'Answers to others',
      'Of others’ questions',
      'Questions in all',
    ],
    rows: all.map(({ name, asked, answered, answers, of }) => ({
      cells: [name, ...[asked, answered, answers, of, total].map(String)],
    })),
  };
}

/** Every claim with its place along the text; those without one are counted only. */
export function alongTable(along: ClaimsAlong, article: Article): FigureTable {
  const { lanes, placed, of } = along;
  const length = article.text.length;
  const ticks = lanes.flatMap((lane) => lane.ticks.map((tick) => ({ ...tick, name: lane.name })));
  return {
    name: 'along',
    title: 'Claims along the text',
    about: `${count(placed)} of ${counted(of, 'claim')}${placed === of ? '' : '; the words of the others are no longer in the text'}. Each mark stands where its words stand, from the beginning of the text to its end.`,
    head: ['Claim', 'Voice', 'Kind', 'Words', 'Place', 'Of characters'],
    quoting: 3,
    rows: ticks
      .toSorted((a, b) => a.from - b.from)
      .map(({ row, span, name, from }) => ({
        cells: [row.label || '–', name, row.claim.kind, row.words, percent(from, 1), String(length)],
        words: span,
      })),
  };
}

/** A table as rows of cells, its columns' names first. */
export function rowsOf({ head, rows }: FigureTable): (readonly string[])[] {
  return [head, ...rows.map(({ cells }) => cells)];
}
