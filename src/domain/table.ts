/** A table to take home: the first row names its columns. An empty cell is null; numbers stay numbers. */
export type TableCell = string | number | null
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

/** The rows by the names of their columns, as JSON has them. A name that stands twice keeps its first column. */
export function recordsOf({ columns, rows }: Table): Record<string, TableCell>[] {
  return rows.map((row) => {
    const record: Record<string, TableCell> = {}
    for (const [index, column] of columns.entries()) if (!Object.hasOwn(record, column)) record[column] = row[index] ?? null
    return record
  })
}
