type Changed = {
  readonly table: string
  readonly rowId: number
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}
export type Sides = { id: number; earlier: Changed['before']; now: Changed['after'] }

/** Each changed row of a table as it was before all of these changes and is after them; null where it was not, or is no more. */
export function firstAndLast(rows: readonly Changed[], table: string): Sides[] {
  const sides = new Map<number, Sides>()
  for (const { rowId, before, after } of rows.filter((row) => row.table === table))
    sides.set(rowId, { id: rowId, earlier: sides.has(rowId) ? sides.get(rowId)!.earlier : before, now: after })
  return [...sides.values()]
}
