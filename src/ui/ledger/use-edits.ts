import { useMemo } from 'react';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { changeMany } from '../notes/change-many.ts';
import { removeNotes, step, type Bench, type NoteFields } from '../notes/note-steps.ts';
import { fieldsOfRow, type OpenLedger } from './open-ledger.ts';

/** What can be done to claims from a ledger. What fails is said, and changes nothing. */
export interface Edits {
  /**
   * Changes claims, as one step. A published one stays as it is: the change is made to a copy of the reader's, which is
   * made for it. Resolves with whether it was stored.
   */
  readonly change: (
    rows: readonly LedgerRow[],
    alter: (fields: NoteFields) => Partial<NoteFields>,
  ) => Promise<boolean>;
  /** Deletes the reader's own among these claims; the published one that a copy stood for is back. */
  readonly remove: (rows: readonly LedgerRow[]) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** The edits of a ledger; null while the store is being opened. */
export function useEdits(ledger: OpenLedger, bench: Bench | null): Edits | null {
  return useMemo(() => bench && createEdits(ledger, bench), [bench, ledger]);
}

function createEdits(ledger: OpenLedger, bench: Bench): Edits {
  return {
    change: async (rows, alter) => {
      const changed = [];
      const added = [];
      for (const row of rows) {
        const note = ledger.noteOf(row);
        const fields = fieldsOfRow(row, note);
        if (note) changed.push({ note, fields: alter(fields) });
        else if (row.span) {
          const { article } = ledger.articleOf(row).source;
          added.push({ article, id: row.slug, span: row.span, fields: { ...fields, ...alter(fields) } });
        }
      }
      const saved = await changeMany(bench, { changed, added }, tellChange(rows, added.length));
      return saved !== null;
    },
    remove: async (rows) =>
      removeNotes(
        bench,
        rows.flatMap((row) => ledger.noteOf(row) ?? []),
      ),
    undo: () => step(bench, 'undo'),
    redo: () => step(bench, 'redo'),
  };
}

/** What was done, in the words of the step and of the message about it. */
function tellChange(rows: readonly LedgerRow[], copies: number): { what: string; told?: string } {
  const [row] = rows;
  if (rows.length === 1 && row) {
    if (copies === 0) return { what: 'Claim changed' };
    return {
      what: `Your copy of claim ${row.label} made`,
      told: `Your copy of claim ${row.label}; the published one stays as it is`,
    };
  }
  const what = `${rows.length} claims changed`;
  if (copies === 0) return { what };
  return {
    what,
    told: `${what}; ${copies === rows.length ? 'they' : `${copies} of them`} are your copies, the published ones stay as they are`,
  };
}
