import { Suspense, type RefObject } from 'react';
import { lazyPart } from '../lazy-part.ts';
import type { Correction } from '../../core/voices/corrections.ts';
import { countWords } from '../../core/voices/stretches.ts';
import type { Span } from '../../core/text/span.ts';
import { usePreferences } from '../preferences.ts';
import { useReading } from '../reading.ts';
import type { Arrived } from '../share/arrival-card.tsx';
import type { Annotating } from './use-annotating.tsx';

const SelectionBar = lazyPart(async () => ({
  default: (await import('../notes/selection-bar.tsx')).SelectionBar,
}));
const ShareQuote = lazyPart(() => import('../share/share-quote.tsx'));
const ArrivalCard = lazyPart(() => import('../share/arrival-card.tsx'));
const WordLayer = lazyPart(() => import('./word-layer.tsx'));
const SpeakerDialog = lazyPart(() => import('../notes/speaker-dialog.tsx'));

/**
 * What appears over the text: for the words that are selected, for those that a link has led to, and over those that can
 * be checked.
 */
export function Overlays(props: {
  article: RefObject<HTMLElement | null>;
  annotating: Annotating;
  /** What the address has led to; null where it names no quote, and once that was closed. */
  arrived: Arrived | null;
  onCorrect: (correction: Correction) => void;
  onLeave: () => void;
  /** Keeps a note that came with a link; null while nothing can be kept. */
  onKeep: ((span: Span, text: string) => Promise<boolean>) | null;
}) {
  const { annotating, arrived, onCorrect, onLeave, onKeep } = props;
  const { selected, actions, correcting, correct, sharing, share } = annotating;
  const reading = useReading();
  const { words } = usePreferences().preferences;
  return (
    <Suspense fallback={null}>
      {selected && (
        <SelectionBar
          actions={actions}
          key={`${selected.start} ${selected.end}`}
          words={countWords(reading.article.text, selected)}
        />
      )}
      {words && <WordLayer article={props.article} />}
      {arrived && <ArrivalCard arrived={arrived} onClose={onLeave} onKeep={onKeep} />}
      {sharing && <ShareQuote span={sharing} onClose={() => share(null)} />}
      {correcting && <SpeakerDialog span={correcting} onClose={() => correct(null)} onCorrect={onCorrect} />}
    </Suspense>
  );
}
