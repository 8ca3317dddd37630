/*
 * Where notes stand in the margin: each as level with its line as the others allow. The places are the least squares
 * solution under "no two overlap", which is an isotonic regression and is found exactly by pooling adjacent violators
 * (Ayer, Brunk, Ewing, Reid and Silverman 1955; de Leeuw, Hornik and Mair, J. Stat. Softw. 32(5), 2009).
 */

/** A card to place: where its line is and how high it is, in px from the column's top. Cards are in reading order. */
export interface Card {
  readonly line: number;
  readonly height: number;
  /** How high it is when only its heading shows, px. Without it the card always shows in full. */
  readonly least?: number;
}

/**
 * Which cards must show their heading only, so that the pinned card can be level with its line: those above it, the
 * farthest first, until the rest fits between the column's top and the line. Without a pinned card, none.
 */
export function cardsToShorten(cards: readonly Card[], { gap, top, pinned }: Column): Set<number> {
  const shortened = new Set<number>();
  const open = pinned === null ? undefined : cards[pinned];
  if (!open) return shortened;
  let missing = top - open.line;
  for (const { height } of cards.slice(0, pinned!)) missing += height + gap;
  for (const [index, { height, least }] of cards.slice(0, pinned!).entries()) {
    if (missing <= 0) break;
    if (least === undefined || least >= height) continue;
    shortened.add(index);
    missing -= height - least;
  }
  return shortened;
}

export interface Column {
  /** The least space between two cards, px. */
  readonly gap: number;
  /** No card begins above this or ends below `bottom`, unless they don't all fit: then they go on below it. */
  readonly top: number;
  readonly bottom: number;
  /** The card that stands level with its line whatever the others must do; null for none. */
  readonly pinned: number | null;
}

/** The top of each card, px, in the order given. Linear in the number of cards. */
export function placeCards(cards: readonly Card[], column: Column): number[] {
  const { gap, top, bottom, pinned } = column;
  // With s[i] = top[i] − (heights and gaps before i), "no overlap" becomes "s never falls".
  const before: number[] = [];
  let sum = 0;
  for (const card of cards) {
    before.push(sum);
    sum += card.height + gap;
  }
  const highest = Math.max(top, bottom - (sum - gap));
  const wanted = cards.map((card, index) => card.line - before[index]!);
  const clip = (value: number): number => Math.min(Math.max(value, top), highest);
  if (pinned === null || !cards[pinned]) {
    return poolAdjacentViolators(wanted).map((value, index) => clip(value) + before[index]!);
  }
  const fixed = clip(wanted[pinned]!);
  const above = poolAdjacentViolators(wanted.slice(0, pinned)).map((value) => Math.min(clip(value), fixed));
  const below = poolAdjacentViolators(wanted.slice(pinned + 1)).map((value) => Math.max(clip(value), fixed));
  return [...above, fixed, ...below].map((value, index) => value + before[index]!);
}

/** The never-falling sequence nearest to the values by least squares: falling neighbours are pooled at their mean. */
function poolAdjacentViolators(values: readonly number[]): number[] {
  const means: number[] = [];
  const counts: number[] = [];
  for (const value of values) {
    let mean = value;
    let count = 1;
    while (means.length > 0 && means.at(-1)! > mean) {
      const pooled = counts.at(-1)! + count;
      mean = (means.pop()! * counts.pop()! + mean * count) / pooled;
      count = pooled;
    }
    means.push(mean);
    counts.push(count);
  }
  return means.flatMap((mean, index) => Array.from<number>({ length: counts[index]! }).fill(mean));
}
