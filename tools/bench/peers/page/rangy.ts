import rangy from 'rangy';
import 'rangy/lib/rangy-classapplier';
import 'rangy/lib/rangy-highlighter';
import type { Contestant } from './contestant.ts';

/** Its highlighter, with the saved form that it has itself: positions in the text of an element. */
export function rangyHighlighter(): Contestant {
  let highlighter: rangy.Highlighter | undefined;
  return {
    anchorsIn: 'page',
    prepare: () => {
      rangy.init();
    },
    anchor: ({ root, notes }) =>
      notes.map(({ start, end }) => {
        const range = rangy.createRange();
        range.moveToBookmark({ start, end, containerNode: root });
        return range.nativeRange.collapsed ? null : range.nativeRange;
      }),
    paint: ({ root, notes }) => {
      highlighter = rangy.createHighlighter(document, 'textContent');
      highlighter.addClassApplier(rangy.createClassApplier('note'));
      const saved = notes.map(({ start, end }, index) => `${start}$${end}$${index + 1}$note$${root.id}`);
      highlighter.deserialize(['type:textContent', ...saved].join('|'));
    },
    add: ({ root }, _note, selected) => {
      const range = rangy.createRange();
      range.setStart(selected.startContainer, selected.startOffset);
      range.setEnd(selected.endContainer, selected.endOffset);
      highlighter!.highlightRanges('note', [range], { containerElement: root });
    },
  };
}
