import type { ReactNode } from "react";

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** The cell that names the row. */
  heads?: boolean;
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  rowClass?: (row: T) => string | undefined;
  /** True for a row that has nothing beside its name. */
  bare?: (row: T) => boolean;
}

/**
 * A table that becomes a list of cards where there is little room. Roles are written out because a
 * browser drops them when CSS changes the display of a table's parts.
 */
export function Table<T>({ caption, columns, rows, rowKey, rowClass, bare }: Props<T>) {
  return (
    <table className="table" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.title}
              scope="col"
              role="columnheader"
              className={column.numeric ? "numeric" : undefined}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={rowClass?.(row)}>
            {columns
              .filter((column) => column.heads || !bare?.(row))
              .map((column) =>
                column.heads ? (
                  <th
                    key={column.title}
                    scope="row"
                    role="rowheader"
                    colSpan={bare?.(row) ? columns.length : undefined}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.title}
                    role="cell"
                    data-label={column.title}
                    className={column.numeric ? "numeric" : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
