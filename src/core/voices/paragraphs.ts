import type { Span } from '../text/span.ts';
import { labelAt } from './labels.ts';

/** Wider than any line that an editor or a mail program breaks by itself; such a line is a paragraph as it stands. */
const WIDEST_WRAP = 100;
/** Narrower than any column of prose: a poem, a list, a table. */
const NARROWEST_WRAP = 30;

/**
 * Where the paragraphs of a text lie, in order, without the blanks around them. A blank line always parts two
 * paragraphs. A single line break does so too, unless the lines are wrapped, that is, filled up to one width.
 */
export function paragraphsOf(text: string): Span[] {
  const runs = runsOfLines(text);
  const width = wrapWidth(text, runs);
  return runs.flatMap((run) => joinLines(text, run, width));
}

/** Runs of lines with no blank line in them; each line without the blanks at its ends. */
function runsOfLines(text: string): Span[][] {
  const runs: Span[][] = [];
  let run: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const end = lineEnd(text, start);
    const line = trimmed(text, { start, end });
    if (line.start < line.end) run.push(line);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return at;
  }
  return text.length;
}

/** The span without the blanks at its ends; empty where it holds nothing else. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as Unicode has it, and the marks without width that editors leave behind (zero-width space, BOM). */
function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/**
 * The width that the text's lines are filled up to, or 0 where its lines are not wrapped. A line counts as filled
 * when the next line's first word would not have fitted on it.
 */
function wrapWidth(text: string, runs: readonly Span[][]): number {
  const continued = runs.flatMap((run) => run.slice(0, -1).map((line) => line.end - line.start));
  if (continued.length === 0) return 0;
  const sorted = continued.toSorted((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return 0;
  let [filled, broken] = [0, 0];
  for (const run of runs) {
    for (let i = 0; i + 1 < run.length; i++) {
      if (isFilled(text, run, i, width)) filled++;
      else if (!startsParagraph(text, run[i + 1], run[i])) broken++;
    }
  }
  return filled >= (filled + broken) * 0.6 ? width : 0;
}

function isFilled(text: string, run: readonly Span[], index: number, width: number): boolean {
  const line = run[index];
  const next = run[index + 1];
  if (line === undefined || next === undefined) return false;
  let wordEnd = next.start;
  while (wordEnd < next.end && !isBlank(text.charCodeAt(wordEnd))) wordEnd++;
  return line.end - line.start + 1 + (wordEnd - next.start) >= width - 4;
}

/** The paragraphs of one run: each line for itself, or wrapped lines joined up to the next that opens a paragraph. */
function joinLines(text: string, run: readonly Span[], width: number): Span[] {
  if (width === 0) return [...run];
  const paragraphs: Span[] = [];
  for (const [index, line] of run.entries()) {
    const last = paragraphs.at(-1);
    const previous = run[index - 1];
    const broken =
      last === undefined ||
      previous === undefined ||
      startsParagraph(text, line, previous) ||
      text[previous.start] === '#' ||
      (endsSentence(text, previous) && previous.end - previous.start < width * 0.6);
    if (broken) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
  }
  return paragraphs;
}

/** Headings, list items and dash dialogue open a paragraph wherever they stand, labels after the end of a sentence. */
function startsParagraph(text: string, line: Span | undefined, previous: Span | undefined): boolean {
  if (line === undefined || previous === undefined) return true;
  if (/^(?:#{1,6}\s|[-*+•–—]\s|\d{1,3}[.)]\s|!\[)/.test(text.slice(line.start, line.start + 8))) return true;
  return labelAt(text, line) !== null && endsSentence(text, previous);
}

function endsSentence(text: string, line: Span): boolean {
  return /[.!?…:。！？][\p{Pf}\p{Pe}"'*_]{0,3}$/u.test(
    text.slice(Math.max(line.start, line.end - 5), line.end),
  );
}
