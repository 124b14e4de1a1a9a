import type { Attribution } from '../domain/attribution.ts'
import type { SpokenWords } from '../domain/spoken-words.ts'
import type { CountedCodings } from '../domain/tally.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { readCounted } from '../storage/quotations.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { readSpokenWords } from '../storage/spoken-words.ts'
import { stampOf } from '../storage/stamp.ts'

/** What a filter selects, ready to be counted: its codings, whose they are, and, where they are asked for, the words within its bounds. */
export type Countable = { codings: CountedCodings; attribution: Attribution; words: SpokenWords | undefined }

/** Read once as long as nothing has changed: who turns a matrix round asks for the same codings again. */
export async function readCountable(db: Db, selection: Selection, filter: string, withWords: boolean): Promise<Countable> {
  const key = `${await stampOf(db)} ${selection.projectId} ${filter}`
  const known = latest?.key === key ? latest : null
  const codings = known?.codings ?? (await readCounted(db, selection))
  const attribution = await readKnownAttribution(db, selection.projectId)
  const words = known?.words ?? (withWords ? await readSpokenWords(db, selection, attribution) : undefined)
  latest = { key, codings, words }
  return { codings, attribution, words: withWords ? words : undefined }
}

/** Which cases every stretch of the project's sources counts for; read once as long as nothing has changed. */
export async function readKnownAttribution(db: Db, projectId: number): Promise<Attribution> {
  const key = `${await stampOf(db)} ${projectId}`
  if (attributed?.key === key) return attributed.attribution
  const attribution = await readAttribution(db, projectId)
  attributed = { key, attribution }
  return attribution
}

// The latest alone, by the newest act: any act at all makes it old.
let latest: (Omit<Countable, 'attribution'> & { key: string }) | null = null
let attributed: { key: string; attribution: Attribution } | null = null
