import { attacksOn, textOf, type Attack } from './attacks.ts';
import type { Expression } from './collect.ts';
import { timeWithin, within } from './within.ts';

/** The text that an expression without a bound must take in linear time, in UTF-16 units. */
export const LONGEST = 1_000_000;
/** So long may it take for that, ms. */
const MOST = 1_000;
/** So long may an expression take for the longest text that it ever gets, ms. */
const MOST_BOUNDED = 50;
/** Time that grows with a higher power of the length than this is not linear. */
const STEEPEST = 1.5;
/** What takes less than this, ms, is not measured: the clock and the machine say more than the expression. */
const NOISE = 50;
/** What is tried first: long enough that the square of it shows, and short enough to try a thousand texts. */
const SHORT = 16_000;
const SHORT_MOST = 3;
/** What takes longer, ms, is ended. */
const DEADLINE = 2_000;
const SHORT_DEADLINE = 300;

/** What the worst of many texts did to an expression. */
export interface Measured {
  readonly isFit: boolean;
  /** The worst text that was found; null where none took measurable time. */
  readonly attack: Attack | null;
  /** How long it took at its full length, ms; Infinity where it was ended. */
  readonly ms: number;
  /** The power of the length with which time grows, from a quarter to the whole; null where it is too short to say. */
  readonly power: number | null;
  readonly tried: number;
}

/** An expression as it is used: once from the beginning of a text, or again behind each match. */
function userOf({ source, flags, isRepeated }: Expression): (text: string) => void {
  const repeated = isRepeated && !flags.includes('y');
  const expression = new RegExp(source, repeated && !flags.includes('g') ? `${flags}g` : flags);
  return (text) => {
    expression.lastIndex = 0;
    if (!repeated) expression.exec(text);
    else
      for (let at = 0; expression.test(text); at = expression.lastIndex)
        if (expression.lastIndex === at) expression.lastIndex += 1;
  };
}

/** The best of three times, since the machine has other things to do; one that is ended is not tried again. */
function bestOf(use: (text: string) => void, text: string): number {
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    best = Math.min(
      best,
      timeWithin(DEADLINE, () => use(text)),
    );
    if (best === Infinity || best < 5) break;
  }
  return best;
}

/** Those texts of a length that take longest, the worst first. */
function worstOf(
  use: (text: string) => void,
  attacks: readonly Attack[],
  length: number,
): [Attack, number][] {
  const times: [Attack, number][] = [];
  let at = 0;
  const ended = within(SHORT_DEADLINE + attacks.length * 2, () => {
    for (; at < attacks.length; at += 1) {
      const text = textOf(attacks[at]!, length);
      const began = performance.now();
      use(text);
      const ms = performance.now() - began;
      times.push([attacks[at]!, ms]);
      if (ms > SHORT_DEADLINE) break;
    }
    return true;
  });
  // One that does not end is enough.
  if (ended === null && at < attacks.length) return [[attacks[at]!, Infinity]];
  return times.toSorted((one, other) => other[1] - one[1]).slice(0, 3);
}

/**
 * Whether an expression can go over many units from one place: without a quantifier it sees no more than it is long, and
 * is linear by its shape.
 */
const isLong = ({ source }: Expression): boolean =>
  /[*+{]/.test(source.replace(/\\.|\[(?:[^\]\\]|\\.)*\]/gs, ''));

/**
 * The time that the worst of many texts takes an expression. One without a bound is fit if a text of `LONGEST` takes it
 * no more than a second, and time grows about as the length does; one with a bound if its longest text takes next to
 * nothing. `isQuick` takes a shorter text, which still shows a square.
 */
export function measure(
  expression: Expression,
  { witness, isQuick }: { witness: Attack | null; isQuick: boolean },
): Measured {
  const use = userOf(expression);
  const attacks = [...(witness ? [witness] : []), ...attacksOn(expression)];
  const { bound } = expression;
  const tried = attacks.length;
  if (!isLong(expression)) return { isFit: true, attack: null, ms: 0, power: null, tried: 0 };
  if (bound !== null) {
    const [attack, ms] = worstOf(use, attacks, bound)[0]!;
    const again = Math.min(ms, bestOf(use, textOf(attack, bound)));
    return { isFit: again <= MOST_BOUNDED, attack, ms: again, power: null, tried };
  }
  const worst = worstOf(use, attacks, SHORT).filter(
    ([, ms], rank) => ms > SHORT_MOST || (!isQuick && rank < 2),
  );
  const longest = isQuick ? LONGEST / 5 : LONGEST;
  let found: Measured = { isFit: true, attack: null, ms: 0, power: null, tried };
  for (const [attack] of worst) {
    const quarter = bestOf(use, textOf(attack, longest / 4));
    const ms = quarter === Infinity ? Infinity : bestOf(use, textOf(attack, longest));
    const power = ms > NOISE && ms < Infinity ? Math.log(ms / quarter) / Math.log(4) : null;
    const isFit = ms <= MOST && (power === null || power <= STEEPEST);
    if (ms > found.ms || !isFit) found = { isFit, attack, ms, power, tried };
    if (!isFit) break;
  }
  return found;
}
