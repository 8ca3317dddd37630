import { lazy, Suspense } from 'react';
import type { Correction } from '../../core/voices/corrections.ts';
import { countWords } from '../../core/voices/stretches.ts';
import { useReading } from '../reading.ts';
import type { Annotating } from './use-annotating.tsx';

const SelectionBar = lazy(async () => ({
  default: (await import('../notes/selection-bar.tsx')).SelectionBar,
}));
const SpeakerDialog = lazy(() => import('../notes/speaker-dialog.tsx'));

/** What appears over the text for the words that are selected. */
export function Overlays(props: { annotating: Annotating; onCorrect: (correction: Correction) => void }) {
  const { annotating, onCorrect } = props;
  const { selected, actions, correcting, correct } = annotating;
  const { article } = useReading();
  return (
    <Suspense fallback={null}>
      {selected && (
        <SelectionBar
          actions={actions}
          key={`${selected.start} ${selected.end}`}
          words={countWords(article.text, selected)}
        />
      )}
      {correcting && <SpeakerDialog span={correcting} onClose={() => correct(null)} onCorrect={onCorrect} />}
    </Suspense>
  );
}
