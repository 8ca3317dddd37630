/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-to-interactive-role --
   laid out as a grid, a table loses the roles of its parts in some browsers: each is named */
import { useCallback, useMemo, useRef, useState } from 'react';
import { sortedBy, type LedgerQuery, type Sort } from '../../core/claims/ledger-query.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import type { Claim, ClaimStatus } from '../../core/notes/claim.ts';
import { Badge } from '../badge.tsx';
import { useAlive } from '../use-alive.ts';
import type { OpenLedger } from './open-ledger.ts';
import { RowDetails } from './row-details.tsx';
import { RowEditor } from './row-editor.tsx';
import { TableBody, type Scroller } from './table-body.tsx';
import type { TableItem } from './table-items.ts';
import { TableRow, type RowActions } from './table-row.tsx';
import { rememberPlace, useArrival } from './use-arrival.ts';
import type { Edits } from './use-edits.ts';
import { useRowFocus } from './use-row-focus.ts';
import type { Selection } from './use-selection.ts';
import { useTableKeys } from './use-table-keys.ts';
import styles from './ledger-table.module.css';

interface TableProps {
  readonly ledger: OpenLedger;
  readonly items: readonly TableItem[];
  /** The keys of its rows, in the order of the items. */
  readonly order: readonly string[];
  readonly query: LedgerQuery;
  readonly selection: Selection;
  readonly edits: Edits | null;
  readonly isLibrary: boolean;
  /** Whether the reader's own notes have been read. */
  readonly isRead: boolean;
  readonly onQuery: (query: LedgerQuery) => void;
}

/** The claims as a table, each of which can be changed where it stands. */
export function LedgerTable(props: TableProps) {
  const { ledger, items, order, query, selection, edits, isLibrary, isRead, onQuery } = props;
  const grid = useRef<HTMLTableElement>(null);
  const scroller = useRef<Scroller>(null);
  const isAlive = useAlive();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<{ key: string; preset: ClaimStatus | null } | null>(null);
  const focus = useRowFocus(grid, scroller, order);
  useArrival({ ledger, isRead, isLibrary, order, query, focus });

  const edit = useCallback((key: string, preset: ClaimStatus | null) => setEditing({ key, preset }), []);
  const open = useCallback(
    (key: string, how?: boolean) =>
      setOpened((before) => {
        const after = new Set(before);
        if (how ?? !before.has(key)) after.add(key);
        else after.delete(key);
        return after;
      }),
    [],
  );
  const press = useTableKeys({
    order,
    focus,
    selection,
    onEdit: (key) => edit(key, null),
    onOpen: open,
  });
  const { enter } = focus;
  const { toggle } = selection;
  const actions = useMemo(
    (): RowActions => ({
      enter,
      toggle,
      edit,
      open,
      claim: (row, some) => void edits?.change([row], changingClaim(some)),
      tag: (tag) => onQuery({ ...query, tag: [tag] }),
    }),
    [edit, edits, enter, onQuery, open, query, toggle],
  );
  const remove = async (row: LedgerRow): Promise<void> => {
    const next = row.origin === 'copy' ? row.key : (order[order.indexOf(row.key) + 1] ?? order.at(-2));
    if ((await edits?.remove([row])) && next !== undefined) focus.focus(next);
  };

  const draw = (item: TableItem, measure?: (row: Element | null) => void) => {
    if (item.kind === 'group')
      return <GroupLine item={item} key={item.key} ledger={ledger} measure={measure} />;
    const { row, key, position } = item;
    const isEdited = editing?.key === key && edits !== null;
    const isOpen = opened.has(key);
    return (
      <TableRow
        actions={actions}
        hasArrived={focus.arrived === key}
        isCurrent={isAlive ? focus.current === key : undefined}
        isLibrary={isLibrary}
        isOpen={isOpen}
        isSelected={selection.selected.has(key)}
        key={key}
        ledger={ledger}
        measure={measure}
        position={position}
        row={row}
      >
        {isEdited ? (
          <RowEditor
            edits={edits}
            ledger={ledger}
            preset={editing.preset}
            row={row}
            onClose={() => {
              setEditing(null);
              focus.focus(key);
            }}
          />
        ) : isOpen ? (
          <RowDetails
            isLibrary={isLibrary}
            ledger={ledger}
            row={row}
            onDelete={edits && row.origin !== 'published' ? () => void remove(row) : null}
          />
        ) : null}
      </TableRow>
    );
  };
  return (
    <table
      aria-label="Claims"
      aria-multiselectable={isAlive || undefined}
      aria-rowcount={items.length + 1}
      className={styles['table']}
      data-library={isLibrary || undefined}
      data-selecting={selection.selected.size > 0 || undefined}
      ref={grid}
      role="grid"
      onClickCapture={(event) => {
        const link = event.target instanceof Element && event.target.closest('[data-words]');
        const key = link ? link.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
        if (key !== undefined) rememberPlace(key);
      }}
      onKeyDown={press}
    >
      <Head isLibrary={isLibrary} order={order} query={query} selection={selection} onQuery={onQuery} />
      <TableBody draw={draw} held={focus.current} isAlive={isAlive} items={items} scroller={scroller} />
    </table>
  );
}

/** The change of a note that changes some of its claim. */
export const changingClaim =
  (some: Partial<Claim>) =>
  ({ claim }: { readonly claim?: Claim }): { claim?: Claim } =>
    claim ? { claim: { ...claim, ...some } } : {};

const COLUMNS: readonly (readonly [string, string, Sort | null])[] = [
  ['number', '#', 'place'],
  ['words', 'Words', 'words'],
  ['article', 'Article', null],
  ['voice', 'Voice', 'voice'],
  ['what', 'Kind', 'kind'],
  ['check', 'Can be checked', 'check'],
  ['state', 'Status', 'status'],
  ['sources', 'Sources', null],
  ['note', 'Note', null],
];

function Head(
  props: Pick<TableProps, 'isLibrary' | 'query' | 'selection' | 'onQuery'> & { order: readonly string[] },
) {
  const { isLibrary, order, query, selection, onQuery } = props;
  const count = selection.selected.size;
  return (
    <thead className={styles['head']} role="rowgroup">
      <tr aria-rowindex={1} role="row">
        <th className={styles['select']} role="columnheader" scope="col">
          <span className="visually-hidden">Selected</span>
          <label className="needs-script">
            <input
              aria-label="Select all that are shown"
              checked={count > 0 && count === order.length}
              ref={(box) => {
                if (box) box.indeterminate = count > 0 && count < order.length;
              }}
              type="checkbox"
              onChange={() => (count === order.length ? selection.clear() : selection.all())}
            />
          </label>
        </th>
        {COLUMNS.filter(([area]) => isLibrary || area !== 'article').map(([area, name, sort]) => {
          const isSorted = sort !== null && query.sort === sort;
          return (
            <th
              aria-sort={isSorted ? (query.descending ? 'descending' : 'ascending') : undefined}
              className={styles[area]}
              key={area}
              role="columnheader"
              scope="col"
            >
              {sort === null ? (
                name
              ) : (
                <>
                  <button
                    aria-label={sort === 'place' ? 'Number, place in the text' : undefined}
                    className="needs-script"
                    type="button"
                    onClick={() => onQuery(sortedBy(query, sort))}
                  >
                    {name}
                    <svg aria-hidden="true" viewBox="0 0 8 10">
                      <path
                        d="M4 8.5v-7M1.2 4.2 4 1.4l2.8 2.8"
                        fill="none"
                        stroke="currentColor"
                        strokeWidth="1.4"
                      />
                    </svg>
                  </button>
                  <span className={styles['plain']}>{name}</span>
                </>
              )}
            </th>
          );
        })}
        <th className={styles['tools']} role="columnheader" scope="col">
          <span className="visually-hidden">Edit, more</span>
        </th>
      </tr>
    </thead>
  );
}

function GroupLine(props: {
  item: Extract<TableItem, { kind: 'group' }>;
  ledger: OpenLedger;
  measure: ((row: Element | null) => void) | undefined;
}) {
  const { item, ledger, measure } = props;
  const { name, value, rows } = item.group;
  const [first] = rows;
  return (
    <tr
      aria-rowindex={item.position + 1}
      className={styles['group']}
      data-index={item.position - 1}
      ref={measure}
      role="row"
    >
      <th role="rowheader" scope="rowgroup">
        {first && first.speaker === value && <Badge voice={ledger.voiceOf(first)} />}
        {name} <span>{rows.length}</span>
      </th>
    </tr>
  );
}
