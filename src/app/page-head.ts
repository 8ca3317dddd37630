import { jsonInHtml } from '../core/text/escape-html.ts';
/** What a page says of itself in its head: to a browser, to search engines, and to chats that show a pasted link. */
export interface PageHead {
  readonly title: string;
  readonly description?: string;
  /** The page's path from the origin. */
  readonly path?: string;
  /** Open Graph (https://ogp.me): what the card of a pasted link has for its title. */
  readonly card?: string;
  /** schema.org, as JSON-LD. */
  readonly data?: object;
}

/**
 * The elements of a page's head. With the site's address (its origin, as `SITE_URL` gives it) canonical and Open Graph
 * addresses are absolute, as chats want them; without it `og:url` is left out. Data blocks are no scripts to a CSP.
 */
export function headOf({ title, description, path, card, data }: PageHead, site: string | undefined): string {
  const tags = [`<title>${escape(title)} · Sidegloss</title>`];
  if (description !== undefined) tags.push(`<meta name="description" content="${escape(description)}" />`);
  if (path !== undefined) {
    tags.push(`<link rel="canonical" href="${escape(absolute(path, site))}" />`);
    const graph: Record<string, string | undefined> = {
      type: 'article',
      site_name: 'Sidegloss',
      title: card ?? title,
      description,
      url: site === undefined ? undefined : absolute(path, site),
    };
    for (const [name, value] of Object.entries(graph)) {
      if (value !== undefined) tags.push(`<meta property="og:${name}" content="${escape(value)}" />`);
    }
    tags.push('<meta name="twitter:card" content="summary" />');
  }
  if (data !== undefined) tags.push(`<script type="application/ld+json">${jsonInHtml(data)}</script>`);
  return tags.join('\n    ');
}

/** A path as an address: absolute where the site's own is known. Throws a TypeError for a site that is no address. */
export function absolute(path: string, site: string | undefined): string {
  return site === undefined ? path : new URL(path, site).href;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
