import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { jumpToOffset } from '../../dom/jump.ts';
import { focusVoice } from '../../dom/voice-focus.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { ActiveNoteContext, createActiveNote } from '../active-note.ts';
import { Margin } from '../margin/margin.tsx';
import { prepareReading, ReadingContext, voiceOf, type Reading } from '../reading.ts';
import { ArticleText } from './article-text.tsx';
import { TitleBlock } from './title-block.tsx';
import { Panels, type Panel } from './panels.tsx';
import { TopBar } from './top-bar.tsx';
import { UnplacedNotes } from './unplaced-notes.tsx';
import { useNavigation } from './use-navigation.ts';
import { usePlace } from './use-place.ts';
import { useView } from './use-view.ts';
import { VoiceTip, type Pressed } from './voice-tip.tsx';
import { VoicesRail } from './voices-rail.tsx';
import styles from './reader.module.css';

/** An article with its voices and notes, in two views. */
export function Reader({ published }: { published: PublishedArticle }) {
  const reading = useMemo(() => prepareReading(published), [published]);
  const [activeNote] = useState(createActiveNote);
  const article = useRef<HTMLElement>(null);
  const [view, switchView] = useView(article);
  const place = usePlace(article, published.slug);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [voice, setVoice] = useState<string | null>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);

  useEffect(() => {
    focusVoice(voice);
    return () => focusVoice(null);
  }, [voice]);

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
  const press = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('a[data-passage], a[data-unfold]');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      setPanel(null);
      const { hash } = new URL(link.href);
      history.pushState(null, '', hash);
      goToPassage(hash.slice(1));
    } else if (!target?.closest('mark') && document.getSelection()?.isCollapsed !== false) {
      setPressed(pressedVoice(reading, target, event));
    }
  };

  const [front, ...rest] = reading.sections;
  const hasFront = front?.kind === 'front';
  return (
    <ReadingContext value={reading}>
      <ActiveNoteContext value={activeNote}>
        {/* Links to passages stay links; following one here also brings back what the view folds away. A press on
            quoted words says whose they are, as their title does to those who point or listen. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div className={styles['reader']} onClick={press}>
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
          <Panels
            article={article}
            panel={panel}
            place={place}
            view={view}
            voice={voice}
            onPanel={setPanel}
            onVoice={setVoice}
          />
          {pressed && (
            <VoiceTip
              key={`${pressed.x} ${pressed.y}`}
              pressed={pressed}
              onClose={() => setPressed(null)}
              onVoice={setVoice}
            />
          )}
        </div>
      </ActiveNoteContext>
    </ReadingContext>
  );
}

/** Whose quoted words a press was on, or null. */
function pressedVoice(
  reading: Reading,
  target: Element | null,
  { clientX: x, clientY: y }: MouseEvent,
): Pressed | null {
  const words = target?.closest<HTMLElement>('[data-start][data-said]');
  if (!words) return null;
  const { said = '', by } = words.dataset;
  return { voice: voiceOf(reading, said), by: by === undefined ? undefined : voiceOf(reading, by), x, y };
}
