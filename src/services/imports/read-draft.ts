import type { ImportDraft, Progress, Said, Verdict } from '../../domain/import-draft.ts'
import { isDiskFull } from '../../domain/storage-trouble.ts'
import type { House } from '../../storage/open.ts'
import type { Pool } from '../../workers/pool.ts'
import { DraftReading, type Reading, sentenceOf } from './draft-reading.ts'
import { findVerdicts } from './draft-state.ts'

const readings = new Map<string, Reading>()

export type DraftRead = { verdicts: Verdict[] } | { progress: Progress } | { failed: Said }

/**
 * What came of reading the files of a draft, how far it has come, or why it could not go on (a full disk), which is
 * remembered until somebody tries again. Reading begins where it has not, again after a restart, and reads only what is not
 * read; `patience` is how many milliseconds to wait for it to finish.
 */
export async function readDraft(house: House, pool: Pool, draft: ImportDraft, patience = 0): Promise<DraftRead> {
  const known = readings.has(draft.id) ? undefined : await findVerdicts(house, draft)
  if (known) return { verdicts: known }
  const reading = readings.get(draft.id) ?? beginReading(house, pool, draft)
  await within(patience, reading.finished)
  if (reading.failed) return { failed: reading.failed }
  const verdicts = readings.has(draft.id) ? undefined : await findVerdicts(house, draft)
  return verdicts ? { verdicts } : { progress: progressOf(draft, reading) }
}

/** Stop reading a draft: threads that work on it end at once. Done when nothing is written to it any more. */
export async function stopReading(id: string): Promise<void> {
  const reading = readings.get(id)
  readings.delete(id)
  reading?.stop.abort(new Error('Nobody wants this draft read any more.'))
  await reading?.finished
}

/** Stop reading all drafts, as when the program ends: the next one goes on where this one was. */
export async function stopAllReading(): Promise<void> {
  await Promise.all([...readings.keys()].map(stopReading))
}

function progressOf({ files }: ImportDraft, { stages }: Reading): Progress {
  const ended = stages.filter((stage) => stage === 'done' || stage === 'refused').length
  return { done: ended, of: files.length, files: files.map(({ name }, n) => ({ name, stage: stages[n]! })) }
}

function beginReading(house: House, pool: Pool, draft: ImportDraft): Reading {
  const reading: Reading = { stages: draft.files.map(() => 'waits'), stop: new AbortController(), finished: Promise.resolve(), failed: null }
  readings.set(draft.id, reading)
  reading.finished = new DraftReading(house, pool, draft, reading).run().catch((error) => {
    if (readings.get(draft.id) === reading) reading.failed = isDiskFull(error) ? { key: 'refusal.disk-full', values: {} } : sentenceOf(error)
  })
  // A reading that failed stays, so that it is not begun again by everybody who looks.
  reading.finished = reading.finished.finally(() => {
    if (!reading.failed && readings.get(draft.id) === reading) readings.delete(draft.id)
  })
  return reading
}

/** Wait for work, but no longer than so many milliseconds. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
