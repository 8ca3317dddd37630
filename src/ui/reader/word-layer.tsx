import { useEffect, type RefObject } from 'react';
import { WORD_RULES } from '../../core/claims/word-rules.ts';
import { countBefore } from '../../core/text/bisect.ts';
import type { Stroke } from '../../dom/paint.ts';
import { usePreferences } from '../preferences.ts';
import { useReading } from '../reading.ts';
import { useWordMarks } from '../words/use-word-marks.ts';
import { useNear } from './use-near.ts';
import { usePainter } from './use-painter.ts';
import '../words/words.css';

/** Paints the checkable words near the screen. It draws no element, and takes its paint away when it goes. */
export default function WordLayer({ article }: { article: RefObject<HTMLElement | null> }) {
  const reading = useReading();
  const marks = useWordMarks();
  const { wordGroups } = usePreferences().preferences;
  const near = useNear(article, true);
  const painter = usePainter(article);

  // Synchronises the paint with the words that are near the screen.
  useEffect(() => {
    const strokes = new Map<string, Stroke>();
    const from = countBefore(marks?.length ?? 0, (index) => marks![index]!.end <= near.start);
    const to = countBefore(marks?.length ?? 0, (index) => marks![index]!.start < near.end);
    for (const { start, end, rule } of marks?.slice(from, to) ?? []) {
      const { group } = WORD_RULES[rule];
      if (wordGroups.includes(group))
        strokes.set(`${start}`, { span: { start, end }, look: `words-${group}` });
    }
    painter.current?.show(strokes);
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [marks, near, reading, wordGroups]);
  return null;
}
