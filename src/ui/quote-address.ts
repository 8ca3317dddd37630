import {
  citationHtml,
  citationMarkdown,
  citationOf,
  citationText,
  type Citation,
  type CitationSource,
} from '../core/link/citation.ts';
import { formatQuoteLink } from '../core/link/quote-link.ts';
import { searchFor, viewOf } from '../core/link/view.ts';
import type { Span } from '../core/text/span.ts';
import type { Formats } from '../dom/clipboard.ts';
import type { Reading } from './reading.ts';

/*
 * Fetched when something is first passed on: reading an article needs none of it.
 */

/** The absolute address of words of the open article, in the view that is open. */
export function quoteAddress({ article }: Reading, span: Span): string {
  const path = location.pathname + searchFor(viewOf(location.search));
  return new URL(path + formatQuoteLink(article, span), location.href).href;
}

/** Where words of the open article come from. */
export function sourceOf(reading: Reading, span: Span): CitationSource {
  const { title, source, date } = reading.published;
  return { title, outlet: source?.name ?? null, date, address: quoteAddress(reading, span) };
}

/** A quote with its speaker, its question and its source, in every form in which it can be pasted. */
export function quoteFormats(reading: Reading, span: Span): Formats {
  return formatsOf(citationOf(reading.article, span), sourceOf(reading, span));
}

/** The same, of a citation that is there already. */
export function formatsOf(citation: Citation, source: CitationSource): Formats {
  return {
    text: citationText(citation, source),
    html: citationHtml(citation, source),
    markdown: citationMarkdown(citation, source),
  };
}
