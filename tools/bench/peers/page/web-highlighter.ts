import Highlighter from 'web-highlighter';
import { wordsIn } from '../../../../src/core/anchor/selectors.ts';
import type { BenchNote } from '../sample.ts';
import type { Contestant, Stage } from './contestant.ts';
import { paragraphsOf, paragraphStarts, positionAt } from './stage.ts';

type Meta = Parameters<Highlighter['fromStore']>[0];
interface Saved {
  readonly note: BenchNote;
  readonly from: Meta;
  readonly to: Meta;
}

/** Its `fromStore`, with the saved form that it has itself: the number of an element of a kind, and how far in it. */
export function webHighlighter(): Contestant {
  let highlighter: Highlighter | undefined;
  let saved: readonly Saved[] = [];
  const show = ({ note, from, to }: Saved): boolean =>
    highlighter!.fromStore(from, to, wordsIn(note.selectors), note.id) !== null;
  return {
    anchorsIn: 'marks',
    prepare: (stage) => {
      saved = savedOf(stage);
    },
    anchor: ({ root }) => {
      highlighter = new Highlighter({ $root: root, style: { className: 'note' } });
      const shown = saved.map((one) => ({ ...one, isShown: show(one) }));
      const now = paragraphsOf(root);
      return shown.map(({ from, to, isShown }) => {
        const start = now.starts[from.parentIndex];
        const end = now.starts[to.parentIndex];
        if (!isShown || start === undefined || end === undefined) return null;
        return { start: start + from.textOffset, end: end + to.textOffset };
      });
    },
    paint: ({ root }) => {
      highlighter = new Highlighter({ $root: root, style: { className: 'note' } });
      for (const one of saved) show(one);
    },
    add: (_stage, _note, selected) => {
      highlighter!.fromRange(selected);
    },
    clear: () => highlighter?.dispose(),
  };
}

function savedOf({ saved, notes }: Stage): Saved[] {
  const written = { starts: paragraphStarts(saved) };
  return notes.map((note) => {
    const from = positionAt(written, note.start);
    const to = positionAt(written, note.end - 1);
    return {
      note,
      from: { parentTagName: 'P', parentIndex: from.index, textOffset: from.within },
      to: { parentTagName: 'P', parentIndex: to.index, textOffset: to.within + 1 },
    };
  });
}
