import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, type RefObject } from 'react';
import { askedQuestions, readingsOf } from '../../core/questions/answer-audit.ts';
import { isEnglish, type QuestionForms } from '../../core/questions/question-forms.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { pathOf } from '../article-pages.ts';
import { useNotebook } from '../notes/notebook.ts';
import { useOpenReading, type OpenReading } from '../notes/use-open-reading.ts';
import { useUndo } from '../notes/use-undo.ts';
import { PageBar } from '../page-bar.tsx';
import { ReadingContext, useReading } from '../reading.ts';
import { StatusLine } from '../status-line.tsx';
import { useKeys } from '../use-keys.ts';
import { AuditTable } from './audit-table.tsx';
import { Counts } from './counts.tsx';
import { entriesOf, readEntries, shownBy } from './entries.ts';
import { Filters } from './filters.tsx';
import { formsKey } from './forms-key.ts';
import { LeftReadings } from './left-readings.tsx';
import { useLens } from './lens.ts';
import { NoQuestions } from './no-questions.tsx';
import { QuestionItem } from './question-item.tsx';
import styles from './questions-page.module.css';
import { useJudging } from './use-judging.ts';

/** The questions of an article, and how they were answered. */
export default function QuestionsPage({ published }: { published: PublishedArticle }) {
  return (
    <StatusLine>
      <OpenQuestions published={published} />
    </StatusLine>
  );
}

function OpenQuestions({ published }: { published: PublishedArticle }) {
  const open = useOpenReading(published);
  return (
    <ReadingContext value={open.reading}>
      <PageBar page="questions" slug={published.slug} />
      <Questions history={open.history} />
    </ReadingContext>
  );
}

function Questions({ history }: { history: OpenReading['history'] }) {
  const reading = useReading();
  const { article, published } = reading;
  const asked = useMemo(() => askedQuestions(article), [article]);
  const client = useQueryClient();
  const entries = useMemo(() => {
    const known = client.getQueryData<readonly QuestionForms[]>(formsKey(published.slug));
    // Of the article as it was published: a reader's corrections can change who asks.
    return entriesOf(reading, asked, article === published.article ? known : undefined);
  }, [article, asked, client, published, reading]);
  const notebook = useNotebook(article, published.slug, history);
  const readings = useMemo(() => readingsOf(asked, notebook.placed), [asked, notebook.placed]);
  const all = useMemo(() => readEntries(entries, readings.byTurn), [entries, readings]);
  const claims = useMemo(
    () => [...reading.notes, ...notebook.placed].filter(({ claim }) => claim).map(({ span }) => span),
    [notebook.placed, reading.notes],
  );
  const judging = useJudging(notebook, asked);
  // That the store is open is drawn when there is time: the reader may scroll already.
  const drawnJudging = useDeferredValue(judging);
  const [lens, change] = useLens();
  const list = useRef<HTMLOListElement>(null);
  useUndo(judging);
  useSteps(list);
  useArrival(lens.show);
  const shown = shownBy(lens, all);
  const unplaced = notebook.unplaced.filter(({ kind }) => kind === 'question');
  return (
    <main className={styles['page']} lang="en">
      <h1 className={styles['title']}>Questions</h1>
      <p className={styles['about']} lang={article.lang}>
        {published.title}
      </p>
      {asked.length === 0 ? (
        <NoQuestions text={pathOf(published.slug, 'text')} />
      ) : (
        <>
          <Counts entries={all} />
          {!isEnglish(article.lang) && (
            <p className={styles['hint']}>
              The rules that tell the forms of a question know English only, and this article is in{' '}
              {languageName(article.lang)}: no forms are given. You can mark them by hand.
            </p>
          )}
          <Filters entries={all} lens={lens} onChange={change} />
          <p className={styles['shown']} role="status">
            {shown.length === all.length ? '' : `${shown.length} of ${all.length} questions shown.`}
          </p>
          <ol className={styles['list']} data-many={shown.length > MANY ? true : undefined} ref={list}>
            {shown.map(({ entry, note }) => (
              <li key={entry.id}>
                <QuestionItem
                  claims={claims}
                  entry={entry}
                  judging={drawnJudging}
                  note={note}
                  show={lens.show}
                />
              </li>
            ))}
          </ol>
          <AuditTable entries={all} show={lens.show} onShow={(show) => change({ show })} />
        </>
      )}
      <LeftReadings left={[...readings.left, ...unplaced]} notebook={notebook} />
    </main>
  );
}

/** So many questions are more than a browser should lay out at once. */
const MANY = 60;

/** A language by its tag, in English; the tag where it has no name. */
function languageName(lang: string): string {
  if (lang === 'und') return 'a language that could not be told';
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** J and K go from question to question. */
function useSteps(list: RefObject<HTMLOListElement | null>): void {
  const step = useCallback(
    (by: 1 | -1): void => {
      const headings = [...(list.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
      const inside = headings.findIndex((heading) =>
        heading.parentElement?.parentElement?.contains(document.activeElement),
      );
      const below = headings.findIndex((heading) => heading.getBoundingClientRect().top > 0);
      const next = inside >= 0 ? inside + by : by > 0 ? below : below - 1;
      headings[next]?.focus();
      headings[next]?.scrollIntoView({ block: 'start' });
    },
    [list],
  );
  useKeys({
    nextTurn: () => step(1),
    previousTurn: () => step(-1),
    nextQuestion: () => step(1),
    previousQuestion: () => step(-1),
  });
}

/** Goes to the question that the address names, when the page opens or comes to show something else. */
function useArrival(show: string): void {
  // Synchronises the place on screen with the address: what is drawn late was not there to be scrolled to.
  useEffect(() => {
    if (location.hash.startsWith('#q-')) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies -- what is shown moves it
  }, [show]);
}
