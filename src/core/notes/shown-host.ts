import { hostOf } from './web-address.ts';

/**
 * The host of a web address, to be shown beside words that somebody else chose, so that a reader sees where a link
 * leads; null where it is none, or where the words are the address itself. Letters beyond ASCII are written as Punycode
 * (RFC 3492), as browsers do where letters of several scripts could be taken for each other: here always.
 */
export function shownHost(words: string, address: string): string | null {
  const host = hostOf(address);
  if (host === '' || words.trim() === address) return null;
  const shown = host
    // Full stops of other scripts part a host as well (UTS 46).
    .split(/[.\u3002\uff0e\uff61]/)
    .map((label) => asciiLabel(label.normalize('NFKC').toLowerCase()))
    .join('.');
  return words.trim().toLowerCase() === shown ? null : shown;
}

const BASE = 36;
const [T_MIN, T_MAX] = [1, 26];
const [SKEW, DAMP] = [38, 700];
const FIRST = { n: 128, bias: 72 };

/** A part of a host in ASCII: as it is, or its Punycode behind `xn--`. */
function asciiLabel(label: string): string {
  const points = Array.from(label, (letter) => letter.codePointAt(0)!);
  const basic = points.filter((point) => point < 128);
  if (basic.length === points.length) return label;
  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let { n, bias } = FIRST;
  let [delta, handled] = [0, basic.length];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      output += digitsOf(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return `xn--${output}`;
}

/** A number in the variable-length digits of RFC 3492, section 3.3. */
function digitsOf(value: number, bias: number): string {
  let digits = '';
  let rest = value;
  for (let k = BASE; ; k += BASE) {
    const t = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < t) return digits + digitOf(rest);
    digits += digitOf(t + ((rest - t) % (BASE - t)));
    rest = Math.floor((rest - t) / (BASE - t));
  }
}

/** a to z, then 0 to 9. */
const digitOf = (value: number): string => String.fromCodePoint(value < 26 ? value + 97 : value + 22);

/** RFC 3492, section 3.4. */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
