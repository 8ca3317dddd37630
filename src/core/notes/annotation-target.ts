import {
  isPosition,
  selectorOf,
  type Selector,
  type Selectors,
  type TextQuoteSelector,
} from '../anchor/selectors.ts';
import { OURS } from './annotation-terms.ts';
import { codePointsOf, type CodePoints } from './code-points.ts';
import type { Json, JsonObject } from './note.ts';
import { isFields, listOf, textsOf } from './reading.ts';

/**
 * Where an annotation is, as far as it is one passage of one text (Web Annotation Data Model, 4.2). Several targets,
 * whole resources and parts that are not words (of pictures, of data) have no selectors here. Positions become UTF-16
 * offsets; those that the text does not have become -1. What Sidegloss added about the words (block, speaker, text) is
 * an ArticleSelector.
 */
export function readTarget(annotation: JsonObject, positions: CodePoints): Selectors {
  const targets = listOf(annotation['target']);
  const [target] = targets.length === 1 ? targets : [];
  const given = isFields(target) ? listOf(target['selector']) : [];
  const selectors = given.flatMap((selector) => wordsOf(selector, positions));
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const text = annotation[OURS.text];
  return [
    ...(quote ? [quote] : []),
    ...(position ? [position] : []),
    ...(typeof text === 'string' ? [articleSelector(annotation, text)] : []),
  ];
}

/**
 * Where a note is, as an annotation says it: the selectors that the W3C has, positions in code points. A position that
 * does not lie in the text, or cuts a character in two, can't be said in code points and is left out. Empty where
 * the note is on no words.
 */
export function writeSelectors(selectors: Selectors, positions: CodePoints): JsonObject[] {
  const written: JsonObject[] = [];
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  if (quote) {
    const { type, exact, prefix, suffix } = quote;
    written.push({
      type,
      exact,
      ...(prefix !== undefined && { prefix }),
      ...(suffix !== undefined && { suffix }),
    });
  }
  // Without the text that it was counted in, a position says nothing: it may be one of a page with menus in it.
  const isOfText = selectorOf(selectors, 'ArticleSelector') !== undefined || !quote;
  const position = isOfText ? selectors.find(isPosition) : undefined;
  if (position) {
    const [start, end] = [positions.toCodePoints(position.start), positions.toCodePoints(position.end)];
    if (start >= 0 && end > start) written.push({ type: 'TextPositionSelector', start, end });
  }
  return written;
}

/** What Sidegloss knows of a note's words beyond the W3C's selectors, as fields of the annotation. */
export function writeKnown(selectors: Selectors): JsonObject {
  const known = selectorOf(selectors, 'ArticleSelector');
  if (!known) return {};
  const { block, speaker, text } = known;
  return {
    ...(block !== null && { [OURS.block]: block }),
    ...(speaker !== null && { [OURS.speaker]: speaker }),
    [OURS.text]: text,
  };
}

/**
 * Whether a note has other words than it was read with. The quote says it; a position alone is compared where there
 * is no quote, because in another version of the text the same position reads as another offset.
 */
export function hasMoved(now: Selectors, before: Selectors): boolean {
  return placeIn(now) !== placeIn(before);
}

function placeIn(selectors: Selectors): string {
  const quote = selectorOf(selectors, 'TextQuoteSelector');
  const position = selectors.find(isPosition);
  const place = quote ? [quote.exact, quote.prefix, quote.suffix] : [position?.start, position?.end];
  return JSON.stringify([place, writeKnown(selectors)]);
}

function articleSelector(annotation: JsonObject, text: string): Selector {
  const [block = null] = textsOf(annotation[OURS.block]);
  const [speaker = null] = textsOf(annotation[OURS.speaker]);
  return { type: 'ArticleSelector', block, speaker, text };
}

/** The words or the place that a selector means, refined to the innermost; nothing where it means no words. */
function wordsOf(selector: Json, positions: CodePoints): Selector[] {
  if (!isFields(selector)) return [];
  const refined = listOf(selector['refinedBy']);
  if (selector['type'] === 'TextQuoteSelector') {
    const quote = quoteFrom(selector);
    return [refined.reduce<TextQuoteSelector>((outer, inner) => narrow(outer, inner), quote)];
  }
  if (refined.length === 0) {
    if (selector['type'] !== 'TextPositionSelector') return [];
    const { start, end } = selector;
    return [
      {
        type: 'TextPositionSelector',
        start: positions.toUtf16(Number(start)),
        end: positions.toUtf16(Number(end)),
      },
    ];
  }
  // A position inside a part is counted from where the part begins, which only the selector before it can say.
  return refined
    .flatMap((inner) => wordsOf(inner, positions))
    .filter(({ type }) => type === 'TextQuoteSelector');
}

function quoteFrom({ exact, prefix, suffix }: JsonObject): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: typeof exact === 'string' ? exact : '',
    ...(typeof prefix === 'string' && { prefix }),
    ...(typeof suffix === 'string' && { suffix }),
  };
}

/** A passage of a quote: the words inside, with the rest of the quote as their surroundings. */
function narrow(outer: TextQuoteSelector, refinement: Json): TextQuoteSelector {
  if (!isFields(refinement)) return outer;
  const { type, start, end } = refinement;
  if (type === 'TextPositionSelector') {
    const { toUtf16 } = codePointsOf(outer.exact);
    return slice(outer, toUtf16(Number(start)), toUtf16(Number(end)));
  }
  if (type !== 'TextQuoteSelector') return outer;
  const inner = quoteFrom(refinement);
  const around = (inner.prefix ?? '') + inner.exact + (inner.suffix ?? '');
  const at = outer.exact.includes(around) ? outer.exact.indexOf(around) + (inner.prefix ?? '').length : -1;
  const found = at >= 0 ? at : outer.exact.indexOf(inner.exact);
  const passage = found >= 0 ? slice(outer, found, found + inner.exact.length) : inner;
  return listOf(refinement['refinedBy']).reduce<TextQuoteSelector>(
    (words, deeper) => narrow(words, deeper),
    passage,
  );
}

function slice(outer: TextQuoteSelector, start: number, end: number): TextQuoteSelector {
  if (start < 0 || end <= start) return outer;
  return {
    type: 'TextQuoteSelector',
    exact: outer.exact.slice(start, end),
    prefix: (outer.prefix ?? '') + outer.exact.slice(0, start),
    suffix: outer.exact.slice(end) + (outer.suffix ?? ''),
  };
}
