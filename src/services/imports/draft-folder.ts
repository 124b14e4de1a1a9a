import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ImportDraft } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { House } from '../../storage/open.ts'
import { writeWhole } from '../../workers/write-whole.ts'

/** Where the files of drafts lie: plain files beside the database, gone when the draft is confirmed, cancelled or a day old. */
const DAY = 24 * 3600 * 1000
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function draftsFolder(house: House): string {
  return join(dirname(house.file), 'imports')
}

/** The paths of one draft: its files have numbers of ours, never their own names. Whose it is lies beside it, for its folder may be on its way. Refuses an id that is none, so that no path leads elsewhere. */
export function pathsOf(house: House, id: string) {
  if (!ID.test(id)) throw new Refusal('not-found', 'refusal.no-draft')
  const folder = join(draftsFolder(house), id)
  return { ...pathsIn(folder), taken: `${folder}.${process.pid}.taken`, owner: `${folder}.owner` }
}

/** The files of a draft's folder: of all together, and of file `n`. */
export function pathsIn(folder: string) {
  const of = (name: string) => (n: number) => join(folder, `${n}.${name}`)
  return {
    folder,
    manifest: join(folder, 'draft.json'),
    wishes: join(folder, 'wishes.json'),
    evidence: join(folder, 'evidence.json'),
    bytes: of('bytes'),
    raw: of('raw.json'),
    facts: of('facts.json'),
    reading: of('options.json'),
    sources: of('sources.jsonl'),
    summaries: of('summaries.jsonl'),
    repairs: of('repairs.json'),
    follows: of('follows.jsonl'),
    verdict: of('verdict.json'),
  }
}

export async function makeDraftFolder(house: House, id: string): Promise<void> {
  await mkdir(pathsOf(house, id).folder, { recursive: true, mode: 0o700 })
}

/** The draft of this project. Refused where it is another project's, or not there any more. */
export async function findDraft(house: House, projectId: number, id: string): Promise<ImportDraft> {
  const draft = await readJson<ImportDraft>(pathsOf(house, id).manifest)
  if (draft?.projectId !== projectId) throw new Refusal('not-found', 'refusal.no-draft')
  return draft
}

export async function keepDraft(house: House, draft: ImportDraft): Promise<void> {
  await writeJson(pathsOf(house, draft.id).manifest, draft)
}

/** Take a draft out of reach of everybody else, for good or until it is put back. Refused where somebody was first. */
export async function takeDraft(house: House, id: string): Promise<{ folder: string; putBack(): Promise<void>; drop(): Promise<void> }> {
  const { folder, taken } = pathsOf(house, id)
  try {
    await rename(folder, taken)
  } catch {
    throw new Refusal('not-found', 'refusal.no-draft')
  }
  return { folder: taken, putBack: () => rename(taken, folder), drop: () => rm(taken, { recursive: true, force: true }) }
}

/** Put drafts back that were taken by a process which ended before it was done with them. What it did confirm is then noticed as taken in already. */
export async function returnDrafts(house: House): Promise<void> {
  const names = await readdir(draftsFolder(house)).catch(() => [])
  for (const name of names) {
    const [id, pid] = name.split('.') as [string, string | undefined]
    if (!name.endsWith('.taken') || !ID.test(id) || runs(Number(pid))) continue
    await rename(join(draftsFolder(house), name), join(draftsFolder(house), id)).catch(() => undefined)
  }
}

/** Whether another process of that number is at work. */
function runs(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The drafts of a project that wait, newest first. */
export async function listDrafts(house: House, projectId: number): Promise<ImportDraft[]> {
  const names = await readdir(draftsFolder(house)).catch(() => [])
  const drafts = await Promise.all(names.filter((name) => ID.test(name)).map((id) => readJson<ImportDraft>(pathsOf(house, id).manifest)))
  return drafts.filter((draft) => draft?.projectId === projectId).sort((a, b) => b!.madeAt.localeCompare(a!.madeAt)) as ImportDraft[]
}

/** Remove what is older than a day, also what a crash left half done. */
export async function sweepDrafts(house: House, now = Date.now()): Promise<void> {
  const names = await readdir(draftsFolder(house)).catch(() => [])
  for (const name of names) {
    const path = join(draftsFolder(house), name)
    const made = await stat(path).catch(() => undefined)
    if (made && now - made.mtimeMs > DAY) await rm(path, { recursive: true, force: true })
  }
}

export async function removeDraftFolder(house: House, id: string): Promise<void> {
  await rm(pathsOf(house, id).folder, { recursive: true, force: true, maxRetries: 3 })
}

/** A value that was kept as JSON, or undefined where none was. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeWhole(path, JSON.stringify(value))
}
