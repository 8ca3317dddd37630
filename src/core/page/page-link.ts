import { shownHost } from '../notes/shown-host.ts';
import { isWebAddress } from '../notes/web-address.ts';
import { escapeHtml } from '../text/escape-html.ts';

/** A link where the address is one of the web, with the host that it leads to; else both as text. */
export function linkTo(address: string, words: string): string {
  if (!isWebAddress(address)) return escapeHtml(words === address ? words : `${words} (${address})`);
  const host = shownHost(words, address);
  const leads = host === null ? '' : ` <bdi>(${escapeHtml(host)})</bdi>`;
  return `<a href="${escapeHtml(address)}" rel="noreferrer noopener">${escapeHtml(words)}</a>${leads}`;
}
