import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { baseName, fitToKnownCase, inNaturalOrder } from '../domain/case-name.ts'
import type { ReadSource, ReadSummary } from '../domain/read-source.ts'
import { Refusal, type RefusalValues } from '../domain/refusal.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { listCaseNames, titlesBySha } from '../storage/import-places.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import { sentenceOf } from './read-draft.ts'

export type FileRead = { path: string; name: string; summary: ReadSummary; source: Omit<ReadSource, 'bytes'>; twin: string | null }
export type SkippedFile = { name: string; key: string; values: RefusalValues }

/** Seconds that one file may take, and bytes that it may have. */
const PATIENCE = 10
const LARGEST = { megabytes: 100 }

/** Read files of this machine for a project, two at a time; told in the order of their names, K2 before K10. `twin` names what holds the same bytes already. */
export async function readFiles(house: House, pool: Pool, project: { id: number; language: SourceLanguage }, given: readonly string[]) {
  const paths = [...given].sort((a, b) => inNaturalOrder(baseName(a), baseName(b)))
  const results: (FileRead | SkippedFile)[] = []
  const known = (await listCaseNames(house.read, project.id)).map((one) => one.name)
  const seen = await titlesBySha(house.read, project.id)
  let next = 0
  const lane = async () => {
    while (next < paths.length) {
      const at = next++
      results[at] = await readOne(pool, project.language, paths[at]!)
    }
  }
  await Promise.all([lane(), lane()])
  const read: FileRead[] = []
  for (const one of results) if ('summary' in one) read.push(await settle(one, known, seen))
  return { read, skipped: results.filter((one): one is SkippedFile => 'key' in one) }
}

async function settle(one: FileRead, known: readonly string[], seen: Map<string, string>): Promise<FileRead> {
  const sha256 = createHash('sha256')
    .update(await readFile(one.path))
    .digest('hex')
  const twin = seen.get(sha256) ?? null
  if (!twin) seen.set(sha256, one.name)
  const caseName = one.source.caseName && fitToKnownCase(one.source.caseName, known)
  return { ...one, twin, source: { ...one.source, caseName }, summary: { ...one.summary, caseName } }
}

async function readOne(pool: Pool, language: SourceLanguage, path: string): Promise<FileRead | SkippedFile> {
  const name = baseName(path)
  try {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new Refusal('not-found', 'refusal.import-no-file', { name })
    if (found.size > LARGEST.megabytes * 1024 * 1024) throw new Refusal('invalid', 'refusal.import-file-too-large', LARGEST)
    const { summary, source } = await pool.run('readFile', { path, name, language, keepAt: null }, { seconds: PATIENCE })
    return { path, name, summary, source: source!, twin: null }
  } catch (error) {
    return { name, ...sentenceOf(error) }
  }
}
