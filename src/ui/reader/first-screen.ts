import type { Article } from '../../core/voices/read-article.ts';

/** Columns of text: how many characters stand on a line at most, and of the title as many lines of text. */
const COLUMNS = { narrow: 52, wide: 66 } as const;
/** The title is set in letters about twice as large, the line under it a little larger. */
const LARGER = { title: 1.9, standfirst: 1.1 } as const;
/** What the bar and the lines about the article take, in lines of text. */
const ABOVE = 4;
/** What stands between two paragraphs. */
const GAP = 0.6;
/** What the first screen of a window of usual height has: `[data-below]` in article-text.module.css says which that are. */
const SCREEN = 32;

/**
 * Whether a block is below the first screen of a window of usual height at the type that is usual: in narrow columns
 * only, or in wide ones, too. Such blocks are left out of the first paint. Rather too few than too many are: no more is
 * counted than stands above at least. By size alone, so that a page can be served with it.
 */
export function belowFirstScreen({ blocks }: Article, id: string): 'narrow' | 'wide' | undefined {
  const lines = { narrow: ABOVE, wide: ABOVE };
  for (const block of blocks) {
    if (lines.wide > SCREEN) return 'wide';
    if (block.id === id) return lines.narrow > SCREEN ? 'narrow' : undefined;
    const { kind } = block;
    const larger = kind === 'title' || kind === 'standfirst' ? LARGER[kind] : 1;
    for (const column of ['narrow', 'wide'] as const)
      lines[column] += Math.ceil(((block.end - block.start) * larger) / COLUMNS[column]) * larger + GAP;
  }
  return undefined;
}
