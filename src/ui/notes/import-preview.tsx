import { useEffect, useRef } from 'react';
import { counted } from '../../core/text/counted.ts';
import type { Example, Group, Preview } from './preview.ts';
import styles from './transfer-dialog.module.css';
import { notesInWords } from './transfer-words.ts';
import type { Import, ImportState } from './use-import.ts';

type Shown = Extract<ImportState, { step: 'preview' }>;

/** What a file would bring, and the button that stores it. */
export function ImportPreview({ told, incoming }: { told: Shown; incoming: Import }) {
  const { name, preview, failure } = told;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isBackup = preview.format === 'backup';
  const button = buttonInWords(preview);
  return (
    <div>
      <h4 className={styles['file']} ref={heading} tabIndex={-1}>
        {name}: {notesInWords(preview.notes)}
        {isBackup && ` on ${counted(preview.articles, 'article')}`}
      </h4>
      <p className={styles['about']}>
        {preview.written !== null && `A backup of ${new Date(preview.written).toLocaleString()}. `}
        Nothing is stored yet.
        {!incoming.isKept &&
          ' This browser keeps no notes now: they would stay only while this page is open.'}
      </p>
      {preview.groups.length > 0 && (
        <ul aria-label="Where the words are" className={styles['groups']}>
          {preview.groups.map((group) => (
            <GroupRow group={group} key={group.outcome} />
          ))}
        </ul>
      )}
      <ul aria-label="What is new" className={styles['counts']}>
        {countsOf(preview).map(([label, count]) => (
          <li key={label}>
            <b>{count.toLocaleString('en')}</b> {label}
          </li>
        ))}
      </ul>
      {preview.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {failure !== null && (
        <p className={styles['refusal']} role="alert">
          {failure}
        </p>
      )}
      <p className={styles['row']}>
        {button === null ? (
          <span>There is nothing new in this file.</span>
        ) : (
          <button className={styles['main']} type="button" onClick={incoming.store}>
            {button}
          </button>
        )}
        <button className={styles['second']} type="button" onClick={incoming.cancel}>
          {button === null ? 'Back' : 'Cancel'}
        </button>
      </p>
    </div>
  );
}

/** What the button does; null where there is nothing to do. */
function buttonInWords({ format, saves, rest }: Preview): string | null {
  const verb = format === 'backup' ? 'Restore' : 'Import';
  if (saves > 0) return `${verb} ${notesInWords(saves)}`;
  const articles = rest.articles?.length ?? 0;
  const others = rest.corrections.length + rest.texts.length + rest.drafts.length + articles;
  return others > 0 ? 'Restore the rest' : null;
}

function countsOf({ format, merge, rest }: Preview): (readonly [string, number])[] {
  const one = (count: number, single: string, many: string): string => (count === 1 ? single : many);
  const { added, updated, unchanged, split } = merge;
  const notes = [
    ['new', added],
    [`newer than yours: ${one(updated, 'it takes its', 'they take their')} place`, updated],
    [
      `here already: ${one(unchanged, 'it stays', 'they stay')} as ${one(unchanged, 'it is', 'they are')}`,
      unchanged,
    ],
    [`${one(split, 'differs', 'differ')} from yours: both are kept`, split],
  ] as const;
  const { corrections, drafts, articles = [] } = rest;
  const others = [
    [`${one(corrections.length, 'article', 'articles')} with corrected voices`, corrections.length],
    [one(drafts.length, 'draft', 'drafts'), drafts.length],
    [one(articles.length, 'article of your own', 'articles of your own'), articles.length],
  ] as const;
  return [
    ...notes.filter(([, count], index) => index === 0 || format === 'backup' || count > 0),
    ...others.filter(([, count]) => count > 0),
  ];
}

const OUTCOMES: Record<Group['outcome'], readonly [name: string, meaning: string]> = {
  exact: ['Placed', 'the words are where they were'],
  moved: ['Moved', 'the same words, in another place'],
  reworded: ['Reworded', 'the words have changed a little, or are given to another speaker'],
  ambiguous: ['Ambiguous', 'several places fit; you can choose in your notes'],
  lost: ['Lost', 'the words are not in this text; they are kept and listed'],
};

function GroupRow({ group: { outcome, count, examples } }: { group: Group }) {
  const [name, meaning] = OUTCOMES[outcome];
  const line = (
    <>
      <b>{count.toLocaleString('en')}</b> {name} <span className={styles['quiet']}>{meaning}</span>
    </>
  );
  if (count === 0) return <li className={styles['group']}>{line}</li>;
  return (
    <li className={styles['group']}>
      <details>
        <summary>{line}</summary>
        <ul className={styles['examples']}>
          {examples.map((example, index) => (
            // Two notes may say the same.
            // oxlint-disable-next-line react/no-array-index-key
            <ExampleRow example={example} key={index} />
          ))}
          {count > examples.length && (
            <li className={styles['quiet']}>and {(count - examples.length).toLocaleString('en')} more</li>
          )}
        </ul>
      </details>
    </li>
  );
}

function ExampleRow({ example: { words, body, now } }: { example: Example }) {
  return (
    <li>
      <p className={styles['words']}>{words === '' ? 'No words' : `“${words}”`}</p>
      {now !== null && <p className={styles['words']}>now “{now}”</p>}
      {body !== '' && <p>{body}</p>}
    </li>
  );
}
