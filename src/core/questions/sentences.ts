import type { Span } from '../text/span.ts';
import { tokensOf } from '../voices/tokens.ts';

/**
 * The sentences of a stretch of text, in order, each with its end mark and without the space and the Markdown around
 * it. A sentence ends at a stop (not that of an abbreviation) before a space that no small letter follows, at any
 * question mark before a space, and before an empty line. Words that are set in quotation marks inside a sentence
 * end it only where the marks close with a stop.
 */
export function sentencesIn(text: string, span: Span): Span[] {
  const hidden = withoutQuoted(text.slice(span.start, span.end));
  const ends: number[] = [];
  for (const { kind, start, end } of tokensOf(hidden, { start: 0, end: hidden.length }, NO_QUOTES)) {
    // A single line break is how a paragraph was set.
    if (kind === 'break' && end - start > 1) ends.push(start);
    else if (kind === 'stop') {
      const closed = end + (/^["'”’»)\]*_]*/.exec(hidden.slice(end))?.[0].length ?? 0);
      if (endsSentence(hidden, { start, end }, closed)) ends.push(closed);
    }
  }
  ends.push(hidden.length);
  let from = 0;
  return ends.flatMap((end): Span[] => {
    const sentence = trimmed(hidden, { start: from, end });
    from = end;
    return sentence ? [{ start: sentence.start + span.start, end: sentence.end + span.start }] : [];
  });
}

const NO_QUOTES = { quotes: [], from: 0 };

function endsSentence(text: string, stop: Span, closed: number): boolean {
  if (/[。！？]/.test(text.slice(stop.start, stop.end))) return true;
  const after = text.slice(closed, closed + 8);
  if (!/^(?:\s|$)/.test(after)) return false;
  const isQuoted = closed > stop.end;
  const asks = text.slice(stop.start, stop.end).includes('?');
  return (asks && !isQuoted) || !/^\s+[([]?\p{Ll}/u.test(after);
}

/** A span without the space and the marks of Markdown at its ends; null where nothing with a letter or digit is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const before = /^[\s*_#>]*/.exec(words)?.[0].length ?? 0;
  const after = /(?<![\s*_#])[\s*_#]*$/.exec(words)?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

/**
 * The words, as long as they were, with every letter inside quotation marks made a letter that no rule is about: what is
 * quoted inside a sentence is not asked by who quotes it. Marks that a sentence begins with hide nothing, for in them
 * somebody speaks. A stop before the closing mark stays.
 */
export function withoutQuoted(words: string): string {
  let out = '';
  let from = 0;
  for (const { start: at, end } of quotedIn(words)) {
    const quoted = words.slice(at, end);
    // Bounded by 20: the slice.
    if (/(?:^|\n|[.!?…]["”»’]?)\s*$/.test(words.slice(Math.max(0, at - 20), at))) continue;
    const stop = /(?<![.!?…])[.!?…]*.$/su.exec(quoted)?.[0] ?? '';
    const inner = quoted.slice(1, quoted.length - stop.length);
    out += words.slice(from, at) + quoted[0]! + 'x'.repeat(inner.length) + stop;
    from = end;
  }
  return out + words.slice(from);
}

const CLOSING_MARK: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»' };

/** What stands in quotation marks on one line, marks and all, from each mark to the next that closes it. Linear. */
function* quotedIn(words: string): Generator<Span> {
  /** Where the next mark of a kind, or the next line, begins: looked for once each. */
  const next = new Map<string, number>();
  const nextOf = (mark: string, from: number): number => {
    const known = next.get(mark) ?? -1;
    if (known >= from) return known;
    const found = words.indexOf(mark, from);
    next.set(mark, found < 0 ? Infinity : found);
    return next.get(mark)!;
  };
  for (let at = 0; at < words.length; at += 1) {
    const closing = CLOSING_MARK[words[at]!];
    if (closing === undefined) continue;
    const close = nextOf(closing, at + 1);
    if (close >= nextOf('\n', at + 1)) continue;
    yield { start: at, end: close + 1 };
    at = close;
  }
}

/** The parts of a span between empty lines, each without the line break at its end. */
export function paragraphsIn(text: string, span: Span): Span[] {
  const paragraphs: Span[] = [];
  let { start } = span;
  for (const gap of text.slice(span.start, span.end).matchAll(/\s+/g)) {
    if (gap[0].indexOf('\n') === gap[0].lastIndexOf('\n')) continue;
    paragraphs.push({ start, end: span.start + gap.index });
    start = span.start + gap.index + gap[0].length;
  }
  return [...paragraphs, { start, end: span.end }].filter((paragraph) => paragraph.start < paragraph.end);
}
