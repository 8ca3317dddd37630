import { Link } from 'wouter';
import type { Target } from '../../core/claims/figure.ts';
import type { FigureRow, FigureTable } from '../../core/claims/figure-tables.ts';
import styles from './figure-rows.module.css';

/** So many rows are shown; the file has all. */
const SHOWN = 500;

/** The numbers of a figure as a table, for those who can't see it or want to read it. */
export function FigureRows(props: { table: FigureTable; addressOf: (target: Target) => string }) {
  const { table, addressOf } = props;
  const { head, rows, quoting } = table;
  const isNumber = head.map((_, column) => rows.every(({ cells }) => /^[\d,<–%\s]*$/.test(cells[column]!)));
  const cellOf = (row: FigureRow, cell: string, column: number) =>
    row.words && column === quoting ? (
      <Link href={addressOf({ to: 'words', span: row.words })}>{cell}</Link>
    ) : (
      cell
    );
  return (
    // It scrolls by itself where it is wider than the page, with keys, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div aria-label={`${table.title}, as a table`} className={styles['scroll']} role="region" tabIndex={0}>
      <table className={styles['rows']}>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th data-number={isNumber[column]} key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => (
            // Two rows may be equal; their order is what they are in.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {row.cells.map((cell, column) =>
                column === 0 ? (
                  <th data-number={isNumber[0]} key={head[0]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td data-number={isNumber[column]} key={head[column]}>
                    {cellOf(row, cell, column)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <p>
          The first {SHOWN} of {rows.length} rows. The CSV file has all of them.
        </p>
      )}
    </div>
  );
}
