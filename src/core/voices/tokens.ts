import type { Span } from '../text/span.ts';
import type { Marked } from './quotation-marks.ts';

/** What a token is: a word, a quotation taken as one whole, or the punctuation that parts clauses and sentences. */
export type TokenKind = 'word' | 'quote' | 'comma' | 'colon' | 'dash' | 'stop' | 'open' | 'close' | 'break';

/** A word or a mark of the narrating voice; a quotation is a single token. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** As printed, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  /** True where the word begins with a capital letter. */
  readonly capital: boolean;
  readonly possessive: boolean;
  /** For a quote token, its place in the list given. */
  readonly quote: number;
}

const PIECE =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’&-]|\.(?=\p{L}(?![\p{L}\p{N}]))|[.,](?=\p{N}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[.!?…。！？]+|[,，、;；]|[:：]|--+|[–—―]+|[([{（]|[)\]}）]|\n+/gu;

const INVERTED = /^(\p{Ll}+)(?:-t)?-(ils?|elles?)$/u;

/** Abbreviations whose stop does not end a sentence. */
const SHORT_FORMS = new Set(
  `mr mrs ms dr prof rev fr sr jr st sen rep gov pres gen col maj capt cpt lt sgt cpl adm cmdr det insp supt hon messrs
   mt vs etc inc ltd co corp dept no vol jan feb mar apr jun jul aug sep sept oct nov dec mme mlle`.split(
    /\s+/,
  ),
);

/**
 * The words and marks of a stretch of text, with each marked quotation in it as one token; `marked.from` is the first
 * of them that may lie in the stretch.
 */
export function tokensOf(
  text: string,
  span: Span,
  marked: { quotes: readonly Marked[]; from: number },
): Token[] {
  const tokens: Token[] = [];
  let from = span.start;
  for (let index = marked.from; index < marked.quotes.length; index++) {
    const quote = marked.quotes[index]!;
    if (quote.start >= span.end) break;
    if (quote.end <= span.start) continue;
    readPieces(text, { start: from, end: Math.max(from, quote.start) }, tokens);
    tokens.push(mark('quote', quote, index));
    from = Math.min(quote.end, span.end);
  }
  readPieces(text, { start: from, end: span.end }, tokens);
  return tokens;
}

function mark(kind: TokenKind, { start, end }: Span, quote: number): Token {
  return { start, end, kind, text: '', lower: '', capital: false, possessive: false, quote };
}

function readPieces(text: string, span: Span, tokens: Token[]): void {
  const stretch = text.slice(span.start, span.end);
  PIECE.lastIndex = 0;
  for (let hit = PIECE.exec(stretch); hit !== null; hit = PIECE.exec(stretch)) {
    const start = span.start + hit.index;
    const end = start + hit[0].length;
    const kind = kindOf(hit[0]);
    const last = tokens.at(-1);
    const inverted = kind === 'word' && hit[0].includes('-') ? INVERTED.exec(hit[0]) : null;
    if (inverted !== null) {
      // "dit-il", "a-t-elle": the verb and its subject are two words.
      tokens.push(word(inverted[1]!, start), word(inverted[2]!, end - inverted[2]!.length));
    } else if (kind === 'word') tokens.push(word(hit[0], start));
    else if (hit[0] === '.' && last !== undefined && isShortForm(last, start)) {
      tokens[tokens.length - 1] = { ...last, end };
    } else tokens.push(mark(kind, { start, end }, -1));
  }
}

function kindOf(piece: string): TokenKind {
  const first = piece[0]!;
  if (/[\p{L}\p{N}]/u.test(first)) return 'word';
  if (',，、;；'.includes(first)) return 'comma';
  if ('.!?…。！？'.includes(first)) return 'stop';
  if (':：'.includes(first)) return 'colon';
  if ('([{（'.includes(first)) return 'open';
  if (')]}）'.includes(first)) return 'close';
  return first === '\n' ? 'break' : 'dash';
}

function word(printed: string, start: number): Token {
  const possessive = /['’][sS]$/.test(printed);
  const text = possessive ? printed.slice(0, -2) : printed;
  const lower = text.toLowerCase();
  return {
    start,
    end: start + printed.length,
    kind: 'word',
    text,
    lower,
    capital: lower[0] !== text[0],
    possessive,
    quote: -1,
  };
}

function isShortForm(last: Token, stop: number): boolean {
  if (last.kind !== 'word' || last.end !== stop) return false;
  return (
    SHORT_FORMS.has(last.lower) ||
    (last.text.length === 1 && last.capital) ||
    /^\p{L}(?:\.\p{L})+$/u.test(last.text)
  );
}
