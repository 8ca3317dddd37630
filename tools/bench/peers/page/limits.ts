import { wordsIn } from '../../../../src/core/anchor/selectors.ts';
import type { Contestant } from './contestant.ts';
import { paragraphsOf, rangeAt } from './stage.ts';

/** As little as can be done: `indexOf` over the text, and ranges in one `Highlight`, with nothing kept of them. */
export function limits(): Contestant {
  let highlight: Highlight | undefined;
  return {
    anchorsIn: 'text',
    anchor: ({ text, notes }) =>
      notes.map(({ selectors }) => {
        const exact = wordsIn(selectors);
        const start = text.indexOf(exact);
        return start < 0 ? null : { start, end: start + exact.length };
      }),
    paint: ({ root, notes }) => {
      const paragraphs = paragraphsOf(root);
      highlight = new Highlight(...notes.map((note) => rangeAt(paragraphs, note)));
      CSS.highlights.set('highlight-yellow', highlight);
    },
    add: (_stage, _note, selected) => {
      highlight!.add(selected);
    },
    clear: () => CSS.highlights.clear(),
  };
}
