import { PURIFIED_DEPTH, PURIFIED_ELEMENTS } from '../core/limits.ts';
import type { About, Brought, Original } from '../core/text/brought.ts';
import { clean } from './clean.ts';
import { aboutPage, baseOf } from './html-about.ts';
import { extractArticle, isAround, purify } from './html-article.ts';
import { following, isElement, nameOf, shapeOf, unname } from './html-elements.ts';
import { isTooMuch } from './html-tags.ts';
import { walkHtml } from './html-walk.ts';
import { guarded, noWords, refuseBySize } from './refuse.ts';
import { startSheet, type Sheet } from './sheet.ts';
import { stripTags } from './strip-tags.ts';
import { titleFirst } from './title-first.ts';
import { UNKNOWN } from './plain-text.ts';

/** Makes a document that runs nothing and loads nothing (`dom/trusted.ts` has it); Trusted Types allow no other. */
export type ParseInert = (html: string) => Document;

/** What is known of HTML that comes in. */
export interface HtmlSource {
  readonly name: string | null;
  /** Where the page was; null if unknown. Relative links need it. */
  readonly address: string | null;
  readonly parse: ParseInert;
  /** A piece of a page is taken whole; of a page only its article is. */
  readonly extent: 'page' | 'piece';
}

/**
 * HTML as plain words with headings, lists, quotes, emphasis and links laid over them. It is read as an inert document,
 * sanitised by DOMPurify, and of a page the article is taken by Readability; where that finds nothing, or would lose
 * most of the prose, everything but navigation is taken. Nothing is fetched and no script runs at any size.
 */
export function bringHtml(content: string, source: HtmlSource): Brought {
  return guarded(content, () => {
    const refused = refuseBySize(content);
    if (refused) return refused;
    const sheet = startSheet();
    const { text: html, removed } = clean(content);
    sheet.leftOut.add('character', removed);
    const about = isTooMuch(html) ? null : writePage(html, sheet, source);
    if (about === null) stripTags(html, sheet);
    const written = sheet.finish();
    if (written.text.trim() === '') return noWords(null);
    const page = source.extent === 'page' ? titleFirst(written, about?.title ?? null) : written;
    const original: Original = { name: source.name, type: 'text/html', content };
    return {
      ok: true,
      imported: { ...page, about: about ?? UNKNOWN, original, leftOut: sheet.leftOut.told() },
    };
  });
}

/** Writes a piece of HTML onto a sheet that has other words too: for HTML inside Markdown. */
export function writeHtmlPiece(html: string, sheet: Sheet, parse: ParseInert): void {
  sheet.gap('paragraph');
  if (isTooMuch(html)) stripTags(html, sheet);
  else {
    const document = unname(parse(html));
    purify(document, null, sheet.leftOut);
    walkHtml(document.body, sheet, null);
  }
  sheet.gap('paragraph');
}

/** Writes the words of a page, or of a piece of one, and says what it tells of itself; null where it has no body. */
function writePage(html: string, sheet: Sheet, { address, parse, extent }: HtmlSource): About | null {
  const document = unname(parse(html));
  if (nameOf(document.body) !== 'body') return null;
  const about = extent === 'page' ? aboutPage(document, address) : UNKNOWN;
  const base = baseOf(document, address);
  const { elements, depth } = shapeOf(document.body);
  if (elements > PURIFIED_ELEMENTS || depth > PURIFIED_DEPTH) {
    walkHtml(document.body, sheet, base);
    return about;
  }
  purify(document, base, sheet.leftOut);
  if (extent === 'piece') {
    walkHtml(document.body, sheet, base);
    return about;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy is of the kind of what it is a copy of
  const whole = document.body.cloneNode(true) as HTMLElement;
  const article = extractSafely(document);
  sheet.leftOut.add('frame', article || withoutAround(whole) ? 1 : 0);
  walkHtml(article?.root ?? whole, sheet, base);
  return {
    ...about,
    title: about.title ?? article?.title ?? null,
    author: about.author ?? article?.author ?? null,
  };
}

/** Readability goes into depth by calls, and pages may be deeper than calls can go: then there is no article. */
function extractSafely(document: Document): ReturnType<typeof extractArticle> {
  try {
    return extractArticle(document);
  } catch {
    return null;
  }
}

/** Takes out what stands around an article, if words are left then; says whether it did. */
function withoutAround(body: HTMLElement): boolean {
  const around: Element[] = [];
  for (let node: Node | null = body.firstChild; node;) {
    const one = isElement(node) && isAround(node) && !/^(?:main|article)$/.test(nameOf(node)) ? node : null;
    if (one) around.push(one);
    node = following(node, body, one === null);
  }
  const lost = around.reduce((sum, element) => sum + (element.textContent?.length ?? 0), 0);
  if (around.length === 0 || lost > (body.textContent?.length ?? 0) / 2) return false;
  for (const element of around) element.remove();
  return true;
}
