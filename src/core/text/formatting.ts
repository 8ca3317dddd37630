import type { Span } from './span.ts';

/**
 * How a stretch of a text was set where it came from: laid over the text, like everything that is said about it. Spans
 * of headings, list items and quotes are whole paragraphs; the others lie within one. Links are web addresses
 * (http, https, mailto) and nothing else.
 */
export type Formatting = Span &
  (
    | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
    | { readonly kind: 'list-item'; readonly ordered: boolean; readonly depth: number }
    | { readonly kind: 'block-quote' | 'emphasis' | 'strong' }
    | { readonly kind: 'link'; readonly href: string }
  );
