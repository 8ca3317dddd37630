import { Suspense, useState, type ReactNode, type RefObject } from 'react';
import { lazyPart } from '../lazy-part.ts';
import { blockAt } from '../../core/anchor/describe.ts';
import type { View } from '../../core/link/view.ts';
import { ownId } from '../../storage/own-article.ts';
import type { Notebook } from '../notes/notebook.ts';
import type { WritingControl } from '../notes/use-writing.ts';
import { Popover } from '../popover.tsx';
import { useReading } from '../reading.ts';
import { BeginSearch, createBegunSearch } from './begun-search.tsx';
import { useOffset, type Place } from './use-place.ts';
import { VoicesRail } from './voices-rail.tsx';

const TypePanel = lazyPart(() => import('../settings/type-panel.tsx'));
const KeysDialog = lazyPart(() => import('../settings/keys-dialog.tsx'));
const WordSettings = lazyPart(() => import('../words/word-settings.tsx'));
const WordsHere = lazyPart(() => import('./words-here.tsx'));
const NotesPanel = lazyPart(() => import('../notes/notes-panel.tsx'));
const TransferDialog = lazyPart(() => import('../notes/transfer-dialog.tsx'));
const FindBar = lazyPart(() => import('./find-bar.tsx'));
const ExportArticle = lazyPart(() => import('../export-article.tsx'));
const PrivacyDialog = lazyPart(() => import('../privacy-dialog.tsx'));
const SharePanel = lazyPart(() => import('../share/share-panel.tsx'));

/** What can be opened over the page. */
export type Panel =
  | 'voices'
  | 'find'
  | 'type'
  | 'share'
  | 'keys'
  | 'notes'
  | 'transfer'
  | 'export'
  | 'words'
  | 'privacy';

/** What can be shared from where the reader is. */
function ShareHere({ place, view, onExport }: { place: Place; view: View; onExport: () => void }) {
  const { article, published } = useReading();
  const passage = blockAt(article, useOffset(place))?.id ?? '';
  const isOwn = ownId(published.slug) !== null;
  return (
    <SharePanel isOwn={isOwn} passage={passage} title={published.title} view={view} onExport={onExport} />
  );
}

/** Hands out the article that is open. */
function ExportHere({ onClose }: { onClose: () => void }) {
  const { published } = useReading();
  return <ExportArticle published={published} slug={published.slug} onClose={onClose} />;
}

/** The panel that is open, fetched when it is first opened. */
export function Panels(props: {
  panel: Panel | null;
  onPanel: (panel: Panel | null | ((now: Panel | null) => Panel | null)) => void;
  article: RefObject<HTMLElement | null>;
  place: Place;
  view: View;
  voice: string | null;
  onVoice: (speaker: string | null) => void;
  notebook: Notebook;
  writing: WritingControl;
}) {
  const { panel, onPanel, article, place, view, voice, onVoice, notebook, writing } = props;
  const [begun] = useState(createBegunSearch);
  // A panel says that it is closed only after the fact; by then another one may be open, which must stay.
  const close = (): void => onPanel((now) => (now === panel ? null : now));
  const popover = (label: string, content: ReactNode): ReactNode => (
    <Popover key={panel} label={label} onClose={close}>
      {content}
    </Popover>
  );
  return (
    <Suspense fallback={null}>
      {panel === 'type' &&
        popover(
          'Text and theme',
          <TypePanel
            more={<WordSettings onList={() => onPanel('words')} />}
            onKeys={() => onPanel('keys')}
            onPrivacy={() => onPanel('privacy')}
          />,
        )}
      {panel === 'words' && <WordsHere article={article} onClose={close} />}
      {panel === 'voices' && popover('Voices and questions', <VoicesRail focus={voice} onFocus={onVoice} />)}
      {panel === 'share' &&
        popover('Share', <ShareHere place={place} view={view} onExport={() => onPanel('export')} />)}
      {panel === 'keys' && <KeysDialog onClose={close} />}
      {panel === 'privacy' && <PrivacyDialog onClose={close} />}
      {panel === 'notes' && (
        <NotesPanel notebook={notebook} offset={place.get} writing={writing} onClose={close} />
      )}
      {panel === 'transfer' && <TransferDialog notebook={notebook} onClose={close} />}
      {panel === 'export' && <ExportHere onClose={close} />}
      {panel === 'find' && (
        <Suspense fallback={<BeginSearch begun={begun} onClose={close} />}>
          <FindBar article={article} begun={begun} place={place} onClose={close} />
        </Suspense>
      )}
    </Suspense>
  );
}
