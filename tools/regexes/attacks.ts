import fc from 'fast-check';
import type { Expression } from './collect.ts';

/** Makes a text of a length, in UTF-16 units, that is hard for an expression: a beginning, much of the same, an end. */
export interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

/** The text of an attack, of so many UTF-16 units or a few more. */
export function textOf({ prefix, pump, suffix }: Attack, length: number): string {
  const room = Math.max(0, length - prefix.length - suffix.length);
  return prefix + pump.repeat(Math.ceil(room / pump.length)) + suffix;
}

/** A character of each kind that our expressions tell apart. */
const CHARACTERS = [
  ...Array.from(
    ' \t\n\r\u00a0\u200baAwW0"\'“”’«»‘()[]{}<>/\\|-–—_*#`~.,;:!?…=+&@%$^¶中。я\u0301\u00adéñ1\ud800\0',
  ),
  '😀',
  '🦰',
  '\r\n',
];
/** What makes a match fail at the end of all of the same. */
const TAILS = ['', '\0', '\n', '\n\0', 'x', '?', ' '];

/**
 * Texts that would take an expression long if it goes over them more than once: each character again and again, pairs of
 * those it names, its own words again and again, and beginnings of what it matches with a part of it again and again and
 * an end that it does not match.
 */
export function* attacksOn({ source, flags }: Pick<Expression, 'source' | 'flags'>): Generator<Attack> {
  for (const pump of CHARACTERS) for (const suffix of TAILS) yield { prefix: '', pump, suffix };
  const own = [...new Set(source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ''))].filter(
    (one) => !/[\p{L}\p{N}]/u.test(one),
  );
  const pairable = [...new Set([...own, ' ', '\n', 'a', 'A', '0', '.'])].slice(0, 24);
  for (const first of pairable)
    for (const second of pairable) yield { prefix: '', pump: first + second, suffix: '' };
  const words = [...new Set(source.match(/[\p{L}\p{N}'’/:#&<=]{2,}(?: [\p{L}\p{N}'’]+)*/gu))].slice(0, 40);
  for (const word of words) for (const gap of ['', ' ', '\n', '.', ', ']) yield pumpOf(word + gap);
  for (const word of words) for (const pump of [' ', 'a', 'a ']) yield { prefix: word, pump, suffix: '\0' };
  for (const word of matchesOf(source, flags)) yield* withPartRepeated(word);
}

const pumpOf = (pump: string): Attack => ({ prefix: '', pump, suffix: '\0' });

/** Every part of up to six units of a match again and again, behind what stands before it and without what follows. */
function* withPartRepeated(word: string): Generator<Attack> {
  const most = Math.min(word.length, 60);
  for (let start = 0; start < most; start += 1)
    for (const length of [1, 2, 3, 6])
      if (start + length <= word.length) {
        const pump = word.slice(start, start + length);
        yield { prefix: word.slice(0, start), pump, suffix: '\0' };
        yield { prefix: word.slice(0, start), pump, suffix: `${word.slice(start + length)}\n\0` };
      }
  for (const gap of ['', ' ', '\n']) yield pumpOf(word + gap);
}

/** Some texts that an expression matches; none where its kind is beyond the generator. */
function matchesOf(source: string, flags: string): string[] {
  try {
    const plain = new RegExp(withoutAssertions(source), flags.replace(/[giy]/g, ''));
    return fc
      .sample(fc.stringMatching(plain, { size: 'small' }), { numRuns: 4, seed: 1 })
      .map((word) => word.slice(0, 200))
      .filter((word) => word !== '');
  } catch {
    return [];
  }
}

/** An expression without what looks ahead or behind, and without edges of words: near to what it matches. */
export function withoutAssertions(source: string): string {
  let out = '';
  for (let at = 0; at < source.length; at += 1) {
    const ahead = /^\(\?<?[=!]/.exec(source.slice(at, at + 4));
    if (ahead) at = groupEnd(source, at);
    else if (source.startsWith('\\b', at) || source.startsWith('\\B', at)) at += 1;
    else if (source[at] === '\\') out += source.slice(at, (at += 1) + 1);
    else out += source[at];
  }
  return out;
}

/** The index of the bracket that closes a group. */
function groupEnd(source: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < source.length; at += 1) {
    const one = source[at];
    if (one === '\\') at += 1;
    else if (inClass) inClass = one !== ']';
    else if (one === '[') inClass = true;
    else if (one === '(') depth += 1;
    else if (one === ')' && (depth -= 1) === 0) return at;
  }
  return source.length;
}
