import type { Attribution } from '../domain/attribution.ts'
import { replaceSources } from '../domain/replace-sources.ts'
import type { SpokenWords } from '../domain/spoken-words.ts'
import type { CountedCodings } from '../domain/tally.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { type CountedSince, readCountedSince } from '../storage/counted-since.ts'
import { readCounted, readCountedIn } from '../storage/quotations.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { listSourceOrder } from '../storage/sources.ts'
import { readSpokenWords } from '../storage/spoken-words.ts'
import { type Moment, momentOf } from '../storage/stamp.ts'

/** What a filter selects, ready to be counted: its codings, whose they are, and, where they are asked for, the words within its bounds. */
export type Countable = { codings: CountedCodings; attribution: Attribution; words: SpokenWords | undefined }

/** Read once as long as nothing has changed: who turns a matrix round asks for the same codings again. Without a filter, what acts have left as it was stays, and codings are read again of the sources alone that they touched. */
export async function readCountable(db: Db, selection: Selection, filter: string, withWords: boolean): Promise<Countable> {
  const moment = await momentOf(db)
  const known = await stillKnown(db, { moment, projectId: selection.projectId, filter })
  const codings = known?.codings ?? (await readCounted(db, selection))
  const attribution = await readKnownAttribution(db, selection.projectId)
  const words = known?.words ?? (withWords ? await readSpokenWords(db, selection, attribution) : undefined)
  latest = { ...moment, projectId: selection.projectId, filter, codings, words }
  return { codings, attribution, words: withWords ? words : undefined }
}

type Asked = { moment: Moment; projectId: number; filter: string }

async function stillKnown(db: Db, { moment, projectId, filter }: Asked): Promise<Pick<Countable, 'codings' | 'words'> | undefined> {
  const known = latest
  if (!known || known.filter !== filter || !isOf(known, moment, projectId)) return undefined
  if (known.act === moment.act) return known
  const since = filter === '' ? await changesSince(db, known) : 'anything'
  return since === 'anything' ? undefined : { codings: await withChanges(db, projectId, known.codings, since), words: known.words }
}

function isOf(known: Kept, { house, act, reader }: Moment, projectId: number): boolean {
  return known.house === house && known.reader === reader && known.projectId === projectId && known.act <= act
}

/** What one coder may see changes by more than what is counted. */
async function changesSince(db: Db, { reader, act }: Moment): Promise<CountedSince> {
  return reader === null ? readCountedSince(db, act) : 'anything'
}

async function withChanges(db: Db, projectId: number, codings: CountedCodings, since: Exclude<CountedSince, 'anything'>): Promise<CountedCodings> {
  if (since === 'nothing') return codings
  return replaceSources(codings, await readCountedIn(db, projectId, since.sourceIds), since.sourceIds, await listSourceOrder(db, projectId))
}

/** Which cases every stretch of the project's sources counts for; read once as long as nothing of that has changed. */
export async function readKnownAttribution(db: Db, projectId: number): Promise<Attribution> {
  const moment = await momentOf(db)
  const known = attributed && isOf(attributed, moment, projectId) ? attributed : null
  const stands = known && (known.act === moment.act || (await changesSince(db, known)) !== 'anything')
  const attribution = stands ? known.attribution : await readAttribution(db, projectId)
  attributed = { ...moment, projectId, attribution }
  return attribution
}

// The latest alone.
type Kept = Moment & { projectId: number }
let latest: (Kept & { filter: string } & Omit<Countable, 'attribution'>) | null = null
let attributed: (Kept & { attribution: Attribution }) | null = null
