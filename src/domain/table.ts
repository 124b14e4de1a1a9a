/** A table to take home: the first row names its columns. An empty cell is null; numbers stay numbers. */
export type TableCell = string | number | null
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly TableCell[])[] }

/** The rows by the names of their columns, as JSON has them. A name that stands twice says which it is: `theme`, `theme (2)`. */
export function recordsOf({ columns, rows }: Table): Record<string, TableCell>[] {
  const names = namesOf(columns)
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])))
}

function namesOf(columns: readonly string[]): string[] {
  const names = new Set<string>()
  for (const column of columns) {
    let name = column
    for (let nth = 2; names.has(name); nth++) name = `${column} (${nth})`
    names.add(name)
  }
  return [...names]
}
