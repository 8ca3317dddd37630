import type { ReactNode } from 'react';
import { AVOIDANCE_WORDS } from '../../core/notes/question-words.ts';
import { rateInWords, talliesBySpeaker, tallyOf, type Tally } from '../../core/questions/answer-audit.ts';
import { counted } from '../../core/text/counted.ts';
import { download } from '../../dom/download.ts';
import { ownId } from '../../storage/own-article.ts';
import { fileStem } from '../article-pages.ts';
import { Badge } from '../badge.tsx';
import { useKeeping } from '../keeping.ts';
import { useReading, voiceOf } from '../reading.ts';
import { addressOf } from '../site-address.ts';
import { useSay } from '../status-line.tsx';
import styles from './audit-table.module.css';
import type { ReadEntry } from './entries.ts';
import type { Show } from './lens.ts';

/** How replies were judged, by who replies, with every denominator; and the audit as files. */
export function AuditTable(props: {
  entries: readonly ReadEntry[];
  show: Show;
  onShow: (show: Show) => void;
}) {
  const { entries, show, onShow } = props;
  const reading = useReading();
  const all = entries.flatMap(({ replies }) => replies);
  const total = tallyOf(all);
  if (total.replies === 0) return null;
  return (
    <section aria-labelledby="audit" className={styles['audit']}>
      <h2 id="audit">How the questions were answered</h2>
      <p>
        {rateInWords(total) ?? `None of ${counted(total.replies, 'reply', 'replies')} judged yet`}. Whether a
        reply answers its question is your judgement, and is called that.
        {show !== 'both' && (
          <>
            {' '}
            <button
              className={`${styles['switch']} needs-script`}
              type="button"
              onClick={() => onShow('both')}
            >
              Judge the replies
            </button>
          </>
        )}
      </p>
      {/* A table that scrolls must be reachable without a pointer. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div aria-label="Replies by speaker" className={styles['frame']} role="region" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {['Replies by', 'Answered', 'Partly', 'Not', 'Not judged', 'All', 'Rate'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {talliesBySpeaker(all).map((tally) => {
              const voice = voiceOf(reading, tally.speaker || null);
              return (
                <Row key={tally.speaker} tally={tally}>
                  <Badge size="small" voice={voice} /> {voice.name}
                </Row>
              );
            })}
          </tbody>
          <tfoot>
            <Row tally={total}>All</Row>
          </tfoot>
        </table>
      </div>
      {total.ways.length > 0 && (
        <p className={styles['ways']}>
          Ways of avoiding, in {counted(total.partly + total.not, 'reply', 'replies')} judged partly or not
          answered: {total.ways.map(([way, times]) => `${AVOIDANCE_WORDS[way].label} ${times}`).join(', ')}.
        </p>
      )}
      <Files entries={entries} />
    </section>
  );
}

function Row({ tally, children }: { tally: Tally; children: ReactNode }) {
  const { answered, partly, not, judged, replies } = tally;
  return (
    <tr>
      <th scope="row">{children}</th>
      {[answered, partly, not, replies - judged, replies].map((number, index) => (
        // Columns never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <td key={index}>{number}</td>
      ))}
      <td>{rateInWords(tally) ?? 'none judged'}</td>
    </tr>
  );
}

function Files({ entries }: { entries: readonly ReadEntry[] }) {
  const { article, published } = useReading();
  const { now } = useKeeping();
  const say = useSay();
  const write = async (format: 'csv' | 'md'): Promise<void> => {
    const { formatAuditCsv, formatAuditMarkdown } = await import('../../core/questions/format-audit.ts');
    const isOwn = ownId(published.slug) !== null;
    const listed = entries.map(({ entry, note, forms }) => ({
      asked: entry.asked,
      question: note?.question,
      remark: note?.body ?? '',
      forms,
      // Nobody else has an article of one's own.
      link: isOwn ? null : addressOf(entry.href),
    }));
    const context = { article, title: published.title };
    const text = format === 'csv' ? formatAuditCsv(listed, context) : formatAuditMarkdown(listed, context);
    const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'text/markdown;charset=utf-8';
    const name = `${fileStem(published.slug)}-questions-${now().slice(0, 10)}.${format}`;
    download(name, new Blob([text], { type }));
    say({ text: `Written to ${name}.` });
  };
  return (
    <p className={`${styles['files']} needs-script`}>
      <button type="button" onClick={() => void write('csv')}>
        Export as CSV
      </button>
      <button type="button" onClick={() => void write('md')}>
        Export as Markdown
      </button>
    </p>
  );
}
