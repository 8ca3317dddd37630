import { useVirtualizer } from '@tanstack/react-virtual';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { blockAt, speakerOf } from '../../core/anchor/describe.ts';
import { COLOURS, wordsOf, type Placed, type ReaderNote } from '../../core/notes/note.ts';
import { fold } from '../../core/text/fold.ts';
import { useActiveNote } from '../active-note.ts';
import { useReading, voiceOf, type Reading } from '../reading.ts';
import { PanelFrame, SidePanel } from '../side-panel.tsx';
import { tagsOf, type Notebook } from './notebook.ts';
import styles from './notes-panel.module.css';
import { DriftReport } from './drift-report.tsx';
import { UnplacedList } from './unplaced-list.tsx';
import type { WritingControl } from './use-writing.ts';

const TransferDialog = lazy(() => import('./transfer-dialog.tsx'));

/** What the list shows, and how it is sorted. An empty field asks for nothing. */
interface Filter {
  readonly words: string;
  readonly kind: string;
  readonly colour: string;
  readonly tag: string;
  readonly voice: string;
  readonly sort: 'place' | 'time';
}

const ALL: Filter = { words: '', kind: '', colour: '', tag: '', voice: '', sort: 'place' };

/** All of the reader's notes on the article. What has lost its words, and what was not finished, stands at the top. */
export default function NotesPanel(props: {
  notebook: Notebook;
  writing: WritingControl;
  /** The offset on screen now. */
  offset: () => number;
  onClose: () => void;
}) {
  const { notebook, writing, offset, onClose } = props;
  const reading = useReading();
  const active = useActiveNote();
  const [filter, setFilter] = useState(ALL);
  const [transferring, setTransferring] = useState(false);
  const shown = useMemo(() => filtered(reading, notebook.placed, filter), [filter, notebook.placed, reading]);
  const highlightHere = async (): Promise<void> => {
    const here = blockAt(reading.article, offset());
    if (!here) return;
    const span = { start: here.start, end: here.end };
    const notes = await notebook.ready();
    await notes.add(span, { kind: 'highlight', body: '', tags: [], colour: 'yellow' });
  };
  return (
    <SidePanel
      closeLabel="Close the notes panel"
      count={
        shown.length === notebook.placed.length
          ? shown.length
          : `${shown.length} of ${notebook.placed.length}`
      }
      heading="Your notes"
      tools={
        <button
          aria-haspopup="dialog"
          className={styles['transfer']}
          type="button"
          onClick={() => setTransferring(true)}
        >
          Export and import…
        </button>
      }
      onClose={onClose}
    >
      {transferring && (
        <Suspense fallback={null}>
          <TransferDialog notebook={notebook} onClose={() => setTransferring(false)} />
        </Suspense>
      )}
      <Drafts writing={writing} />
      <DriftReport notebook={notebook} />
      <UnplacedList notebook={notebook} />
      {notebook.all.length === 0 ? (
        <div className={styles['empty']}>
          <p>
            No notes yet: select a sentence and choose Highlight, Note or Claim, or go to a turn with J and
            press H.
          </p>
          <button type="button" onClick={() => void highlightHere()}>
            Highlight the paragraph on screen
          </button>
        </div>
      ) : (
        <>
          <Filters filter={filter} notebook={notebook} onFilter={setFilter} />
          <List
            notes={shown}
            onChoose={(id) => {
              active.open(id);
            }}
          />
        </>
      )}
    </SidePanel>
  );
}

function filtered(
  reading: Reading,
  notes: readonly Placed<ReaderNote>[],
  filter: Filter,
): Placed<ReaderNote>[] {
  const wanted = fold(filter.words.trim()).text;
  const result = notes.filter(
    (note) =>
      (filter.kind === '' || note.kind === filter.kind) &&
      (filter.colour === '' || note.colour === filter.colour) &&
      (filter.tag === '' || note.tags.includes(filter.tag)) &&
      (filter.voice === '' || speakerOf(reading.article, note.span) === filter.voice) &&
      (wanted === '' || fold(`${wordsOf(note)} ${note.body} ${note.tags.join(' ')}`).text.includes(wanted)),
  );
  return filter.sort === 'place' ? result : result.toSorted((a, b) => (a.modified < b.modified ? 1 : -1));
}

function Filters(props: { filter: Filter; notebook: Notebook; onFilter: (filter: Filter) => void }) {
  const { filter, notebook, onFilter } = props;
  const { voices } = useReading();
  const tags = useMemo(() => tagsOf(notebook.all), [notebook.all]);
  const choice = (name: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      <span className="visually-hidden">{label}</span>
      <select value={filter[name]} onChange={(event) => onFilter({ ...filter, [name]: event.target.value })}>
        {name === 'sort' ? null : <option value="">{label}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search className={styles['filters']}>
      <input
        aria-label="Words in notes"
        placeholder="Find in notes"
        type="search"
        value={filter.words}
        onChange={(event) => onFilter({ ...filter, words: event.target.value })}
      />
      {choice('kind', 'All kinds', [
        ['highlight', 'Highlights'],
        ['comment', 'Notes'],
        ['claim', 'Claims'],
        ['question', 'Readings of questions'],
      ])}
      {choice(
        'colour',
        'All colours',
        COLOURS.map((colour) => [colour, colour] as const),
      )}
      {tags.length > 0 &&
        choice(
          'tag',
          'All tags',
          tags.map((tag) => [tag, `#${tag}`] as const),
        )}
      {choice(
        'voice',
        'All voices',
        [...voices.values()].map((voice) => [voice.id, voice.name] as const),
      )}
      {choice('sort', 'Sort', [
        ['place', 'In the order of the text'],
        ['time', 'Latest first'],
      ])}
    </search>
  );
}

/** The list itself, drawn only as far as it can be seen. */
function List({ notes, onChoose }: { notes: readonly Placed<ReaderNote>[]; onChoose: (id: string) => void }) {
  const frame = useRef<HTMLDivElement>(null);
  // Its functions change what they give, so nothing may remember it; nothing here does.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: notes.length,
    estimateSize: () => 84,
    getItemKey: (index) => notes[index]?.id ?? index,
    getScrollElement: () => frame.current,
    overscan: 8,
  });
  return (
    <PanelFrame frame={frame} label="List of notes">
      <ul className={styles['list']} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <li
            aria-posinset={index + 1}
            aria-setsize={notes.length}
            data-index={index}
            key={key}
            ref={rows.measureElement}
            style={{ translate: `0 ${start}px` }}
          >
            <Row note={notes[index]!} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </PanelFrame>
  );
}

const KINDS = { highlight: 'highlight', comment: 'note', claim: 'claim', question: 'reading of a question' };

function Row({ note, onChoose }: { note: Placed<ReaderNote>; onChoose: (id: string) => void }) {
  const reading = useReading();
  const speaker = speakerOf(reading.article, note.span);
  const words = reading.article.text.slice(note.span.start, note.span.end);
  return (
    <button
      className={styles['row']}
      data-colour={note.colour}
      type="button"
      onClick={() => onChoose(note.id)}
    >
      <span className={styles['words']}>“{words.length > 110 ? `${words.slice(0, 110)}…` : words}”</span>
      {note.body !== '' && <span className={styles['text']}>{note.body.slice(0, 160)}</span>}
      <span className={styles['about']}>
        {KINDS[note.kind]} · {voiceOf(reading, speaker).short}
        {note.tags.map((tag) => ` · #${tag}`)}
      </span>
    </button>
  );
}

function Drafts({ writing }: { writing: WritingControl }) {
  const waiting = writing.drafts.filter((draft) => draft.key !== writing.writing?.key);
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="drafts-heading" className={styles['attention']}>
      <h3 id="drafts-heading">Not saved yet</h3>
      <ul>
        {waiting.map((draft) => (
          <li key={draft.key}>
            <p>{draft.fields.body.slice(0, 140) || 'A note without text'}</p>
            <button type="button" onClick={() => void writing.resume(draft)}>
              Continue
            </button>
            <button type="button" onClick={() => writing.discard(draft)}>
              Discard
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
