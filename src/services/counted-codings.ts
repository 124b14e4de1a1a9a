import type { CountedCodings } from '../domain/tally.ts'
import { readCounted } from '../storage/quotations.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { stampOf } from '../storage/stamp.ts'

/** The codings of a filter, read once as long as nothing has changed: who turns a matrix round asks for the same ones again. */
export async function countedCodings(db: Db, selection: Selection, filter: string): Promise<CountedCodings> {
  const key = `${await stampOf(db)} ${selection.projectId} ${filter}`
  if (latest?.key === key) return latest.codings
  const codings = await readCounted(db, selection)
  latest = { key, codings }
  return codings
}

// The latest alone, by the newest act: any act at all makes it old.
let latest: { key: string; codings: CountedCodings } | null = null
