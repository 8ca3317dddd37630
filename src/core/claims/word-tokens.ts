import type { Span } from '../text/span.ts';

/** A word, a figure or a single mark of a text, with what the rules ask of it. */
export interface Token extends Span {
  readonly kind: 'word' | 'figure' | 'mark';
  /** In lower case, with straight apostrophes. */
  readonly word: string;
  /** Whether its first letter is a capital one, and whether it has no small one at all. */
  readonly capital: boolean;
  readonly shouted: boolean;
  /** Whether a sentence or a quotation may begin here, where a capital letter says nothing. Not at `CentOS`. */
  readonly opens: boolean;
  /** Whether nothing stands between it and the token before. */
  readonly joined: boolean;
}

/**
 * Addresses and tags are marks that no rule asks for. A figure is all that its signs hold together (`6,000`, `10:30`,
 * `2024-01-28`); letters that stand right before digits make a word of them (`G7`), `'s` is by itself.
 */
const TOKEN =
  /(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_]+|[0-9]+(?:(?:[.,:/–-]|[\u00a0\u202f](?=[0-9]{3}(?![0-9])))[0-9]+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’](?!s(?!\p{L}))\p{L}+)?|['’]s(?!\p{L})|\S/gu;

const OPENING = new Set([
  '.',
  '!',
  '?',
  '…',
  ':',
  ';',
  '“',
  '"',
  '‘',
  "'",
  '«',
  '(',
  '[',
  '•',
  '*',
  '—',
  '–',
]);

/** The tokens of a stretch of a text, in order. */
export function tokensIn(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  for (const { 0: found, index } of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + index;
    const first = found.charCodeAt(0);
    const kind = isDigit(first) ? 'figure' : isWord(found) ? 'word' : 'mark';
    const lower = found.toLowerCase();
    const capital = kind === 'word' && found.charAt(0) !== lower.charAt(0);
    before = {
      start: at,
      end: at + found.length,
      kind,
      word: kind === 'word' ? lower.replace('’', "'") : found,
      capital,
      shouted: capital && found.length > 1 && found === found.toUpperCase(),
      opens: (before === undefined || OPENING.has(before.word)) && !(capital && /\p{Ll}\p{Lu}/u.test(found)),
      joined: before?.end === at,
    };
    tokens.push(before);
  }
  return tokens;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWord = (found: string): boolean => /^\p{L}/u.test(found) && !/^(?:https?:\/\/|www\.)/.test(found);

/** Whether a word looks like (a part of) a name: a capital letter where no sentence begins. */
export const isNameLike = ({ capital, opens, shouted }: Token): boolean => capital && !opens && !shouted;

/** What a matcher found at a token: up to which one (exclusive), and the rule that marks it; null where it is passed over. */
export interface WordMatch<Rule extends string> {
  readonly to: number;
  readonly rule: Rule | null;
}
