import { createTextQuoteSelectorMatcher, highlightText } from '@apache-annotator/dom';
import { selectorOf } from '../../../../src/core/anchor/selectors.ts';
import type { BenchNote } from '../sample.ts';
import type { Contestant } from './contestant.ts';
import { paragraphsOf, rangeAt } from './stage.ts';

/** Its matcher for quotes, the first match of each; and its `<mark>` around what it is given as ranges. */
export function apacheAnnotator(): Contestant {
  return {
    anchorsIn: 'page',
    anchor: async ({ root, notes }) => {
      const found: (Range | null)[] = [];
      for (const note of notes) {
        const matches = createTextQuoteSelectorMatcher(quoteOf(note))(root);
        const { value, done } = await matches.next();
        found.push(done ? null : value);
      }
      return found;
    },
    paint: ({ root, notes }) => {
      const paragraphs = paragraphsOf(root);
      const ranges = notes.map((note) => rangeAt(paragraphs, note));
      for (const range of ranges) highlightText(range, 'mark', { class: 'note' });
    },
    add: (_stage, _note, selected) => {
      highlightText(selected, 'mark', { class: 'note' });
    },
  };
}

/** Its own description of words that stand once has nothing of what is around them, and so survives changes there. */
function quoteOf({ selectors, isUnique }: BenchNote): { type: 'TextQuoteSelector'; exact: string } {
  const quote = selectorOf(selectors, 'TextQuoteSelector')!;
  return isUnique ? { type: 'TextQuoteSelector', exact: quote.exact } : quote;
}
