import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { blockAt } from '../../core/anchor/describe.ts';
import { jumpToOffset } from '../../dom/jump.ts';
import { focusVoice } from '../../dom/voice-focus.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { ActiveNoteContext, createActiveNote } from '../active-note.ts';
import { Margin } from '../margin/margin.tsx';
import { Popover } from '../popover.tsx';
import { prepareReading, ReadingContext } from '../reading.ts';
import { ArticleText } from './article-text.tsx';
import { TitleBlock } from './title-block.tsx';
import { TopBar, type Panel } from './top-bar.tsx';
import { UnplacedNotes } from './unplaced-notes.tsx';
import { useNavigation } from './use-navigation.ts';
import { usePlace } from './use-place.ts';
import { useView } from './use-view.ts';
import { VoicesRail } from './voices-rail.tsx';
import styles from './reader.module.css';

const TypePanel = lazy(() => import('../settings/type-panel.tsx'));
const KeysDialog = lazy(() => import('../settings/keys-dialog.tsx'));
const SharePanel = lazy(() => import('../share/share-panel.tsx'));
const FindBar = lazy(() => import('./find-bar.tsx'));

/** An article with its voices and notes, in two views. */
export function Reader({ published }: { published: PublishedArticle }) {
  const reading = useMemo(() => prepareReading(published), [published]);
  const [activeNote] = useState(createActiveNote);
  const article = useRef<HTMLElement>(null);
  const [view, switchView] = useView(article);
  const place = usePlace(article, published.slug);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [voice, setVoice] = useState<string | null>(null);

  useEffect(() => {
    focusVoice(voice);
    return () => focusVoice(null);
  }, [voice]);

  const closePanel = useCallback(() => setPanel(null), []);
  const { goToPassage } = useNavigation({
    activeNote,
    article,
    place,
    reading,
    setPanel,
    setVoice,
    switchView,
    view,
    voice,
  });
  const follow = (event: MouseEvent): void => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('a[data-passage], a[data-unfold]')
        : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    closePanel();
    const { hash } = new URL(link.href);
    history.pushState(null, '', hash);
    goToPassage(hash.slice(1));
  };

  const [front, ...rest] = reading.sections;
  const hasFront = front?.kind === 'front';
  return (
    <ReadingContext value={reading}>
      <ActiveNoteContext value={activeNote}>
        {/* Links to passages stay links; following one here also brings back what the view folds away. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div className={styles['reader']} onClick={follow}>
          <TopBar
            place={place}
            view={view}
            onGo={(offset) => article.current && jumpToOffset(article.current, offset)}
            onPanel={setPanel}
            onView={switchView}
          />
          <main className={styles['main']} id="article">
            <article className={styles['article']} lang={reading.article.lang} ref={article}>
              <TitleBlock blocks={hasFront ? front.blocks : []} />
              <UnplacedNotes />
              <ArticleText sections={hasFront ? rest : reading.sections} />
            </article>
            <Margin article={article} view={view} />
            <aside aria-label="About the article" className={styles['rail']}>
              <VoicesRail focus={voice} onFocus={setVoice} />
            </aside>
          </main>
          <Suspense fallback={null}>
            {panel === 'type' && (
              <Popover label="Text and theme" place="end" onClose={closePanel}>
                <TypePanel onKeys={() => setPanel('keys')} />
              </Popover>
            )}
            {panel === 'voices' && (
              <Popover label="Voices and questions" place="end" onClose={closePanel}>
                <VoicesRail focus={voice} onFocus={setVoice} />
              </Popover>
            )}
            {panel === 'share' && (
              <Popover label="Share" place="end" onClose={closePanel}>
                <SharePanel
                  passage={blockAt(reading.article, place)?.id ?? ''}
                  title={published.title}
                  view={view}
                />
              </Popover>
            )}
            {panel === 'keys' && <KeysDialog onClose={closePanel} />}
            {panel === 'find' && <FindBar article={article} onClose={closePanel} />}
          </Suspense>
        </div>
      </ActiveNoteContext>
    </ReadingContext>
  );
}
