import { isWebAddress } from '../notes/web-address.ts';
import { escapeHtml } from '../text/escape-html.ts';

/** A link where the address is one of the web; else both as text. */
export function linkTo(address: string, words: string): string {
  if (!isWebAddress(address)) return escapeHtml(words === address ? words : `${words} (${address})`);
  return `<a href="${escapeHtml(address)}" rel="noreferrer noopener">${escapeHtml(words)}</a>`;
}
