import type { Span } from '../core/text/span.ts';
import { piecesFinder, rangeOf } from './position.ts';

/*
 * Paint over the text by the CSS Custom Highlight API: no element is added, so selecting, copying and the browser's
 * own highlights are undisturbed. What a name looks like is in the stylesheet, as `::highlight(name)`.
 */

const hasHighlights = typeof Highlight !== 'undefined';

/** Paints the ranges under a name, in place of what was painted under it before. A browser without the API paints nothing. */
export function paint(name: string, ranges: readonly Range[]): void {
  if (!hasHighlights) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Something to paint: which words, and in which look. */
export interface Stroke {
  readonly span: Span;
  readonly look: string;
}

/** What is painted, by id. Only what changes is painted again. */
export interface Painter {
  /** Makes what is painted equal to `wanted`: the strokes near the screen, for the browser asks every one in every paint. */
  show: (wanted: ReadonlyMap<string, Stroke>) => void;
  /** Takes all paint away. */
  clear: () => void;
}

/** A painter over an article that is drawn. Looks are highlight names; a later look lies over an earlier one. */
export function createPainter(article: Element): Painter {
  const painted = new Map<string, { stroke: Stroke; range: Range }>();

  const unpaint = (id: string): void => {
    const old = painted.get(id);
    if (!old) return;
    CSS.highlights.get(old.stroke.look)?.delete(old.range);
    painted.delete(id);
  };
  const add = (id: string, stroke: Stroke, near: ReturnType<typeof piecesFinder>): void => {
    const range = rangeOf(near(stroke.span), stroke.span);
    if (!range) return;
    let highlight = CSS.highlights.get(stroke.look);
    if (!highlight) CSS.highlights.set(stroke.look, (highlight = new Highlight()));
    highlight.add(range);
    painted.set(id, { stroke, range });
  };
  const show = (wanted: ReadonlyMap<string, Stroke>): void => {
    if (!hasHighlights) return;
    for (const [id, { stroke }] of painted) {
      const next = wanted.get(id);
      if (!next || !isSame(next, stroke)) unpaint(id);
    }
    let near: ReturnType<typeof piecesFinder> | undefined;
    for (const [id, stroke] of wanted)
      if (!painted.has(id)) add(id, stroke, (near ??= piecesFinder(article)));
  };
  return {
    show,
    clear: () => {
      for (const id of painted.keys()) unpaint(id);
    },
  };
}

const isSame = (a: Stroke, b: Stroke): boolean =>
  a.look === b.look && a.span.start === b.span.start && a.span.end === b.span.end;
