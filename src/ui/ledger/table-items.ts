import type { LedgerRow } from '../../core/claims/ledger.ts';
import type { RowGroup } from '../../core/claims/query-rows.ts';

/** A line of the table: a row, or what a group of rows is called. `position` counts lines from 1. */
export type TableItem =
  | { readonly kind: 'group'; readonly key: string; readonly position: number; readonly group: RowGroup }
  | { readonly kind: 'row'; readonly key: string; readonly position: number; readonly row: LedgerRow };

/** The lines of a table, group after group. */
export function itemsOf(groups: readonly RowGroup[]): TableItem[] {
  let position = 0;
  const next = (): number => (position += 1);
  return groups.flatMap((group): TableItem[] => [
    ...(group.name === ''
      ? []
      : [{ kind: 'group', key: `group ${group.value}`, position: next(), group } as const]),
    ...group.rows.map((row): TableItem => ({ kind: 'row', key: row.key, position: next(), row })),
  ]);
}
