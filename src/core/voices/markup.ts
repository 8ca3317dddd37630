import type { Span } from '../text/span.ts';

/** The marks that Markdown puts around words without being words; they are skipped where the words are read. */
export const MARKUP = new Set('*_#>`~\\');

/** How a whole paragraph is set: as a Markdown heading, in bold or italics throughout, or as plain text. */
export type Setting = 'heading' | 'bold' | 'italic' | 'plain';

const HEADING = /^#{1,6}\s/;
const BOLD = /^(?:\*\*|__)(?=\S)[^*]+(?:\*\*|__)[\s.?!:]*$/;
const ITALIC = /^([*_])(?![*_\s])[^*]+\1[\s.?!:]*$/;
const RULE = /^(?:[-*_=–—]\s?){2,}$/;

/** How the paragraph at `span` is set. */
export function settingOf(text: string, span: Span): Setting {
  const first = text[span.start];
  if (first !== '#' && first !== '*' && first !== '_') return 'plain';
  const words = text.slice(span.start, span.end);
  if (HEADING.test(words)) return 'heading';
  if (BOLD.test(words)) return 'bold';
  return ITALIC.test(words) ? 'italic' : 'plain';
}

/** A line of dashes, stars or underscores that parts two sections. */
export function isRule(text: string, span: Span): boolean {
  return span.end - span.start < 80 && RULE.test(text.slice(span.start, span.end));
}

/** The words of the span without Markdown: emphasis and heading marks dropped, a link replaced by its text. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,200})\](?:\([^()\s]{0,500}(?: "[^"]{0,200}")?\)|\[[^\][]{0,80}\])/g, '$1')
    .replace(/[*_`#\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
