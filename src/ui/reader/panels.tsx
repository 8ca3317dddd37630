import { lazy, Suspense, type ReactNode, type RefObject } from 'react';
import { blockAt } from '../../core/anchor/describe.ts';
import type { View } from '../../core/link/view.ts';
import { Popover } from '../popover.tsx';
import { useReading } from '../reading.ts';
import { FindBar } from './find-bar.tsx';
import { VoicesRail } from './voices-rail.tsx';

const TypePanel = lazy(() => import('../settings/type-panel.tsx'));
const KeysDialog = lazy(() => import('../settings/keys-dialog.tsx'));
const SharePanel = lazy(() => import('../share/share-panel.tsx'));

/** What can be opened over the page. */
export type Panel = 'voices' | 'find' | 'type' | 'share' | 'keys';

/** The panel that is open, fetched when it is first opened. */
export function Panels(props: {
  panel: Panel | null;
  onPanel: (panel: Panel | null | ((now: Panel | null) => Panel | null)) => void;
  article: RefObject<HTMLElement | null>;
  /** The offset on screen. */
  place: number;
  view: View;
  voice: string | null;
  onVoice: (speaker: string | null) => void;
}) {
  const { panel, onPanel, article, place, view, voice, onVoice } = props;
  const { article: text, published } = useReading();
  // A panel says that it is closed only after the fact; by then another one may be open, which must stay.
  const close = (): void => onPanel((now) => (now === panel ? null : now));
  const popover = (label: string, content: ReactNode): ReactNode => (
    <Popover key={panel} label={label} onClose={close}>
      {content}
    </Popover>
  );
  return (
    <Suspense fallback={null}>
      {panel === 'type' && popover('Text and theme', <TypePanel onKeys={() => onPanel('keys')} />)}
      {panel === 'voices' && popover('Voices and questions', <VoicesRail focus={voice} onFocus={onVoice} />)}
      {panel === 'share' &&
        popover(
          'Share',
          <SharePanel passage={blockAt(text, place)?.id ?? ''} title={published.title} view={view} />,
        )}
      {panel === 'keys' && <KeysDialog onClose={close} />}
      {panel === 'find' && <FindBar article={article} place={place} onClose={close} />}
    </Suspense>
  );
}
