/*
 * What opening a link to a quote needs, in one part that is fetched when an address names a quote.
 */
export { carriedNote } from '../../core/link/carried-note.ts';
export { findQuote, parseQuoteLink } from '../../core/link/quote-link.ts';
export { unpackNote } from '../../dom/pack-note.ts';
