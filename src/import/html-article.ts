import { READABLE_DEPTH, READABLE_ELEMENTS, READABLE_LENGTH } from '../core/limits.ts';
import { Readability } from '@mozilla/readability';
import DOMPurify from 'dompurify';
import {
  BLOCKS,
  DROPPED,
  following,
  INLINE,
  isElement,
  isHidden,
  isLetter,
  nameOf,
  shapeOf,
} from './html-elements.ts';
import type { Tally } from './left-out.ts';
import { linkAddress } from './link-address.ts';

/** What Readability says of a page; null is unknown. */
export interface Extracted {
  readonly root: Element;
  readonly title: string | null;
  readonly author: string | null;
}

const LINK = /^(?:https?|mailto):/i;

/**
 * Prepares a document in place for what comes: what is not words goes, elements that mean nothing give way to their
 * content, and attributes go but those that say something about words. Each node is moved once, however deep it lies,
 * which is what sanitisers and Readability can't promise. Then DOMPurify makes sure of it.
 */
export function purify(document: Document, base: string | null, leftOut: Tally): void {
  const { body } = document;
  for (let node: Node | null = body.firstChild; node;) {
    const current: Node = node;
    if (!isElement(current)) {
      node = following(current, body, true);
      if (current.nodeType !== 3) current.parentNode!.removeChild(current);
      continue;
    }
    const name = nameOf(current);
    const isUnseen = isHidden(current);
    if ((DROPPED.has(name) && !(name === 'img' && isLetter(current))) || isUnseen) {
      node = following(current, body, false);
      const told = isUnseen ? 'hidden' : DROPPED.get(name);
      if (told && (!isUnseen || current.textContent?.trim())) leftOut.add(told);
      current.remove();
    } else if (name === 'img') {
      node = following(current, body, false);
      current.replaceWith(current.getAttribute('alt') ?? '');
    } else if (!BLOCKS.has(name) && !INLINE.has(name)) {
      const first = current.firstChild;
      node = first ?? following(current, body, false);
      while (current.firstChild) current.before(current.firstChild);
      current.remove();
    } else {
      if (name === 'a') placeLink(current, base, leftOut);
      node = following(current, body, true);
    }
  }
  // The body is a node already, so that no string becomes HTML here and no Trusted Types policy is asked for.
  DOMPurify.sanitize(body, {
    IN_PLACE: true,
    ALLOWED_TAGS: [...BLOCKS, ...INLINE],
    ALLOWED_ATTR: ['class', 'datetime', 'dir', 'href', 'id', 'itemprop', 'lang', 'rel', 'role', 'style'],
    ALLOWED_URI_REGEXP: LINK,
    ALLOW_DATA_ATTR: false,
    TRUSTED_TYPES_POLICY: null,
  });
}

/** A link's whole address in place of a relative one; none where it leads to no page of the web. */
function placeLink(link: Element, base: string | null, leftOut: Tally): void {
  const written = link.getAttribute('href');
  if (written === null) return;
  const href = linkAddress(written, base);
  if (href !== null) link.setAttribute('href', href);
  else {
    link.removeAttribute('href');
    if (!/^\s*(?:#|$)/.test(written)) leftOut.add('link');
  }
}

/**
 * The article of a purified page, by Readability; null where it finds none, where it would lose most of the page's
 * prose, and where the page is too large to ask it. The document is used up.
 */
export function extractArticle(document: Document): Extracted | null {
  const { body } = document;
  const { elements, depth } = shapeOf(body);
  if (elements > READABLE_ELEMENTS || depth > READABLE_DEPTH) return null;
  if ((body.textContent?.length ?? 0) > READABLE_LENGTH) return null;
  const prose = proseIn(body);
  rememberAsNodes(body);
  const article = new Readability(document, { serializer: (node) => node, charThreshold: 200 }).parse();
  const root = article?.content;
  if (!root || !isElement(root) || proseIn(root) < prose * LEAST_PROSE) return null;
  return { root, title: article.title?.trim() || null, author: article.byline?.trim() || null };
}

/** An article that holds less than this share of the page's prose is not the whole article. */
const LEAST_PROSE = 0.5;
/** A text this long, without a block in it, is prose and no menu, UTF-16 units. */
const PROSE = 60;

/** How much prose is under an element, outside of what stands around an article. */
function proseIn(root: Element): number {
  let prose = 0;
  for (let node: Node | null = root.firstChild; node;) {
    const skips = isElement(node) && isAround(node);
    if (node.nodeType === 3) {
      const { length } = node.nodeValue!.trim();
      if (length >= PROSE) prose += length;
    }
    node = following(node, root, !skips);
  }
  return prose;
}

/** Navigation, notices, comments: what a page has around its article. */
export function isAround(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'nav' || name === 'footer' || name === 'aside' || name === 'menu') return true;
  if (/^(?:navigation|contentinfo|complementary|banner|search)$/i.test(element.getAttribute('role') ?? ''))
    return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 400);
  return /(?:^|[\s_-])(?:comments?|disqus|cookie|newsletter|related|sidebar|share|subscribe)(?:$|[\s_-])/i.test(
    names,
  );
}

/**
 * Readability writes the body's HTML down and puts it back when its first try fails. Here it gets nodes to hold on to
 * instead: no string becomes HTML, which Trusted Types forbid and which can change what a page means.
 */
function rememberAsNodes(body: HTMLElement): void {
  let kept: Node = body.cloneNode(true);
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => {
      kept = body.cloneNode(true);
      return '';
    },
    set: () => {
      body.replaceChildren();
      const again = kept.cloneNode(true);
      while (again.firstChild) body.append(again.firstChild);
    },
  });
}
