import { counted } from '../text/counted.ts';
import {
  fill,
  frameOf,
  leading,
  moreVoices,
  nameAbove,
  NAME_LINE,
  nameBeside,
  widthOf,
  write,
  type Figure,
  type FigureLink,
  type Looks,
  type Shape,
} from './figure.ts';
import type { ClaimMatrix, MatrixLine } from './who-says-what.ts';

/** How much of the voice's ink the weakest and the strongest cell have: on either, in every theme, text is 4.5:1. */
export const CELL_TINT = { least: 0.12, most: 0.31 };

const GAP = 3;
const HEAD = 12;

/** What the matrix is drawn on: columns of `column` px from `names` on, then the totals. */
interface Grid {
  readonly isWide: boolean;
  readonly names: number;
  readonly width: number;
  readonly column: number;
  readonly cell: number;
  /** The most claims in one cell, which is the strongest. */
  readonly most: number;
}

/**
 * Voices and kinds: a cell has the more ink the more claims it has, and says how many; a point is none. On a narrow figure
 * names stand above their cells, and the kinds are turned.
 */
export function drawMatrix(matrix: ClaimMatrix, looks: Looks, width: number): Figure {
  const { kinds, totals, total } = matrix;
  const { isWide, names } = frameOf(width);
  const ofTotals = isWide ? 56 : 36;
  const { shown, more } = leading(matrix.lines, (line) => line.total);
  const grid: Grid = {
    isWide,
    names,
    width,
    column: (width - names - ofTotals) / kinds.length,
    cell: isWide ? 40 : 32,
    most: Math.max(1, ...matrix.lines.flatMap(({ counts }) => counts)),
  };
  const heads = [...kinds, 'all'];
  const isTurned = heads.some((head) => widthOf(head, HEAD) + 6 > grid.column);
  const shapes: Shape[] = [];
  const links: FigureLink[] = [];
  const head = isTurned ? Math.max(...heads.map((each) => widthOf(each, HEAD))) + 10 : 24;
  for (const [index, text] of heads.entries()) {
    const x = middleOf(grid, index, heads.length - 1) + (isTurned ? HEAD * 0.36 : 0);
    shapes.push(
      write(text, {
        x,
        y: head - 8,
        size: HEAD,
        ink: 'quiet',
        anchor: isTurned ? 'start' : 'middle',
        ...(isTurned && { turned: true }),
      }),
    );
  }
  let y = head;
  for (const line of shown) {
    const look = looks(line.speaker);
    const told = line.speaks ? { name: line.name } : { name: line.name, remark: 'no words here' };
    if (isWide) shapes.push(...nameBeside(look, told, { y, height: grid.cell, width: names }));
    else {
      shapes.push(...nameAbove(look, told, { y: y + 4, width }));
      y += NAME_LINE + 2;
    }
    const drawn = drawLine(grid, matrix, { line, slot: look.slot, y });
    shapes.push(...drawn.shapes);
    links.push(...drawn.links);
    y += grid.cell + GAP;
  }
  if (more > 0) {
    shapes.push(moreVoices(more, y));
    y += 24;
  }
  shapes.push(fill(0, y + 4, { width, height: 1, ink: 'line' }));
  if (isWide) shapes.push(write('All voices', { x: 0, y: y + 26, weight: 600 }));
  for (const [index, sum] of [...totals, total].entries()) {
    const x = middleOf(grid, index, kinds.length);
    const isAll = index === kinds.length;
    shapes.push(write(String(sum), { x, y: y + 26, anchor: 'middle', weight: isAll ? 600 : 400 }));
  }
  return { width, height: y + 36, shapes, links };
}

/** The middle of a column; the last is that of the totals. */
function middleOf({ names, width, column }: Grid, index: number, last: number): number {
  const x = names + index * column;
  return index === last ? (x + width) / 2 : x + column / 2;
}

function drawLine(
  grid: Grid,
  { kinds }: ClaimMatrix,
  at: { line: MatrixLine; slot: number; y: number },
): { shapes: Shape[]; links: FigureLink[] } {
  const { line, slot, y } = at;
  const { names, column, cell, most } = grid;
  const shapes: Shape[] = [];
  const links: FigureLink[] = [];
  const baseline = y + cell / 2 + 4.5;
  for (const [index, number] of line.counts.entries()) {
    const x = names + index * column;
    const box = { width: column - GAP, height: cell, round: 4 };
    const middle = { x: x + (column - GAP) / 2, y: baseline, anchor: 'middle' } as const;
    if (number === 0) {
      shapes.push(fill(x, y, { ...box, ink: 'surface' }), write('·', { ...middle, ink: 'quiet' }));
      continue;
    }
    const tint = CELL_TINT.least + ((CELL_TINT.most - CELL_TINT.least) * number) / most;
    shapes.push(fill(x, y, { ...box, ink: 'voice', slot, tint }), write(String(number), middle));
    const kind = kinds[index]!;
    links.push({
      x,
      y,
      width: box.width,
      height: cell,
      label: `${counted(number, 'claim')} of kind ${kind} by ${line.name}: show in the ledger`,
      target: { to: 'rows', speaker: line.speaker, kind },
    });
  }
  shapes.push(
    write(String(line.total), {
      x: middleOf(grid, kinds.length, kinds.length),
      y: baseline,
      anchor: 'middle',
      weight: 600,
    }),
  );
  return { shapes, links };
}
