import type { LeftOut } from './left-out.ts';

/** Elements whose content is no part of the words, and what a person is told of them; null for what goes unsaid. */
export const DROPPED: ReadonlyMap<string, LeftOut | null> = new Map<string, LeftOut | null>([
  ...(['script', 'style', 'noscript', 'template', 'noembed', 'noframes'] as const).map(
    (name) => [name, 'script'] as const,
  ),
  ...(['iframe', 'object', 'embed', 'applet', 'audio', 'video', 'frame', 'frameset', 'portal'] as const).map(
    (name) => [name, 'media'] as const,
  ),
  ...(['input', 'button', 'select', 'textarea', 'option', 'datalist', 'meter', 'progress'] as const).map(
    (name) => [name, 'control'] as const,
  ),
  ...(['svg', 'math', 'canvas', 'map'] as const).map((name) => [name, 'formula'] as const),
  ...(['img', 'picture'] as const).map((name) => [name, 'picture'] as const),
  ...(['head', 'title', 'link', 'meta', 'base', 'param', 'source', 'track'] as const).map(
    (name) => [name, null] as const,
  ),
]);

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre ' +
    'search section summary table tbody tfoot thead ul xmp'
  ).split(' '),
);

/** Elements within a line that are kept; every other element that is not dropped gives way to its content. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup td ' +
    'th time tr tt u var wbr'
  ).split(' '),
);

/** Whether an element says of itself that nobody sees it. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    element.getAttribute('style') ?? '',
  );
}

/** An element's name in lower case; that of one from another vocabulary (SVG, MathML) too. */
export const nameOf = (element: Element): string => element.localName.toLowerCase();

/** The step of a walk through a tree in its order: down if `inside`, else past the node; null at the end of `root`. */
export function following(node: Node, root: Node, inside: boolean): Node | null {
  if (inside && node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode)
    if (at.nextSibling) return at.nextSibling;
  return null;
}

/** Whether a picture stands for a character: its text is nothing but an emoji (Unicode's emoji and their joiners). */
export function isLetter(element: Element): boolean {
  const alt = element.getAttribute('alt') ?? '';
  const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alt);
  return isEmoji && alt.length < 20 && /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(alt);
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** How many elements are under a root, and how many of them lie in each other at most. */
export function shapeOf(root: Element): { readonly elements: number; readonly depth: number } {
  let [elements, depth, deepest] = [0, 0, 0];
  for (let node: Node | null = root.firstChild; node;) {
    if (isElement(node)) elements += 1;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      deepest = Math.max(deepest, depth);
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return { elements, depth: deepest };
}

/** Elements by whose names a form or a document is asked for properties. */
const NAMING = new Set(
  'applet button embed fieldset form frame frameset iframe img input object output select textarea'.split(
    ' ',
  ),
);

/**
 * Takes the names off the elements of a new document. A form with a field that is called `nextSibling` answers with
 * that field when it is asked for its sibling, and a document does the like (HTML Standard, named properties): a walk
 * would go in circles. Until this is done, nothing may be read of a document but what its prototypes say.
 */
export function unname(document: Document): Document {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a prototype has the methods, and no names
  const documents = Object.getPrototypeOf(document) as Document;
  const walker = documents.createTreeWalker.call(document, document, 1);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same; the walker shows elements only
    const elements = Object.getPrototypeOf(node) as Element;
    const name: unknown = Reflect.get(elements, 'localName', node);
    if (typeof name !== 'string' || !NAMING.has(name.toLowerCase())) continue;
    elements.removeAttribute.call(node, 'name');
    elements.removeAttribute.call(node, 'id');
  }
  return document;
}
