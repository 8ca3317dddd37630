import {
  citationHtml,
  citationMarkdown,
  citationOf,
  citationText,
  type Citation,
  type CitationSource,
} from '../core/link/citation.ts';
import { formatQuoteLink } from '../core/link/quote-link.ts';
import { DIRECTIVE } from '../core/link/locator.ts';
import { textDirective } from '../core/link/text-directive.ts';
import { searchFor, viewOf } from '../core/link/view.ts';
import type { Span } from '../core/text/span.ts';
import type { Article } from '../core/voices/read-article.ts';
import type { Formats } from '../dom/clipboard.ts';
import { ownId } from '../storage/own-article.ts';
import type { Reading } from './reading.ts';

/*
 * Fetched when something is first passed on: reading an article needs none of it.
 */

/**
 * The absolute address of words of the open article, in the view that is open. Nobody else has an article of one's own:
 * its words are pointed at where it came from, and null is where that is not known.
 */
export function quoteAddress({ article, published }: Reading, span: Span): string | null {
  if (ownId(published.slug) !== null) return addressElsewhere(published.source?.url, article, span);
  const path = location.pathname + searchFor(viewOf(location.search));
  return new URL(path + formatQuoteLink(article, span), location.href).href;
}

/** The words on the page that the article came from, by a text directive (WICG scroll-to-text-fragment); null without a page. */
export function addressElsewhere(page: string | undefined, article: Article, span: Span): string | null {
  if (page === undefined) return null;
  const directive = textDirective(article, span);
  return page.replace(/#.*$/s, '') + (directive === '' ? '' : `#${DIRECTIVE}${directive}`);
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
