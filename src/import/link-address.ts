import { LINK_LENGTH } from '../core/limits.ts';
import { isWebAddress } from '../core/notes/web-address.ts';

/**
 * Where a link may lead: a page of the web (http, https) or a mail address, whole, as the URL Standard writes it; null
 * for everything else. A relative address needs the address of its page.
 */
export function linkAddress(href: string, base: string | null): string | null {
  if (href.length > LINK_LENGTH) return null;
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  try {
    const url = base === null ? new URL(trimmed) : new URL(trimmed, base);
    // Made by a standard's parser, so that nothing hidden in the words of it decides about its scheme.
    if (url.protocol === 'mailto:') return /^mailto:[^\s@]+@[^\s@]+$/i.test(url.href) ? url.href : null;
    return isWebAddress(url.href) ? url.href : null;
  } catch {
    return null;
  }
}
