import type { Span } from '../text/span.ts';
import { isInsideCharacter, type Letters } from './letters.ts';
import type { Wanted } from './matches.ts';

/** Letters that are nearly those wanted, and how many must be added, taken away or replaced to make them equal. */
export interface Near extends Span {
  readonly cost: number;
}

/** What may differ of words that are still taken for the same, as a share of their letters. */
const MOST_CHANGED = 0.34;
/** The work of one search, in cells of its table: a hostile link or a text without paragraphs must not hold up a reader. */
const MOST_WORK = 20_000_000;
/** So many places are looked at; words with more of them say nothing. */
const MOST_PLACES = 64;

/**
 * Where words stand nearly, best first and without overlap: the edit distance is at most 34 % of their letters; two
 * neighbours that changed places count as one. Whole words of the text only, except at an end that lies inside a word.
 * Sellers' algorithm (1980): the table of the edit distance in which a match may begin at every word.
 */
export function nearPlaces(all: Letters, wanted: Wanted, within: Span): Near[] {
  const { letters } = wanted;
  const limit = Math.floor(letters.length * MOST_CHANGED);
  if (letters === '' || letters.length * (within.end - within.start) > MOST_WORK) return [];
  const found = scan(all, wanted, within, limit);
  // Of equally near ones the one whose length is most like it.
  const unlike = ({ start, end }: Near): number => Math.abs(end - start - letters.length);
  found.sort((a, b) => a.cost - b.cost || unlike(a) - unlike(b) || a.start - b.start);
  const apart: Near[] = [];
  for (const near of found) {
    if (apart.length === MOST_PLACES) break;
    if (apart.every((other) => near.end <= other.start || near.start >= other.end)) apart.push(near);
  }
  return apart;
}

function scan(all: Letters, wanted: Wanted, within: Span, limit: number): Near[] {
  const { letters } = wanted;
  const height = letters.length;
  const impossible = height + limit + 1;
  // For every count of wanted letters: the least cost of a match that ends here, and where it began.
  let costs = new Uint32Array(height + 1).fill(impossible);
  let begins = new Uint32Array(height + 1);
  let nextCosts = new Uint32Array(height + 1);
  let nextBegins = new Uint32Array(height + 1);
  let lastCosts = new Uint32Array(height + 1).fill(impossible);
  let lastBegins = new Uint32Array(height + 1);
  const found: Near[] = [];
  const mayBegin = (at: number): boolean =>
    wanted.opensInside ? !isInsideCharacter(all, at) : all.breaks[at] === 1;
  const mayEnd = (at: number): boolean =>
    wanted.closesInside ? !isInsideCharacter(all, at) : all.breaks[at] === 1;
  const begin = (at: number, into: Uint32Array, from: Uint32Array): void => {
    into[0] = mayBegin(at) ? 0 : impossible;
    from[0] = at;
  };
  begin(within.start, costs, begins);
  for (let row = 1; row <= height; row += 1) {
    costs[row] = costs[row - 1]! + 1;
    begins[row] = within.start;
  }
  let before = -1;
  for (let at = within.start; at < within.end; at += 1) {
    begin(at + 1, nextCosts, nextBegins);
    const unit = all.letters.charCodeAt(at);
    for (let row = 1; row <= height; row += 1) {
      let cost = costs[row - 1]! + (letters.charCodeAt(row - 1) === unit ? 0 : 1);
      let from = begins[row - 1]!;
      if (costs[row]! + 1 < cost) {
        cost = costs[row]! + 1;
        from = begins[row]!;
      }
      if (nextCosts[row - 1]! + 1 < cost) {
        cost = nextCosts[row - 1]! + 1;
        from = nextBegins[row - 1]!;
      }
      if (
        row > 1 &&
        lastCosts[row - 2]! + 1 < cost &&
        letters.charCodeAt(row - 2) === unit &&
        letters.charCodeAt(row - 1) === before
      ) {
        cost = lastCosts[row - 2]! + 1;
        from = lastBegins[row - 2]!;
      }
      nextCosts[row] = cost;
      nextBegins[row] = from;
    }
    before = unit;
    [lastCosts, costs, nextCosts] = [costs, nextCosts, lastCosts];
    [lastBegins, begins, nextBegins] = [begins, nextBegins, lastBegins];
    const start = begins[height]!;
    if (costs[height]! <= limit && start <= at && mayEnd(at + 1)) {
      found.push({ start, end: at + 1, cost: costs[height]! });
    }
  }
  return found;
}
