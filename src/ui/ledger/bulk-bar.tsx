import { useId, useState } from 'react';
import {
  ALL_KINDS,
  CHECKABILITIES,
  CLAIM_KINDS,
  CLAIM_STATUSES,
  type ClaimStatus,
} from '../../core/notes/claim.ts';
import { isWebAddress } from '../../core/notes/web-address.ts';
import type { NoteFields } from '../notes/note-steps.ts';
import { changingClaim } from './ledger-table.tsx';
import { ActionsMenu, Menu, useCloseMenu } from './menu.tsx';
import type { OpenLedger } from './open-ledger.ts';
import type { Edits } from './use-edits.ts';
import type { Selection } from './use-selection.ts';
import styles from './bulk-bar.module.css';

/** What can be done with all selected claims at once; each is one step that can be taken back. */
export function BulkBar(props: {
  ledger: OpenLedger;
  selection: Selection;
  edits: Edits;
  /** How many rows could be selected. */
  count: number;
}) {
  const { ledger, selection, edits, count } = props;
  const rows = [...selection.selected].flatMap((key) => ledger.byKey.get(key) ?? []);
  const published = rows.filter(({ origin }) => origin === 'published').length;
  const own = rows.length - published;
  const change = (alter: (fields: NoteFields) => Partial<NoteFields>): void => void edits.change(rows, alter);
  return (
    <div aria-label="Selected claims" className={styles['bar']} data-bulk role="toolbar">
      <p className={styles['told']} role="status">
        <strong>{rows.length} selected</strong>
        {published > 0 && (
          <span>
            {published === rows.length
              ? published === 1
                ? 'Published'
                : 'All published'
              : `${published} published`}
            : a change makes {published === 1 ? 'your copy' : 'your copies'}
          </span>
        )}
      </p>
      <div className={styles['tools']}>
        <ActionsMenu
          choices={ALL_KINDS.map((value) => ({ value, label: value, hint: CLAIM_KINDS[value].meaning }))}
          label="Kind"
          onChoose={(value) => {
            const kind = ALL_KINDS.find((one) => one === value)!;
            change(changingClaim({ kind, checkable: CLAIM_KINDS[kind].checkable }));
          }}
        />
        <ActionsMenu
          choices={CHECKABILITIES.map((value) => ({ value, label: value }))}
          label="Can be checked"
          onChoose={(value) =>
            change(changingClaim({ checkable: CHECKABILITIES.find((one) => one === value)! }))
          }
        />
        <Menu label="Status" name="Status of the selected claims">
          <StatusForm onStatus={change} />
        </Menu>
        <Menu label="Tags" name="Tags of the selected claims">
          <TagForm
            known={ledger.tags}
            onTag={(tag, isAdded) =>
              change(({ tags }) => {
                const others = tags.filter((each) => each !== tag);
                return { tags: isAdded ? [...others, tag] : others };
              })
            }
          />
        </Menu>
        {own > 0 && (
          <button
            className={styles['plain']}
            type="button"
            onClick={() => void edits.remove(rows.filter(({ origin }) => origin !== 'published'))}
          >
            Delete {own === rows.length ? '' : `${own} of yours`}
          </button>
        )}
        {rows.length < count && (
          <button className={styles['plain']} type="button" onClick={selection.all}>
            Select all {count}
          </button>
        )}
        <button className={styles['plain']} type="button" onClick={selection.clear}>
          Clear
        </button>
      </div>
    </div>
  );
}

/** A status for all of them, with the source that it rests on, which is added to what each has. */
function StatusForm({
  onStatus,
}: {
  onStatus: (alter: (fields: NoteFields) => Partial<NoteFields>) => void;
}) {
  const close = useCloseMenu();
  const [status, setStatus] = useState<ClaimStatus>('supported');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const isOpen = status === 'open';
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const source = { title: title.trim(), url: url.trim() };
        if (!isOpen && (source.title === '' || !isWebAddress(source.url))) {
          setFault('A status needs a source: a title, and an address that begins with http:// or https://.');
          return;
        }
        close();
        onStatus((fields) => {
          const { sources = [] } = fields.claim ?? {};
          const isThere = sources.some((one) => one.url === source.url && one.title === source.title);
          return changingClaim({ status, sources: isOpen || isThere ? sources : [...sources, source] })(
            fields,
          );
        });
      }}
    >
      <label>
        Status
        <select
          value={status}
          onChange={({ target }) => {
            setStatus(CLAIM_STATUSES.find((one) => one === target.value) ?? status);
            setFault(null);
          }}
        >
          {CLAIM_STATUSES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {!isOpen && (
        <>
          <label>
            Title of the source
            <input value={title} onChange={({ target }) => setTitle(target.value)} />
          </label>
          <label>
            Its address
            <input
              inputMode="url"
              placeholder="https://…"
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          </label>
        </>
      )}
      {fault !== null && <p role="alert">{fault}</p>}
      <button className={styles['done']} type="submit">
        Set the status
      </button>
    </form>
  );
}

function TagForm({
  known,
  onTag,
}: {
  known: readonly string[];
  onTag: (tag: string, isAdded: boolean) => void;
}) {
  const close = useCloseMenu();
  const id = useId();
  const [typed, setTyped] = useState('');
  const tag = typed.trim().replace(/^#/, '');
  const done = (isAdded: boolean): void => {
    close();
    onTag(tag, isAdded);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (tag !== '') done(true);
      }}
    >
      <label>
        Tag
        <input list={id} value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <datalist id={id}>
        {known.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </datalist>
      <div className={styles['both']}>
        <button className={styles['done']} disabled={tag === ''} type="submit">
          Add
        </button>
        <button
          className={styles['plain']}
          disabled={!known.includes(tag)}
          type="button"
          onClick={() => done(false)}
        >
          Remove
        </button>
      </div>
    </form>
  );
}
