import { countBefore } from '../text/bisect.ts';

/** The two ways between a text's UTF-16 offsets and its code points. */
export interface CodePoints {
  /** The UTF-16 offset after so many code points; -1 where the text is shorter or the number is no count. */
  readonly toUtf16: (codePoints: number) => number;
  /** How many code points stand before a UTF-16 offset; -1 outside the text and inside a pair of surrogates. */
  readonly toCodePoints: (offset: number) => number;
}

/**
 * The W3C counts positions in code points; inside Sidegloss they are UTF-16 offsets. This is the only bridge
 * (https://www.w3.org/TR/annotation-model/#text-position-selector). A surrogate without its other half counts as one.
 * One pass over the text; after that a conversion takes the logarithm of its count of pairs, so that ten thousand
 * positions cost about as much as one.
 */
export function codePointsOf(text: string): CodePoints {
  const pairs: number[] = [];
  for (const pair of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(pair.index);
  const total = text.length - pairs.length;
  return {
    toUtf16: (codePoints) => {
      if (!Number.isInteger(codePoints) || codePoints < 0 || codePoints > total) return -1;
      return codePoints + countBefore(pairs.length, (index) => pairs[index]! - index < codePoints);
    },
    toCodePoints: (offset) => {
      if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return -1;
      const before = countBefore(pairs.length, (index) => pairs[index]! < offset);
      return before > 0 && pairs[before - 1] === offset - 1 ? -1 : offset - before;
    },
  };
}

const remembered = new WeakMap<object, CodePoints>();

/** The code points of a text, worked out once for each owner (an article). */
export function codePointsIn(owner: { readonly text: string }): CodePoints {
  let points = remembered.get(owner);
  if (!points) {
    points = codePointsOf(owner.text);
    remembered.set(owner, points);
  }
  return points;
}
