/** What the page shows: topics, an attribute that groups the cases, a filter, from which case on, and the cell that is open. */
export type FrameworkWishes = { topics: string; by: number | undefined; filter: string; from: number; cell: string }

function frameworkQuery({ topics, by, filter, from, cell }: FrameworkWishes): string {
  const query = new URLSearchParams({
    ...(topics !== 'themes' && { topics }),
    ...(by !== undefined && { by: `${by}` }),
    ...(filter && { filter }),
    ...(from > 0 && { from: `${from}` }),
    ...(cell && { cell }),
  })
  return `${query}`
}

/** The page with something else chosen. */
export function frameworkAddress(base: string, wishes: FrameworkWishes, changes: Partial<FrameworkWishes> = {}): string {
  const query = frameworkQuery({ ...wishes, ...changes })
  return `${base}/framework${query && `?${query}`}`
}
