/** What a cell holds: a number as it is, a word, or nothing. */
export type Cell = string | number | undefined;

/** Tidy: a row an observation, a column a variable, the same unit in all of a column or beside it. */
export interface TidyTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows under the columns that they name; what a row does not name is empty. */
export function tidyTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [Name in Column]?: Cell }[],
): TidyTable {
  return { columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}
