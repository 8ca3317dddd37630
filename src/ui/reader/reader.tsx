import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '../../core/voices/blocks.ts';
import type { Correction } from '../../core/voices/corrections.ts';
import { jumpToOffset } from '../../dom/jump.ts';
import { focusVoice } from '../../dom/voice-focus.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { ActiveNoteContext, createActiveNote, useActiveNote } from '../active-note.ts';
import { lazyPart } from '../lazy-part.ts';
import { Margin } from '../margin/margin.tsx';
import type { History } from '../notes/history.ts';
import { KeepingTold } from '../notes/keeping-told.tsx';
import { useNotebook } from '../notes/notebook.ts';
import { NotesByBlockContext } from '../notes/paragraph-notes.tsx';
import type { CardActions } from '../notes/reader-card.tsx';
import { useKeepNote } from '../notes/use-keep-note.ts';
import { useDriftNotice } from '../notes/use-drift-notice.ts';
import { useOpenReading } from '../notes/use-open-reading.ts';
import { useWriting } from '../notes/use-writing.ts';
import { ReadingContext, useReading } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';
import { ArticleText } from './article-text.tsx';
import { Overlays } from './overlays.tsx';
import { Panels, type Panel } from './panels.tsx';
import { TitleBlock } from './title-block.tsx';
import { TopBar } from './top-bar.tsx';
import { useAnnotating } from './use-annotating.tsx';
import { useCards } from './use-cards.tsx';
import { useNavigation } from './use-navigation.ts';
import { usePainting } from './use-painting.ts';
import { useNearNotes } from './use-near.ts';
import { useNotesByBlock } from './use-notes-by-block.ts';
import { usePlace } from './use-place.ts';
import { usePress } from './use-press.tsx';
import { useQuoteTarget } from './use-quote-target.ts';
import { useView } from './use-view.ts';
import { VoicesRail } from './voices-rail.tsx';
import styles from './reader.module.css';

// Hardly ever needed: published claims have their places.
const UnplacedNotes = import.meta.env.SSR
  ? (await import('./unplaced-notes.tsx')).UnplacedNotes
  : lazyPart(async () => ({ default: (await import('./unplaced-notes.tsx')).UnplacedNotes }));

const NO_BLOCKS: readonly Block[] = [];

/** An article with its voices and notes, in two views, to read and to annotate. */
export function Reader({ published }: { published: PublishedArticle }) {
  return (
    <StatusLine>
      <CorrectedReader published={published} />
    </StatusLine>
  );
}

/** The article as the reader has corrected its voices. */
function CorrectedReader({ published }: { published: PublishedArticle }) {
  const [activeNote] = useState(createActiveNote);
  const { reading, history, correct } = useOpenReading(published);
  return (
    <ReadingContext value={reading}>
      <ActiveNoteContext value={activeNote}>
        <OpenArticle history={history} onCorrect={correct} />
      </ActiveNoteContext>
    </ReadingContext>
  );
}

function OpenArticle({
  history,
  onCorrect,
}: {
  history: History;
  onCorrect: (correction: Correction) => void;
}) {
  const reading = useReading();
  const active = useActiveNote();
  const { slug } = reading.published;
  const article = useRef<HTMLElement>(null);
  const [view, switchView] = useView(article);
  const place = usePlace(article, slug);
  const { arrived, leave } = useQuoteTarget(article, view, switchView);
  const [panel, setPanel] = useState<Panel | null>(null);
  const showNotes = useCallback(() => setPanel('notes'), []);
  const [voice, setVoice] = useState<string | null>(null);
  // Synchronises the page's colours with the voice that is chosen.
  useEffect(() => {
    focusVoice(voice);
    return () => focusVoice(null);
  }, [voice]);

  const notebook = useNotebook(reading.article, slug, history);
  const writing = useWriting(reading, notebook, active);
  const annotating = useAnnotating({ article, reading, notebook, writing, active, place });
  const { edit } = writing;
  const { copyQuote, remove } = annotating;
  const cardActions = useMemo(
    (): CardActions => ({
      edit: (note) => edit(note, note.span),
      remove,
      copyQuote: (note) => copyQuote(note.span),
      notes: notebook.actions,
    }),
    [copyQuote, edit, notebook.actions, remove],
  );
  const keepNote = useKeepNote(notebook);
  const near = useNearNotes(article, notebook);
  const { cards, order } = useCards({
    near,
    notebook,
    writing,
    view,
    actions: cardActions,
  });
  useDriftNotice(notebook, showNotes);
  usePainting(article, near, writing.writing);
  const notesByBlock = useNotesByBlock(near);
  const { goToPassage } = useNavigation({
    article,
    annotating,
    notebook,
    order,
    place,
    setPanel,
    setVoice,
    switchView,
    view,
    voice,
  });
  const onPassage = (id: string): void => {
    setPanel(null);
    goToPassage(id);
  };
  const { press, shown } = usePress({ article, notebook, onPassage, onVoice: setVoice });

  const [front] = reading.sections;
  const hasFront = front?.kind === 'front';
  // The same list as long as the reading is the same, so that the text is not drawn again.
  const body = useMemo(() => reading.sections.filter((section) => section.kind !== 'front'), [reading]);
  return (
    // A press on the text: use-press says what it does, and what does the same for keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={styles['reader']} onClick={press}>
      <TopBar
        own={notebook}
        place={place}
        view={view}
        onGo={(offset) => article.current && jumpToOffset(article.current, offset)}
        onPanel={setPanel}
        onView={switchView}
      />
      <main className={styles['main']} id="article">
        <article className={styles['article']} lang={reading.article.lang} ref={article}>
          <NotesByBlockContext value={notesByBlock}>
            <TitleBlock blocks={hasFront ? front.blocks : NO_BLOCKS} />
            {reading.unplaced.length > 0 && (
              <Suspense>
                <UnplacedNotes unplaced={reading.unplaced} />
              </Suspense>
            )}
            <ArticleText sections={body} />
          </NotesByBlockContext>
        </article>
        <Margin article={article} cards={cards} held={writing.writing !== null} order={order} view={view} />
        <aside aria-label="About the article" className={styles['rail']}>
          <VoicesRail focus={voice} onFocus={setVoice} />
        </aside>
      </main>
      <Panels
        article={article}
        notebook={notebook}
        panel={panel}
        place={place}
        view={view}
        voice={voice}
        writing={writing}
        onPanel={setPanel}
        onVoice={setVoice}
      />
      <Overlays
        article={article}
        annotating={annotating}
        arrived={arrived}
        onCorrect={onCorrect}
        onKeep={keepNote}
        onLeave={leave}
      />
      <KeepingTold onExport={() => setPanel('transfer')} />
      {shown}
    </div>
  );
}
