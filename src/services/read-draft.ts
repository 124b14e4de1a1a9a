import type { ImportDraft, Verdict } from '../domain/import-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import { findVerdicts, keepVerdicts, pathsOf } from './draft-folder.ts'

export type Progress = { done: number; of: number }

/** Seconds that one file may take. */
const PATIENCE = 10
/** Files read at once, so that other work in the threads waits for one file at most. */
const LANES = 2

type Reading = { progress: Progress; finished: Promise<void> }
const readings = new Map<string, Reading>()

/**
 * What came of reading the files of a draft, or how far it has come. Reading begins where it has not, and again after a
 * restart; `patience` is how many milliseconds to wait for it to finish.
 */
export async function readDraft(house: House, pool: Pool, draft: ImportDraft, patience = 0): Promise<{ verdicts: Verdict[] } | { progress: Progress }> {
  const known = await findVerdicts(house, draft.id)
  if (known) return { verdicts: known }
  const reading = readings.get(draft.id) ?? beginReading(house, pool, draft)
  await Promise.race([reading.finished, sleep(patience)])
  const verdicts = await findVerdicts(house, draft.id)
  return verdicts ? { verdicts } : { progress: reading.progress }
}

function beginReading(house: House, pool: Pool, draft: ImportDraft): Reading {
  const reading: Reading = { progress: { done: 0, of: draft.files.length }, finished: Promise.resolve() }
  readings.set(draft.id, reading)
  // A draft that was cancelled meanwhile has no folder to write to.
  reading.finished = readAll(house, pool, draft, reading)
    .catch((error) => (readings.has(draft.id) ? console.error(error) : undefined))
    .finally(() => readings.delete(draft.id))
  return reading
}

async function readAll(house: House, pool: Pool, draft: ImportDraft, { progress }: Reading): Promise<void> {
  const verdicts: Verdict[] = []
  let next = 0
  const lane = async () => {
    while (next < draft.files.length && readings.has(draft.id)) {
      const n = next++
      verdicts[n] = await readOne(house, pool, draft, n)
      progress.done++
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  if (readings.has(draft.id)) await keepVerdicts(house, draft.id, verdicts)
}

/** Stop reading the rest of a draft that is not wanted any more. */
export function stopReading(id: string): void {
  readings.delete(id)
}

async function readOne(house: House, pool: Pool, { id, files, language }: ImportDraft, n: number): Promise<Verdict> {
  const { name, refusal } = files[n]!
  if (refusal) return { summary: null, refusal }
  const paths = pathsOf(house, id)
  try {
    const { summary } = await pool.run('readFile', { path: paths.bytes(n), name, language, keepAt: paths.source(n) }, { seconds: PATIENCE })
    return { summary, refusal: null }
  } catch (error) {
    // Where the draft was cancelled meanwhile, its files are gone and nobody waits for a verdict.
    return { summary: null, refusal: readings.has(id) ? sentenceOf(error) : { key: 'refusal.no-draft', values: {} } }
  }
}

/** Why a file was not read. A bug of ours is logged, and said as what it means to the person: this file can't be read. */
export function sentenceOf(error: unknown): { key: string; values: Refusal['values'] } {
  if (error instanceof Refusal) return { key: error.key, values: error.values }
  console.error(error)
  return { key: 'refusal.import-bug', values: {} }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
