import { locatingAll } from '../../../../src/core/anchor/locate.ts';
import { overlaps } from '../../../../src/core/text/span.ts';
import { readArticle, type Article } from '../../../../src/core/voices/read-article.ts';
import { createPainter, type Painter, type Stroke } from '../../../../src/dom/paint.ts';
import { nearViewport } from '../../../../src/dom/position.ts';
import { runBetweenFrames } from '../../../../src/dom/run-between-frames.ts';
import type { BenchNote } from '../sample.ts';
import type { Contestant, Stage } from './contestant.ts';

/** As the reader does it: of many notes those near the screen are painted (`ui/reader/use-near.ts`); or all, as for paper. */
export function sidegloss(paints: 'near' | 'all'): Contestant {
  const articles = new Map<string, Article>();
  let painter: Painter | undefined;
  let strokes = new Map<string, Stroke>();
  const strokesFor = ({ root }: Stage, notes: readonly BenchNote[]): [string, Stroke][] => {
    const near =
      paints === 'near'
        ? nearViewport(root, { start: 0, end: 0 })
        : { start: 0, end: Number.MAX_SAFE_INTEGER };
    return notes
      .filter((note) => overlaps(note, near))
      .map(({ id, start, end }) => [id, { span: { start, end }, look: 'highlight-yellow' }]);
  };
  const prepare = ({ text }: Stage): void => {
    if (!articles.has(text)) articles.set(text, readArticle(text));
  };
  return {
    anchorsIn: 'text',
    // A copy, so that nothing is remembered of the run before.
    ...(paints === 'near' && {
      prepare,
      anchor: async ({ text, notes }) => {
        const work = locatingAll(
          { ...articles.get(text)! },
          notes.map(({ selectors }) => selectors),
        );
        const located = (await runBetweenFrames(work, () => true)) ?? [];
        return located.map((found) => ('span' in found ? found.span : null));
      },
    }),
    paint: (stage) => {
      painter = createPainter(stage.root);
      strokes = new Map(strokesFor(stage, stage.notes));
      painter.show(strokes);
    },
    add: (stage, note) => {
      strokes = new Map([...strokes, ...strokesFor(stage, [note])]);
      painter!.show(strokes);
    },
    clear: () => {
      painter?.clear();
      CSS.highlights.clear();
    },
  };
}
