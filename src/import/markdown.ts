import { MARKDOWN_TIME } from '../core/limits.ts';
import type { Definition, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Brought } from '../core/text/brought.ts';
import { clean } from './clean.ts';
import { readFrontMatter } from './front-matter.ts';
import { linkAddress } from './link-address.ts';
import { chunksOf } from './markdown-chunks.ts';
import { guarded, noWords, refuseBySize } from './refuse.ts';
import { startSheet, type Setting, type Sheet } from './sheet.ts';
import { titleFirst } from './title-first.ts';

/** Writes the words of a piece of HTML; the HTML door has one. */
export type WriteHtml = (html: string, sheet: Sheet) => void;

/**
 * A text in Markdown (CommonMark, by its tree) as plain words with what its signs meant laid over them. Front matter
 * tells about the text. Pictures are left out. A piece of HTML is written by `writeHtml`, and left out without it.
 */
export function bringMarkdown(
  content: string,
  name: string | null,
  writeHtml: WriteHtml | null = null,
): Brought {
  return guarded(content, () => {
    const refused = refuseBySize(content);
    if (refused) return refused;
    const cleaned = clean(content);
    const { about, body } = readFrontMatter(cleaned.text);
    const sheet = startSheet();
    sheet.leftOut.add('character', cleaned.removed);
    writeMarkdown(body, sheet, writeHtml);
    const page = sheet.finish();
    if (page.text.trim() === '') return noWords(content);
    const [first] = page.formatting;
    const opening = first?.kind === 'heading' && first.start === 0 ? page.text.slice(0, first.end) : null;
    return {
      ok: true,
      imported: {
        ...titleFirst(page, about.title),
        about: { ...about, title: about.title ?? opening },
        original: { name, type: 'text/markdown', content },
        leftOut: sheet.leftOut.told(),
      },
    };
  });
}

function writeMarkdown(body: string, sheet: Sheet, writeHtml: WriteHtml | null): void {
  const began = performance.now();
  const definitions = definitionsIn(body);
  let stands = false;
  for (const chunk of chunksOf(body)) {
    sheet.gap('paragraph');
    if (chunk.kind === 'prose') writeLines(chunk.text, sheet, 'soft');
    else if (chunk.kind === 'literal' || performance.now() - began > MARKDOWN_TIME) {
      stands = true;
      writeLines(chunk.text, sheet, 'line');
    } else
      writeTree(
        chunk.text === body ? body : chunk.text + definitionsFor(chunk.text, definitions),
        sheet,
        writeHtml,
      );
  }
  if (stands) sheet.leftOut.add('markup');
}

/** Lines as they stand, a paragraph for each run of them. */
function writeLines(text: string, sheet: Sheet, gap: 'soft' | 'line'): void {
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words !== '') sheet.words(words);
    sheet.gap(words === '' ? 'paragraph' : gap);
  }
  sheet.gap('paragraph');
}

/** The link definitions of a text, each by its label as CommonMark compares labels; the first of a label counts. */
function definitionsIn(text: string): Map<string, string> {
  const definitions = new Map<string, string>();
  for (const [line, label] of text.matchAll(/^ {0,3}\[([^[\]\n]{1,999})\]:[ \t]*\S[^\n]*$/gm)) {
    const key = labelKey(label!);
    if (!definitions.has(key)) definitions.set(key, line);
  }
  return definitions;
}

const labelKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();

/** The definitions that a chunk refers to, to stand at its end. */
function definitionsFor(chunk: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return '';
  const used = new Set<string>();
  for (const [, label] of chunk.matchAll(/\[([^[\]]{1,999})\]/g)) {
    const line = definitions.get(labelKey(label!));
    if (line !== undefined) used.add(line);
  }
  return used.size === 0 ? '' : `\n\n${[...used].join('\n')}`;
}

/** What to do with a node before and after its children. */
interface Visit {
  readonly gap?: 'paragraph';
  readonly setting?: Setting | undefined;
}

function writeTree(text: string, sheet: Sheet, writeHtml: WriteHtml | null): void {
  const tree = fromMarkdown(text);
  const addresses = new Map<string, string>();
  const lists: boolean[] = [];
  /** The name of a script or style whose content is being passed over; null outside of one. */
  let passing: string | null = null;

  const visit = (node: Nodes): Visit => {
    switch (node.type) {
      case 'paragraph':
        return { gap: 'paragraph' };
      case 'heading':
        return { gap: 'paragraph', setting: { kind: 'heading', level: node.depth } };
      case 'blockquote':
        return { gap: 'paragraph', setting: { kind: 'block-quote' } };
      case 'list':
        lists.push(node.ordered ?? false);
        return { gap: 'paragraph' };
      case 'listItem':
        return {
          gap: 'paragraph',
          setting: { kind: 'list-item', ordered: lists.at(-1) ?? false, depth: lists.length },
        };
      case 'emphasis':
      case 'strong':
        return { setting: { kind: node.type } };
      case 'link':
        return { setting: linkTo(node.url) };
      case 'linkReference':
        return { setting: linkTo(addresses.get(node.identifier) ?? '') };
      case 'text':
        if (passing === null) writeText(node.value, sheet);
        return {};
      case 'inlineCode':
        sheet.words(node.value);
        return {};
      case 'code':
        sheet.gap('paragraph');
        writeLines(node.value, sheet, 'line');
        return {};
      case 'break':
        sheet.gap('line');
        return {};
      case 'thematicBreak':
        return { gap: 'paragraph' };
      case 'image':
      case 'imageReference':
        sheet.leftOut.add('picture');
        return {};
      case 'html':
        passing = visitHtml(node.value, passing);
        return {};
      default:
        return {};
    }
  };

  const linkTo = (address: string): Setting | undefined => {
    const href = linkAddress(address, null);
    if (href === null) sheet.leftOut.add('link');
    return href === null ? undefined : { kind: 'link', href };
  };

  const visitHtml = (html: string, passed: string | null): string | null => {
    const [, close, tag = ''] = /^<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])[^>]*>$/i.exec(html) ?? [];
    const isTag = tag !== '';
    const element = tag.toLowerCase();
    if (passed !== null) return close === '/' && element === passed ? null : passed;
    if (/^<(?:!--[\s\S]*?-->\s*$|!(?!--)|\?)/.test(html)) return null;
    if (element === 'br') sheet.gap('line');
    else if (element === 'img') sheet.leftOut.add('picture');
    else if (/^(?:script|style|textarea|iframe|noscript|template|svg|math)$/.test(element)) {
      sheet.leftOut.add('script');
      return close === '/' ? null : element;
    } else if (!isTag && writeHtml !== null) writeHtml(html, sheet);
    else if (!isTag) sheet.leftOut.add('html');
    return null;
  };

  for (const node of tree.children) if (node.type === 'definition') define(node, addresses);
  // A tree can be as deep as a text is long: it is walked with a list of what is open, not by calls.
  const open: { node: Nodes; next: number; visit: Visit }[] = [{ node: tree, next: 0, visit: {} }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child: Nodes | undefined = 'children' in top.node ? top.node.children[top.next] : undefined;
    if (child !== undefined) {
      top.next += 1;
      const entered = visit(child);
      if (entered.gap) sheet.gap(entered.gap);
      if (entered.setting) sheet.open(entered.setting);
      open.push({ node: child, next: 0, visit: entered });
      continue;
    }
    open.pop();
    if (top.visit.setting) sheet.close();
    if (top.visit.gap) sheet.gap(top.visit.gap);
    if (top.node.type === 'list') lists.pop();
    if (top.node.type === 'paragraph') passing = null;
  }
}

function define({ identifier, url }: Definition, addresses: Map<string, string>): void {
  if (!addresses.has(identifier)) addresses.set(identifier, url);
}

/** Words with line ends that mean nothing but a blank. */
function writeText(value: string, sheet: Sheet): void {
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) sheet.gap('soft');
    if (line !== '') sheet.words(line);
  }
}
