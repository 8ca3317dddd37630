import { FRAGMENT_LENGTH } from '../limits.ts';
import { wordsIn } from './letters.ts';

/**
 * Where a link points, as its fragment says it: a block, the words of a quote in it, and, for a longer quote, the
 * words that it ends with (`to`), in the same block or another. Words are folded and joined with hyphens; a hyphen
 * before the first or after the last says that the quote begins or ends inside a word. `nth` counts from 1 the places
 * where the words stand; without it there was only one. Without `words` the block itself is meant.
 */
export interface Locator {
  readonly block: string;
  readonly words?: string;
  readonly to?: { readonly block: string; readonly words: string };
  readonly nth?: number;
}

/** What ends our part of a fragment: a page can't read what follows (WICG scroll-to-text-fragment, "fragment directive"). */
export const DIRECTIVE = ':~:';

/** An address as people are to see it: what only browsers read says nothing to them, and the app needs none of it. */
export function withoutDirective(address: string): string {
  const at = address.indexOf(DIRECTIVE);
  return at < 0 ? address : address.slice(0, at);
}

const PART = String.raw`(?:[\p{L}\p{N}\p{M}_-]|%[0-9A-Fa-f]{2})+`;
const GRAMMAR = new RegExp(
  String.raw`^(${PART})(?:\.(${PART})(?:\.\.(${PART})(?:\.(${PART}))?(?:\.(${PART}))?|\.(${PART}))?)?`,
  'u',
);

/**
 * Reads the fragment of a quote link, with or without `#`:
 * `block [ "." words [ "." nth ] ]` or `block "." words ".." [ block "." ] words [ "." nth ]`.
 * What follows the grammar is ignored, because trackers and chats append things. Null where the fragment is nothing
 * of ours (`key=value`, a bare text directive, a broken escape): the plain article opens.
 */
export function parseQuoteLink(fragment: string): Locator | null {
  const ours = fragment.slice(0, FRAGMENT_LENGTH).replace(/^#/, '').split(DIRECTIVE, 1)[0]!;
  const match = GRAMMAR.exec(ours);
  if (!match) return null;
  const [whole, ...encoded] = match;
  // The fragment of some other page or tracker, not a block with something behind it.
  if (whole === match[1] && /^\.?[=[]/.test(ours.slice(whole.length))) return null;
  const parts: (string | undefined)[] = [];
  for (const part of encoded) {
    const decoded = part === undefined ? undefined : decode(part);
    if (decoded === null) return null;
    parts.push(decoded);
  }
  const [block, first, second, third, fourth, single] = parts;
  const words = canonical(first);
  if (words === '') return { block: block! };
  if (second === undefined) return { block: block!, words, ...nthOf(single) };
  // A number behind one part counts places; behind two, the first of them is a block.
  const isBlock = third !== undefined && (!isNth(third) || (fourth !== undefined && isNth(fourth)));
  const to = { block: isBlock ? second : block!, words: canonical(isBlock ? third : second) };
  const nth = nthOf(isBlock ? fourth : third);
  return to.words === '' ? { block: block!, words, ...nth } : { block: block!, words, to, ...nth };
}

/** Writes a locator as a fragment without `#`; `parseQuoteLink` reads it back. */
export function formatLocator({ block, words, to, nth }: Locator): string {
  const start = encode(block);
  if (words === undefined) return start;
  const number = nth === undefined ? '' : `.${nth}`;
  if (to === undefined) return `${start}.${encode(words)}${number}`;
  if (to.block === block) return `${start}.${encode(words)}..${encode(to.words)}${number}`;
  // A number behind a block's name would be read as `nth`.
  const shown = number === '' && isNth(to.words) ? '.1' : number;
  return `${start}.${encode(words)}..${encode(to.block)}.${encode(to.words)}${shown}`;
}

/** Joins words as a locator has them: with hyphens, but for those of scripts that need none to be told apart. */
export function joinWords(words: readonly string[]): string {
  let joined = '';
  for (const word of words) {
    // Composed, because NFKD takes Hangul apart and would triple its length; reading folds again.
    const composed = word.normalize('NFC');
    const apart = joined !== '' && wordsIn(`${joined.slice(-1)}${composed.slice(0, 1)}`).length < 2;
    joined += apart ? `-${composed}` : composed;
  }
  return joined;
}

/** The words of a joined text again, without the hyphens at its ends. */
export function splitWords(words: string): string[] {
  return wordsIn(words.replaceAll('-', ' '));
}

function canonical(part: string | undefined): string {
  const words = joinWords(splitWords(part ?? ''));
  if (words === '' || part === undefined) return '';
  return `${part.startsWith('-') ? '-' : ''}${words}${part.endsWith('-') ? '-' : ''}`;
}

const isNth = (part: string): boolean => /^[1-9][0-9]{0,8}$/.test(part);

const nthOf = (part: string | undefined): { nth?: number } =>
  part !== undefined && isNth(part) ? { nth: Number(part) } : {};

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Percent-encodes all but letters, digits, hyphen and underscore; a lone surrogate becomes U+FFFD. */
function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*.~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
