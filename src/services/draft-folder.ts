import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ImportDraft, Verdict } from '../domain/import-draft.ts'
import type { ReadSource } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'

/** Where the files of drafts lie: plain files beside the database, gone when the draft is confirmed, cancelled or a day old. */
const DAY = 24 * 3600 * 1000
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function draftsFolder(house: House): string {
  return join(dirname(house.file), 'imports')
}

/** The paths of one draft. Refuses an id that is none, so that no path leads elsewhere. */
export function pathsOf(house: House, id: string) {
  if (!ID.test(id)) throw new Refusal('not-found', 'refusal.no-draft')
  const folder = join(draftsFolder(house), id)
  return {
    folder,
    manifest: join(folder, 'draft.json'),
    verdicts: join(folder, 'verdicts.json'),
    bytes: (n: number) => join(folder, `${n}.bytes`),
    source: (n: number) => join(folder, `${n}.source.json`),
    taken: `${folder}.taken`,
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
  await writeWhole(pathsOf(house, draft.id).manifest, draft)
}

/** What came of reading, once every file is read. */
export async function findVerdicts(house: House, id: string): Promise<Verdict[] | undefined> {
  return readJson<Verdict[]>(pathsOf(house, id).verdicts)
}

export async function keepVerdicts(house: House, id: string, verdicts: Verdict[]): Promise<void> {
  await writeWhole(pathsOf(house, id).verdicts, verdicts)
}

export async function findDraftSource(house: House, id: string, n: number): Promise<Omit<ReadSource, 'bytes'>> {
  const source = await readJson<Omit<ReadSource, 'bytes'>>(pathsOf(house, id).source(n))
  if (!source) throw new Refusal('not-found', 'refusal.no-draft')
  return source
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

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(value), { mode: 0o600 })
  await rename(`${path}.part`, path)
}
