/** Rows of a CSV text (RFC 4180) as records by the names of its first row. */
export function readCsvRecords(text: string): Record<string, string>[] {
  const [head = [], ...rows] = rowsOf(text)
  return rows.filter((row) => row.some((cell) => cell !== '')).map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,\n\r]*)(,|\r?\n|$)/y
  for (cell.lastIndex = 0; cell.lastIndex < text.length; ) {
    const [, raw = '', end = ''] = cell.exec(text) ?? []
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end !== ',') rows.push([])
    if (end === '' || cell.lastIndex === 0) break
  }
  return rows.at(-1)!.length === 0 ? rows.slice(0, -1) : rows
}
