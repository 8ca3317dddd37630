/*
 * Paint over the text by the CSS Custom Highlight API: no element is added, so selecting, copying and the browser's
 * own highlights are undisturbed. What a name looks like is in the stylesheet, as `::highlight(name)`.
 */

/** Paints the ranges under a name, in place of what was painted under it before. A browser without the API paints nothing. */
export function paint(name: string, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
