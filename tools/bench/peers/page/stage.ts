import { countBefore } from '../../../../src/core/text/bisect.ts';
import type { Span } from '../../../../src/core/text/span.ts';
import type { Place } from './contestant.ts';

/** Paragraphs in a group: about as many lines as a group of a long article has in the reader. */
const GROUP = 20;

/** The article of a text: every paragraph one element with one text node, every empty line a text node between them. */
export function articleOf(text: string): HTMLElement {
  const root = document.createElement('article');
  root.id = 'article';
  let start = 0;
  let group = document.createElement('div');
  for (const [index, words] of text.split('\n\n').entries()) {
    if (index % GROUP === 0) {
      group = document.createElement('div');
      group.dataset['group'] = '';
      root.append(group);
    }
    if (index > 0) group.append('\n\n');
    const paragraph = document.createElement('p');
    paragraph.dataset['start'] = String(start);
    paragraph.append(words);
    // As the reader has it: a block, and in it what has text.
    const block = document.createElement('div');
    block.dataset['block'] = '';
    block.append(paragraph);
    group.append(block);
    start += words.length + 2;
  }
  return root;
}

/** The paragraphs of an article and where they begin, for those who take ranges: worked out once. */
export interface Paragraphs {
  readonly elements: readonly HTMLElement[];
  readonly starts: readonly number[];
}

export function paragraphsOf(root: HTMLElement): Paragraphs {
  const elements = [...root.getElementsByTagName('p')];
  return { elements, starts: elements.map((element) => Number(element.dataset['start'])) };
}

/** Where the paragraphs of a text begin. */
export function paragraphStarts(text: string): number[] {
  let next = 0;
  return text.split('\n\n').map((words) => {
    const start = next;
    next += words.length + 2;
    return start;
  });
}

/** The number of the paragraph that an offset is in, and how far in it. */
export function positionAt(
  { starts }: Pick<Paragraphs, 'starts'>,
  offset: number,
): { index: number; within: number } {
  const index = Math.max(0, countBefore(starts.length, (at) => starts[at]! <= offset) - 1);
  return { index, within: offset - starts[index]! };
}

/** The range of a span in an article that nobody has changed yet. */
export function rangeAt(paragraphs: Paragraphs, { start, end }: Span): Range {
  const range = document.createRange();
  const from = positionAt(paragraphs, start);
  const to = positionAt(paragraphs, end - 1);
  range.setStart(paragraphs.elements[from.index]!.firstChild!, from.within);
  range.setEnd(paragraphs.elements[to.index]!.firstChild!, to.within + 1);
  return range;
}

/** The range of a span in an article whose text nodes have been cut up. */
export function selectionOf(root: HTMLElement, { start, end }: Span): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (before <= start && start < before + length) range.setStart(node, start - before);
    if (before < end && end <= before + length) {
      range.setEnd(node, end - before);
      break;
    }
    before += length;
  }
  return range;
}

/** Where a place is in the text; null for none. */
export function spanOf(place: Place): Span | null {
  if (!place) return null;
  if (place instanceof Range) return spanOfRange(place);
  if (!('length' in place)) return place;
  const [first] = place;
  const last = place.at(-1);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return spanOfRange(range);
}

function spanOfRange({ startContainer, startOffset, endContainer, endOffset }: Range): Span | null {
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-start]');
  const measured = document.createRange();
  if (paragraph) {
    measured.setStart(paragraph, 0);
    measured.setEnd(node, offset);
    return Number(paragraph.dataset['start']) + measured.toString().length;
  }
  const root = element?.closest('article');
  if (!root) return null;
  measured.setStart(root, 0);
  measured.setEnd(node, offset);
  return measured.toString().length;
}
