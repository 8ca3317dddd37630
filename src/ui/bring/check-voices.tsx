import { useEffect, useMemo, useRef, useState } from 'react';
import type { Imported } from '../../core/text/brought.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { countWords } from '../../core/voices/stretches.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { castVoices } from '../../core/voices/cast-voices.ts';
import { counted } from '../../core/text/counted.ts';
import { FoundText } from './found-text.tsx';
import { titleOf, withoutVoices } from './own-from.ts';
import { useReview } from './use-review.ts';
import { VoicesFound } from './voices-found.tsx';
import { WhoSaysThis } from './who-says-this.tsx';
import styles from './check-voices.module.css';

/** What the reader has settled on: an article but for its id and times. */
export type Checked = Pick<OwnArticle, 'title' | 'hints' | 'isPlain' | 'article'>;

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'English',
  ru: 'Russian',
  uk: 'Ukrainian',
  zh: 'Chinese',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  und: 'Another language',
};

/** Shows what the rules found in a text, and takes the reader's word on it, before anything is stored. */
export function CheckVoices(props: {
  imported: Imported;
  /** The article that this is a new version of. */
  of: OwnArticle | null;
  /** Where the text came from, for the line under the heading: "the pasted text", "talk.docx". */
  from: string;
  /** It could not be kept when it was to be opened. */
  unsaved: boolean;
  onOpen: (checked: Checked) => void;
  onDiscard: () => void;
}) {
  const { imported, of, from, unsaved, onOpen, onDiscard } = props;
  const checking = useReview(imported, of);
  const { article, found, doubts, failed } = checking;
  const [title, setTitle] = useState<string | null>(of?.title ?? null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; from here the keys of the questions work at once.
  useEffect(() => heading.current?.focus(), []);
  const voices = useMemo(() => (article && found ? castVoices(found, article) : null), [article, found]);

  if (failed) return <Unreadable onDiscard={onDiscard} />;
  if (!article || !voices) {
    return (
      <main className={styles['check']}>
        <h1 ref={heading} tabIndex={-1}>
          Check the voices
        </h1>
        <p role="status">Reading {from}…</p>
      </main>
    );
  }
  const shownTitle = title ?? titleOf(imported, article);
  const settle = (isPlain: boolean): void => {
    const { previous: _, ...hints } = checking.hints;
    onOpen({
      title: shownTitle.trim() || titleOf(imported, article),
      hints,
      isPlain,
      article: isPlain ? withoutVoices(article) : article,
    });
  };
  const open = doubts.filter(({ start }) => !left.has(start));
  return (
    <main className={styles['check']}>
      <h1 ref={heading} tabIndex={-1}>
        Check the voices
      </h1>
      <p className={styles['counts']} role="status">
        From {from}: {tellCounts(article)}. Nothing is stored yet.
      </p>
      {unsaved && (
        <p className={styles['unsaved']} role="alert">
          The article could not be stored: there may be no room. Nothing is lost while this page is open; free
          some space and open it again.
        </p>
      )}
      {imported.leftOut.length > 0 && (
        <p className={styles['counts']}>Left out: {imported.leftOut.join(', ')}.</p>
      )}
      <div className={styles['columns']}>
        {/* In the order in which a narrow page shows them: what is asked, what was found, the text. */}
        {open[0] && (
          <WhoSaysThis
            key={open[0].start}
            article={article}
            doubt={open[0]}
            left={open.length}
            voices={voices}
            onAnswer={(speaker) => checking.answer([{ start: open[0]!.start, end: open[0]!.end, speaker }])}
            onLeave={() => setLeft(new Set([...left, open[0]!.start]))}
          />
        )}
        <section aria-label="What was found" className={styles['panel']}>
          <label className={styles['field']}>
            <span>Title</span>
            <input value={shownTitle} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label className={styles['field']}>
            <span>Language</span>
            <select value={article.lang} onChange={(event) => checking.setLang(event.target.value)}>
              {!Object.hasOwn(LANGUAGES, article.lang) && (
                <option value={article.lang}>{article.lang}</option>
              )}
              {Object.entries(LANGUAGES).map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <VoicesFound article={article} checking={checking} voices={voices} />
          <p className={styles['row']}>
            <button className={styles['main']} type="button" onClick={() => settle(false)}>
              Open article
            </button>
            <button className={styles['second']} type="button" onClick={() => settle(true)}>
              Treat as plain text
            </button>
            <button className={styles['quiet']} type="button" onClick={onDiscard}>
              Discard
            </button>
          </p>
        </section>
        <div>
          <FoundText article={article} voices={voices} />
        </div>
      </div>
    </main>
  );
}

/** The rules could not run: the text is still there, and goes on as plain text from the page before. */
function Unreadable({ onDiscard }: { onDiscard: () => void }) {
  return (
    <main className={styles['check']}>
      <h1>The voices could not be looked for</h1>
      <p role="alert">
        The part of the program that reads texts could not be loaded. Your text is kept on the page before: go
        back and try again.
      </p>
      <p className={styles['row']}>
        <button className={styles['main']} type="button" onClick={onDiscard}>
          Go back
        </button>
      </p>
    </main>
  );
}

function tellCounts(article: Article): string {
  const words = countWords(article.text, { start: 0, end: article.text.length });
  const turns = article.turns.filter(({ kind }) => kind !== 'narration').length;
  const quotations = article.quotations.filter(({ kind }) => kind === 'direct').length;
  return [
    counted(words, 'word'),
    Object.hasOwn(LANGUAGES, article.lang) ? LANGUAGES[article.lang] : article.lang,
    counted(article.speakers.length, 'voice'),
    counted(turns, 'turn'),
    counted(quotations, 'quotation'),
  ].join(', ');
}
