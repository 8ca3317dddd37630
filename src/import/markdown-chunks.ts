import { MARKDOWN_PIECE, MARKDOWN_SIGNS } from '../core/limits.ts';

/** A stretch of Markdown that means the same alone as in its text, but for references. */
export interface Chunk {
  readonly text: string;
  /** `prose` has no sign of Markdown in it; `literal` has so many that reading them would take too long. */
  readonly kind: 'prose' | 'marked' | 'literal';
}

/** Anything that can mean more than itself. What this does not find is words, blanks and line ends. */
const SIGN = /[*_[\]<>&`#|\\~]|^[ \t]|^[-+=]|^\d{1,9}[.)]| {2}$/m;
const EACH_SIGN = /[*_[\]<>&`!\\~-]/g;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
/** Quotes and lists in each other, more than sixteen deep on one line: nobody's text, and cubic work. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){17}/m;

/** A text that is no longer than this is read in one piece, exactly as CommonMark has it. */
const SHORT = 16_384;

/**
 * Cuts a text at its blank lines, so that the work grows with the text and not with its square: before each line that
 * is not indented, outside of fenced code and HTML, and between the items of a list (CommonMark 0.31, block structure).
 */
export function* chunksOf(text: string): Generator<Chunk> {
  const whole = text.length <= SHORT ? kindOf(text) : null;
  if (whole !== null && whole.kind !== 'literal') {
    yield whole;
    return;
  }
  let begin = 0;
  let blankBefore = false;
  /** What ends the fence or the HTML that is open; null outside of both. */
  let until: Closes | null = null;
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, Math.min(end, start + 200));
    const isBlank = line.trim() === '';
    const parts =
      until === null &&
      !isBlank &&
      !/^[ \t]/.test(line) &&
      (blankBefore || (LIST_ITEM.test(line) && LIST_ITEM.test(text.slice(begin, begin + 12))));
    if (start > begin && (parts || (until !== null && start - begin > MARKDOWN_PIECE))) {
      yield kindOf(text.slice(begin, start));
      begin = start;
    }
    until = until === null ? openedBy(line) : until(line) ? null : until;
    blankBefore = isBlank;
    start = end + 1;
  }
  if (begin < text.length) yield kindOf(text.slice(begin));
}

/** Whether a line ends what an earlier one has opened. */
type Closes = (line: string) => boolean;

/** What must come to end what a line opens; null where it opens nothing that reaches over blank lines. */
function openedBy(line: string): Closes | null {
  const fence = /^ {0,3}(?:(`{3,})[^`]*$|(~{3,}))/.exec(line);
  if (fence) {
    const marks = fence[1] ?? fence[2]!;
    return (other) => {
      const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(other)?.[1] ?? '';
      return close[0] === marks[0] && close.length >= marks.length;
    };
  }
  const html = /^ {0,3}<(?:(script|pre|style|textarea)\b|(!--)|(\?)|(!\[CDATA\[))/i.exec(line);
  if (!html) return null;
  const end = html[1] ? /<\/(?:script|pre|style|textarea)>/i : html[2] ? /-->/ : html[3] ? /\?>/ : /\]\]>/;
  return end.test(line) ? null : (other) => end.test(other);
}

function kindOf(text: string): Chunk {
  if (!SIGN.test(text)) return { text, kind: 'prose' };
  const isHard =
    text.length > MARKDOWN_PIECE ||
    (text.match(EACH_SIGN)?.length ?? 0) > MARKDOWN_SIGNS ||
    TOO_DEEP.test(text);
  return { text, kind: isHard ? 'literal' : 'marked' };
}
