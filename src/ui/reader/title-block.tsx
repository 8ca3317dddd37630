import { Fragment, memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Block } from '../../core/voices/blocks.ts';
import { countWords, shares } from '../../core/voices/stretches.ts';
import type { ProvenanceStep } from '../../core/page/content.ts';
import { pathOf } from '../article-pages.ts';
import { ParagraphNotes } from '../notes/paragraph-notes.tsx';
import { PassageText } from '../passage-text.tsx';
import { useReading } from '../reading.ts';
import { BlockText } from './block-text.tsx';
import styles from './title-block.module.css';

/** Words a minute of quick and of careful readers; the time to read is told as a range between them. */
const QUICK = 300;
const CAREFUL = 175;

/** Title, standfirst, caption, and under them where the text comes from and what is in it. */
export const TitleBlock = memo(function TitleBlock({ blocks }: { blocks: readonly Block[] }) {
  const reading = useReading();
  const { published } = reading;
  return (
    <header className={styles['front']} data-group>
      {!blocks.some(({ kind }) => kind === 'title') && <GivenTitle />}
      {blocks.map((block) => (
        <Fragment key={block.id}>
          <FrontBlock block={block} />
          <ParagraphNotes block={block.id} />
        </Fragment>
      ))}
      <div className={styles['about']}>
        {published.provenance.length > 0 && <Provenance steps={published.provenance} />}
        <Counts />
      </div>
    </header>
  );
});

/** A text without a title is called as its reader calls it. Where that is how it begins, it is not shown twice. */
function GivenTitle() {
  const { published, article } = useReading();
  const begins = article.text.replace(/\s+/g, ' ').trimStart().startsWith(published.title.replace(/…$/, ''));
  return (
    <h1 className={begins ? 'visually-hidden' : styles['title']} dir="auto">
      {published.title}
    </h1>
  );
}

function FrontBlock({ block }: { block: Block }) {
  const text = <BlockText block={block} />;
  if (block.kind === 'title') {
    return (
      <h1 className={styles['title']} data-block id={block.id}>
        {text}
      </h1>
    );
  }
  return (
    <p className={styles[block.kind]} data-block id={block.id}>
      {text}
    </p>
  );
}

function Provenance({ steps }: { steps: readonly ProvenanceStep[] }) {
  return (
    <details className={styles['provenance']}>
      <summary>
        <span className={styles['word']}>Provenance</span>
        {steps.map((step) => (
          <span className={styles['step']} key={step.label}>
            {step.label}
            {step.inferred !== undefined && <span className={styles['inferred']}>inferred</span>}
          </span>
        ))}
      </summary>
      <ol>
        {steps.map((step) => (
          <li key={step.label}>
            <strong>{step.label}.</strong> {step.known !== undefined && <PassageText text={step.known} />}
            {step.inferred !== undefined && (
              <span className={styles['why']}>
                {' '}
                <em>Inferred:</em> <PassageText text={step.inferred} />
              </span>
            )}{' '}
            {step.url !== undefined && (
              <a href={step.url} rel="noreferrer noopener">
                {step.url}
              </a>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Counts() {
  const { article, notes, published } = useReading();
  const words = countWords(article.text, { start: 0, end: article.text.length });
  const quick = Math.max(1, Math.round(words / QUICK));
  const careful = Math.max(1, Math.round(words / CAREFUL));
  const claims = notes.filter((note) => note.claim).length;
  const speaking = shares(article).filter(({ speaker }) => speaker !== null).length;
  const way = (page: 'claims' | 'questions', count: number, name: string): ReactNode =>
    count > 0 && (
      <>
        {' · '}
        <Link href={pathOf(published.slug, page)}>
          {count} {name}
        </Link>
      </>
    );
  return (
    <p className={styles['counts']}>
      {quick === careful ? `${quick} min` : `${quick} to ${careful} min`} · {speaking} voices
      {way('questions', article.exchanges.length, 'exchanges')}
      {way('claims', claims, 'claims')}
    </p>
  );
}
