import { BLOCKS, DROPPED, isElement, isHidden, isLetter, nameOf } from './html-elements.ts';
import { linkAddress } from './link-address.ts';
import type { Setting, Sheet } from './sheet.ts';

/** What an element did to the sheet when it was entered, to be undone when it is left. */
interface Entered {
  readonly opened: number;
  readonly isBlock: boolean;
  /** Lines of a table before it; null for what is no table. */
  readonly cells: number | null;
  readonly after?: string | undefined;
}

/**
 * Writes the words under an element and how they are set. Blanks are one blank, as the page would show them; the cells
 * of a table's row stand on one line. It needs no recursion, so no depth is too deep, and its time grows with the
 * nodes. Whatever the elements are, nothing but words and addresses of the web comes out.
 */
export function walkHtml(root: Element, sheet: Sheet, base: string | null): void {
  const entered: Entered[] = [];
  const lists: boolean[] = [];
  let [preformatted, quotes] = [0, 0];

  const enter = (element: Element, name: string): Entered => {
    const settings = settingsOf(element, name, { lists, base, leftOut: () => sheet.leftOut.add('link') });
    const isBlock = BLOCKS.has(name);
    const isList = name === 'ul' || name === 'ol' || name === 'menu';
    if (isBlock) sheet.gap('paragraph');
    else if (name === 'tr') sheet.gap('line');
    else if (name === 'td' || name === 'th') sheet.gap(hasSameBefore(element) ? 'cell' : 'space');
    else if (name === 'br') sheet.gap('break');
    if (name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext') preformatted += 1;
    if (isList) lists.push(name === 'ol');
    for (const setting of settings) sheet.open(setting);
    const marks = name === 'q' ? QUOTES[quotes++ % 2] : undefined;
    if (marks) sheet.words(marks[0]);
    return {
      opened: settings.length,
      isBlock,
      cells: name === 'table' ? sheet.cells() : null,
      after: marks?.[1],
    };
  };

  const leave = (element: Element): void => {
    const state = entered.pop();
    if (!state) return;
    const name = nameOf(element);
    if (state.after !== undefined) {
      sheet.words(state.after);
      quotes -= 1;
    }
    for (let count = state.opened; count > 0; count -= 1) sheet.close();
    if (state.isBlock) sheet.gap('paragraph');
    if (state.cells !== null && sheet.cells() > state.cells) sheet.leftOut.add('table');
    if (name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext') preformatted -= 1;
    if (name === 'ul' || name === 'ol' || name === 'menu') lists.pop();
    if (name === 'tr') sheet.gap('line');
  };

  for (let node: Node | null = root.firstChild; node;) {
    let goesInside = false;
    if (node.nodeType === 3) {
      if (preformatted > 0) writePreformatted(node.nodeValue ?? '', sheet);
      else writeText(node.nodeValue ?? '', sheet);
    } else if (isElement(node)) {
      const name = nameOf(node);
      if (DROPPED.has(name)) drop(node, name, sheet);
      else if (isHidden(node)) sheet.leftOut.add('hidden', node.textContent?.trim() ? 1 : 0);
      else {
        const state = enter(node, name);
        entered.push(state);
        goesInside = true;
      }
    }
    if (goesInside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (goesInside && isElement(node)) leave(node);
    let at: Node | null = node;
    while (at && at !== root && !at.nextSibling) {
      at = at.parentNode;
      if (at && at !== root && isElement(at)) leave(at);
    }
    node = at && at !== root ? at.nextSibling : null;
  }
}

/** The marks that a browser draws around `<q>`, outer and inner. */
const QUOTES = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/** What an element means for the words in it. */
function settingsOf(
  element: Element,
  name: string,
  { lists, base, leftOut }: { lists: readonly boolean[]; base: string | null; leftOut: () => void },
): Setting[] {
  if (name === 'a' && element.hasAttribute('href')) {
    const written = element.getAttribute('href')!;
    const href = linkAddress(written, base);
    if (href === null && !/^\s*(?:#|$)/.test(written)) leftOut();
    return href === null ? [] : [{ kind: 'link', href }];
  }
  if (/^h[1-6]$/.test(name)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name says so
    return [{ kind: 'heading', level: Number(name[1]) as 1 | 2 | 3 | 4 | 5 | 6 }];
  }
  if (name === 'li')
    return [{ kind: 'list-item', ordered: lists.at(-1) ?? false, depth: Math.max(1, lists.length) }];
  if (name === 'blockquote') return [{ kind: 'block-quote' }];
  return inlineSettings(name, element.getAttribute('style') ?? '');
}

/** Bold and italics by the element or by its style, which is how some word processors put them on the clipboard. */
function inlineSettings(name: string, style: string): Setting[] {
  const settings: Setting[] = [];
  const weight = /(?:^|;)\s*font-weight\s*:\s*(bold|normal|\d+)/i.exec(style)?.[1];
  const isBold =
    weight === undefined ? name === 'b' || name === 'strong' : !/^(?:normal|[1-5]00)$/i.test(weight);
  const slant = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)/i.exec(style)?.[1];
  const isItalic = slant === undefined ? name === 'i' || name === 'em' : !/^normal$/i.test(slant);
  if (isBold) settings.push({ kind: 'strong' });
  if (isItalic) settings.push({ kind: 'emphasis' });
  return settings;
}

/** Tells of what is left out; a picture that stands for a character is that character. */
function drop(element: Element, name: string, sheet: Sheet): void {
  if (name === 'img' && isLetter(element)) {
    sheet.words(element.getAttribute('alt') ?? '');
    return;
  }
  const told = DROPPED.get(name);
  if (told) sheet.leftOut.add(told);
}

function hasSameBefore(cell: Element): boolean {
  const before = cell.previousElementSibling;
  return before !== null && /^t[dh]$/i.test(before.localName);
}

/** Nothing to see: an editor's empty paragraph has a blank of one of these kinds in it. */
const EMPTY = /^[\s\u00a0\u200b]*$/;

function writeText(value: string, sheet: Sheet): void {
  const words = value.replace(/[ \t\r\n\f]+/g, ' ');
  const inner = words.replace(/^ | $/g, '');
  if (words.startsWith(' ') || EMPTY.test(words)) sheet.gap('space');
  if (EMPTY.test(words)) return;
  sheet.words(inner);
  if (words.endsWith(' ')) sheet.gap('space');
}

function writePreformatted(value: string, sheet: Sheet): void {
  const lines = value.split(/\r\n?|\n/);
  for (const [index, line] of lines.entries()) {
    // The last piece is the beginning of a line that may go on in the next node.
    if (index > 0) sheet.gap(line.trim() === '' && index < lines.length - 1 ? 'paragraph' : 'line');
    if (line.trim() !== '') sheet.words(line.trimEnd());
  }
}
