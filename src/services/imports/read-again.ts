import { rm } from 'node:fs/promises'
import type { FileReading, ImportDraft, Said, Verdict } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { House } from '../../storage/open.ts'
import type { Pool } from '../../workers/pool.ts'
import { pathsOf, readJson } from './draft-folder.ts'
import { findReading, keepReading } from './draft-state.ts'
import { type DraftRead, readDraft, stopReading } from './read-draft.ts'

/** Milliseconds to wait for a file that somebody looks at, and for many, of which they see how far it has come. */
const PATIENCE = { few: 60_000, many: 400 }
const FEW = 4

/**
 * Read some files of a draft otherwise, from what was extracted; another encoding goes back to the bytes. One that can't be read
 * so stays as it was, and the refusal says why. @returns as `readDraft`
 */
export async function readAgain(house: House, pool: Pool, draft: ImportDraft, wished: ReadonlyMap<number, FileReading>): Promise<DraftRead> {
  const patience = wished.size < FEW ? PATIENCE.few : PATIENCE.many
  const before = await readingsOf(house, draft.id, [...wished.keys()])
  await stopReading(draft.id)
  for (const [n, reading] of wished) await turn(house, draft.id, n, reading)
  const read = await readDraft(house, pool, draft, patience)
  const refused = 'verdicts' in read ? await refusedOf(house, draft.id, wished.keys()) : []
  if (refused.length === 0) return read
  await stopReading(draft.id)
  for (const { n } of refused) await turn(house, draft.id, n, before.get(n)!)
  await readDraft(house, pool, draft, patience)
  const { key, values } = refused[0]!.refusal
  throw new Refusal('invalid', key, values)
}

/** Begin again with a draft whose reading could not go on. */
export async function tryAgain(house: House, pool: Pool, draft: ImportDraft): Promise<void> {
  await stopReading(draft.id)
  await readDraft(house, pool, draft)
}

async function turn(house: House, id: string, n: number, reading: FileReading): Promise<void> {
  const paths = pathsOf(house, id)
  const { options } = await findReading(house, id, n)
  await keepReading(house, id, n, reading)
  if (options.encoding !== reading.options.encoding) await rm(paths.facts(n), { force: true })
  await rm(paths.verdict(n), { force: true })
}

async function readingsOf(house: House, id: string, ns: readonly number[]): Promise<Map<number, FileReading>> {
  return new Map(await Promise.all(ns.map(async (n) => [n, await findReading(house, id, n)] as const)))
}

async function refusedOf(house: House, id: string, ns: Iterable<number>): Promise<{ n: number; refusal: Said }[]> {
  const refused: { n: number; refusal: Said }[] = []
  for (const n of ns) {
    const verdict = await readJson<Verdict>(pathsOf(house, id).verdict(n))
    if (verdict?.refusal) refused.push({ n, refusal: verdict.refusal })
  }
  return refused
}
