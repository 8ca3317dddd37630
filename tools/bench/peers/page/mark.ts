import Mark from 'mark.js';
import { wordsIn } from '../../../../src/core/anchor/selectors.ts';
import type { Contestant } from './contestant.ts';

/** Finds by searching for the noted words, which marks them; paints by `markRanges`, which leaves out what overlaps. */
export function markJs(): Contestant {
  return {
    anchorsIn: 'marks',
    anchor: ({ root, notes }) => {
      const marker = new Mark(root);
      return notes.map(({ selectors }) => {
        const elements: Element[] = [];
        marker.mark(wordsIn(selectors), {
          acrossElements: true,
          separateWordSearch: false,
          diacritics: false,
          caseSensitive: true,
          className: 'note',
          each: (element) => elements.push(element),
        });
        return elements.length > 0 ? elements : null;
      });
    },
    paint: ({ root, notes }) => {
      new Mark(root).markRanges(
        notes.map(({ start, end }) => ({ start, length: end - start })),
        { className: 'note' },
      );
    },
    add: ({ root }, { start, end }) => {
      new Mark(root).markRanges([{ start, length: end - start }], { className: 'note' });
    },
  };
}
