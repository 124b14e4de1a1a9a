import { inNaturalOrder } from '../../domain/case-name.ts'
import type { ImportDraft, Preview, ReadableFile, Said } from '../../domain/import-draft.ts'
import { asGuessed, type ReadOptions } from '../../domain/read-options.ts'
import type { ReadSummary } from '../../domain/read-source.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SourceLanguage } from '../../domain/source.ts'
import { splitSource } from '../../domain/split-source.ts'
import { listCaseNames } from '../../storage/import-places.ts'
import type { House } from '../../storage/open.ts'
import type { Pool } from '../../workers/pool.ts'
import { pathsOf, removeDraftFolder } from './draft-folder.ts'
import { findVerdicts, keepReading, linesAt } from './draft-state.ts'
import { bendCase, previewDraft } from './preview-draft.ts'
import { readDraft } from './read-draft.ts'
import { receivePaths } from './receive-paths.ts'

type Project = { id: number; language: SourceLanguage }
export type SkippedFile = Said & { name: string }
/** What was read of files of this machine, in the order of their names: as a draft, which is confirmed or dropped. */
export type PathsRead = { draft: ImportDraft; read: ReadableFile[]; skipped: SkippedFile[] }

/** Read files, folders and zips of this machine for a project, as one draft. Refuses a pattern to split by that is none. */
export async function readPaths(
  house: House,
  pool: Pool,
  project: Project,
  paths: readonly string[],
  split: ReadOptions['split'] = 'auto',
): Promise<PathsRead> {
  splitSource('', split)
  const draft = await receivePaths(house, project, paths)
  try {
    if (split !== 'auto') for (const n of draft.files.keys()) await keepReading(house, draft.id, n, { options: { ...asGuessed, split }, labels: {} })
    return { draft, ...(await readWhole(house, pool, draft)) }
  } catch (error) {
    await removeDraftFolder(house, draft.id)
    throw error
  }
}

async function readWhole(house: House, pool: Pool, draft: ImportDraft): Promise<Omit<PathsRead, 'draft'>> {
  const done = await readDraft(house, pool, draft, Number.POSITIVE_INFINITY)
  if ('failed' in done) throw new Refusal('conflict', done.failed.key, done.failed.values)
  const preview = await previewDraft(house, draft, (await findVerdicts(house, draft))!)
  const inOrder = preview.files.sort((a, b) => inNaturalOrder(a.name, b.name) || a.n - b.n)
  const skipped = inOrder.flatMap(({ name, refusal }) => (refusal ? [{ name, ...refusal }] : []))
  return { read: inOrder.filter((file): file is Preview['files'][number] & ReadableFile => file.summary !== null), skipped }
}

/** Every source of a file as it would be kept, also where there are thousands. */
export async function* sourcesOf(house: House, draft: ImportDraft, { n }: ReadableFile): AsyncGenerator<ReadSummary & { nth: number }, void> {
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  let nth = 0
  for await (const one of linesAt<ReadSummary>(pathsOf(house, draft.id).summaries(n))) yield { ...bendCase(one, known), nth: nth++ }
}
