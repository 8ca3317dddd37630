import { PAGE_DATA_ITEMS, PAGE_DATA_LENGTH } from '../core/limits.ts';
import type { About } from '../core/text/brought.ts';
import { isoDate } from './date.ts';
import { languageTag } from './language-tag.ts';
import { inPlainOrder } from '../core/text/plain-order.ts';
import { linkAddress } from './link-address.ts';

/** A title is looked for among so many headings. */
const MOST_HEADINGS = 8;

/**
 * What a page says of itself, in its `meta` elements (Open Graph, Dublin Core, citation), its JSON-LD (schema.org) and
 * its language. Read before anything is taken out of the document. `address` is where the page was, null if unknown.
 */
export function aboutPage(document: Document, address: string | null): About {
  const metas = metasOf(document);
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const value = metas.get(name);
      if (value !== undefined) return value;
    }
    return null;
  };
  const data = articleData(document);
  const url = pageAddress(document, meta('og:url'), address);
  const site =
    meta('og:site_name', 'application-name', 'citation_journal_title') ?? nameIn(data?.['publisher']);
  return {
    title: withoutSite(
      textIn(data?.['headline']) ??
        meta('og:title', 'twitter:title', 'citation_title', 'dc.title') ??
        squeezed(document.querySelector('title')?.textContent),
      document,
    ),
    lang: languageTag(document.documentElement.getAttribute('lang') ?? meta('og:locale', 'dc.language')),
    author:
      nameIn(data?.['author']) ?? authorIn(meta('author', 'citation_author', 'dc.creator', 'article:author')),
    date: isoDate(
      textIn(data?.['datePublished']) ??
        meta('article:published_time', 'citation_publication_date', 'dc.date', 'date', 'pubdate') ??
        document.querySelector('time[datetime]')?.getAttribute('datetime'),
    ),
    source: url === null ? null : { name: site ?? new URL(url).hostname.replace(/^www\./, ''), url },
  };
}

/** A title as the page's heading has it, where it goes on only to name the site ("Bees · The Hive"). */
function withoutSite(title: string | null, document: Document): string | null {
  if (title === null) return null;
  const headings = [...document.querySelectorAll('h1')].slice(0, MOST_HEADINGS);
  const named = headings.map((one) => squeezed(one.textContent));
  return named.find((words) => words !== null && title.startsWith(`${words} `)) ?? title;
}

/** The address of a page: where it says that it lives, if that is the site it came from; else where it was. */
function pageAddress(document: Document, opened: string | null, address: string | null): string | null {
  const was = address === null ? null : linkAddress(address, null);
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? opened;
  const says = canonical === null ? null : linkAddress(canonical, was);
  if (says === null || !/^https?:/.test(says)) return was;
  return was === null || new URL(says).hostname === new URL(was).hostname ? says : was;
}

/** The base of a page's relative addresses: its own `base` element, else where it was; null where neither is known. */
export function baseOf(document: Document, address: string | null): string | null {
  const was = address === null ? null : linkAddress(address, null);
  const said = document.querySelector('base[href]')?.getAttribute('href');
  return (said ? linkAddress(said, was) : null) ?? was;
}

function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of [...document.getElementsByTagName('meta')].slice(0, 500)) {
    const name = element.getAttribute('property') ?? element.getAttribute('name');
    const value = squeezed(element.getAttribute('content'));
    if (name && value !== null && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), value);
  }
  return metas;
}

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first article in a page's JSON-LD; null where there is none, or it can't be read. */
function articleData(document: Document): Data | null {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 20)) {
    const items = itemsIn(script.textContent ?? '');
    const article = items.find((item) => /Article|BlogPosting|Interview|Report$/.test(String(item['@type'])));
    if (article) return article;
  }
  return null;
}

function itemsIn(json: string): Data[] {
  if (json.length > PAGE_DATA_LENGTH) return [];
  try {
    const parsed: unknown = JSON.parse(json);
    const list: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return list
      .slice(0, PAGE_DATA_ITEMS)
      .flatMap((one) =>
        isData(one) && Array.isArray(one['@graph']) ? one['@graph'].slice(0, PAGE_DATA_ITEMS) : [one],
      )
      .filter(isData);
  } catch {
    return [];
  }
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? squeezed(value) : null);

/** The name of a person or an organisation, or of the first of several. */
function nameIn(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isData(one) ? textIn(one['name']) : authorIn(textIn(one));
}

/** Some pages give their author as an address of a profile, which is no name. */
const authorIn = (name: string | null): string | null =>
  name === null || /^https?:/i.test(name) ? null : name;

/** A text on one line, at most a few lines long; null where there are no words. */
function squeezed(text: string | null | undefined): string | null {
  return (
    inPlainOrder(text?.slice(0, 1000) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500) || null
  );
}
