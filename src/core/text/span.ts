/**
 * A stretch of an article's text: half-open, counted in UTF-16 code units into `Article.text`.
 * `start === end` is an empty span. There is no other coordinate inside Sidegloss.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one code unit: touching ends do not count, and an empty span shares nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** True where `inner` lies wholly inside `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Reading order: by start, and the longer span first where two start together, so that parents come before children. */
export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
